type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Queues `count` new rows below the last one for what is written there next, so that both are sent together: a row that somebody inserts meanwhile
 * moves older rows down to where these come. Below the header alone nothing can be hit, and the grid's spare rows serve, made up to `spare` more.
 */
export function addOwnRows(sheet: Sheet, lastRow: number, count: number, spare: number): void {
  if (lastRow > 1) sheet.insertRowsAfter(lastRow, count);
  else if (sheet.getMaxRows() - lastRow <= count) sheet.insertRowsAfter(lastRow, count + spare);
}
