import type { OwnCells } from "../domain/deadline/cell-check.ts";
import type { RowSpan, TicketRow } from "../use-cases/desk.ts";
import type { Cell } from "./cell.ts";
import { shownCell } from "./said-rows.ts";
import { isOurs, STATE_KEY } from "./ticket-columns.ts";
import type { TicketsSheet } from "./tickets-sheet.ts";

/** What the desk's own columns show in some rows, State aside; one call for each run of them. */
export function readOwnCells(
  { sheet, layout }: TicketsSheet,
  { first, last }: RowSpan,
): (rowNumber: number) => OwnCells {
  const runs = layout.runs((key) => isOurs(key) && key !== STATE_KEY && !layout.spills.has(key));
  const columns = new Map<string, { cells: readonly (readonly Cell[])[]; at: number }>();
  const read = (column: number, width: number): Cell[][] =>
    sheet.getRange(first, column, last - first + 1, width).getValues() as Cell[][];
  for (const { first: column, keys } of runs) {
    const cells = read(column, keys.length);
    keys.forEach((key, at) => columns.set(key, { cells, at }));
  }
  return (rowNumber) => (key) => {
    const column = columns.get(key);
    return column && shownCell(column.cells[rowNumber - first]?.[column.at] ?? "");
  };
}

/** The same of a row that was read whole. */
export const ownCellsOf =
  ({ layout }: TicketsSheet, { ownCell }: TicketRow): OwnCells =>
  (key) => {
    const cell = layout.spills.has(key) ? undefined : ownCell?.(key);
    return cell === undefined ? undefined : shownCell(cell);
  };
