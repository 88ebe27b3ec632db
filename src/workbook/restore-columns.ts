import type { Layout } from "./layout.ts";
import { dressColumn } from "./make-sheet.ts";
import { decodeState } from "./state-cell.ts";
import { type Cell, cellOf } from "./cell.ts";
import { wallClockOf } from "./wall-clock.ts";
import { STATE_KEY, TICKET_COLUMNS, TICKET_KEY, type ColumnSpec } from "./ticket-columns.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Brings back, at the end, each needed column that somebody deleted, with what the rows' saved selves know of it. */
export function restoreColumns(sheet: Sheet, layout: Layout): void {
  const missing = TICKET_COLUMNS.filter(({ key, isNeeded }) => isNeeded && layout.find(key) === undefined);
  missing.forEach((spec, index) => restoreColumn(sheet, layout, { spec, position: layout.width + index + 1 }));
}

function restoreColumn(sheet: Sheet, layout: Layout, { spec, position }: { spec: ColumnSpec; position: number }): void {
  if (sheet.getMaxColumns() < position) sheet.insertColumnAfter(position - 1);
  dressColumn(sheet, position, spec);
  const height = sheet.getLastRow() - 1;
  const statePosition = layout.find(STATE_KEY);
  if (height > 0 && statePosition !== undefined) {
    const states = sheet.getRange(2, statePosition, height, 1).getValues();
    sheet.getRange(2, position, height, 1).setValues(states.map(([state]) => [cellFrom(state as Cell, spec.key)]));
  }
  // The header comes last: until it stands, the column counts as missing, and a killed run begins again.
  sheet.getRange(1, position).setValue(spec.header).setNote(spec.note).setFontWeight("bold");
}

function cellFrom(cell: Cell, key: string): Cell {
  const saved = decodeState(cell);
  if (!saved) return "";
  if (key === TICKET_KEY) return saved.state.id;
  return cellOf(saved.state.fields[key] ?? "", () => wallClockOf("Etc/UTC"));
}
