/** What a cell holds: undefined is an empty cell, "" an empty text; an error is its code as text, a date its serial. */
export type Raw = number | string | boolean | undefined;

/** A block of cells that is read where it lies. */
export interface RawCells {
  rows: number;
  columns: number;
  /** From this row of the block on every cell is empty. */
  usedRows: number;
  at(row: number, column: number): Raw;
}

/** What a formula sees of its spreadsheet. Rows and columns are 0-based; sheet null is the formula's own. */
export interface Host {
  row: number;
  column: number;
  nowMs: number;
  timeZone: string;
  locale: string;
  /** "#REF!" for a sheet or cell that does not exist. */
  cell(sheet: string | null, row: number, column: number): Raw;
  /** Open sides end with the grid. Undefined for a sheet or block that does not exist. */
  range(
    sheet: string | null,
    area: { top: number; left: number; bottom?: number; right?: number },
  ): RawCells | undefined;
  /** The A1 text of a named range, with its sheet. */
  name(name: string): string | undefined;
  /** The number format of a cell, "" for the automatic one. */
  format(sheet: string | null, row: number, column: number): string;
  /** From 0 to below 1. */
  random(): number;
  /** Told of each function that is not emulated; the formula answers #NAME? or what IFERROR makes of it. */
  unknownFunction?(name: string): unknown;
  /** Runs a function of the script that is bound to the book; undefined where it has none of that name. */
  customFunction?(name: string, argsOf: () => unknown[]): Exclude<Raw, undefined> | Raw[][] | undefined;
}
