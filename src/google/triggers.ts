import { Problem } from "../domain/problem.ts";

/** Makes sure that each handler has one installable trigger of this user's; colleagues' triggers can't be seen (platform B5). */
export function ensureTriggers(): void {
  checkConsent();
  const had = ScriptApp.getProjectTriggers();
  const book = SpreadsheetApp.getActive();
  ensureOne(
    had,
    "onSheetChange",
    () => void ScriptApp.newTrigger("onSheetChange").forSpreadsheet(book).onChange().create(),
  );
  ensureOne(had, "onTimer", () => void ScriptApp.newTrigger("onTimer").timeBased().everyMinutes(5).create());
  ensureOne(had, "onHour", () => void ScriptApp.newTrigger("onHour").timeBased().everyHours(1).create());
}

function ensureOne(had: readonly GoogleAppsScript.Script.Trigger[], handler: string, create: () => void): void {
  const [first, ...rest] = had.filter((trigger) => trigger.getHandlerFunction() === handler);
  for (const trigger of rest) ScriptApp.deleteTrigger(trigger);
  if (!first) create();
}

/** People may allow only a part of what is asked for; then Google runs no trigger (platform A4). */
function checkConsent(): void {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  if (info.getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED) return;
  throw new Problem(
    "not-allowed",
    `The sheets are ready, but Google runs the desk's timers only if you allow everything that the desk asks for: open ${info.getAuthorizationUrl()} and allow it, then choose Helpdesk > Set up once more.`,
  );
}
