import { answerOf } from "./try-script.ts";

const start = "const ss = SpreadsheetApp.getActive(), sheet = ss.getSheets()[0];";
const on = (expression: string) => answerOf(`${start} ${expression}`);

describe("Notation", () => {
  test.each([
    ["sheet.getRange('b2:a1').getA1Notation()", "A1:B2"],
    ["sheet.getRange('$C$5').getA1Notation()", "C5"],
    ["sheet.getRange('R10C5:R1C2').getA1Notation()", "B1:E10"],
    ["sheet.getRange('A:B').getA1Notation()", "A:B"],
    ["sheet.getRange('A:B').getNumRows()", 1000],
    ["sheet.getRange('2:3').getNumColumns()", 26],
    ["sheet.getRange('A2:A').getLastRow()", 1000],
    ["sheet.getRange(2, 3, 4, 5).getA1Notation()", "C2:G5"],
    ["ss.getRange('Sheet1!B2').getA1Notation()", "B2"],
    ["sheet.getRange('B2:C3').offset(1, 2).getA1Notation()", "D3:E4"],
    ["sheet.getRange('B2:C3').offset(1, 2, 1, 1).getA1Notation()", "D3"],
    ["sheet.getRange('B2:C3').getCell(2, 2).getA1Notation()", "C3"],
    ["ss.insertSheet(\"It's\").getRange('A1').setValue(5); ss.getRange(\"'It''s'!A1\").getValue()", 5],
    ["[sheet.getRange('A:A').isEndRowBounded(), sheet.getRange('A:A').isEndColumnBounded()].join()", "false,true"],
  ])("%s", (expression, expected) => expect(on(expression)).toBe(expected));

  test("a name leads to its range, which follows inserted rows", () =>
    expect(
      on(`ss.setNamedRange('Prices', sheet.getRange('A2:A3')); sheet.insertRowBefore(2);
        SpreadsheetApp.flush(); [ss.getRangeByName('prices').getA1Notation(), sheet.getRange('Prices').getA1Notation()]`),
    ).toEqual(["A3:A4", "A3:A4"]));
});

describe("Regions", () => {
  const cross = "for (const a of ['C2','B3','D3','C4']) sheet.getRange(a).setValue(100);";
  test.each([
    ["sheet.getRange('C3').getDataRegion()", "B2:D4"],
    ["sheet.getRange('C3').getDataRegion(SpreadsheetApp.Dimension.ROWS)", "C2:C4"],
    ["sheet.getRange('C3').getDataRegion(SpreadsheetApp.Dimension.COLUMNS)", "B3:D3"],
    ["sheet.getRange('E5').getDataRegion()", "E5"],
    ["sheet.getRange('C2').getNextDataCell(SpreadsheetApp.Direction.DOWN)", "C4"],
    ["sheet.getDataRange()", "A1:D4"],
  ])("%s", (range, expected) => expect(on(`${cross} ${range}.getA1Notation()`)).toBe(expected));
});

describe("Copying", () => {
  const block = "const s = sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]);";
  test.each([
    [
      "s.copyTo(sheet.getRange('D1'), SpreadsheetApp.CopyPasteType.PASTE_NORMAL, true)",
      [
        [1, 3],
        [2, 4],
      ],
    ],
    [
      "s.copyTo(sheet.getRange('D1:E1'))",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "sheet.getRange('A1').copyTo(sheet.getRange('D1:E2'))",
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [
      "s.copyValuesToRange(sheet, 4, 5, 1, 2)",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "s.moveTo(sheet.getRange('D1'))",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "s.copyFormatToRange(sheet, 4, 5, 1, 2)",
      [
        ["", ""],
        ["", ""],
      ],
    ],
    [
      "s.setFormulas([['=C1', '=$C$1'], ['', '']]); s.copyTo(sheet.getRange('D1'), {contentsOnly: true})",
      [
        ["", ""],
        ["", ""],
      ],
    ],
  ])("%s", (act, expected) => expect(on(`${block} ${act}; sheet.getRange('D1:E2').getValues()`)).toEqual(expected));

  test("formulas are translated", () =>
    expect(
      on("sheet.getRange('B1').setFormula('=A1+$A$1').copyTo(sheet.getRange('C3')); sheet.getRange('C3').getFormula()"),
    ).toBe("=B3+$A$1"));

  test("rules go along with a copy, not with values", () =>
    expect(
      on(`const rule = SpreadsheetApp.newDataValidation().requireDate().build();
        const a = sheet.getRange('A1').setDataValidation(rule).setNote('n');
        a.copyTo(sheet.getRange('B1')); a.copyTo(sheet.getRange('C1'), {contentsOnly: true});
        [sheet.getRange('A1:C1').getDataValidations()[0].map(Boolean), sheet.getRange('A1:C1').getNotes()[0]]`),
    ).toEqual([
      [true, true, false],
      ["n", "n", ""],
    ]));

  test("a series of numbers goes on, an alternating one repeats", () =>
    expect(
      on(`sheet.getRange('A1:A2').setValues([[1], [3]]).autoFill(sheet.getRange('A1:A4'), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES);
        sheet.getRange('B1:B2').setValues([[1], [3]]).autoFill(sheet.getRange('B1:B4'), SpreadsheetApp.AutoFillSeries.ALTERNATE_SERIES);
        sheet.getRange('A1:B4').getValues()`),
    ).toEqual([[1, 1], [3, 3], [5, 1], [7, 3]])); // prettier-ignore

  test.each([
    ["'Jan', 'Feb'", ["Mar", "Apr"]],
    ["'Friday'", ["Saturday", "Sunday"]],
    ["'Dec', 'Oct'", ["Aug", "Jun"]],
    ["'Jan', 'Mon'", ["Jan", "Mon"]],
  ])("%s: months and weekdays go on", (texts, after) =>
    expect(
      on(`const texts = [${texts}], from = sheet.getRange(1, 2, texts.length);
        sheet.getRange('A1:A4').setValues([[1], [2], [3], [4]]); from.setValues(texts.map((text) => [text]));
        from.autoFillToNeighbor(SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES);
        sheet.getRange(texts.length + 1, 2, 2).getValues().flat()`),
    ).toEqual(after),
  );

  test("a fill goes in one direction, and begins with its source", () => {
    const fill = (to: string): unknown =>
      on(`sheet.getRange('A1:A4').autoFill(sheet.getRange('${to}'), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES)`);
    expect(fill("A1:B10")).toBe(
      "Exception: AutoFill destination range must extend the source range in only one direction.",
    );
    expect(fill("C1:C5")).toBe("Exception: AutoFill destination range must contain the source range.");
  });
});

describe("Sorting and duplicates", () => {
  test("numbers, texts, booleans, then empty cells in either direction", () => {
    const values = "sheet.getRange('A1:A5').setValues([['b'], [''], [true], [2], ['A']])";
    expect(on(`${values}.sort(1).getValues().flat()`)).toEqual([2, "A", "b", true, ""]);
    expect(on(`${values}.sort({column: 1, ascending: false}).getValues().flat()`)).toEqual([true, "b", "A", 2, ""]);
  });

  test("formats, notes and rules move along, formulas keep pointing into their row", () =>
    expect(
      on(`sheet.getRange('A1:A2').setValues([[2], [1]]); sheet.getRange('B1:B2').setFormulas([['=A1*10'], ['=A2*10']]);
        sheet.getRange('A1').setBackground('red').setNote('two');
        sheet.getRange('A1:B2').sort(1);
        [sheet.getRange('A1:B2').getValues(), sheet.getRange('B1:B2').getFormulas().flat(),
         sheet.getRange('A2').getBackground(), sheet.getRange('A2').getNote(), sheet.getRange('A1').getNote()]`),
    ).toEqual([[[1, 10], [2, 20]], ["=A1*10", "=A2*10"], "#ff0000", "two", ""])); // prettier-ignore

  test("frozen rows stay on top when a sheet is sorted", () =>
    expect(
      on(`sheet.getRange('A1:A3').setValues([['Zebra'], ['b'], ['a']]); sheet.setFrozenRows(1); sheet.sort(1);
        sheet.getRange('A1:A3').getValues().flat()`),
    ).toEqual(["Zebra", "a", "b"]));

  test("duplicates ignore case and look at the given columns", () =>
    expect(
      on(
        `sheet.getRange('B1:D3').setValues([['a', 1, 'x'], ['A', 2, 'X'], ['c', 3, 'x']]).removeDuplicates([2, 4]).getA1Notation()`,
      ),
    ).toBe("B1:D2"));
});

describe("Texts to columns", () => {
  test.each([
    ["'a,b;c'", "", ["a", "b;c", ""]],
    ["'a;b;c'", "';'", ["a", "b", "c"]],
    ["'a b'", "SpreadsheetApp.TextToColumnsDelimiter.SPACE", ["a", "b", ""]],
  ])("%s at %s", (text, delimiter, expected) =>
    expect(
      on(
        `sheet.getRange('A1').setValue(${text}).splitTextToColumns(${delimiter}); sheet.getRange('A1:C1').getValues()[0]`,
      ),
    ).toEqual(expected),
  );
});

describe("Notes", () => {
  test("whole numbers become Java's text of them", () =>
    expect(on("const r = sheet.getRange('A1:C1'); r.setNotes([['a', 1, null]]); r.getNotes()")).toEqual([
      ["a", "1.0", ""],
    ]));
});
