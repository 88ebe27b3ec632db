type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The row of the active cell, where it stands on this sheet below the header. */
export function selectedRow(sheet: Sheet): number | undefined {
  const active = SpreadsheetApp.getActive().getActiveCell();
  if (!active || active.getSheet().getSheetId() !== sheet.getSheetId()) return undefined;
  return active.getRow() > 1 ? active.getRow() : undefined;
}
