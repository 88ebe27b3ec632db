import { tagOf } from "../../values/locale.ts";
import type { CellValue, RowExtra, Slot, TextRun } from "./cell.ts";
import { translateFormula } from "../../formulas/translate.ts";
import { FormulaCell } from "./formula-cell.ts";
import type { Grid } from "./grid.ts";
import type { LookRow } from "./look.ts";
import type { Rect } from "./rect.ts";

/** One column to sort by, 0-based in the sheet. */
export interface SortKey {
  column: number;
  ascending: boolean;
}

/** One row's part of a block, as it travels when rows change places. */
interface Piece {
  slots: Slot[] | undefined;
  looks: LookRow | undefined;
  notes: [number, string][];
  runs: [number, readonly TextRun[]][];
}

/** Numbers and dates before texts before booleans; empty cells come last in either direction. */
const rank = (value: CellValue): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);

function comparer(locale: string): (a: CellValue, b: CellValue) => number {
  const collator = new Intl.Collator(tagOf(locale), { sensitivity: "base" });
  return (a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a === "string" && typeof b === "string") return collator.compare(a, b);
    return rank(a) - rank(b) || Number(a) - Number(b);
  };
}

/** The order in which the rows of a block come after sorting: old 0-based offsets within the block. */
function sortedOrder(grid: Grid, rect: Rect, keys: SortKey[]): number[] {
  const compare = comparer(grid.book.locale);
  const order = Array.from({ length: rect.rows }, (_, i) => i);
  const columns = keys.map(({ column }) => order.map((i) => grid.valueAt(rect.top + i, column)));
  return order.sort((a, b) => {
    for (let k = 0; k < keys.length; k++) {
      const x = columns[k]?.[a] ?? "";
      const y = columns[k]?.[b] ?? "";
      if (x === y) continue;
      if (x === "" || y === "") return x === "" ? 1 : -1;
      const difference = compare(x, y);
      if (difference !== 0) return keys[k]?.ascending === false ? -difference : difference;
    }
    return a - b;
  });
}

/** Sorts the rows of a block; contents, looks, rules and notes travel, other cells of the rows stay. */
export function sortBlock(grid: Grid, rect: Rect, keys: SortKey[]): number[] {
  const used = { ...rect, rows: Math.max(0, Math.min(rect.top + rect.rows, grid.values.length) - rect.top) };
  const order = sortedOrder(grid, used, keys);
  reorder(grid, used, order);
  return order;
}

/** Puts the rows of a block into the given order of old offsets. */
export function reorder(grid: Grid, rect: Rect, order: number[]): void {
  const pieces = order.map((_, i) => cut(grid, rect, rect.top + i));
  order.forEach((from, to) => {
    const piece = pieces[from];
    if (piece && from !== to) put(grid, rect, { row: rect.top + to, piece });
  });
  moveFormulas(grid, rect, order);
  grid.moved(grid.values.length);
}

function cut(grid: Grid, { left, columns }: Rect, row: number): Piece {
  const line = grid.values[row];
  const look = grid.looks[row];
  const covers = left === 0 && columns >= Math.max(line?.length ?? 0, look?.length ?? 0);
  const extra = grid.extras[row];
  return {
    slots: covers ? line : line?.slice(left, left + columns),
    looks: covers ? look : look?.slice(left, left + columns),
    notes: entries(extra?.notes, left, columns),
    runs: entries(extra?.runs, left, columns),
  };
}

function entries<T>(map: Map<number, T> | undefined, left: number, columns: number): [number, T][] {
  return map ? [...map].filter(([column]) => column >= left && column < left + columns) : [];
}

function put(grid: Grid, { left, columns }: Rect, { row, piece }: { row: number; piece: Piece }): void {
  const line = grid.values[row];
  const look = grid.looks[row];
  const covers = left === 0 && columns >= Math.max(line?.length ?? 0, look?.length ?? 0);
  if (covers) {
    grid.values[row] = piece.slots;
    grid.looks[row] = piece.looks;
  } else {
    grid.values[row] = spliced(line, { left, columns }, piece.slots ?? [], undefined);
    grid.looks[row] = grid.book.looks.row(spliced(look, { left, columns }, piece.looks ?? [], 0));
  }
  const extra = grid.extras[row];
  if (!extra && piece.notes.length + piece.runs.length === 0) return;
  replaceEntries((grid.extras[row] ??= {}), { left, columns }, piece);
}

function spliced<T>(
  old: readonly T[] | undefined,
  { left, columns }: { left: number; columns: number },
  part: readonly T[],
  empty: T,
): T[] {
  const result = old ? [...old] : [];
  while (result.length < left) result.push(empty);
  for (let c = 0; c < columns; c++) result[left + c] = part[c] ?? empty;
  return result;
}

function replaceEntries(extra: RowExtra, { left, columns }: { left: number; columns: number }, piece: Piece): void {
  for (const [column] of entries(extra.notes, left, columns)) extra.notes?.delete(column);
  for (const [column] of entries(extra.runs, left, columns)) extra.runs?.delete(column);
  for (const [column, note] of piece.notes) (extra.notes ??= new Map()).set(column, note);
  for (const [column, runs] of piece.runs) (extra.runs ??= new Map()).set(column, runs);
}

/** A formula that changes its row keeps pointing at the cells beside it. */
function moveFormulas(grid: Grid, rect: Rect, order: number[]): void {
  if (grid.formulas.size === 0) return;
  for (let to = 0; to < order.length; to++) {
    const line = grid.values[rect.top + to];
    if (!line) continue;
    for (let c = rect.left; c < Math.min(rect.left + rect.columns, line.length); c++) {
      const slot = line[c];
      if (typeof slot !== "object" || slot.row === rect.top + to) continue;
      const moved = new FormulaCell(translateFormula(slot.text, rect.top + to - slot.row, 0), slot.cached);
      grid.forget(slot);
      line[c] = moved;
      grid.adopt(moved, rect.top + to, c);
    }
  }
}
