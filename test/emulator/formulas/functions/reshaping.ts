import { CellError, NOT_AVAILABLE, NUMBER, VALUE } from "../cell-error.ts";
import { toBoolean, toNumber } from "../coerce.ts";
import type { Argument, Definition, Frame } from "../definition.ts";
import { cellsFunction } from "../definition.ts";
import type { Cells, Scalar, Value } from "../values.ts";
import { ArrayCells, cellsOf, rowOf, rowsOf } from "../values.ts";

export function transposed(cells: Cells): Cells {
  const columns = Array.from({ length: cells.columns }, (_, column) => column);
  return ArrayCells.of(columns.map((column) => Array.from({ length: cells.rows }, (_, row) => cells.at(row, column))));
}

/** Blocks one below the other; rows that are too short are filled up with #N/A. */
function stacked(blocks: Cells[]): Value {
  const width = Math.max(...blocks.map(({ columns }) => columns));
  const filling = (length: number): Scalar[] => new Array<Scalar>(length).fill(NOT_AVAILABLE);
  return ArrayCells.of(blocks.flatMap((block) => rowsOf(block).map((row) => [...row, ...filling(width - row.length)])));
}

/** Chosen lines by number from 1, from the end where negative. */
function chosen(cells: Cells, numbers: Argument[], { host }: Frame): Value {
  const wanted = numbers.flatMap((one) => rowsOf(cellsOf(one ?? null)).flat()).map((one) => toNumber(one, host));
  const lines: Scalar[][] = [];
  for (const number of wanted) {
    if (typeof number !== "number") return number;
    const index = number < 0 ? cells.rows + Math.trunc(number) : Math.trunc(number) - 1;
    if (number === 0 || index < 0 || index >= cells.rows) return VALUE;
    lines.push(rowOf(cells, index));
  }
  return ArrayCells.of(lines);
}

/** One list of all values; ignore: 0 nothing, 1 empty cells, 2 errors, 3 both. */
function listed([range, ignore, byColumn]: Argument[], { host }: Frame): Scalar[] | CellError {
  const cells = cellsOf(range ?? null);
  const mode = toNumber(cellsOf(ignore ?? null).at(0, 0), host);
  if (typeof mode !== "number") return mode;
  if (![0, 1, 2, 3].includes(mode)) return VALUE;
  const across = toBoolean(cellsOf(byColumn ?? null).at(0, 0)) === true;
  return rowsOf(across ? transposed(cells) : cells)
    .flat()
    .filter((value) => !((mode & 1 && value === null) || (mode & 2 && value instanceof CellError)));
}

function list(args: Argument[], frame: Frame, lay: (values: Scalar[]) => Value): Value {
  const values = listed(args, frame);
  if (!Array.isArray(values)) return values;
  return values.length === 0 ? NOT_AVAILABLE : lay(values);
}

function wrapped([range, count, pad]: Argument[], { host }: Frame): Cells | CellError {
  const values = rowsOf(cellsOf(range ?? null)).flat();
  const width = toNumber(cellsOf(count ?? null).at(0, 0), host);
  if (typeof width !== "number") return width;
  if (width < 1) return NUMBER;
  const filler = pad === undefined ? NOT_AVAILABLE : cellsOf(pad).at(0, 0);
  const rows = Array.from({ length: Math.ceil(values.length / width) }, (_, row) =>
    Array.from({ length: Math.trunc(width) }, (_, column) => {
      const index = row * Math.trunc(width) + column;
      return index < values.length ? (values[index] ?? null) : filler;
    }),
  );
  return ArrayCells.of(rows);
}

function constrained([range, rows, columns]: Argument[], { host }: Frame): Value {
  const cells = cellsOf(range ?? null);
  const [height, width] = [rows, columns].map((size) => toNumber(cellsOf(size ?? null).at(0, 0), host));
  if (typeof height !== "number" || typeof width !== "number") return height instanceof CellError ? height : VALUE;
  if (height < 1 || width < 1) return VALUE;
  return ArrayCells.of(
    rowsOf(cells)
      .slice(0, height)
      .map((row) => row.slice(0, width)),
  );
}

const ARRAYS = { arrays: true };
const blocksOf = (args: Argument[]) => args.map((arg) => cellsOf(arg ?? null));

export const reshaping: Record<string, Definition> = {
  TRANSPOSE: cellsFunction("c", ([range]) => transposed(cellsOf(range ?? null)), ARRAYS),
  VSTACK: cellsFunction("c*", (args) => stacked(blocksOf(args)), ARRAYS),
  HSTACK: cellsFunction("c*", (args) => transposed(cellsOf(stacked(blocksOf(args).map(transposed)))), ARRAYS),
  CHOOSEROWS: cellsFunction("cc*", ([range, ...rows], frame) => chosen(cellsOf(range ?? null), rows, frame), ARRAYS),
  CHOOSECOLS: cellsFunction(
    "cc*",
    ([range, ...columns], frame) => {
      const picked = chosen(transposed(cellsOf(range ?? null)), columns, frame);
      return picked instanceof CellError ? picked : transposed(cellsOf(picked));
    },
    ARRAYS,
  ),
  TOCOL: cellsFunction(
    "cc?c?",
    (args, frame) => list(args, frame, (values) => new ArrayCells(values.length, 1, values)),
    ARRAYS,
  ),
  TOROW: cellsFunction("cc?c?", (args, frame) => list(args, frame, (values) => ArrayCells.of([values])), ARRAYS),
  WRAPROWS: cellsFunction("ccc?", wrapped, ARRAYS),
  WRAPCOLS: cellsFunction(
    "ccc?",
    (args, frame) => {
      const lines = wrapped(args, frame);
      return lines instanceof CellError ? lines : transposed(lines);
    },
    ARRAYS,
  ),
  ARRAY_CONSTRAIN: cellsFunction("ccc", constrained, ARRAYS),
};
