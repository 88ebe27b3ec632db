import { boundScript } from "./try-script.ts";

const SOURCE = `
  function DOUBLE(x) { return Array.isArray(x) ? x.map((row) => row.map((n) => 2 * n)) : 2 * x; }
  function kind(x) { return Array.isArray(x) ? "rows of " + x[0].length : x instanceof Date ? "date " + x.getUTCFullYear() : typeof x; }
  function listed() { return [1, 2, 3]; }
  function today() { return new Date(Date.UTC(2026, 2, 2)); }
  function fails() { throw new Error("no"); }
  function writes() { SpreadsheetApp.getActiveSheet().getRange("Z1").setValue(1); }
  function counts() { const p = PropertiesService.getScriptProperties(), n = Number(p.getProperty("n")) + 1; p.setProperty("n", String(n)); return n; }
  function hidden_() { return 1; }
  const nothing = () => undefined;
  function go(formula, at) {
    const sheet = SpreadsheetApp.getActiveSheet();
    sheet.getRange("A1:B2").setValues([[1, 2], [3, 4]]);
    sheet.getRange("C1").setValue(new Date(Date.UTC(2020, 5, 1)));
    sheet.getRange("D1").setFormula(formula);
    return sheet.getRange(at).getValues().join(";");
  }`;

const shown = (formula: string, at = "D1"): unknown => {
  const { value, error } = boundScript(SOURCE).project.run("go", [formula, at]);
  return error ? String(error) : value;
};

describe("A function of the script in a cell", () => {
  test.each<[string, string, unknown]>([
    ["=DOUBLE(4)", "D1", "8"],
    ["=double(A1)+1", "D1", "3"],
    ["=DOUBLE(A1:B2)", "D1:E2", "2,4;6,8"],
    ["=SUM(DOUBLE(A1:B2))", "D1", "20"],
    ["=IF(TRUE,DOUBLE(B2),fails())", "D1", "8"],
    ["=listed()", "D1:D3", "1;2;3"],
    ['=kind(A1)&kind("x")&kind(TRUE)', "D1", "numberstringboolean"],
    ["=kind(A1:B2)", "D1", "rows of 2"],
    ["=kind(C1)", "D1", "date 2020"],
    ["=nothing()", "D1", ""],
    ["=fails()", "D1", "#ERROR!"],
    ["=writes()", "D1", "#ERROR!"],
    ["=hidden_()", "D1", "#NAME?"],
    ["=YEAR(today())", "D1", "2026"],
  ])("%s", (formula, at, expected) => expect(shown(formula, at)).toBe(expected));

  test("runs anew only when what it saw has changed, and takes nobody's time", () => {
    const { workspace, book, project } = boundScript(SOURCE);
    project.run("go", ["=counts()+A1", "D1"]);
    const before = workspace.clock.now();
    const value = (): unknown => book.grids[0]?.valueAt(0, 3);
    expect([value(), value()]).toEqual([2, 2]);
    workspace.person("ann@example.com").open(book).type("Sheet1", "A1", "10");
    expect(value()).toBe(12);
    expect(workspace.clock.now()).toBe(before);
    expect(workspace.executions.filter(({ trigger }) => trigger === "custom")).toHaveLength(2);
  });
});
