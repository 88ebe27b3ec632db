import { CellError, NOT_AVAILABLE, REF, VALUE } from "../cell-error.ts";
import { toBoolean, toNumber } from "../coerce.ts";
import type { Argument, Definition, Frame } from "../definition.ts";
import { cellsFunction } from "../definition.ts";
import type { Cells, Scalar, Value } from "../values.ts";
import { ArrayCells, cellsOf, rowOf } from "../values.ts";
import type { Line } from "./line.ts";
import { findEqual, findNearest, findSorted, lineOf } from "./line.ts";

type Approach = "exact" | "wildcard" | "below" | "above";

function approachOf(mode: Argument): Approach | undefined {
  return new Map<Argument, Approach>([[0, "exact"], [undefined, "exact"], [null, "exact"], [2, "wildcard"], [-1, "below"], [1, "above"]]).get(mode); // prettier-ignore
}

/** The search of XMATCH and XLOOKUP, -1 where nothing fits. */
function position(
  wanted: Scalar,
  line: Line,
  { mode, direction }: { mode: Argument; direction: Argument },
): number | CellError {
  const approach = approachOf(mode);
  if (!approach) return VALUE;
  const exact = findEqual(wanted, line, { wildcards: approach === "wildcard", fromEnd: direction === -1 });
  if (exact >= 0 || approach === "exact" || approach === "wildcard") return exact;
  return findNearest(wanted, line, approach === "below");
}

function asScalar(arg: Argument): Scalar {
  return (arg ?? null) as Scalar;
}

function tableLookup(horizontal: boolean): Definition {
  return cellsFunction("scss?", ([wanted, table, index, sorted], frame) => {
    const cells = cellsOf(table ?? null);
    const nth = toNumber(asScalar(index), frame.host);
    if (typeof nth !== "number") return nth;
    if (nth < 1) return VALUE;
    if (nth > (horizontal ? cells.rows : cells.columns)) return REF;
    const line = lineOf(cells, horizontal);
    const isSorted = sorted === undefined || toBoolean(asScalar(sorted)) === true;
    const found = isSorted
      ? findSorted(asScalar(wanted), line)
      : findEqual(asScalar(wanted), line, { wildcards: true });
    if (found < 0) return NOT_AVAILABLE;
    return horizontal ? cells.at(Math.trunc(nth) - 1, found) : cells.at(found, Math.trunc(nth) - 1);
  });
}

function match([wanted, range, type]: Argument[], { host }: Frame): Scalar {
  const cells = cellsOf(range ?? null);
  if (cells.rows > 1 && cells.columns > 1) return NOT_AVAILABLE;
  const kind = type === undefined ? 1 : toNumber(asScalar(type), host);
  if (typeof kind !== "number") return kind;
  const line = lineOf(cells);
  const found =
    kind === 0 ? findEqual(asScalar(wanted), line, { wildcards: true }) : findSorted(asScalar(wanted), line, kind < 0);
  return found < 0 ? NOT_AVAILABLE : found + 1;
}

function xmatch([wanted, range, mode, direction]: Argument[]): Scalar {
  const found = position(asScalar(wanted), lineOf(cellsOf(range ?? null)), { mode, direction });
  return typeof found !== "number" ? found : found < 0 ? NOT_AVAILABLE : found + 1;
}

function xlookup([wanted, range, results, missing, mode, direction]: Argument[]): Value {
  const cells = cellsOf(range ?? null);
  const answers = cellsOf(results ?? null);
  const horizontal = cells.rows === 1 && cells.columns > 1;
  if (horizontal ? answers.columns !== cells.columns : answers.rows !== cells.rows) return VALUE;
  const found = position(asScalar(wanted), lineOf(cells, horizontal), { mode, direction });
  if (typeof found !== "number") return found;
  if (found < 0) return missing === undefined ? NOT_AVAILABLE : missing;
  return horizontal ? columnAt(answers, found) : lineAt(answers, found);
}

function lineAt(cells: Cells, row: number): Value {
  return cells.columns === 1 ? cells.at(row, 0) : new ArrayCells(1, cells.columns, rowOf(cells, row));
}

function columnAt(cells: Cells, column: number): Value {
  if (cells.rows === 1) return cells.at(0, column);
  return new ArrayCells(
    cells.rows,
    1,
    Array.from({ length: cells.rows }, (_, row) => cells.at(row, column)),
  );
}

function lookup([wanted, range, results]: Argument[]): Value {
  const cells = cellsOf(range ?? null);
  const horizontal = cells.columns > cells.rows;
  const found = findSorted(asScalar(wanted), lineOf(cells, horizontal));
  if (found < 0) return NOT_AVAILABLE;
  if (results === undefined) return horizontal ? cells.at(cells.rows - 1, found) : cells.at(found, cells.columns - 1);
  return lineOf(cellsOf(results)).at(found);
}

function index([table, row, column]: Argument[], { host }: Frame): Value {
  const cells = cellsOf(table ?? null);
  const first = toNumber(asScalar(row), host);
  const second = toNumber(asScalar(column), host);
  if (typeof first !== "number") return first;
  if (typeof second !== "number") return second;
  const flat = cells.rows === 1 && column === undefined && cells.columns > 1;
  const [r, c] = (flat ? [0, first] : [first, second]).map(Math.trunc) as [number, number];
  if (r < 0 || c < 0) return VALUE;
  if (r > cells.rows || c > cells.columns) return NUMBER_OUT;
  if (r > 0 && (c > 0 || cells.columns === 1)) return cells.at(r - 1, Math.max(0, c - 1));
  if (r > 0) return lineAt(cells, r - 1);
  return c > 0 ? columnAt(cells, c - 1) : cells;
}

/** INDEX beyond its range: "#NUM!" in Sheets, not "#REF!". */
const NUMBER_OUT = new CellError("#NUM!");

export const lookups: Record<string, Definition> = {
  VLOOKUP: tableLookup(false),
  HLOOKUP: tableLookup(true),
  LOOKUP: cellsFunction("scc?", lookup),
  MATCH: cellsFunction("scs?", match),
  XMATCH: cellsFunction("scs?s?", xmatch),
  XLOOKUP: cellsFunction("sccc?s?s?", xlookup),
  INDEX: cellsFunction("cs?s?", index, { arrays: true }),
};
