import { Workspace } from "../workspace.ts";
import { answerOf, boundScript, tryScript } from "./try-script.ts";

const SHEET = "const ss = SpreadsheetApp.getActive(); const sheet = ss.getSheets()[0];";
const DATA = `${SHEET} sheet.getRange("A1:C4").setValues([["Week","In","Out"],["w1",4,1],["w2",6,3],["w3",5,6]]);`;
const CHART =
  "sheet.newChart().setChartType(Charts.ChartType.COLUMN).addRange(sheet.getRange('A1:A4')).addRange(sheet.getRange('B1:B4'))" +
  ".setNumHeaders(1).setPosition(6, 5, 3, 4).setOption('title', 'Weeks')";
const INSERTED = `${DATA} sheet.insertChart(${CHART}.build()); const chart = () => sheet.getCharts()[0];`;
const PLACE =
  "(c => [c.getRanges().map(r => r.getA1Notation()).join(), c.getContainerInfo().getAnchorRow(), c.getContainerInfo().getAnchorColumn()].join(' '))";

describe("charts in sheets (C7)", () => {
  test.each([
    [
      "the id comes with the insertion",
      `${DATA} const b = ${CHART}.build(); const none = b.getChartId(); sheet.insertChart(b); none + '/' + (b.getChartId() === sheet.getCharts()[0].getChartId())`,
      "null/true",
    ],
    [
      "one built chart inserted twice makes two",
      `${DATA} const b = ${CHART}.build(); sheet.insertChart(b); sheet.insertChart(b); new Set(sheet.getCharts().map(c => c.getChartId())).size`,
      2,
    ],
    [
      "what was built does not follow its builder",
      `${DATA} const b = ${CHART}; const c = b.build(); b.setOption('title', 'X'); c.getOptions().get('title')`,
      "Weeks",
    ],
    [
      "a chart that was read does not follow the sheet",
      `${INSERTED} const c = chart(); sheet.updateChart(c.modify().setOption('title', 'New').build()); c.getOptions().get('title') + chart().getOptions().get('title')`,
      "WeeksNew",
    ],
    [
      "an update keeps the id",
      `${INSERTED} const id = chart().getChartId(); sheet.updateChart(chart().modify().asLineChart().build()); id === chart().getChartId() && String(chart().modify().getChartType())`,
      "LINE",
    ],
    [
      "removal by a chart read before an update",
      `${INSERTED} const c = chart(); sheet.updateChart(c.modify().setPosition(1, 1, 0, 0).build()); sheet.removeChart(c); sheet.getCharts().length`,
      0,
    ],
    ["the same range is added once", `${DATA} ${CHART}.addRange(sheet.getRange('B1:B4')).getRanges().length`, 2],
    ["an option that was never set", `${INSERTED} chart().getOptions().get('width')`, null],
    ["headers", `${INSERTED} chart().getNumHeaders() + ' ' + sheet.newChart().build().getNumHeaders()`, "1 -1"],
    [
      "strategies",
      `${INSERTED} [chart().getMergeStrategy(), chart().getHiddenDimensionStrategy(), chart().getTransposeRowsAndColumns()].join()`,
      "MERGE_COLUMNS,IGNORE_BOTH,false",
    ],
    [
      "a hidden dimension strategy before the type",
      `${DATA} sheet.newChart().setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)`,
      "Exception: Unexpected error",
    ],
    [
      "an axis range of two axes only for points",
      `${DATA} typeof sheet.newChart().asScatterChart().setXAxisRange(0, 1).setYAxisRange(0, 1) + typeof sheet.newChart().asLineChart().setXAxisRange`,
      "objectundefined",
    ],
    [
      "a generic builder has no titles",
      `${DATA} ${CHART}.setXAxisTitle('x')`,
      "TypeError: sheet.newChart(...).setChartType(...).addRange(...).addRange(...).setNumHeaders(...).setPosition(...).setOption(...).setXAxisTitle is not a function",
    ],
    [
      "parts of an option asked for as a whole",
      `${DATA} ${CHART}.setOption('legend.position', 'top').build().getOptions().get('legend')`,
      'NotEmulated: ChartOptions.get of "legend", which was set as a part or as a whole only',
    ],
    [
      "updating a chart that is gone",
      `${INSERTED} const c = chart(); sheet.removeChart(c); sheet.updateChart(c)`,
      "NotEmulated: Sheet.updateChart of a chart not in the sheet",
    ],
  ])("%s", (_, statements, expected) => {
    expect(answerOf(statements)).toEqual(expected);
  });

  test.each([
    ["inserted rows inside", "sheet.insertRowsBefore(3, 2)", "A1:A6,B1:B6 8 5"],
    ["inserted rows above", "sheet.insertRowsBefore(1, 2)", "A3:A6,B3:B6 8 5"],
    ["deleted rows", "sheet.deleteRows(3, 2)", "A1:A2,B1:B2 4 5"],
    ["the anchor's own row deleted", "sheet.deleteRows(5, 3)", "A1:A4,B1:B4 5 5"],
    ["inserted columns", "sheet.insertColumnBefore(2)", "A1:A4,C1:C4 6 6"],
    ["a column of values deleted", "sheet.deleteColumn(2)", "A1:A4 6 4"],
    ["moved columns", "sheet.moveColumns(sheet.getRange('B:B'), 6)", "A1:A4,E1:E4 6 4"],
    ["a new name", "sheet.setName('Other')", "A1:A4,B1:B4 6 5"],
  ])("%s: ranges and anchor follow", (_, act, expected) => {
    expect(answerOf(`${INSERTED} ${act}; ${PLACE}(chart())`)).toBe(expected);
  });

  test("a copied sheet has charts of its own over its own cells", () => {
    const statements = `${INSERTED} const copy = sheet.copyTo(ss); const [c] = copy.getCharts();
      [c.getRanges().every(r => r.getSheet().getName() === copy.getName()), c.getChartId() !== chart().getChartId()].join()`;
    expect(answerOf(statements)).toBe("true,true");
  });

  test("a copied spreadsheet keeps charts and what they show", () => {
    const statements = `${DATA} const other = ss.insertSheet('Board'); other.insertChart(${CHART}.build());
      const copy = ss.copy('Copy'); copy.getSheetByName('Board').getCharts()[0].getRanges()[0].getSheet().getName()`;
    expect(answerOf(statements)).toBe("Sheet1");
  });

  test("a snapshot keeps charts", () => {
    const { workspace, project } = boundScript(`function put() { ${INSERTED} }
      function look() { return SpreadsheetApp.getActive().getSheets()[0].getCharts()[0].getOptions().get("title"); }`);
    project.run("put");
    const [kept] = Workspace.restore(workspace.snapshot()).projects;
    expect(kept?.run("look").value).toBe("Weeks");
  });
});

describe("pictures of charts", () => {
  const PNG =
    "b => [b.getContentType(), b.getName(), b.getBytes().slice(1, 4).map(x => String.fromCharCode(x)).join('')].join()";

  test.each([
    ["of a sheet", `${INSERTED} (${PNG})(chart().getAs('image/png'))`],
    ["over empty cells", `${SHEET} (${PNG})(${CHART}.build().getAs('image/png'))`],
    ["without any range", `${SHEET} (${PNG})(sheet.newChart().asPieChart().setTitle('T').build().getBlob())`],
    [
      "of a table",
      `const t = Charts.newDataTable().addColumn(Charts.ColumnType.STRING, 'Month').addColumn(Charts.ColumnType.NUMBER, 'n').addRow(['Jan', 3]).setValue(1, 1, 4);
      (${PNG})(Charts.newLineChart().setDataTable(t).setTitle('T').setDimensions(300, 200).setCurveStyle(Charts.CurveStyle.SMOOTH).build().getAs(MimeType.PNG))`,
    ],
    [
      "of a range of cells",
      `${DATA} (${PNG})(Charts.newTableChart().setDataTable(sheet.getRange('A1:B4')).enableSorting(true).build().getBlob())`,
    ],
    [
      "of a view of a table",
      `${DATA} const view = Charts.newDataViewDefinition().setColumns([0, 2]).build();
      (${PNG})(Charts.newPieChart().setDataTable(sheet.getRange('A1:C4').getDataTable(true)).setDataViewDefinition(view).build().getBlob())`,
    ],
  ])("%s", (_, statements) => {
    expect(answerOf(statements)).toBe("image/png,chart.png,PNG");
  });

  test.each([
    ["another type of file", `${INSERTED} chart().getAs('image/jpeg')`, "NotEmulated: A chart as image/jpeg"],
    [
      "a chart that is not drawn here",
      `${SHEET} sheet.newChart().setChartType(Charts.ChartType.GAUGE).build().getBlob()`,
      "NotEmulated: Drawing charts of type GAUGE",
    ],
    [
      "a wrong table",
      "Charts.newBarChart().setDataTable([[1]])",
      "Exception: The parameters (number[][]) don't match the method signature for Charts.BarChartBuilder.setDataTable.",
    ],
    [
      "data from elsewhere",
      "Charts.newBarChart().setDataSourceUrl('https://example.com')",
      "NotEmulated: BarChartBuilder.setDataSourceUrl",
    ],
  ])("%s", (_, statements, expected) => {
    expect(answerOf(statements)).toBe(expected);
  });

  test("every picture counts as a converted file of the day", () => {
    const { workspace, project } = boundScript(
      `function go() { ${SHEET} return ${CHART}.build().getAs("image/png").getName(); }`,
    );
    workspace.conversions.take(workspace.owner, 1999, workspace.clock.now());
    expect(project.run("go").value).toBe("chart.png");
    expect(String(project.run("go").error)).toBe(
      "Exception: Service invoked too many times for one day: file conversions.",
    );
    workspace.clock.advance(24 * 3_600_000);
    expect(project.run("go").value).toBe("chart.png");
  });

  test("options that the drawing leaves out are told, queued writes are seen", () => {
    const { warnings, calls } = tryScript(
      `${DATA} sheet.insertChart(${CHART}.setOption("tooltip", { isHtml: true }).setOption("vAxis.title", "n").build());
       sheet.getRange("B2").setValue(9); sheet.getCharts()[0].getAs("image/png")`,
    );
    expect(warnings).toEqual(['The chart "Weeks" is drawn here without tooltip.isHtml, vAxis.title.']);
    expect(calls["EmbeddedChart.getAs"]).toBe(1);
  });
});

describe("a person and a chart", () => {
  test("a chart deleted by hand is gone for scripts, and undo brings it back", () => {
    const { workspace, book, project } = boundScript(`function put() { ${INSERTED} return chart().getChartId(); }
      function count() { return SpreadsheetApp.getActive().getSheets()[0].getCharts().length; }`);
    const id = Number(project.run("put").value);
    const ann = workspace.person("ann@example.com").open(book);
    ann.removeChart("Sheet1", id);
    expect(project.run("count").value).toBe(0);
    ann.undo();
    expect(project.run("count").value).toBe(1);
    ann.redo();
    expect(project.run("count").value).toBe(0);
  });
});
