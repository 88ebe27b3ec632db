import type { Grid } from "./grid.ts";
import type { Rect } from "./rect.ts";
import { capture, clearContents, paste } from "./region.ts";

/** Takes away rows of a block that repeat an earlier one in the given 0-based columns; how many rows are left. */
export function removeDuplicateRows(grid: Grid, rect: Rect, columns?: number[]): number {
  const compared = columns ?? Array.from({ length: rect.columns }, (_, i) => rect.left + i);
  const seen = new Set<string>();
  const { cells } = capture(grid, rect);
  const kept = cells.filter((_, r) => {
    const values = compared.map((column) => grid.valueAt(rect.top + r, column));
    const key = JSON.stringify(values.map((value) => (typeof value === "string" ? value.toLowerCase() : value)));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  kept.forEach((line, r) => {
    line.forEach((copy, c) => {
      const at = { row: rect.top + r, column: rect.left + c };
      paste(grid, at, { ...copy, look: grid.lookIdAt(at.row, at.column), note: grid.noteAt(at.row, at.column) });
    });
  });
  if (kept.length < rect.rows) {
    clearContents(grid, { ...rect, top: rect.top + kept.length, rows: rect.rows - kept.length });
  }
  return kept.length;
}
