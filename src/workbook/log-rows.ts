import type { Cell } from "./cell.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Grid rows that are added at once where a log has none below its header. */
const SPARE_ROWS = 100;

/**
 * Queues rows of their own below a log's last row, with what is written there, so that both are sent together: where somebody inserts or deletes rows
 * meanwhile, the new rows stand too high or too low, but nothing is written over. The caller reads them back, and so sends them.
 * Below the header alone there is nothing to write over: the grid's spare rows serve.
 */
export function growLog(sheet: Sheet, lastRow: number, rows: readonly (readonly Cell[])[]): void {
  const { length } = rows;
  if (lastRow > 1) sheet.insertRowsAfter(lastRow, length);
  else if (sheet.getMaxRows() - lastRow <= length) sheet.insertRowsAfter(lastRow, length + SPARE_ROWS);
  sheet.getRange(lastRow + 1, 1, length, rows[0]?.length ?? 1).setValues(rows.map((cells) => [...cells]));
}
