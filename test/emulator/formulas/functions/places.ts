import { CellError, REF, VALUE } from "../cell-error.ts";
import { toBoolean, toNumber, toText } from "../coerce.ts";
import type { Argument, Definition, Frame } from "../definition.ts";
import { cellsFunction, scalarFunction } from "../definition.ts";
import { lettersOf, quoted } from "../reference.ts";
import { rangeAt, referenceValue } from "../ranges.ts";
import type { Scalar, Value } from "../values.ts";
import { ArrayCells, cellsOf, isCells, RangeCells } from "../values.ts";

/** ROW and COLUMN: of the formula's own cell, of one cell, or of every row or column inside ARRAYFORMULA. */
function placeOf(axis: "row" | "column"): Definition {
  return cellsFunction("c?", ([range], { host, arrays }) => {
    if (range === undefined) return host[axis] + 1;
    if (!(range instanceof RangeCells)) return range instanceof CellError ? range : VALUE;
    const first = (axis === "row" ? range.area.top : range.area.left) + 1;
    const count = axis === "row" ? range.rows : range.columns;
    if (!arrays || count === 1) return first;
    const numbers = Array.from({ length: count }, (_, index) => first + index);
    return axis === "row" ? new ArrayCells(count, 1, numbers) : new ArrayCells(1, count, numbers);
  });
}

function sizeOf(axis: "rows" | "columns"): Definition {
  return cellsFunction("c", ([range]) => (range instanceof CellError ? range : cellsOf(range ?? null)[axis]));
}

function indirect([text]: (Scalar | undefined)[], { host }: Frame): Value {
  const written = toText(text ?? null, host).trim();
  return referenceValue(host.name(written) ?? written, host);
}

function offset([range, ...rest]: Argument[], { host }: Frame): Value {
  if (!(range instanceof RangeCells)) return range instanceof CellError ? range : VALUE;
  const numbers: number[] = [];
  for (const arg of rest) {
    const number = toNumber(isCells(arg) ? null : (arg ?? null), host);
    if (typeof number !== "number") return number;
    numbers.push(Math.trunc(number));
  }
  const [down = 0, along = 0, rows = range.rows, columns = range.columns] = numbers;
  const top = range.area.top + down;
  const left = range.area.left + along;
  if (top < 0 || left < 0 || rows < 1 || columns < 1) return REF;
  return rangeAt(range.sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1 }, host);
}

function address(args: (Scalar | undefined)[], { host }: Frame): Scalar {
  const [row, column, mode] = [args[0], args[1], args[2] ?? 1].map((arg) => toNumber(arg ?? null, host));
  if (typeof row !== "number" || typeof column !== "number" || typeof mode !== "number") return VALUE;
  if (row < 1 || column < 1) return VALUE;
  const rowFixed = mode === 1 || mode === 2;
  const columnFixed = mode === 1 || mode === 3;
  const a1 = args[3] === undefined || toBoolean(args[3]) === true;
  const relative = (number: number, fixed: boolean) => (fixed ? String(number) : `[${number}]`);
  const cell = a1
    ? `${columnFixed ? "$" : ""}${lettersOf(column - 1)}${rowFixed ? "$" : ""}${row}`
    : `R${relative(row, rowFixed)}C${relative(column, columnFixed)}`;
  const sheet = args[4];
  return sheet === undefined || sheet === null ? cell : `${quoted(toText(sheet, host))}!${cell}`;
}

export const places: Record<string, Definition> = {
  ROW: placeOf("row"),
  COLUMN: placeOf("column"),
  ROWS: sizeOf("rows"),
  COLUMNS: sizeOf("columns"),
  INDIRECT: scalarFunction("ss?", indirect),
  OFFSET: cellsFunction("csss?s?", offset),
  ADDRESS: scalarFunction("sss?s?s?", address),
};
