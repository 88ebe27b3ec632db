import { FormulaCell } from "../spreadsheet/model/formula-cell.ts";
import { boundScript } from "./try-script.ts";

const GO = "function go() { return SpreadsheetApp.getActiveSheet().getRange('A1:B1').getValues()[0]; }";

/** Reads A1:B1 in a script. */
function reading(a1: string, b1 = "", cached?: string) {
  const { book, project } = boundScript(GO);
  book.grids[0]!.store(0, 0, new FormulaCell(a1, cached));
  if (b1) book.grids[0]!.store(0, 1, new FormulaCell(b1));
  return project.run("go");
}

describe("A formula whose function the emulator lacks", () => {
  test.each([
    ["=SPARKLINE(C1:C9)", "", "SPARKLINE"],
    ['=IFERROR(GOOGLEFINANCE("GOOG"),0)', "", "GOOGLEFINANCE"],
    ['=IMPORTRANGE("x","A1")', "=A1&1", "IMPORTRANGE"],
  ])("%s is refused where a script reads it", (a1, b1, name) => {
    const { error, notEmulated } = reading(a1, b1);
    expect(String(error)).toBe(`NotEmulated: ${name} in a formula`);
    expect(notEmulated).toEqual([`${name} in a formula`]);
  });

  test("so is a cell that hangs on it, also when read again", () => {
    const { book, project } = boundScript(
      "function go() { return SpreadsheetApp.getActiveSheet().getRange('B1').getDisplayValue(); }",
    );
    book.grids[0]!.store(0, 0, new FormulaCell("=SPARKLINE(C1:C9)"));
    book.grids[0]!.store(0, 1, new FormulaCell("=A1&1"));
    for (let time = 0; time < 2; time++) expect(project.run("go").notEmulated).toEqual(["SPARKLINE in a formula"]);
  });

  test("is shown as #NAME? where the workspace is only worked in, and noted all the same", () => {
    const { workspace, book, project } = boundScript(GO);
    workspace.showsUnknownFormulas = true;
    book.grids[0]!.store(0, 0, new FormulaCell("=SPARKLINE(C1:C9)"));
    const { value, error, notEmulated } = project.run("go");
    expect([value, error]).toEqual([["#NAME?", ""], undefined]);
    expect(notEmulated).toEqual(["SPARKLINE in a formula"]);
  });

  test("keeps the value that its file brought along, for others too", () =>
    expect(reading('=IMPORTRANGE("x","A1")', "=A1&1", "kept").value).toEqual(["kept", "kept1"]));

  test("that Google doesn't know either is #NAME?", () =>
    expect(reading("=NOPE(1)", "=A1").value).toEqual(["#NAME?", "#NAME?"]));
});
