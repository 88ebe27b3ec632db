import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eachReading } from "../each-reading.ts";
import { READINGS, type Switches } from "../switches.ts";
import { Workspace } from "../workspace.ts";
import { answerOf, boundScript } from "./try-script.ts";

/** Where each switch is covered, and what README says of it. */
const README = readFileSync(join(__dirname, "../README.md"), "utf8");

test.each(Object.entries(READINGS))(
  "README's table names %s, its readings and the test that covers them",
  (name, readings) => {
    const row = README.split("\n").find((line) => line.startsWith(`| \`${name}\``));
    const [, , told = "", , covered = ""] = (row ?? "").split("|").map((cell) => cell.trim());
    expect([...told.matchAll(/`([^`]+)`/g)].map(([, reading]) => reading)).toEqual([...readings]);
    const [, file = ""] = /`([^`]+)`/.exec(covered) ?? [];
    expect(readFileSync(join(__dirname, file), "utf8")).toContain(`eachReading("${name}"`);
  },
);

test("a snapshot keeps how the switches stand, and its books follow them", () => {
  const workspace = new Workspace({ switches: { apostropheUnderText: "kept" } });
  workspace.createSpreadsheet({ name: "Facts" });
  const restored = Workspace.restore(workspace.snapshot());
  expect(restored.switches).toEqual(workspace.switches);
  for (const book of restored.books.values()) expect(book.switches).toBe(restored.switches);
});

const underText = (switches: Partial<Switches>, write: string) =>
  answerOf(
    `const sheet = SpreadsheetApp.getActiveSheet(), a1 = sheet.getRange('A1');
    sheet.getRange('A:A').setNumberFormat('@'); ${write}; [a1.getValue(), a1.getFormula()]`,
    { switches },
  );

eachReading("apostropheUnderText", (reading) => {
  const expected = { swallowed: "007", kept: "'007" }[reading];
  test.each(['a1.setValue("\'007")', 'a1.setValues([["\'007"]])', 'sheet.appendRow(["\'007"])'])(
    "written under plain text: %s",
    (write) => expect(underText({ apostropheUnderText: reading }, write)).toEqual([expected, ""]),
  );

  test("typed by a person", () => {
    const { workspace, book, project } = boundScript(
      "function go() { SpreadsheetApp.getActiveSheet().getRange('A1').setNumberFormat('@'); }",
      { switches: { apostropheUnderText: reading } },
    );
    project.run("go");
    workspace.person("ann@example.com").open(book).type("Sheet1", "A1", "'007");
    expect(book.grids[0]?.valueAt(0, 0)).toBe(expected);
  });

  test("elsewhere it is never part of the value", () =>
    expect(answerOf("SpreadsheetApp.getActiveSheet().getRange('A1').setValue(\"'007\").getValue()")).toBe("007"));
});

eachReading("formulaUnderText", (reading) => {
  const expected = { text: ["=1+1", ""], formula: [2, "=1+1"] }[reading];
  test.each(["a1.setValue('=1+1')", "a1.setValues([['=1+1']])"])("%s", (write) =>
    expect(underText({ formulaUnderText: reading }, write)).toEqual(expected),
  );

  test("an apostrophe guards", () =>
    expect(underText({ formulaUnderText: reading }, 'a1.setValue("\'=1+1")')).toEqual(["=1+1", ""]));
});

eachReading("appendRowUnderText", (reading) => {
  test.each([
    ["=1+1", { "as setValues": ["=1+1", ""], formula: [2, "=1+1"], parsed: [2, "=1+1"] }],
    ["007", { "as setValues": ["007", ""], formula: ["007", ""], parsed: [7, ""] }],
  ])("%s", (text, expected) =>
    expect(underText({ appendRowUnderText: reading }, `sheet.appendRow(['${text}'])`)).toEqual(expected[reading]),
  );
});

const EDITS = `
  function onEdit(e) { console.log(e.range.getA1Notation()); e.range.offset(0, 1).setValue("seen"); }`;

function typedAndUndone(switches: Partial<Switches>) {
  const { workspace, book } = boundScript(EDITS, { switches });
  const window = workspace.person("ann@example.com").open(book);
  window.type("Sheet1", "A1", "x");
  const before = workspace.executions.length;
  book.grids[0]?.store(0, 2, "a script's");
  window.undo();
  return {
    events: workspace.executions.length - before,
    cells: book.grids[0]?.valuesOf({ top: 0, left: 0, rows: 1, columns: 3 })[0],
  };
}

eachReading("undoEvent", (reading) => {
  test("undoing what was typed", () =>
    expect(typedAndUndone({ undoEvent: reading }).events).toBe({ fires: 1, silent: 0 }[reading]));
});

eachReading("undoScope", (reading) => {
  test("what a script wrote since then", () =>
    expect(typedAndUndone({ undoScope: reading, undoEvent: "silent" }).cells).toEqual(
      { "own cells": ["", "seen", "a script's"], "script writes too": ["", "", ""] }[reading],
    ));
});

eachReading("warningAtRearranging", (reading) => {
  const guarded = () => {
    const { workspace, book, project } = boundScript(
      `function go() {
        const sheet = SpreadsheetApp.getActiveSheet();
        sheet.getRange("A1:A3").setValues([["b"], ["a"], ["c"]]).protect().setWarningOnly(true);
      }
      function sort() { SpreadsheetApp.getActiveSheet().getRange("A1:A3").sort(1); }`,
      { switches: { warningAtRearranging: reading } },
    );
    project.run("go");
    const window = workspace.person("ann@example.com").open(book);
    return {
      project,
      window,
      column: () => book.grids[0]?.valuesOf({ top: 0, left: 0, rows: 3, columns: 1 }).join(""),
    };
  };
  type Guarded = ReturnType<typeof guarded>;
  test.each<[string, (guarded: Guarded) => void, string]>([
    ["sorting", ({ window }) => window.sort("Sheet1", "A1:A3", [{ column: 1, ascending: true }]), "abc"],
    ["deleting", ({ window }) => window.deleteRows("Sheet1", 1), "ac"],
    ["inserting", ({ window }) => window.insertRows("Sheet1", 1), "ba"],
  ])("%s", (_what, act, done) => {
    const whoSaysYes = guarded();
    if (reading === "blocks") expect(() => act(whoSaysYes)).toThrow(/protected/);
    else act(whoSaysYes);
    expect(whoSaysYes.column()).toBe(reading === "blocks" ? "bac" : done);
    expect(whoSaysYes.window.questions.map(({ title }) => title)).toEqual(reading === "asks" ? ["Heads up!"] : []);
    if (reading !== "asks") return;
    const whoSaysNo = guarded();
    whoSaysNo.window.answers.push("CANCEL");
    act(whoSaysNo);
    expect(whoSaysNo.column()).toBe("bac");
  });

  test("a script is never stopped", () => {
    const { project, column } = guarded();
    expect(project.run("sort").error).toBeUndefined();
    expect(column()).toBe("abc");
  });
});

/** What the simple trigger of a person's edit logs. */
function simpleTrigger(switches: Partial<Switches>, statement: string, identity: "visible" | "hidden" = "visible") {
  const source = `function onEdit() { try { console.log(${statement}); } catch (e) { console.log(e.message); } }
    function menu() { return ${statement}; }`;
  const { workspace, book, project } = boundScript(source, { switches });
  const window = workspace.person("ann@example.com", { identity }).open(book);
  window.type("Sheet1", "A1", "x");
  expect(project.run("menu", [], { window }).error).toBeUndefined();
  return workspace.executions[0]?.log[0];
}

eachReading("toastInSimpleTrigger", (reading) => {
  test("only there", () =>
    expect(simpleTrigger({ toastInSimpleTrigger: reading }, "SpreadsheetApp.getActive().toast('hello')")).toMatch(
      {
        shows: /^(undefined|null)$/,
        throws: /^You do not have permission to call SpreadsheetApp\.Spreadsheet\.toast\./,
      }[reading],
    ));
});

eachReading("activeUserInSimpleTrigger", (reading) => {
  const REFUSED =
    /^You do not have permission to call Session\.getActiveUser\. Required permissions: .*userinfo\.email/;
  const asked = (identity: "visible" | "hidden") =>
    simpleTrigger({ activeUserInSimpleTrigger: reading }, "Session.getActiveUser().getEmail()", identity);
  test("of somebody whom Google shows", () =>
    expect(asked("visible")).toMatch(reading === "throws" ? REFUSED : /^ann@example\.com$/));
  test("of somebody whom it hides", () => expect(asked("hidden")).toMatch(reading === "answers" ? /^$/ : REFUSED));
});
