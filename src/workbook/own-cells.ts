import type { OwnCells } from "../domain/deadline/cell-check.ts";
import type { RowSpan } from "../use-cases/desk.ts";
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

const ROWS_A_BLOCK = 50_000;

/** The same of row after row down to the last, read in large blocks. */
export class OwnCellsReader {
  private block: RowSpan = { first: 0, last: 0 };
  private cellsIn: (rowNumber: number) => OwnCells = () => () => undefined;

  constructor(
    private readonly tickets: TicketsSheet,
    private readonly lastRow: number,
  ) {}

  of(rowNumber: number): OwnCells {
    if (rowNumber > this.block.last) {
      this.block = { first: rowNumber, last: Math.min(this.lastRow, rowNumber + ROWS_A_BLOCK - 1) };
      this.cellsIn = readOwnCells(this.tickets, this.block);
    }
    return this.cellsIn(rowNumber);
  }
}
