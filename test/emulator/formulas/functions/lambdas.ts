import type { Ast } from "../ast.ts";
import { CellError, NOT_AVAILABLE, NUMBER, VALUE } from "../cell-error.ts";
import { toNumber } from "../coerce.ts";
import type { Definition, Frame } from "../definition.ts";
import { lazyFunction } from "../definition.ts";
import type { Cells, Scalar, Value } from "../values.ts";
import { ArrayCells, cellsOf, isCells, mapCells, rowsOf, single } from "../values.ts";
import { transposed } from "./reshaping.ts";

type Apply = (...values: Value[]) => Scalar;

/** The last argument as a function; it has to be written as LAMBDA there and to take so many values. */
function lambda(args: Ast[], count: number, frame: Frame): Apply | undefined {
  const last = args.at(-1);
  if (last?.kind !== "call" || last.name !== "LAMBDA") return undefined;
  const names = last.args.slice(0, -1).map((name) => (name.kind === "name" ? name.name.toUpperCase() : ""));
  const body = last.args.at(-1);
  if (!body || names.length !== count || names.includes("")) return undefined;
  return (...values) => {
    const given = names.map((name, i): [string, Value] => [name, values[i] ?? null]);
    return alone(frame.valueOf(body, { ...frame, names: new Map([...(frame.names ?? []), ...given]) }));
  };
}

/** A LAMBDA answers one value; nested arrays are an error in Sheets. */
function alone(value: Value): Scalar {
  if (!isCells(value)) return value;
  return value.rows === 1 && value.columns === 1 ? value.at(0, 0) : VALUE;
}

/** Evaluates all arguments but the last as cells and hands them on with the function. */
function over(parameters: (given: number) => number, run: (apply: Apply, ...blocks: Cells[]) => Value): Definition {
  return lazyFunction(2, Infinity, (args, outer) => {
    const frame = { ...outer, arrays: true };
    const apply = lambda(args, parameters(args.length - 1), frame);
    if (!apply) {
      if (args.at(-1)?.kind === "name") frame.host.unknownFunction?.("LAMBDA");
      return NOT_AVAILABLE;
    }
    return run(apply, ...args.slice(0, -1).map((arg) => cellsOf(frame.valueOf(arg, frame))));
  });
}

function byRow(apply: Apply, cells: Cells): Value {
  return ArrayCells.of(rowsOf(cells).map((row) => [apply(ArrayCells.of([row]))]));
}

function accumulated(apply: Apply, initial: Cells, cells: Cells): Scalar[] {
  let last = initial.at(0, 0);
  return rowsOf(cells)
    .flat()
    .map((value) => (last = apply(last, value)));
}

function scan(apply: Apply, initial: Cells, cells: Cells): Value {
  return new ArrayCells(cells.rows, cells.columns, accumulated(apply, initial, cells));
}

function makeArray(args: Ast[], frame: Frame): Value {
  const apply = lambda(args, 2, frame);
  const sizes = args.slice(0, 2).map((arg) => toNumber(single(frame.valueOf(arg, frame), frame.host), frame.host));
  const error = sizes.find((size) => size instanceof CellError);
  if (error || !apply) return error ?? NOT_AVAILABLE;
  const [rows = 0, columns = 0] = sizes.map((size) => Math.trunc(Number(size)));
  if (rows < 1 || columns < 1) return NUMBER;
  const line = (row: number) => Array.from({ length: columns }, (_, column) => apply(row + 1, column + 1));
  return ArrayCells.of(Array.from({ length: rows }, (_, row) => line(row)));
}

export const lambdas: Record<string, Definition> = {
  MAP: over(
    (given) => given,
    (apply, ...blocks) => mapCells(blocks, (scalars) => apply(...scalars)),
  ),
  BYROW: over(() => 1, byRow),
  BYCOL: over(
    () => 1,
    (apply, cells) => ArrayCells.of([rowsOf(transposed(cells)).map((column) => apply(asColumn(column)))]),
  ),
  REDUCE: over(
    () => 2,
    (apply, initial, cells = initial) => accumulated(apply, initial, cells).at(-1) ?? null,
  ),
  SCAN: over(
    () => 2,
    (apply, initial, cells = initial) => scan(apply, initial, cells),
  ),
  MAKEARRAY: lazyFunction(3, 3, makeArray),
};

function asColumn(values: Scalar[]): Cells {
  return new ArrayCells(values.length, 1, values);
}
