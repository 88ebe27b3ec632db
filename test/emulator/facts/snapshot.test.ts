import { Workspace } from "../workspace.ts";
import { boundScript } from "./try-script.ts";

const SOURCE = `
  function onOpen() { SpreadsheetApp.getUi().createMenu("Desk").addItem("Go", "go").addToUi(); }
  function go() {
    const sheet = SpreadsheetApp.getActiveSheet();
    sheet.getRange("A1:C1").setValues([[1, new Date(2026, 0, 5), "=A1+1"]]);
    PropertiesService.getDocumentProperties().setProperty("a", "1");
    ScriptApp.newTrigger("tick").timeBased().everyMinutes(5).create();
    MailApp.sendEmail("a@example.com", "s", "b");
  }
  const look = () => [SpreadsheetApp.getActiveSheet().getRange("A1:C1").getDisplayValues()[0].join(), PropertiesService.getDocumentProperties().getProperty("a"), MailApp.getRemainingDailyQuota()];
  const tick = () => 1;
`;

test("a snapshot brings back books, properties, triggers, mail and the clock", () => {
  const { workspace, book, project } = boundScript(SOURCE);
  project.run("go");
  const before = project.run("look").value;
  const bytes = workspace.snapshot();
  expect([bytes[0], bytes[1]]).toEqual([0x1f, 0x8b]);

  const restored = Workspace.restore(bytes);
  expect(restored.clock.now()).toBe(workspace.clock.now());
  expect(restored.mails).toEqual(workspace.mails);
  const [again] = restored.projects;
  expect(again?.run("look").value).toEqual(before);

  const window = restored.person("ann@example.com").open(restored.books.get(book.id)!);
  expect(window.menu().map(({ title }) => title)).toEqual(["Desk"]);
  restored.clock.advance(600_000);
  expect(restored.executions.filter(({ functionName }) => functionName === "tick")).toHaveLength(2);
});
