import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import type { Markers } from "./markers.ts";

/** Columns that the desk keeps itself. */
export const DESKS_OWN: ReadonlySet<string> = new Set([
  ...["Ticket", "SLA", "Time left", "First response due", "Resolution due", "Created", "First responded"],
  ...["Resolved", "Closed", "Updated", "Updated by", "State", "Next SLA instant"],
]);

/** Tickets as it stands: what each cell holds, by the simulator's own identities. */
export type Table = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function tableOf(grid: Grid, markers: Markers): Table {
  const columns = [...markers.columns()];
  const blank = new Map(columns.map(([column]) => [column, ""]));
  const cellsOf = (row: number): ReadonlyMap<string, string> =>
    grid.values[row]?.some((slot) => slot !== undefined)
      ? new Map(columns.map(([column, index]) => [column, String(grid.valueAt(row, index))]))
      : blank;
  return new Map([...markers.rows()].map(([id, row]) => [id, cellsOf(row)]));
}

/** Rows of a sheet below its header, as texts. */
export function rowsOf(grid: Grid, columns: number): string[][] {
  const rows = Math.max(0, grid.lastRow() - 1);
  return grid
    .valuesOf({ top: 1, left: 0, rows, columns: Math.min(columns, grid.maxColumns) })
    .map((row) => row.map(String));
}

export function letters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letters(Math.floor(column / 26) - 1) + letter;
}
