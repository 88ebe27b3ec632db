import type { Book } from "./book.ts";
import type { CellValue, ColumnExtra, RowExtra, Slot, TextRun } from "./cell.ts";
import { FormulaCell } from "./formula-cell.ts";
import { Grid } from "./grid.ts";
import type { LookRow } from "./look.ts";
import type { ColumnFilter, SheetFilter, SheetParts } from "./sheet-parts.ts";

type KeptSlot = null | CellValue | { f: string; c?: CellValue };

interface KeptExtra {
  notes?: [number, string][];
  runs?: [number, readonly TextRun[]][];
  height?: number;
  hidden?: boolean;
}

/** A sheet as JSON keeps it: rows of plain values, looks as runs of equal rows, extras only where there are any. */
export interface KeptGrid {
  id: number;
  name: string;
  rows: number;
  columns: number;
  values: (KeptSlot[] | null)[];
  looks: { patterns: LookRow[]; runs: [pattern: number, rows: number][] };
  extras: [number, KeptExtra][];
  columnExtras: [number, ColumnExtra][];
  parts: Omit<SheetParts, "filter"> & { filter?: Omit<SheetFilter, "columns"> & { columns: [number, ColumnFilter][] } };
}

export function keptGrid(grid: Grid): KeptGrid {
  const { filter, ...parts } = grid.parts;
  return {
    id: grid.id,
    name: grid.name,
    rows: grid.maxRows,
    columns: grid.maxColumns,
    values: grid.values as (KeptSlot[] | null)[],
    looks: keptLooks(grid.looks),
    extras: grid.extras.flatMap((extra, row) => (extra ? [[row, keptExtra(extra)] as [number, KeptExtra]] : [])),
    columnExtras: grid.columns.flatMap((extra, column) => (extra ? [[column, extra] as [number, ColumnExtra]] : [])),
    parts: filter ? { ...parts, filter: { ...filter, columns: [...filter.columns] } } : parts,
  };
}

function keptLooks(rows: readonly (LookRow | undefined)[]): KeptGrid["looks"] {
  const patterns: LookRow[] = [];
  const known = new Map<LookRow | undefined, number>([[undefined, -1]]);
  const runs: [number, number][] = [];
  for (const row of rows) {
    let pattern = known.get(row);
    if (pattern === undefined) {
      pattern = patterns.push(row ?? []) - 1;
      known.set(row, pattern);
    }
    const last = runs.at(-1);
    if (last?.[0] === pattern) last[1]++;
    else runs.push([pattern, 1]);
  }
  return { patterns, runs };
}

function keptExtra({ notes, runs, height, hidden }: RowExtra): KeptExtra {
  return {
    ...(notes?.size ? { notes: [...notes] } : {}),
    ...(runs?.size ? { runs: [...runs] } : {}),
    ...(height === undefined ? {} : { height }),
    ...(hidden ? { hidden } : {}),
  };
}

/** The sheet that was kept; `lookOf` tells the ids that looks have in the restored book. */
export function restoredGrid(book: Book, kept: KeptGrid, lookOf: (id: number) => number): Grid {
  const { id, name, rows, columns } = kept;
  const grid = new Grid(book, { id, name, rows, columns });
  grid.reach(kept.values.length - 1);
  kept.values.forEach((line, row) => {
    if (line) grid.values[row] = restoredLine(grid, line, row);
  });
  restoreLooks(grid, kept.looks, lookOf);
  for (const [row, extra] of kept.extras) grid.extras[row] = restoredExtra(extra);
  for (const [column, extra] of kept.columnExtras) grid.columns[column] = extra;
  const { filter, ...parts } = kept.parts;
  Object.assign(grid.parts, parts, filter ? { filter: { ...filter, columns: new Map(filter.columns) } } : {});
  grid.moved(grid.values.length);
  return grid;
}

/** The line itself, with empty cells and formulas made what they are in the grid. */
function restoredLine(grid: Grid, line: KeptSlot[], row: number): Slot[] {
  const slots = line as Slot[];
  for (let column = 0; column < line.length; column++) {
    const slot = line[column];
    if (slot === null || slot === undefined) {
      slots[column] = undefined;
      continue;
    }
    grid.counts[column] = (grid.counts[column] ?? 0) + 1;
    if (typeof slot !== "object") continue;
    const formula = new FormulaCell(slot.f, slot.c);
    slots[column] = formula;
    grid.adopt(formula, row, column);
  }
  return slots;
}

function restoreLooks(grid: Grid, { patterns, runs }: KeptGrid["looks"], lookOf: (id: number) => number): void {
  const rows = patterns.map((ids) => grid.book.looks.row(ids.map(lookOf)));
  let next = 0;
  for (const [pattern, count] of runs) {
    if (pattern >= 0) grid.looks.fill(rows[pattern], next, next + count);
    next += count;
  }
}

function restoredExtra({ notes, runs, ...rest }: KeptExtra): RowExtra {
  return { ...rest, ...(notes ? { notes: new Map(notes) } : {}), ...(runs ? { runs: new Map(runs) } : {}) };
}
