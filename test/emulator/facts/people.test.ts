import type { Identity } from "../people/person.ts";
import { boundScript } from "./try-script.ts";

const SOURCE = `
  function install() {
    const book = SpreadsheetApp.getActive();
    ScriptApp.newTrigger("edited").forSpreadsheet(book).onEdit().create();
    ScriptApp.newTrigger("changed").forSpreadsheet(book).onChange().create();
  }
  const who = (e) => [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), e.user.getEmail(), String(e.authMode)];
  function onOpen(e) { return who(e); }
  function onEdit(e) { console.log(JSON.stringify(["edit", e.range.getA1Notation(), "value" in e ? e.value : null, "oldValue" in e ? e.oldValue : null, ...who(e)])); }
  function onSelectionChange(e) { console.log(JSON.stringify(["select", e.range.getA1Notation()])); }
  function edited(e) { console.log(JSON.stringify(["edited", e.range.rowStart, e.range.rowEnd, e.range.columnStart, e.range.columnEnd, ...who(e)])); }
  function changed(e) { console.log(JSON.stringify(["changed", String(e.changeType)])); }
  function write() { SpreadsheetApp.getActiveSheet().getRange("A1").setValue(new Date()); }
`;

function desk(identity: Identity = "visible", source = SOURCE) {
  const { workspace, book, project } = boundScript(source);
  project.run("install");
  const window = workspace.person("ann@example.com", { identity }).open(book);
  const lines = (): unknown[][] =>
    workspace.executions.flatMap(({ log }) => log.map((line) => JSON.parse(line) as unknown[]));
  const edits = () =>
    lines()
      .filter(([kind]) => kind === "edit")
      .map((line) => line.slice(1, 4));
  const changes = () =>
    lines()
      .filter(([kind]) => kind === "changed")
      .map(([, type]) => type);
  return { workspace, book, project, window, lines, edits, changes };
}

describe("What an edit event tells", () => {
  type Window = ReturnType<typeof desk>["window"];
  test.each<[string, (window: Window) => void, unknown[][]]>([
    ["typing", (w) => w.type("Sheet1", "B2", "x"), [["B2", "x", null]]],
    [
      "typing over",
      (w) => [w.type("Sheet1", "B2", "x"), w.type("Sheet1", "B2", "12")],
      [
        ["B2", "x", null],
        ["B2", "12", "x"],
      ],
    ],
    ["a checkbox", (w) => w.setCheckbox("Sheet1", "A1", true), [["A1", "TRUE", null]]],
    ["a date", (w) => w.type("Sheet1", "A1", "2026-03-02"), [["A1", "46083", null]]],
    [
      "clearing one cell",
      (w) => [w.type("Sheet1", "B2", "x"), w.clear("Sheet1", "B2")],
      [
        ["B2", "x", null],
        ["B2", null, "x"],
      ],
    ],
    ["clearing many", (w) => w.clear("Sheet1", "A1:C3"), [["A1:C3", null, null]]],
    ["a paste, even of one cell", (w) => w.paste("Sheet1", "A1", [["x"]]), [["A1", null, null]]],
    [
      "a paste of many",
      (w) =>
        w.paste("Sheet1", "B2", [
          ["a", "b"],
          ["c", "d"],
        ]),
      [["B2:C3", null, null]],
    ],
    ["a fill", (w) => w.fill("Sheet1", "A1", "A1:A5"), [["A2:A5", null, null]]],
    ["copying within the book", (w) => w.copyPaste("Sheet1", "A1:B1", "Sheet1", "C1", "all"), [["C1:D1", null, null]]],
    ["pasting formats only", (w) => w.copyPaste("Sheet1", "A1", "Sheet1", "C1", "format"), []],
    ["inserting rows", (w) => w.insertRows("Sheet1", 2, 3), []],
    ["sorting", (w) => w.sort("Sheet1", "A1:B9", [{ column: 1, ascending: true }]), []],
    ["moving empty rows", (w) => w.moveRows("Sheet1", 2, 1, 5), []],
  ])("%s", (_what, act, expected) => {
    const { window, edits } = desk();
    act(window);
    expect(edits()).toEqual(expected);
  });

  test("undo tells the range and no values", () => {
    const { window, edits, book } = desk();
    window.type("Sheet1", "A1", "x");
    window.undo();
    window.redo();
    expect(edits()).toEqual([
      ["A1", "x", null],
      ["A1", null, null],
      ["A1", null, null],
    ]);
    expect(book.grids[0]?.valueAt(0, 0)).toBe("x");
  });

  test("a strict rule and a protection stop the person, and no trigger runs", () => {
    const { window, project, edits } = desk(
      "visible",
      `${SOURCE}
      function guard() {
        const sheet = SpreadsheetApp.getActiveSheet();
        sheet.getRange("A1").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["a", "b"]).setAllowInvalid(false).build());
        sheet.getRange("B1").protect();
      }`,
    );
    project.run("guard");
    expect(() => window.type("Sheet1", "A1", "c")).toThrow(/data validation/);
    expect(() => window.type("Sheet1", "B1", "c")).toThrow(/protected/);
    expect(edits()).toEqual([]);
  });
});

describe("What fires what", () => {
  type Window = ReturnType<typeof desk>["window"];
  test.each<[string, (window: Window) => void]>([
    ["EDIT", (w) => w.type("Sheet1", "A1", "x")],
    ["INSERT_ROW", (w) => w.insertRows("Sheet1", 1)],
    ["REMOVE_ROW", (w) => w.deleteRows("Sheet1", 1)],
    ["INSERT_COLUMN", (w) => w.insertColumns("Sheet1", 1)],
    ["REMOVE_COLUMN", (w) => w.deleteColumns("Sheet1", 1)],
    ["INSERT_GRID", (w) => w.addSheet("New")],
    ["OTHER", (w) => w.renameSheet("Sheet1", "First")],
    ["OTHER", (w) => w.sort("Sheet1", "A1:B2", [{ column: 1, ascending: true }])],
    ["FORMAT", (w) => w.copyPaste("Sheet1", "A1", "Sheet1", "B1", "format")],
  ])("onChange %s", (type, act) => {
    const { window, changes } = desk();
    act(window);
    expect(changes()).toEqual([type]);
  });

  test("deleting a sheet is REMOVE_GRID, undoing it INSERT_GRID", () => {
    const { window, changes, book } = desk();
    window.addSheet("New");
    window.deleteSheet("New");
    window.undo();
    expect(changes()).toEqual(["INSERT_GRID", "REMOVE_GRID", "INSERT_GRID"]);
    expect(book.grids.map(({ name }) => name)).toEqual(["Sheet1", "New"]);
  });

  test("a script's write fires nothing", () => {
    const { project, lines } = desk();
    project.run("write");
    expect(lines()).toEqual([]);
  });

  test("selections closer than two seconds are dropped", () => {
    const { workspace, window, lines } = desk();
    window.select("Sheet1", "A1");
    window.select("Sheet1", "B1");
    workspace.clock.advance(2000);
    window.select("Sheet1", "C1:C2");
    expect(lines()).toEqual([
      ["select", "A1"],
      ["select", "C1:C2"],
    ]);
  });
});

describe("Who it is", () => {
  const ann = "ann@example.com";
  const owner = "owner@example.com";
  test.each<[Identity, unknown[] | undefined, unknown[]]>([
    //            simple trigger: active, effective, e.user, mode       installed trigger
    ["visible", [ann, ann, ann, "LIMITED"], [ann, owner, ann, "FULL"]],
    ["hidden", ["", "", "", "LIMITED"], ["", owner, "", "FULL"]],
    ["anonymous", undefined, [owner, owner, owner, "FULL"]],
  ])("a %s editor", (identity, simple, installed) => {
    const { window, lines } = desk(identity);
    window.type("Sheet1", "A1", "x");
    const [edit] = lines().filter(([kind]) => kind === "edit");
    const [edited] = lines().filter(([kind]) => kind === "edited");
    expect(edit?.slice(4)).toEqual(simple);
    expect(edited?.slice(1)).toEqual([1, 1, 1, 1, ...installed]);
  });

  test("an installed trigger of somebody who took the consent back does not run", () => {
    const { workspace, project, window, lines } = desk();
    project.deny(owner, "https://www.googleapis.com/auth/spreadsheets");
    window.type("Sheet1", "A1", "x");
    expect(lines().map(([kind]) => kind)).toEqual(["edit"]);
    expect(workspace.executions.at(-1)?.error?.message).toMatch(/^Authorization is required/);
  });

  test("an add-on that isn't enabled in the file opens without authority", () => {
    const { workspace, book, project } = boundScript(
      "function onOpen(e) { console.log(String(e.authMode)); } function onInstall(e) { console.log('installed'); }",
    );
    project.isAddOn = true;
    const window = workspace.person(ann).open(book);
    window.install(project);
    workspace.person(ann).open(book);
    expect(workspace.executions.flatMap(({ log }) => log)).toEqual(["NONE", "installed", "LIMITED"]);
  });
});

describe("The queue of two", () => {
  test("of rapid edits two wait for each handler, the others are lost", () => {
    const { workspace, window, edits, changes } = desk();
    workspace.holdTriggers(() => {
      for (const text of ["a", "b", "c", "d"]) window.type("Sheet1", "A1", text);
    });
    expect(edits().map(([, value]) => value)).toEqual(["a", "b"]);
    expect(changes()).toHaveLength(4);
    expect(workspace.engine.queue.dropped).toBe(4);
  });

  test("edits made while a script runs wait until it has ended", () => {
    const { workspace, project, window, edits } = desk();
    project.run("write", [], {
      onCall: () => {
        window.type("Sheet1", "B1", "meanwhile");
        expect(edits()).toEqual([]);
      },
    });
    expect(edits()).toEqual([["B1", "meanwhile", null]]);
    expect(workspace.current).toBeUndefined();
  });
});
