import type { Area } from "./reference.ts";
import { CellError, findError, VALUE } from "./cell-error.ts";
import type { Host, Raw, RawCells } from "./host.ts";

/** null is an empty cell or a missing argument between two separators. */
export type Scalar = number | string | boolean | null | CellError;

export interface Cells {
  readonly rows: number;
  readonly columns: number;
  /** From this row on every cell is empty. */
  readonly usedRows: number;
  at(row: number, column: number): Scalar;
}

export type Value = Scalar | Cells;

export function scalarOf(raw: Raw | null): Scalar {
  if (raw === undefined || raw === null) return null;
  if (typeof raw === "string" && raw.charCodeAt(0) === 35) return findError(raw) ?? raw;
  return raw;
}

/** A block of a sheet, read as needed. */
export class RangeCells implements Cells {
  constructor(
    private readonly raw: RawCells,
    readonly sheet: string | null,
    readonly area: Area,
  ) {}

  get rows(): number {
    return this.raw.rows;
  }

  get columns(): number {
    return this.raw.columns;
  }

  get usedRows(): number {
    return this.raw.usedRows;
  }

  at(row: number, column: number): Scalar {
    return scalarOf(this.raw.at(row, column));
  }
}

/** A computed array, row by row. */
export class ArrayCells implements Cells {
  constructor(
    readonly rows: number,
    readonly columns: number,
    private readonly values: Scalar[],
  ) {}

  static of(rows: Scalar[][]): ArrayCells {
    return new ArrayCells(rows.length, rows[0]?.length ?? 0, rows.flat());
  }

  get usedRows(): number {
    return this.rows;
  }

  at(row: number, column: number): Scalar {
    return this.values[row * this.columns + column] ?? null;
  }
}

export function isCells(value: Value | undefined): value is Cells {
  return typeof value === "object" && value !== null && !(value instanceof CellError);
}

/** Any value as cells; a scalar is one cell. */
export function cellsOf(value: Value): Cells {
  return isCells(value) ? value : new ArrayCells(1, 1, [value]);
}

export function rowOf(cells: Cells, row: number): Scalar[] {
  return Array.from({ length: cells.columns }, (_, column) => cells.at(row, column));
}

export function rowsOf(cells: Cells): Scalar[][] {
  return Array.from({ length: cells.rows }, (_, row) => rowOf(cells, row));
}

/** All cells that may hold something, row by row. */
export function* eachCell(cells: Cells): Generator<Scalar> {
  for (let row = 0; row < cells.usedRows; row++) {
    for (let column = 0; column < cells.columns; column++) yield cells.at(row, column);
  }
}

/** The one value that a formula outside an array context sees: a range is cut with the formula's own row or column. */
export function single(value: Value, host: Host): Scalar {
  if (!isCells(value)) return value;
  if (value.rows === 1 && value.columns === 1) return value.at(0, 0);
  if (!(value instanceof RangeCells)) return value.at(0, 0);
  const row = host.row - value.area.top;
  const column = host.column - value.area.left;
  if (value.columns === 1 && row >= 0 && row < value.rows) return value.at(row, 0);
  if (value.rows === 1 && column >= 0 && column < value.columns) return value.at(0, column);
  return VALUE;
}

/** Applies a function cell by cell; single values and single rows or columns are stretched. Uneven cells give #N/A. */
export function mapCells(values: Value[], apply: (scalars: Scalar[]) => Scalar): Cells {
  const blocks = values.map(cellsOf);
  const rows = Math.max(...blocks.map((block) => block.rows));
  const columns = Math.max(...blocks.map((block) => block.columns));
  const results: Scalar[] = [];
  const scalars: Scalar[] = new Array<Scalar>(blocks.length).fill(null);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let index = 0; index < blocks.length; index++) scalars[index] = stretched(blocks[index], row, column);
      results.push(apply(scalars));
    }
  }
  return new ArrayCells(rows, columns, results);
}

const NO_CELL = findError("#N/A") ?? VALUE;

function stretched(block: Cells | undefined, row: number, column: number): Scalar {
  if (!block) return null;
  const r = block.rows === 1 ? 0 : row;
  const c = block.columns === 1 ? 0 : column;
  return r < block.rows && c < block.columns ? block.at(r, c) : NO_CELL;
}
