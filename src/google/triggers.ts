/** Makes sure that each handler has one installable trigger of this user's; colleagues' triggers can't be seen (platform B5). */
export function ensureTriggers(): void {
  const had = ScriptApp.getProjectTriggers();
  const book = SpreadsheetApp.getActive();
  ensureOne(
    had,
    "onSheetChange",
    () => void ScriptApp.newTrigger("onSheetChange").forSpreadsheet(book).onChange().create(),
  );
  ensureOne(had, "onTimer", () => void ScriptApp.newTrigger("onTimer").timeBased().everyMinutes(5).create());
}

function ensureOne(had: readonly GoogleAppsScript.Script.Trigger[], handler: string, create: () => void): void {
  const [first, ...rest] = had.filter((trigger) => trigger.getHandlerFunction() === handler);
  for (const trigger of rest) ScriptApp.deleteTrigger(trigger);
  if (!first) create();
}
