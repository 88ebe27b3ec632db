import { Workspace } from "../workspace.ts";
import { boundScript } from "./try-script.ts";

const LIBRARY = `
  var version = 3, calls = 0;
  const PREFIX = "T-";
  function numbered(n) { calls++; return PREFIX + n + secret_(); }
  function secret_() { return "!"; }
  function firstCell() { return SpreadsheetApp.getActiveSheet().getRange("A1"); }
  function made() { return [new Date(0), [1]]; }
  function fails() { throw new TypeError("no"); }
  class Desk { hello() { return "hello"; } }`;

const gs = (source: string) => [{ name: "Code", type: "gs" as const, source }];
const manifest = { dependencies: { libraries: [{ userSymbol: "Lib" }, { userSymbol: "Other" }] } };

function ran(body: string, library = LIBRARY) {
  const libraries = { Lib: { files: gs(library), manifest: {} } };
  const { workspace, project } = boundScript(`const version = 1; function go() { ${body} }`, { manifest, libraries });
  const { value, error } = project.run("go");
  return { workspace, answer: error ? String(error) : value };
}

describe("A library of the manifest that is at hand", () => {
  test.each([
    ["return Lib.numbered(7)", "T-7!"],
    ["Lib.numbered(1); Lib.numbered(2); return [Lib.calls, Lib.version, version]", [2, 3, 1]],
    ["return typeof Lib.secret_", "undefined"],
    ["return new Lib.Desk().hello()", "hello"],
    ["Lib.firstCell().setValue(5); return SpreadsheetApp.getActiveSheet().getRange('A1').getValue()", 5],
    [
      "Lib.firstCell().setValue(6); const at = Lib.firstCell(); at.copyTo(at.offset(1, 0)); return at.offset(1, 0).getValue()",
      6,
    ],
    ["SpreadsheetApp.getActiveSheet().setActiveRange(Lib.firstCell()); return 1", 1],
    [
      "const [date] = Lib.made(); return [date instanceof Date, SpreadsheetApp.getActiveSheet().getRange('A1').setValue(date).getValue().getTime()]",
      [false, 0],
    ],
    ["try { Lib.fails() } catch (e) { return [e.message, e instanceof TypeError] }", ["no", false]],
    ["return Other.go()", "NotEmulated: Other"],
  ])("%s", (body, expected) => expect(ran(body).answer).toEqual(expected));

  test("starts anew with each execution, and goes along in snapshots", () => {
    const { workspace } = ran("Lib.numbered(1); return Lib.calls");
    const [project] = Workspace.restore(workspace.snapshot()).projects;
    expect([project?.run("go").value, project?.run("go").value]).toEqual([1, 1]);
  });

  test("that fails while it is loaded fails where it is named", () =>
    expect(ran("return Lib.x", "missing();").answer).toMatch(/ReferenceError: missing is not defined/));
});
