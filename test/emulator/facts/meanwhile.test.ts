import { eachReading } from "../each-reading.ts";
import type { BookWindow } from "../people/book-window.ts";
import type { Switches } from "../switches.ts";
import { answerOf, boundScript } from "./try-script.ts";

/** A script reads, a colleague acts before its property call, and it reads again. */
function readTwice(switches: Partial<Switches>, between = "") {
  const { workspace, book, project } = boundScript(
    `function go() {
      const sheet = SpreadsheetApp.getActiveSheet(), look = () => sheet.getRange("A1:B2").getValues().join(";") + " " + sheet.getLastRow();
      sheet.getRange("A1").setValue("old");
      const first = look();
      PropertiesService.getScriptProperties().getKeys();
      ${between}
      return [first, look()];
    }`,
    { switches },
  );
  const window = workspace.person("ann@example.com").open(book);
  const outcome = project.run("go", [], {
    onCall: ({ name }) =>
      name === "Properties.getKeys" &&
      window.paste("Sheet1", "A1", [
        ["new", "new"],
        ["new", ""],
      ]),
  });
  return { read: outcome.value, stands: book.grids[0]?.valueAt(0, 0) };
}

eachReading("laterReads", (reading) => {
  const [stale, fresh] = ["old,;, 1", "new,new;new, 2"];
  test("a second read", () =>
    expect(readTwice({ laterReads: reading })).toEqual({
      read: [stale, reading === "fresh" ? fresh : stale],
      stands: "new",
    }));

  test("a read behind a flush", () =>
    expect(readTwice({ laterReads: reading }, "SpreadsheetApp.flush();").read).toEqual([
      stale,
      reading === "first read" ? stale : fresh,
    ]));

  test("own writes are always seen, and land in the sheet itself", () =>
    expect(readTwice({ laterReads: reading }, 'sheet.getRange("A1").setValue("own");')).toEqual({
      read: [stale, reading === "fresh" ? "own,new;new, 2" : "own,;, 1"],
      stands: "own",
    }));

  test("own insertions are", () =>
    expect(readTwice({ laterReads: reading }, "sheet.insertRowBefore(1);").read).toEqual([stale, ",;new,new 3"]));

  test("a later execution sees everything", () => {
    const { workspace, book, project } = boundScript(
      "const look = () => SpreadsheetApp.getActiveSheet().getRange('A1').getValue();",
      { switches: { laterReads: reading } },
    );
    project.run("look");
    workspace.person("ann@example.com").open(book).type("Sheet1", "A1", "x");
    expect(project.run("look").value).toBe("x");
  });
});

eachReading("insertBeforeDrain", (reading) => {
  const follows = reading === "writes follow";
  const whenRead = (act: (window: BookWindow) => void) => {
    const { workspace, book, project } = boundScript(
      `function go() {
        const sheet = SpreadsheetApp.getActiveSheet();
        sheet.getRange("B2:C3").setValues([[1, 2], [3, 4]]);
        PropertiesService.getScriptProperties().getKeys();
      }`,
      { switches: { insertBeforeDrain: reading } },
    );
    const window = workspace.person("ann@example.com").open(book);
    project.run("go", [], { onCall: ({ name }) => name === "Properties.getKeys" && act(window) });
    const values = book.grids[0]?.valuesOf({ top: 0, left: 0, rows: 5, columns: 4 }) ?? [];
    return values.map((row) => row.map((value) => value || "·").join("")).join(" ");
  };

  test("a row inserted above", () =>
    expect(whenRead((window) => window.insertRows("Sheet1", 1))).toBe(
      follows ? "···· ···· ·12· ·34· ····" : "···· ·12· ·34· ···· ····",
    ));

  test("a column inserted at the left", () =>
    expect(whenRead((window) => window.insertColumns("Sheet1", 1))).toBe(
      follows ? "···· ··12 ··34 ···· ····" : "···· ·12· ·34· ···· ····",
    ));

  test("a row inserted below changes nothing", () =>
    expect(whenRead((window) => window.insertRows("Sheet1", 3))).toBe("···· ·12· ·34· ···· ····"));

  test("its first row deleted: under the one nothing lands", () =>
    expect(whenRead((window) => window.deleteRows("Sheet1", 2))).toBe(
      follows ? "···· ···· ···· ···· ····" : "···· ·12· ·34· ···· ····",
    ));

  test("a script's own insertions never move what it writes later", () => {
    const write = "sheet.insertRowBefore(1); sheet.getRange('A1').setValue('x'); sheet.insertRowBefore(1);";
    expect(
      answerOf(
        `const sheet = SpreadsheetApp.getActiveSheet(); sheet.getRange('A1').setValue('w'); ${write} sheet.getRange('A1:A3').getValues().join()`,
        { switches: { insertBeforeDrain: reading } },
      ),
    ).toBe(",x,w");
  });
});
