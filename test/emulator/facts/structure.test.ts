import { answerOf, boundScript } from "./try-script.ts";

const on = (expression: string) =>
  answerOf(`const ss = SpreadsheetApp.getActive(), sheet = ss.getSheets()[0]; ${expression}`);

describe("Rows and columns carry along what stands in them", () => {
  const start = `sheet.getRange('A1:A4').setValues([[1],[2],[3],[4]]); sheet.getRange('C1').setFormula('=SUM(A1:A4)');
    sheet.getRange('A3').setBackground('red').setNote('three');`;
  const state = `['C', 'A'].map(c => { const f = sheet.createTextFinder('=SUM').matchFormulaText(true).findNext(); return c === 'C' ? f.getA1Notation() + f.getFormula() + f.getValue() : sheet.getRange('A1:A6').getBackgrounds().flat().indexOf('#ff0000') + 1 + sheet.getRange('A1:A6').getNotes().flat().join('') })`;
  test.each([
    ["sheet.insertRowBefore(2)", ["C1=SUM(A1:A5)10", "4three"]],
    ["sheet.insertRowAfter(4)", ["C1=SUM(A1:A4)10", "3three"]],
    ["sheet.deleteRow(2)", ["C1=SUM(A1:A3)8", "2three"]],
    ["sheet.moveRows(sheet.getRange('3:3'), 1)", ["C2=SUM(A2:A4)7", "1three"]],
    ["sheet.insertColumnBefore(2)", ["D1=SUM(A1:A4)10", "3three"]],
    ["sheet.getRange('A1:A4').sort({column: 1, ascending: false})", ["C1=SUM(A1:A4)10", "2three"]],
  ])("%s", (act, expected) => expect(on(`${start} ${act}; ${state}`)).toEqual(expected));

  test("what a deleted row held becomes #REF!", () =>
    expect(
      on(
        "sheet.getRange('B1').setFormula('=A2+1'); sheet.deleteRow(2); [sheet.getRange('B1').getFormula(), sheet.getRange('B1').getValue()]",
      ),
    ).toEqual(["=#REF!+1", "#REF!"]));

  test("inserted rows take the formats of the row they were inserted beside", () =>
    expect(
      on(`sheet.getRange('A2').setBackground('red'); sheet.insertRowAfter(2); sheet.insertRowBefore(2);
        sheet.getRange('A1:A5').getBackgrounds().flat()`),
    ).toEqual(["#ffffff", "#ff0000", "#ff0000", "#ff0000", "#ffffff"]));

  test("cells alone can be inserted and deleted", () => {
    const cells =
      "const r = sheet.getRange('A1:B3').setValues([[1, 2], [3, 4], [5, 6]]), D = SpreadsheetApp.Dimension;";
    expect(on(`${cells} sheet.getRange('A1').insertCells(D.COLUMNS); sheet.getRange('A1:C1').getValues()[0]`)).toEqual([
      "",
      1,
      2,
    ]);
    expect(on(`${cells} sheet.getRange('A1').deleteCells(D.COLUMNS); r.getValues()[0]`)).toEqual([2, ""]);
  });
});

describe("Appending", () => {
  test("appendRow answers the sheet and grows it where it is full", () =>
    expect(
      on(`sheet.deleteRows(2, 999); sheet.appendRow(['a']); SpreadsheetApp.flush();
        [String(sheet.appendRow(['=1+1', new Date(0), '007'])), sheet.getMaxRows(), sheet.getRange('A2').getValue(), sheet.getRange('C2').getValue()]`),
    ).toEqual(["Sheet", 2, 2, 7]));
});

describe("Sheets", () => {
  test.each([
    ["ss.insertSheet().getName()", "Sheet2"],
    ["[ss.insertSheet('x').getMaxRows(), ss.getSheetByName('x').getMaxColumns()].join()", "1000,26"],
    ["ss.insertSheet('x', 0).getIndex()", 1],
    ["ss.insertSheet('x'); ss.getActiveSheet().getName()", "x"],
    ["sheet.getRange('A1').setValue(7); ss.insertSheet('y', {template: sheet}).getRange('A1').getValue()", 7],
    [
      "sheet.setName('My data'); ss.insertSheet('x').getRange('A1').setFormula(\"='My data'!A1\"); sheet.setName('Other'); ss.getSheetByName('x').getRange('A1').getFormula()",
      "=Other!A1",
    ],
    [
      "const x = ss.insertSheet('x'); sheet.getRange('A1').setFormula('=x!A1'); ss.deleteSheet(x); sheet.getRange('A1').getValue()",
      "#REF!",
    ],
    ["sheet.copyTo(ss).getName()", "Copy of Sheet1"],
    ["ss.duplicateActiveSheet().getIndex()", 2],
    ["ss.insertSheet('x'); ss.moveActiveSheet(1); ss.getSheets()[0].getName()", "x"],
    ["ss.getSheetById(sheet.getSheetId()).getName()", "Sheet1"],
    ["ss.getSheetByName('sheet1')", null],
    ["ss.insertSheet('x'); sheet.hideSheet().isSheetHidden()", true],
    ["sheet.hideRows(2, 3); [1, 2, 4, 5].map(r => sheet.isRowHiddenByUser(r)).join()", "false,true,true,false"],
    ["sheet.setColumnWidths(1, 2, 50).getColumnWidth(2)", 50],
    ["sheet.getColumnWidth(1) + ',' + sheet.getRowHeight(1)", "100,21"],
    ["sheet.setFrozenRows(2); sheet.insertRowBefore(1); sheet.deleteRow(1); sheet.getFrozenRows()", 2],
    ["sheet.setTabColor('red').getTabColor()", "#ff0000"],
    [
      "sheet.setTabColorObject(SpreadsheetApp.newColor().setRgbColor('#0f0').build()).getTabColorObject().asRgbColor().asHexString()",
      "#00ff00",
    ],
    ["sheet.getTabColorObject()", null],
    [
      "sheet.getDrawings().length + sheet.getImages().length + sheet.getSlicers().length + sheet.getPivotTables().length",
      0,
    ],
    [
      "const copy = ss.copy('Copy'); [copy.getName(), copy.getId() === ss.getId(), SpreadsheetApp.openById(copy.getId()).getSheets().length].join()",
      "Copy,false,1",
    ],
    ["SpreadsheetApp.create('New', 5, 3).getSheets()[0].getMaxColumns()", 3],
  ])("%s", (act, expected) => expect(on(act)).toBe(expected));
});

describe("What counts as a call", () => {
  const callsOf = (body: string) => {
    const { project } = boundScript(
      `function go() { const ss = SpreadsheetApp.getActive(), sheet = ss.getSheets()[0]; ${body} }`,
    );
    const { calls, modelledMs } = project.run("go");
    return { calls, modelledMs };
  };

  test("navigation and builders do not", () =>
    expect(
      callsOf(`sheet.getRange('A1:B2').offset(1, 1).getA1Notation(); sheet.getSheetId(); sheet.getName(); ss.getSheetByName('x');
        sheet.getRange('A1').getRow(); SpreadsheetApp.newDataValidation().requireDate().build(); ss.getId(); ss.getActiveRange();`)
        .calls,
    ).toEqual({}));

  test("reads, writes, flush and the size of a sheet do, with their modelled time", () => {
    const { calls, modelledMs } = callsOf(
      "sheet.getRange('A1:B50').setValue(1).getValues(); sheet.getLastRow(); sheet.getMaxRows(); SpreadsheetApp.flush();",
    );
    expect(calls).toEqual({
      "Range.setValue": 1,
      "Range.getValues": 1,
      "Sheet.getLastRow": 1,
      "Sheet.getMaxRows": 1,
      "SpreadsheetApp.flush": 1,
    });
    expect(modelledMs).toBeCloseTo(5 + 250 + 100 * 0.015 + 3 * 30 + 102 * 0.0085, 1);
  });
});

describe("Undo is exact", () => {
  const lookOf = "const s = SpreadsheetApp.getActive().getSheets()[0];";
  const { workspace, book, project } = boundScript(`
    function fill() {
      ${lookOf}
      s.getRange('A1:A4').setValues([[1], [2], [3], [4]]).setNotes([['a'], ['b'], ['c'], ['d']]);
      s.getRange('C1').setFormula('=SUM(A1:A4)+A3');
      s.getRange('A2:A3').setBackground('red').merge();
      SpreadsheetApp.getActive().setNamedRange('Three', s.getRange('A3'));
      s.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setBackground('blue').setRanges([s.getRange('A3:A4')]).build()]);
    }
    function state() {
      ${lookOf}
      const r = s.getRange('A1:C5');
      return JSON.stringify([r.getValues(), r.getFormulas(), r.getNotes(), r.getBackgrounds(), s.getMaxRows(),
        r.getMergedRanges().map(m => m.getA1Notation()), SpreadsheetApp.getActive().getRangeByName('Three').getA1Notation(),
        s.getConditionalFormatRules()[0].getRanges()[0].getA1Notation()]);
    }`);
  project.run("fill");
  const before = project.run("state").value;
  const window = workspace.person("ann@example.com").open(book);

  test.each([
    ["deleted rows", () => window.deleteRows("Sheet1", 2, 2)],
    ["inserted rows", () => window.insertRows("Sheet1", 3, 2)],
    ["moved rows", () => window.moveRows("Sheet1", 1, 1, 5)],
    ["a deleted column", () => window.deleteColumns("Sheet1", 1, 1)],
  ])("%s", (_what, act) => {
    act();
    expect(project.run("state").value).not.toBe(before);
    window.undo();
    expect(project.run("state").value).toBe(before);
  });
});
