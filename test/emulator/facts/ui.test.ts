import { Workspace } from "../workspace.ts";
import { boundScript } from "./try-script.ts";

const NO_UI = "Cannot call SpreadsheetApp.getUi() from this context.";
const SOURCE = `
  function onOpen() {
    const ui = SpreadsheetApp.getUi();
    ui.createMenu("Desk").addItem("Go", "go").addSeparator().addSubMenu(ui.createMenu("More").addItem("Deep", "tools.deep")).addToUi();
  }
  const tools = { deep: () => "deep" };
  function go() { return "gone " + Session.getActiveUser().getEmail(); }
  function timer() { ScriptApp.newTrigger("ask").timeBased().after(1).create(); }
  function ask() {
    const ui = SpreadsheetApp.getUi(), lock = LockService.getScriptLock();
    lock.tryLock(1);
    const button = ui.alert("Sure?", "Really?", ui.ButtonSet.YES_NO);
    const answer = ui.prompt("Name?");
    return [button === ui.Button.YES, String(answer.getSelectedButton()), answer.getResponseText(), lock.hasLock()];
  }
  const old = () => [Browser.msgBox("Sure?", Browser.Buttons.YES_NO), Browser.inputBox("Name?")];
  function side() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("<p>").setTitle("Side").setWidth(900)); }
  function dialog() { SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput("<i>").setWidth(500).setHeight(90), "Dia"); }
  function toast() { SpreadsheetApp.getActive().toast("done", "Desk"); }
  function onEdit() { SpreadsheetApp.getActive().toast("edited"); SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("")); }
`;

function desk() {
  const script = boundScript(SOURCE);
  return { ...script, window: script.workspace.person("ann@example.com").open(script.book) };
}

describe("Menus", () => {
  test("onOpen makes them; a click runs as whoever clicks, dotted names too", () => {
    const { window } = desk();
    expect(window.menu().map(({ title }) => title)).toEqual(["Desk"]);
    expect(window.clickMenu("Desk", "Go").value).toBe("gone ann@example.com");
    expect(window.clickMenu("Desk", "More", "Deep").value).toBe("deep");
    expect(() => window.clickMenu("Desk", "None")).toThrow("There is no menu item");
  });
});

test("old scripts hang their menus on the spreadsheet", () => {
  const { workspace, book } = boundScript(`
    function onOpen() { SpreadsheetApp.getActive().addMenu("Old", [{ name: "Go", functionName: "go" }, null]); }
    function go() { SpreadsheetApp.getActive().removeMenu("Old"); }`);
  const window = workspace.person("ann@example.com").open(book);
  expect(window.menu()).toEqual([
    { title: "Old", items: [{ caption: "Go", functionName: "go" }, { separator: true }] },
  ]);
  expect(window.clickMenu("Old", "Go").error).toBeUndefined();
  expect(window.menu()).toEqual([]);
});

test("old scripts show their pages through the spreadsheet", () => {
  const { workspace, book, project } = boundScript(
    `function go() { SpreadsheetApp.getActive().show(HtmlService.createHtmlOutput("<i>").setTitle("Old")); }`,
  );
  const window = workspace.person("ann@example.com").open(book);
  expect(project.run("go", [], { window }).error).toBeUndefined();
  expect(window.dialog).toMatchObject({ title: "Old", html: "<i>" });
});

describe("Dialogs", () => {
  test("alert and prompt suspend the script; its locks do not survive", () => {
    const { window, project } = desk();
    window.answers.push("YES", { button: "OK", text: "Bob" });
    expect(project.run("ask", [], { window }).value).toEqual([true, "OK", "Bob", false]);
    expect(window.questions.map(({ kind, title, text, buttons }) => [kind, title, text, buttons])).toEqual([
      ["alert", "Sure?", "Really?", "YES_NO"],
      ["prompt", "", "Name?", "OK"],
    ]);
  });

  test("Browser answers in words", () => {
    const { window, project } = desk();
    window.answers.push("NO", { button: "OK", text: "Bob" });
    expect(project.run("old", [], { window }).value).toEqual(["no", "Bob"]);
  });

  test("a sidebar is 300 wide, a dialog as wide as its page says", () => {
    const { window, project } = desk();
    project.run("side", [], { window });
    project.run("dialog", [], { window });
    expect(window.sidebar).toMatchObject({ title: "Side", html: "<p>", width: 300 });
    expect(window.dialog).toMatchObject({ title: "Dia", html: "<i>", width: 500, height: 90, modal: true });
  });

  test("nobody sits in front of a timer", () => {
    const { workspace, project } = desk();
    project.run("timer");
    workspace.clock.advance(60_000);
    expect(workspace.executions.at(-1)).toMatchObject({ functionName: "ask", error: { message: NO_UI } });
  });

  test("nor of a script without a container", () => {
    const source = "const go = () => SpreadsheetApp.getUi();";
    const project = new Workspace().addProject({ files: [{ name: "Code", type: "gs", source }] });
    expect(project.run("go").error?.message).toBe(NO_UI);
  });

  test("a simple trigger may toast but show no sidebar", () => {
    const { workspace, window } = desk();
    window.type("Sheet1", "A1", "x");
    expect(window.toasts).toMatchObject([{ message: "edited" }]);
    expect(workspace.executions.at(-1)?.error?.message).toBe(
      "You do not have permission to call Ui.showSidebar. Required permissions: (https://www.googleapis.com/auth/script.container.ui)",
    );
  });
});
