import type { Grid } from "./grid.ts";
import { bottomOf, rightOf, type Rect } from "./rect.ts";
import { capture, changeExistingLooks, clearContents, clearNotes, paste } from "./region.ts";

/** Pushes cells down or to the right to make room for empty ones; the sheet grows where data would fall off. */
export function insertCells(grid: Grid, rect: Rect, dimension: "ROWS" | "COLUMNS"): void {
  const rest = restOf(grid, rect, dimension);
  if (dimension === "ROWS") {
    const lost = Math.max(0, usedRows(grid) + rect.rows - grid.maxRows);
    grid.book.makeRoom(lost * grid.maxColumns);
    grid.maxRows += lost;
    carry(grid, { ...rest, rows: Math.max(0, usedRows(grid) - rest.top) }, { rows: rect.rows, columns: 0 });
  } else {
    const lost = Math.max(0, usedColumns(grid) + rect.columns - grid.maxColumns);
    grid.book.makeRoom(lost * grid.maxRows);
    grid.maxColumns += lost;
    carry(grid, { ...rest, columns: Math.max(0, usedColumns(grid) - rest.left) }, { rows: 0, columns: rect.columns });
  }
}

/** Takes cells away and pulls those below or to the right into their place. */
export function deleteCells(grid: Grid, rect: Rect, dimension: "ROWS" | "COLUMNS"): void {
  wipe(grid, rect);
  const rest = restOf(grid, rect, dimension);
  if (dimension === "ROWS") {
    const top = bottomOf(rect) + 1;
    carry(grid, { ...rest, top, rows: Math.max(0, usedRows(grid) - top) }, { rows: -rect.rows, columns: 0 });
  } else {
    const left = rightOf(rect) + 1;
    carry(grid, { ...rest, left, columns: Math.max(0, usedColumns(grid) - left) }, { rows: 0, columns: -rect.columns });
  }
}

function restOf(grid: Grid, rect: Rect, dimension: "ROWS" | "COLUMNS"): Rect {
  if (dimension === "ROWS") return { ...rect, rows: grid.maxRows - rect.top };
  return { ...rect, columns: grid.maxColumns - rect.left };
}

const usedRows = (grid: Grid): number => grid.values.length;

function usedColumns(grid: Grid): number {
  const looked = Math.max(0, ...new Set(grid.looks.map((row) => row?.length ?? 0)));
  return Math.min(grid.maxColumns, Math.max(looked, grid.counts.length));
}

function carry(grid: Grid, rect: Rect, by: { rows: number; columns: number }): void {
  if (rect.rows <= 0 || rect.columns <= 0) return;
  const { cells } = capture(grid, rect);
  wipe(grid, rect);
  cells.forEach((line, r) => {
    line.forEach((copy, c) => {
      const [row, column] = [rect.top + r + by.rows, rect.left + c + by.columns];
      if (row < grid.maxRows && column < grid.maxColumns) paste(grid, { row, column }, copy);
    });
  });
}

function wipe(grid: Grid, rect: Rect): void {
  clearContents(grid, rect);
  clearNotes(grid, rect);
  changeExistingLooks(grid, rect, () => ({}));
}
