import { CellError, NOT_AVAILABLE, NUMBER, VALUE } from "../cell-error.ts";
import { compare, toBoolean, toNumber } from "../coerce.ts";
import type { Argument, Definition, Frame } from "../definition.ts";
import { cellsFunction, scalarFunction } from "../definition.ts";
import type { Cells, Scalar, Value } from "../values.ts";
import { ArrayCells, cellsOf, isCells, rowOf, rowsOf } from "../values.ts";
import { transposed } from "./reshaping.ts";

function filter([range, ...conditions]: Argument[]): Value {
  const cells = cellsOf(range ?? null);
  const tests = conditions.map((condition) => cellsOf(condition ?? null));
  const byColumn = tests.every((test) => test.rows === 1 && test.columns === cells.columns) && cells.columns > 1;
  const fits = (test: Cells) =>
    byColumn ? test.columns === cells.columns : test.columns === 1 && test.rows === cells.rows;
  if (!tests.every(fits)) return NOT_AVAILABLE;
  const met = (index: number) => tests.every((test) => isTrue(byColumn ? test.at(0, index) : test.at(index, 0)));
  const kept = Array.from({ length: byColumn ? cells.columns : cells.rows }, (_, index) => index).filter(met);
  if (kept.length === 0) return NOT_AVAILABLE;
  if (!byColumn) return ArrayCells.of(kept.map((row) => rowOf(cells, row)));
  return ArrayCells.of(rowsOf(cells).map((row) => kept.map((column) => row[column] ?? null)));
}

function isTrue(value: Scalar): boolean {
  return value === true || (typeof value === "number" && value !== 0);
}

interface SortKey {
  of: (row: number) => Scalar;
  ascending: boolean;
}

function sort([range, ...keys]: Argument[], { host }: Frame): Value {
  const cells = cellsOf(range ?? null);
  const by: SortKey[] = [];
  for (let index = 0; index < Math.max(keys.length, 1); index += 2) {
    const column = keys[index] ?? 1;
    const ascending = keys[index + 1] === undefined || toBoolean(cellsOf(keys[index + 1] ?? null).at(0, 0)) === true;
    if (isCells(column) && column.rows === cells.rows && cells.rows > 1) {
      by.push({ of: (row) => column.at(row, 0), ascending });
      continue;
    }
    const number = toNumber(cellsOf(column).at(0, 0), host);
    if (typeof number !== "number") return number;
    if (number < 1 || number > cells.columns) return VALUE;
    by.push({ of: (row) => cells.at(row, Math.trunc(number) - 1), ascending });
  }
  const order = Array.from({ length: cells.rows }, (_, row) => row).sort((a, b) => orderOf(a, b, by));
  return cells.rows === 0 ? NOT_AVAILABLE : ArrayCells.of(order.map((row) => rowOf(cells, row)));
}

/** Empty cells come last in either direction, as in Sheets. */
function orderOf(a: number, b: number, keys: SortKey[]): number {
  for (const { of, ascending } of keys) {
    const [left, right] = [of(a), of(b)];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
      continue;
    }
    const order = left instanceof CellError || right instanceof CellError ? 0 : compare(left, right);
    if (order !== 0) return ascending ? order : -order;
  }
  return a - b;
}

function unique([range, byColumn, once]: Argument[]): Value {
  const cells = cellsOf(range ?? null);
  const across = toBoolean(cellsOf(byColumn ?? null).at(0, 0)) === true;
  const lines = rowsOf(across ? transposed(cells) : cells);
  const counts = new Map<string, number>();
  const keys = lines.map((line) => line.map(keyOf).join("\u0000"));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const seen = new Set<string>();
  const onlyOnce = toBoolean(cellsOf(once ?? null).at(0, 0)) === true;
  const kept = lines.filter((_, index) => {
    const key = keys[index] ?? "";
    if (seen.has(key) || (onlyOnce && counts.get(key) !== 1)) return false;
    seen.add(key);
    return true;
  });
  if (kept.length === 0) return NOT_AVAILABLE;
  const result = ArrayCells.of(kept);
  return across ? transposed(result) : result;
}

function keyOf(value: Scalar): string {
  if (value instanceof CellError) return value.code;
  return value === null ? "" : `${typeof value} ${String(value)}`;
}

function flatten(args: Argument[]): Value {
  const values = args.flatMap((arg) => rowsOf(cellsOf(arg ?? null)).flat());
  return new ArrayCells(values.length, 1, values);
}

const MOST_CELLS = 10_000_000;

function sequence(args: (Scalar | undefined)[], { host }: Frame): Value {
  const numbers = [args[0], args[1] ?? 1, args[2] ?? 1, args[3] ?? 1].map((arg) => toNumber(arg ?? null, host));
  const error = numbers.find((number) => number instanceof CellError);
  if (error) return error;
  const [rows = 1, columns = 1, start = 1, step = 1] = numbers as number[];
  if (rows < 1 || columns < 1 || rows * columns > MOST_CELLS) return NUMBER;
  const [height, width] = [Math.trunc(rows), Math.trunc(columns)];
  return new ArrayCells(
    height,
    width,
    Array.from({ length: height * width }, (_, index) => start + index * step),
  );
}

export const arrays: Record<string, Definition> = {
  FILTER: cellsFunction("cc*", filter, { arrays: true }),
  SORT: cellsFunction("cc?c?", sort, { arrays: true, repeat: 2 }),
  UNIQUE: cellsFunction("cc?c?", unique, { arrays: true }),
  FLATTEN: cellsFunction("c*", flatten, { arrays: true }),
  SEQUENCE: scalarFunction("ss?s?s?", sequence),
};
