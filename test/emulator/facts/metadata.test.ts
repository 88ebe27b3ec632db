import { eachReading } from "../each-reading.ts";
import type { Switches } from "../switches.ts";
import { answerOf, boundScript } from "./try-script.ts";

const on = (expression: string) =>
  answerOf(`const ss = SpreadsheetApp.getActive(), sheet = ss.getSheets()[0]; ${expression}`);

describe("Developer metadata (C5)", () => {
  test.each([
    ["ss.addDeveloperMetadata('k', 'v').getDeveloperMetadata().map(m => m.getKey() + m.getValue())", ["kv"]],
    ["sheet.addDeveloperMetadata('k').getDeveloperMetadata()[0].getValue()", null],
    [
      "sheet.getRange('2:2').addDeveloperMetadata('k').getDeveloperMetadata()[0].getLocation().getLocationType().toString()",
      "ROW",
    ],
    [
      "sheet.getRange('B:B').addDeveloperMetadata('k').getDeveloperMetadata()[0].getLocation().getColumn().getColumn()",
      2,
    ],
    [
      "sheet.addDeveloperMetadata('k', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT).getDeveloperMetadata()[0].getVisibility().toString()",
      "PROJECT",
    ],
    [
      "sheet.getRange('B:B').addDeveloperMetadata('role', 'status'); sheet.insertColumnBefore(1); ss.createDeveloperMetadataFinder().withKey('role').withValue('status').find()[0].getLocation().getColumn().getColumn()",
      3,
    ],
    [
      "sheet.getRange('B:B').addDeveloperMetadata('role'); sheet.deleteColumn(2); ss.createDeveloperMetadataFinder().find().length",
      0,
    ],
    [
      "sheet.getRange('B:B').addDeveloperMetadata('role'); SpreadsheetApp.flush(); sheet.getRange('B2').getDeveloperMetadata().length",
      0,
    ],
    [
      "ss.addDeveloperMetadata('k'); sheet.addDeveloperMetadata('k'); sheet.createDeveloperMetadataFinder().withKey('k').find().length",
      1,
    ],
    [
      "ss.addDeveloperMetadata('k'); ss.getDeveloperMetadata()[0].setValue('w').remove(); ss.getDeveloperMetadata().length",
      0,
    ],
  ])("%s", (act, expected) => expect(on(act)).toEqual(expected));

  test("30,000 characters for the spreadsheet and 30,000 for each sheet", () => {
    const long = "'x'.repeat(29999)";
    expect(
      on(
        `ss.addDeveloperMetadata('k', ${long}); sheet.addDeveloperMetadata('k', ${long}); SpreadsheetApp.flush(); 'fine'`,
      ),
    ).toBe("fine");
    expect(
      on(
        `sheet.addDeveloperMetadata('k', ${long}); sheet.getRange('2:2').addDeveloperMetadata('r'); SpreadsheetApp.flush()`,
      ),
    ).toMatch(/30000 characters/);
  });
});

const MARKED = `function go() {
    const sheet = SpreadsheetApp.getActiveSheet();
    sheet.addDeveloperMetadata("of sheet"); sheet.getRange("2:2").addDeveloperMetadata("row"); sheet.getRange("B:B").addDeveloperMetadata("column");
  }
  const marks = () => SpreadsheetApp.getActive().createDeveloperMetadataFinder().find().map((m) => {
    const at = m.getLocation(), kind = at.getLocationType().toString();
    const sheet = (kind === "SHEET" ? at.getSheet() : (at.getRow() || at.getColumn()).getSheet()).getName();
    return [m.getKey(), sheet, kind === "ROW" ? at.getRow().getRow() : kind === "COLUMN" ? at.getColumn().getColumn() : 0].join(" ");
  }).sort();
  function append() { SpreadsheetApp.getActiveSheet().insertRowAfter(2); }
  function copy() { SpreadsheetApp.getActiveSheet().copyTo(SpreadsheetApp.getActive()); }`;

function marked(switches: Partial<Switches>) {
  const { workspace, book, project } = boundScript(MARKED, { switches });
  project.run("go");
  const window = workspace.person("ann@example.com").open(book);
  return { window, project, marks: () => project.run("marks").value };
}
const OWN = ["column Sheet1 2", "of sheet Sheet1 0", "row Sheet1 2"];

eachReading("metadataOfCopiedSheet", (reading) => {
  const copies = ["column Copy of Sheet1 2", "of sheet Copy of Sheet1 0", "row Copy of Sheet1 2"];
  const expected = reading === "copied" ? [...OWN, ...copies].sort() : OWN;
  test("duplicated by a person, and copied by a script", () => {
    const [byHand, byScript] = [marked({ metadataOfCopiedSheet: reading }), marked({ metadataOfCopiedSheet: reading })];
    byHand.window.duplicateSheet("Sheet1");
    byScript.project.run("copy");
    expect([byHand.marks(), byScript.marks()]).toEqual([expected, expected]);
  });
});

eachReading("metadataOfCopiedLines", (reading) => {
  const after = (from: string, to: string) => {
    const { window, marks } = marked({ metadataOfCopiedLines: reading });
    window.copyPaste("Sheet1", from, "Sheet1", to, "all");
    return marks();
  };
  const copied = (mark: string) => (reading === "copied" ? [...OWN, mark].sort() : OWN);
  test("a whole row", () => expect(after("2:2", "5:5")).toEqual(copied("row Sheet1 5")));
  test("a whole column", () => expect(after("B:B", "D:D")).toEqual(copied("column Sheet1 4")));
  test("a part of them carries nothing", () => expect(after("A2:C2", "A5:C5")).toEqual(OWN));
});

eachReading("metadataOfInsertedLines", (reading) => {
  const inherited = reading === "neighbour's";
  test("a row that a script inserts behind one", () => {
    const { project, marks } = marked({ metadataOfInsertedLines: reading });
    project.run("append");
    expect(marks()).toEqual(inherited ? [...OWN, "row Sheet1 3"] : OWN);
  });
  test("columns that a person inserts before one", () => {
    const { window, marks } = marked({ metadataOfInsertedLines: reading });
    window.insertColumns("Sheet1", 2, 2);
    const own = ["column Sheet1 4", ...OWN.slice(1)];
    expect(marks()).toEqual(inherited ? ["column Sheet1 2", "column Sheet1 3", ...own] : own);
  });
});
