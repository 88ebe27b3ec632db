import { CellError } from "../cell-error.ts";
import { wildcardPattern } from "../criteria.ts";
import { compare } from "../coerce.ts";
import type { Cells, Scalar } from "../values.ts";

/** A row or column of candidates; from `used` on all are empty. */
export interface Line {
  length: number;
  used: number;
  at(index: number): Scalar;
  /** Undefined until a search has gone through the line once; a second search is worth an index. */
  firstByKey?: Map<string, number>;
  wasSearched: boolean;
}

const lines = new WeakMap<Cells, { across?: Line; down?: Line }>();

/** The first row or the first column of cells; the same line for the same cells. */
export function lineOf(cells: Cells, horizontal = cells.rows === 1): Line {
  const kept = lines.get(cells) ?? {};
  lines.set(cells, kept);
  if (horizontal) {
    return (kept.across ??= {
      length: cells.columns,
      used: cells.columns,
      at: (index) => cells.at(0, index),
      wasSearched: false,
    });
  }
  return (kept.down ??= {
    length: cells.rows,
    used: cells.usedRows,
    at: (index) => cells.at(index, 0),
    wasSearched: false,
  });
}

/** Index of the first (or last) equal candidate, -1 where there is none. */
export function findEqual(
  wanted: Scalar,
  line: Line,
  { wildcards, fromEnd = false }: { wildcards: boolean; fromEnd?: boolean },
): number {
  const pattern = wildcards && typeof wanted === "string" ? wildcardPattern(wanted) : undefined;
  if (!pattern && !fromEnd && line.wasSearched) return indexOf(line).get(keyOf(wanted)) ?? -1;
  line.wasSearched = true;
  const equal = (value: Scalar) =>
    pattern ? typeof value === "string" && pattern.test(value) : alike(value, wanted) && compare(value, wanted) === 0;
  for (let step = 0; step < line.used; step++) {
    const index = fromEnd ? line.used - 1 - step : step;
    if (equal(line.at(index))) return index;
  }
  return -1;
}

function indexOf(line: Line): Map<string, number> {
  if (line.firstByKey) return line.firstByKey;
  const index = (line.firstByKey = new Map<string, number>());
  for (let at = line.used - 1; at >= 0; at--) index.set(keyOf(line.at(at)), at);
  return index;
}

function keyOf(value: Scalar): string {
  if (typeof value === "number") return `number ${value === 0 ? 0 : value.toPrecision(15)}`;
  return value instanceof CellError ? value.code : `${typeof value} ${String(value).toLowerCase()}`;
}

function alike(value: Scalar, wanted: Scalar): boolean {
  return typeof value === typeof wanted && !(value instanceof CellError);
}

/** In sorted candidates the last that is not beyond the wanted one (or, downwards, not below it). */
export function findSorted(wanted: Scalar, line: Line, downwards = false): number {
  let found = -1;
  for (let index = 0; index < line.used; index++) {
    const value = line.at(index);
    if (!alike(value, wanted)) continue;
    const order = compare(value, wanted);
    if (downwards ? order < 0 : order > 0) break;
    found = index;
  }
  return found;
}

/** In candidates of any order the nearest that is not above (or not below) the wanted one. */
export function findNearest(wanted: Scalar, line: Line, below: boolean): number {
  let found = -1;
  for (let index = 0; index < line.used; index++) {
    const value = line.at(index);
    if (!alike(value, wanted)) continue;
    const order = compare(value, wanted);
    if (order === 0) return index;
    if (below === order < 0 && (found < 0 || compare(value, line.at(found)) > 0 === below)) found = index;
  }
  return found;
}
