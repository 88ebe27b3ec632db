import type { Book } from "../emulator/spreadsheet/model/book.ts";
import type { Grid } from "../emulator/spreadsheet/model/grid.ts";
import type { Company } from "./company.ts";

export function gridOf(book: Book, name: string): Grid {
  const grid = book.grids.find((candidate) => candidate.name === name);
  if (!grid) throw new Error(`There is no sheet ${name}.`);
  return grid;
}

/** The cell under a header of Tickets, e.g. ("Status", 3) → "C3"; columns may have been moved, renamed ones are named as they are. */
export function cell({ book }: Pick<Company, "book">, header: string, row: number | ""): string {
  const grid = gridOf(book, "Tickets");
  const [headers = []] = grid.valuesOf({ top: 0, left: 0, rows: 1, columns: grid.maxColumns });
  const column = headers.indexOf(header);
  if (column < 0) throw new Error(`There is no column ${header}.`);
  return `${lettersOf(column)}${row}`;
}

/** Whole rows of Tickets, e.g. (2, 9) → "A2:R9". */
export function rowsAcross({ book }: Pick<Company, "book">, first: number, last: number): string {
  return `A${first}:${lettersOf(gridOf(book, "Tickets").maxColumns - 1)}${last}`;
}

function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}

/** The Tickets rows that hold anything, each by header; hidden columns too. */
export function ticketRows(book: Book): Record<string, string | number | boolean>[] {
  const grid = gridOf(book, "Tickets");
  const [headers = [], ...rows] = grid.valuesOf({ top: 0, left: 0, rows: grid.lastRow(), columns: grid.maxColumns });
  return rows.map((row) => Object.fromEntries(row.map((cell, column) => [String(headers[column]), cell])));
}

export interface RecordedEvent {
  readonly seq: number;
  readonly ticket: string;
  readonly type: string;
  readonly actor: string;
  readonly source: string;
  readonly policy?: readonly [string, number];
  readonly vip?: boolean;
  readonly restated?: readonly [string, number];
  readonly override?: readonly [string, number];
  readonly voided?: readonly [string, ...number[]];
  readonly because?: string;
  readonly promises?: object;
  readonly requestId?: string;
  readonly at: number;
  readonly previous: number;
  readonly set: Record<string, unknown>;
}

/** What History holds, read without the product's own code. */
export function historyOf(book: Book): RecordedEvent[] {
  const grid = gridOf(book, "History");
  const rows = grid.valuesOf({ top: 1, left: 0, rows: Math.max(0, grid.lastRow() - 1), columns: 4 });
  return rows
    .filter(([seq, , json]) => seq !== "" || json !== "")
    .map(
      ([seq, ticket, json]) =>
        ({ seq: Number(seq), ticket: String(ticket), ...(JSON.parse(String(json)) as object) }) as RecordedEvent,
    );
}

/** The mails that stand in the Outbox, each by header. */
export function outboxRows(book: Book): Record<string, string>[] {
  const grid = gridOf(book, "Outbox");
  const [headers = [], ...rows] = grid.valuesOf({ top: 0, left: 0, rows: grid.lastRow(), columns: grid.maxColumns });
  return rows.map((row) => Object.fromEntries(row.map((cell, column) => [String(headers[column]), String(cell)])));
}
