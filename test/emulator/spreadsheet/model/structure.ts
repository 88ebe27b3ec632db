import type { LookRow } from "./look.ts";
import type { Grid } from "./grid.ts";
import { inheritMetadata } from "./metadata.ts";
import { SheetProblem } from "./problem.ts";
import { followShift } from "./follow-shift.ts";

/** Splicing a few items in place is quick; many at once would overflow the argument list. */
function insertGap<T>(items: (T | undefined)[], at: number, gap: (T | undefined)[]): (T | undefined)[] {
  if (at >= items.length) return items;
  if (gap.length <= 1000) {
    items.splice(at, 0, ...gap);
    return items;
  }
  return items.slice(0, at).concat(gap, items.slice(at));
}

function moveBlock<T>(items: T[], at: number, count: number, to: number): T[] {
  const block = items.slice(at, at + count);
  const rest = items.slice(0, at).concat(items.slice(at + count));
  const target = to > at ? to - count : to;
  return rest.slice(0, target).concat(block, rest.slice(target));
}

/** Inserts empty rows before a 0-based index; they take the looks of the row `inheritFrom`. */
export function insertRows(grid: Grid, at: number, count: number, inheritFrom?: number): void {
  grid.book.makeRoom(count * grid.maxColumns);
  const look = inheritFrom === undefined ? undefined : grid.looks[inheritFrom];
  const bottom = at < grid.knownBottom ? grid.knownBottom + count : grid.knownBottom;
  if (look && at >= grid.values.length) grid.reach(at - 1);
  const isInside = at < grid.values.length;
  const gap = new Array<undefined>(count).fill(undefined);
  grid.values = insertGap(grid.values, at, gap);
  grid.extras = insertGap(grid.extras, at, gap);
  grid.looks = insertGap(grid.looks, at, look ? new Array<LookRow>(count).fill(look) : gap);
  grid.maxRows += count;
  if (look && !isInside) {
    grid.reach(at + count - 1);
    grid.looks.fill(look, at, at + count);
  }
  grid.moved(bottom);
  if (at < grid.parts.frozenRows) grid.parts.frozenRows += count;
  followShift(grid, { kind: "insertRows", at, count });
  if (inheritFrom !== undefined)
    inheritMetadata(grid, "ROW", { from: inheritFrom < at ? inheritFrom : inheritFrom + count, at, count });
}

/** Deletes rows from a 0-based index on; Google keeps at least one row below the frozen ones. */
export function deleteRows(grid: Grid, at: number, count: number): void {
  if (at < 0 || at + count > grid.maxRows) throw new SheetProblem("Those rows are out of bounds.");
  if (count >= grid.maxRows) throw new SheetProblem("You can't delete all the rows on the sheet.");
  const frozenGone = Math.max(0, Math.min(grid.parts.frozenRows, at + count) - at);
  if (grid.maxRows - count <= grid.parts.frozenRows - frozenGone) {
    throw new SheetProblem("Sorry, it is not possible to delete all non-frozen rows.");
  }
  for (const line of grid.values.slice(at, at + count)) {
    line?.forEach((slot, column) => {
      if (slot === undefined) return;
      grid.counts[column] = (grid.counts[column] ?? 1) - 1;
      if (typeof slot === "object") grid.forget(slot);
    });
  }
  const gone = Math.max(0, Math.min(grid.knownBottom, at + count) - at);
  const bottom = grid.knownBottom - gone;
  for (const items of [grid.values, grid.looks, grid.extras]) items.splice(at, count);
  grid.maxRows -= count;
  grid.parts.frozenRows -= frozenGone;
  grid.moved(bottom);
  followShift(grid, { kind: "deleteRows", at, count });
}

/** Moves rows so that they stand before the row that had the 0-based index `to`. */
export function moveRows(grid: Grid, at: number, count: number, to: number): void {
  if (to >= at && to <= at + count) return;
  grid.reach(Math.max(at + count, to) - 1);
  grid.values = moveBlock(grid.values, at, count, to);
  grid.looks = moveBlock(grid.looks, at, count, to);
  grid.extras = moveBlock(grid.extras, at, count, to);
  grid.moved();
  followShift(grid, { kind: "moveRows", at, count, to });
}

type RowChange = <T>(items: readonly T[], empty: T) => T[];

/** Applies one rearrangement of columns to every row, every shared row of looks only once. */
function changeColumns(grid: Grid, change: RowChange): void {
  const known = new Map<LookRow, LookRow | undefined>();
  const { looks } = grid.book;
  for (let r = 0; r < grid.values.length; r++) {
    const line = grid.values[r];
    if (line && line.length > 0) grid.values[r] = change(line, undefined);
    const row = grid.looks[r];
    if (row) {
      if (!known.has(row)) known.set(row, looks.row(change(row, 0)));
      grid.looks[r] = known.get(row);
    }
    const extra = grid.extras[r];
    if (extra?.notes) extra.notes = changeKeys(extra.notes, change);
    if (extra?.runs) extra.runs = changeKeys(extra.runs, change);
  }
  grid.columns = change(grid.columns, undefined);
  grid.counts = change(grid.counts, 0);
}

function changeKeys<T>(map: Map<number, T>, change: RowChange): Map<number, T> {
  const items: (T | undefined)[] = [];
  for (const [column, item] of map) items[column] = item;
  const result = new Map<number, T>();
  change(Array.from(items), undefined).forEach((item, column) => {
    if (item !== undefined) result.set(column, item);
  });
  return result;
}

/** Inserts empty columns before a 0-based index; they take the looks of the column `inheritFrom`. */
export function insertColumns(grid: Grid, at: number, count: number, inheritFrom?: number): void {
  if (grid.maxColumns + count > 18_278) {
    throw new SheetProblem("This action would increase the number of columns in the sheet above the limit of 18278.");
  }
  grid.book.makeRoom(count * grid.maxRows);
  changeColumns(grid, (items, empty) => {
    if (at >= items.length) return items.slice();
    return items.slice(0, at).concat(new Array<typeof empty>(count).fill(empty), items.slice(at));
  });
  grid.maxColumns += count;
  const from = inheritFrom !== undefined && inheritFrom >= at ? inheritFrom + count : inheritFrom;
  if (from !== undefined) inheritColumn(grid, from, { at, count });
  grid.moved(grid.knownBottom);
  if (at < grid.parts.frozenColumns) grid.parts.frozenColumns += count;
  followShift(grid, { kind: "insertColumns", at, count });
  if (from !== undefined) inheritMetadata(grid, "COLUMN", { from, at, count });
}

function inheritColumn(grid: Grid, from: number, { at, count }: { at: number; count: number }): void {
  const known = new Map<LookRow, LookRow | undefined>();
  for (let r = 0; r < grid.looks.length; r++) {
    const row = grid.looks[r];
    const id = row?.[from];
    if (!row || !id) continue;
    if (!known.has(row)) {
      const ids = [...row];
      while (ids.length < at + count) ids.push(0);
      known.set(row, grid.book.looks.row(ids.fill(id, at, at + count)));
    }
    grid.looks[r] = known.get(row);
  }
}

/** Deletes columns from a 0-based index on; Google keeps at least one column beside the frozen ones. */
export function deleteColumns(grid: Grid, at: number, count: number): void {
  if (at < 0 || at + count > grid.maxColumns) throw new SheetProblem("Those columns are out of bounds.");
  if (count >= grid.maxColumns) throw new SheetProblem("You can't delete all the columns on the sheet.");
  const frozenGone = Math.max(0, Math.min(grid.parts.frozenColumns, at + count) - at);
  if (grid.maxColumns - count <= grid.parts.frozenColumns - frozenGone) {
    throw new SheetProblem("Sorry, it is not possible to delete all non-frozen columns.");
  }
  for (const formula of [...grid.formulas]) {
    if (formula.column >= at && formula.column < at + count) grid.forget(formula);
  }
  changeColumns(grid, (items) => items.slice(0, at).concat(items.slice(at + count)));
  grid.maxColumns -= count;
  grid.parts.frozenColumns -= frozenGone;
  grid.moved(grid.knownBottom);
  followShift(grid, { kind: "deleteColumns", at, count });
}

/** Moves columns so that they stand before the column that had the 0-based index `to`. */
export function moveColumns(grid: Grid, at: number, count: number, to: number): void {
  if (to >= at && to <= at + count) return;
  const reach = Math.max(at + count, to);
  changeColumns(grid, (items, empty) => {
    const padded = items.concat(new Array<typeof empty>(Math.max(0, reach - items.length)).fill(empty));
    return moveBlock(padded, at, count, to);
  });
  grid.moved(grid.knownBottom);
  followShift(grid, { kind: "moveColumns", at, count, to });
}
