import type { Grid } from "./grid.ts";
import { SheetProblem } from "./problem.ts";
import { contains, intersects, type Rect } from "./rect.ts";
import { clearContents } from "./region.ts";

/** The merged blocks that meet a block, from the top left on. */
export function mergesIn(grid: Grid, rect: Rect): Rect[] {
  const found = grid.parts.merges.filter((merge) => intersects(merge, rect));
  return found.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Merges blocks; of each only the value of its first cell stays. */
export function mergeRects(grid: Grid, rects: Rect[]): void {
  for (const rect of rects) {
    if (rect.rows * rect.columns === 1) continue;
    const cut = grid.parts.merges.some((merge) => intersects(merge, rect) && !contains(rect, merge));
    if (cut) throw new SheetProblem("You must select all cells in a merged range to merge or unmerge them.");
    grid.parts.merges = grid.parts.merges.filter((merge) => !contains(rect, merge));
    grid.parts.merges.push({ ...rect });
    keepFirstValue(grid, rect);
  }
}

function keepFirstValue(grid: Grid, rect: Rect): void {
  const first = grid.slotAt(rect.top, rect.left);
  if (first === undefined) return clearContents(grid, rect);
  if (rect.columns > 1) clearContents(grid, { ...rect, left: rect.left + 1, columns: rect.columns - 1, rows: 1 });
  if (rect.rows > 1) clearContents(grid, { ...rect, top: rect.top + 1, rows: rect.rows - 1 });
}

/** Breaks merged blocks apart; Google refuses when only a part of one is selected. */
export function unmerge(grid: Grid, rect: Rect): void {
  const met = mergesIn(grid, rect);
  if (met.some((merge) => !contains(rect, merge))) {
    throw new SheetProblem("You must select all cells in a merged range to merge or unmerge them.");
  }
  grid.parts.merges = grid.parts.merges.filter((merge) => !contains(rect, merge));
}
