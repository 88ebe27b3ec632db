import { answerOf } from "./try-script.ts";

const on = (expression: string) =>
  answerOf(`const ss = SpreadsheetApp.getActive(), sheet = ss.getSheets()[0]; ${expression}`);

describe("Text finder", () => {
  const cells =
    "sheet.getRange('A1:B3').setValues([['Apple', 'pineapple'], ['apple pie', 5], ['áPPle', '=\"ap\"&\"ple\"']]);";
  const found = (finder: string) => on(`${cells} ${finder}.findAll().map(r => r.getA1Notation())`);
  test.each([
    ["sheet.createTextFinder('apple')", ["A1", "B1", "A2", "B3"]],
    ["sheet.createTextFinder('apple').matchCase(true)", ["B1", "A2", "B3"]],
    ["sheet.createTextFinder('apple').matchEntireCell(true)", ["A1", "B3"]],
    ["sheet.createTextFinder('apple').ignoreDiacritics(true).matchEntireCell(true)", ["A1", "A3", "B3"]],
    ["sheet.createTextFinder('^a.*e$').useRegularExpression(true)", ["A1", "A2", "B3"]],
    ["sheet.createTextFinder('\"ple\"').matchFormulaText(true)", ["B3"]],
    ["sheet.getRange('A:A').createTextFinder('apple')", ["A1", "A2"]],
    ["ss.createTextFinder('5')", ["B2"]],
  ])("%s", (finder, expected) => expect(found(finder)).toEqual(expected));

  test("findNext goes on from match to match and ends with null", () =>
    expect(
      on(`${cells} const f = sheet.createTextFinder('apple').startFrom(sheet.getRange('A1'));
        [f.findNext(), f.findNext(), f.findPrevious(), f.getCurrentMatch(), f.findNext(), f.findNext(), f.findNext()].map(r => r && r.getA1Notation())`),
    ).toEqual(["B1", "A2", "B1", "B1", "A2", "B3", null]));

  test("replacing counts every occurrence, parses anew and leaves formulas alone", () =>
    expect(
      on(`sheet.getRange('A1:A3').setValues([['x1x'], ['x'], ['="x"']]);
        [sheet.createTextFinder('x').replaceAllWith(''), sheet.getRange('A1:A3').getValues().flat()]`),
    ).toEqual([3, [1, "", "x"]]));
});

describe("Filters", () => {
  const start = `sheet.getRange('A1:B4').setValues([['n', 't'], [1, 'a'], [20, 'b'], [30, 'c']]);
    const f = sheet.getRange('A1:B4').createFilter();`;
  test.each([
    [
      "f.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenNumberGreaterThan(10).build())",
      [false, true, false, false],
    ],
    [
      "f.setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().setHiddenValues(['b', 'c']).build())",
      [false, false, true, true],
    ],
    [
      "f.setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().whenFormulaSatisfied('=A2>25').build())",
      [false, true, true, false],
    ],
    [
      "f.setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().whenTextNotEqualTo('b').build())",
      [false, false, true, false],
    ],
    [
      "f.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenCellEmpty().build()); f.removeColumnFilterCriteria(1)",
      [false, false, false, false],
    ],
  ])("%s", (act, hidden) =>
    expect(on(`${start} ${act}; [1, 2, 3, 4].map(r => sheet.isRowHiddenByFilter(r))`)).toEqual(hidden),
  );

  test("criteria come back, the filter can be removed", () =>
    expect(
      on(`${start} f.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenDateAfter(SpreadsheetApp.RelativeDate.TODAY).build());
        const c = f.getColumnFilterCriteria(1); f.remove();
        [c.getCriteriaType().toString(), c.getCriteriaValues().map(String), sheet.getFilter()]`),
    ).toEqual(["DATE_AFTER_RELATIVE", ["TODAY"], null]));
});

describe("Banding", () => {
  test.each([
    ["sheet.getRange('A1:B4').applyRowBanding(SpreadsheetApp.BandingTheme.CYAN).getHeaderRowColor()", "#4dd0e1"],
    [
      "sheet.getRange('A1:B4').applyRowBanding().setHeaderRowColorObject(SpreadsheetApp.newColor().setRgbColor('#00ff00').build()).getHeaderRowColorObject().asRgbColor().asHexString()",
      "#00ff00",
    ],
    ["sheet.getRange('A1:B4').applyRowBanding().setFirstRowColor('red').getFirstRowColor()", "#ff0000"],
    ["sheet.getRange('A1:B4').applyRowBanding().getHeaderColumnColor()", null],
    ["sheet.getRange('A1:B4').applyRowBanding().getFooterRowColor()", null],
    ["sheet.getRange('A1:B4').applyColumnBanding().getRange().getA1Notation()", "A1:B4"],
  ])("%s", (act, expected) => expect(on(act)).toBe(expected));
});

describe("Charts (C7)", () => {
  const chart =
    "sheet.newChart().setChartType(Charts.ChartType.COLUMN).addRange(sheet.getRange('A1:B5')).setPosition(5, 5, 0, 0)";
  test.each([
    [`${chart}.setOption('title', 'T').build().getOptions().get('title')`, "T"],
    [`${chart}.build().getChartId()`, null],
    [`sheet.insertChart(${chart}.build()); typeof sheet.getCharts()[0].getChartId()`, "number"],
    [
      `sheet.insertChart(${chart}.build()); const c = sheet.getCharts()[0]; sheet.updateChart(c.modify().setOption('title', 'U').build()); [sheet.getCharts().length, sheet.getCharts()[0].getOptions().get('title')].join()`,
      "1,U",
    ],
    [`${chart}.asLineChart().setTitle('L').build().getOptions().get('title')`, "L"],
    [`${chart}.asPieChart().set3D().getRanges()[0].getA1Notation()`, "A1:B5"],
    ["sheet.newChart().setTitle('x')", "TypeError: sheet.newChart(...).setTitle is not a function"],
    [
      `sheet.newChart().setChartType('COLUMN')`,
      "Exception: The parameters (String) don't match the method signature for SpreadsheetApp.EmbeddedChartBuilder.setChartType.",
    ],
    [
      `${chart}.asPieChart().setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.IGNORE_BOTH).setNumHeaders(-1).build().getHiddenDimensionStrategy().toString()`,
      "IGNORE_BOTH",
    ],
    [
      `${chart}.asPieChart().setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)`,
      "Exception: Unexpected error",
    ],
  ])("%s", (act, expected) => expect(on(act)).toBe(expected));
});
