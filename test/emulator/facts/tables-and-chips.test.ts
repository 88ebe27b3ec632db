import { eachReading } from "../each-reading.ts";
import type { Switches } from "../switches.ts";
import { Workspace } from "../workspace.ts";
import { boundScript } from "./try-script.ts";

const REFUSED = "This operation is not allowed on cells in typed columns.";

/** A sheet whose A1:B3 was converted to a table with the column Status typed. */
function table(switches: Partial<Switches> = {}) {
  const { workspace, book, project } = boundScript(
    `const sheet = () => SpreadsheetApp.getActiveSheet();
    const rule = () => SpreadsheetApp.newDataValidation().requireCheckbox().build();
    function fill() { sheet().getRange("A1:B3").setValues([["Subject", "Status"], ["a", "Open"], ["b", "Open"]]); }
    function go(act) { eval(act); SpreadsheetApp.flush(); return sheet().getRange("A1:C3").getValues().join(";"); }`,
    { switches },
  );
  project.run("fill");
  const window = workspace.person("ann@example.com").open(book);
  window.convertToTable("Sheet1", "A1:B3", ["Status"]);
  const answer = (act: string) => {
    const { value, error } = project.run("go", [act]);
    return error ? error.message : value;
  };
  return { workspace, book, project, window, answer };
}
const STANDS = "Subject,Status,;a,Open,;b,Open,";

describe("A typed column of a table refuses rules (C5)", () => {
  test.each([
    "sheet().getRange('B2').setDataValidation(rule())",
    "sheet().getRange('A2:B2').setDataValidations([[rule(), rule()]])",
    "sheet().getRange('B:B').clearDataValidations()",
    "sheet().getRange('B2').clear({ validationsOnly: true })",
    "sheet().getRange('B2').insertCheckboxes()",
    "sheet().getRangeList(['A2', 'B2']).clearDataValidations()",
  ])("%s", (act) => expect(table().answer(act)).toBe(REFUSED));

  test.each([
    "sheet().getRange('A2').setDataValidation(rule())",
    "sheet().getRange('C2').setDataValidation(rule())",
    "sheet().getRange('B4').setDataValidation(rule())",
  ])("beside it they are taken: %s", (act) => expect(table().answer(act)).toBe(STANDS));

  test("the refusal comes late, as of other writes, and what was written before it stands", () =>
    expect(
      table().answer(`sheet().getRange("A2").setValue("x"); sheet().getRange("B2").clearDataValidations();
        try { SpreadsheetApp.flush(); } catch (e) { sheet().getRange("C1").setValue(e.message); }`),
    ).toBe(`Subject,Status,${REFUSED};x,Open,;b,Open,`));

  test("values are written as ever", () =>
    expect(table().answer("sheet().getRange('A2:B2').setValues([['x', 'Closed']])")).toBe(
      "Subject,Status,;x,Closed,;b,Open,",
    ));

  test("it moves with its columns, and a snapshot keeps it", () => {
    const { workspace, window } = table();
    window.insertColumns("Sheet1", 1);
    const [project] = Workspace.restore(workspace.snapshot()).projects;
    expect(project?.run("go", ["sheet().getRange('C2').clearDataValidations()"]).error?.message).toBe(REFUSED);
    expect(project?.run("go", ["sheet().getRange('B2').clearDataValidations()"]).error).toBeUndefined();
  });

  test("undo makes plain cells of it", () => {
    const { window, answer } = table();
    window.undo();
    expect(answer("sheet().getRange('B2').clearDataValidations()")).toBe(STANDS);
  });
});

eachReading("headerOfTypedColumn", (reading) => {
  test("setValues over the header row", () =>
    expect(
      table({ headerOfTypedColumn: reading }).answer("sheet().getRange('A1:B1').setValues([['Subject', 'State']])"),
    ).toBe(reading === "refused" ? REFUSED : "Subject,State,;a,Open,;b,Open,"));
  test("over an untyped header", () =>
    expect(table({ headerOfTypedColumn: reading }).answer("sheet().getRange('A1').setValue('Title')")).toBe(
      "Title,Status,;a,Open,;b,Open,",
    ));
});

eachReading("peopleChipReads", (reading) => {
  const chip = { email: "ben@example.com", name: "Ben Low" };
  const text = { name: "Ben Low", address: "ben@example.com" }[reading];
  const withChip = () => {
    const { workspace, book, project } = boundScript(
      `const cell = (a1) => SpreadsheetApp.getActiveSheet().getRange(a1);
      const look = () => [cell("A1").getValue(), cell("A1").getDisplayValue(), cell("A1").getRichTextValue().getText()];
      function onEdit(e) { console.log(e.value); }
      function rewrite() { cell("A1").setValue(cell("A1").getValue()); }
      function copy() { cell("A1").copyTo(cell("B2")); }`,
      { switches: { peopleChipReads: reading } },
    );
    const window = workspace.person("ann@example.com").open(book);
    window.putChip("Sheet1", "A1", chip);
    const chipAt = (row: number, column: number) => book.grids[0]?.extras[row]?.runs?.get(column)?.[0]?.chip;
    return { workspace, project, window, chipAt };
  };

  test("what scripts and the edit event read", () => {
    const { workspace, project } = withChip();
    expect(workspace.executions[0]?.log).toEqual([text]);
    expect(project.run("look").value).toEqual([text, text, text]);
  });

  test("a rewritten cell is a chip no more, even with the same text", () => {
    const { project, chipAt } = withChip();
    expect(chipAt(0, 0)).toEqual(chip);
    project.run("rewrite");
    expect(chipAt(0, 0)).toBeUndefined();
    expect(project.run("look").value).toEqual([text, text, text]);
  });

  test("a copied, moved or undone one stays what it is", () => {
    const { project, window, chipAt } = withChip();
    project.run("copy");
    expect(chipAt(1, 1)).toEqual(chip);
    window.insertRows("Sheet1", 1);
    expect(chipAt(1, 0)).toEqual(chip);
    window.type("Sheet1", "A2", "typed over");
    window.undo();
    expect(chipAt(1, 0)).toEqual(chip);
  });
});
