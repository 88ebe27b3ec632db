import { answerOf } from "./try-script.ts";

const sheet = "const sheet = SpreadsheetApp.getActiveSheet(), a1 = sheet.getRange('A1');";
const written = (value: string, then = "a1.getValue()") => answerOf(`${sheet} a1.setValue(${value}); ${then}`);

describe("Strings are parsed as if typed (C2)", () => {
  test.each([
    ["'007'", 7],
    ["'12%'", 0.12],
    ["'1e3'", 1000],
    ["'$5'", 5],
    ['"\'007"', "007"],
    ["'TRUE'", true],
    ["'=1+2'", 3],
    ["'-foo'", "#NAME?"],
    ["'hello'", "hello"],
    ["''", ""],
    ["null", ""],
    ["{a: 1, b: 'x'}", "{a=1.0, b=x}"],
  ])("setValue(%s)", (value, expected) => expect(written(value)).toBe(expected));

  test.each([
    ["'1/2'", "1/2"],
    ["'2026-09-01'", "2026-09-01"],
    ["'12:30'", "12:30"],
  ])("%s becomes a date that shows as %s", (value, shown) => {
    expect(written(value, "a1.getValue() instanceof Date")).toBe(true);
    expect(written(value, "a1.getDisplayValue()")).toContain(shown);
  });

  test("an array becomes Java's text of an array", () => expect(written("[1, 2]")).toMatch(/^\[Ljava\.lang\.Object;@/));

  test("an apostrophe is not returned and no formula", () =>
    expect(written('"\'=1+2"', "[a1.getValue(), a1.getFormula()]")).toEqual(["=1+2", ""]));
});

describe("Plain text format stops parsing (C2)", () => {
  const underText = (value: string) => answerOf(`${sheet} a1.setNumberFormat('@').setValue(${value}); a1.getValue()`);
  test.each([
    ["'007'", "007"],
    ["'1-2'", "1-2"],
    ["'=1+2'", "=1+2"],
    ["'TRUE'", "TRUE"],
    ['"\'=1+2"', "=1+2"],
  ])("%s stays", (value, expected) => expect(underText(value)).toBe(expected));

  test("the format and the values may wait in one batch", () =>
    expect(
      answerOf(`${sheet} sheet.getRange('A1:A2').setNumberFormat('@').setValues([['1/2'],['3']]).getValues()`),
    ).toEqual([["1/2"], ["3"]]));
});

describe("Reading (C1)", () => {
  test("an empty cell is an empty text", () => expect(answerOf(`${sheet} a1.getValue()`)).toBe(""));

  test("Dates are wall-clock serials of the spreadsheet's zone (C6)", () =>
    expect(
      answerOf(`${sheet}
        const ss = SpreadsheetApp.getActive();
        ss.setSpreadsheetTimeZone('America/New_York');
        a1.setValue(new Date(Date.UTC(2026, 2, 2, 9)));
        const before = [a1.getDisplayValue(), a1.getValue().getTime()];
        ss.setSpreadsheetTimeZone('Etc/UTC');
        [before, a1.getDisplayValue(), a1.getValue().getTime()]`),
    ).toEqual([["3/2/2026 4:00:00", Date.UTC(2026, 2, 2, 9)], "3/2/2026 4:00:00", Date.UTC(2026, 2, 2, 4)]));

  test("a time is a Date on 1899-12-30", () =>
    expect(answerOf(`${sheet} a1.setValue('12:30'); a1.getValue().toISOString()`)).toBe("1899-12-30T12:30:00.000Z"));

  test("a date typed into a formatted cell keeps the cell's format", () =>
    expect(answerOf(`${sheet} a1.setNumberFormat('0.00').setValue('2026-01-01'); a1.getValue()`)).toBe(46023));

  test.each([
    ["=1/0", "#DIV/0!"],
    ["=A2:", "#ERROR!"],
    ["=NOPE()", "#NAME?"],
    ["=A1", "#REF!"],
  ])("%s is the text %s", (formula, text) => expect(written(`'${formula}'`)).toBe(text));

  test("formulas are recomputed when read, across sheets and in chains", () =>
    expect(
      answerOf(`${sheet}
        const other = SpreadsheetApp.getActive().insertSheet('Other one');
        other.getRange('A1').setValue(4);
        a1.setFormula("='Other one'!A1*2");
        sheet.getRange('A2').setFormula('=A1+1');
        const first = sheet.getRange('A2').getValue();
        other.getRange('A1').setValue(10);
        [first, sheet.getRange('A2').getValue()]`),
    ).toEqual([9, 21]));

  test("TODAY() is a date of the virtual clock", () =>
    expect(answerOf(`${sheet} a1.setFormula('=TODAY()'); a1.getValue().toISOString()`)).toBe(
      "2026-03-02T00:00:00.000Z",
    ));
});

describe("Array formulas", () => {
  const spill = `${sheet} sheet.getRange('A1:A3').setValues([[1],[2],[3]]); sheet.getRange('B1').setFormula('=ARRAYFORMULA(A1:A3*2)');`;
  const read = "sheet.getRange('B1:B3').getValues().flat()";
  test("spill over empty cells", () => expect(answerOf(`${spill} ${read}`)).toEqual([2, 4, 6]));
  test("are #REF! when something stands in the way, and come back", () =>
    expect(
      answerOf(`${spill} sheet.getRange('B3').setValue('x'); const blocked = ${read};
        sheet.getRange('B3').clearContent(); [blocked, ${read}]`),
    ).toEqual([
      ["#REF!", "", "x"],
      [2, 4, 6],
    ]));
  test("bring the dates and formats of what they show into every cell", () =>
    expect(
      answerOf(`${sheet} sheet.getRange('A1:C3').setValues([['n', 'd', 'p'], [1, new Date(2026, 0, 5), 0.5], [2, new Date(2026, 1, 6), 0.25]]);
        sheet.getRange('C2:C3').setNumberFormat('0%'); sheet.getRange('E1').setFormula('=FILTER(A1:C3,A1:A3>0)');
        const cells = sheet.getRange('E2:G3'); [cells.getValues()[1][1] instanceof Date, ...cells.getDisplayValues()[1]]`),
    ).toEqual([true, "2", "2/6/2026", "25%"]));
  test("count for the last row", () =>
    expect(
      answerOf(`${sheet} sheet.getRange('C2').setFormula('=SEQUENCE(5)'); [sheet.getLastRow(), sheet.getLastColumn()]`),
    ).toEqual([6, 3]));
});

describe("The last row (C1)", () => {
  test.each([
    ["a formula that yields nothing", `sheet.getRange('A7').setFormula('=""')`, 7],
    ["an unchecked box", "sheet.getRange('A9').insertCheckboxes()", 9],
    ["a format alone", "sheet.getRange('A9').setBackground('red')", 0],
    ["a value that was cleared", "sheet.getRange('A9').setValue(1); sheet.getRange('A9').clearContent()", 0],
    ["rows deleted above", "sheet.getRange('A9').setValue(1); sheet.deleteRows(2, 3)", 6],
  ])("%s", (_what, act, row) => expect(answerOf(`${sheet} ${act}; sheet.getLastRow()`)).toBe(row));
});
