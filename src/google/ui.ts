const TITLE = "Helpdesk";

/**
 * A sentence at the corner of the sheet, for the person who acts; shown for as long as it takes to read. Where Google
 * refuses to show it (some accounts' simple triggers may not), what the sentence tells of stays done: it goes to the
 * execution log.
 */
export function toast(sentence: string): void {
  try {
    SpreadsheetApp.getActive().toast(sentence, TITLE, 5 + Math.ceil(sentence.length / 20));
  } catch (error) {
    console.warn(`Not shown: "${sentence}" (${String(error)})`);
  }
}

/** A sentence that a person must acknowledge. Never while the lock is held. */
export function alert(sentence: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(TITLE, sentence, ui.ButtonSet.OK);
}

/** Adds the menu; items are labels with the name of the function each calls, null for a line. */
export function addMenu(items: readonly (readonly [label: string, handler: string] | null)[]): void {
  const menu = SpreadsheetApp.getUi().createMenu(TITLE);
  for (const item of items) {
    if (item) menu.addItem(item[0], item[1]);
    else menu.addSeparator();
  }
  menu.addToUi();
}

/** Opens the sidebar at one of its views ("log", "ticket", "health" …). */
export function showSidebar(view: string): void {
  const page = HtmlService.createHtmlOutputFromFile("Sidebar").append(
    `<script>window.sheetdeskView = ${JSON.stringify(view)};</script>`,
  );
  SpreadsheetApp.getUi().showSidebar(page.setTitle(TITLE));
}
