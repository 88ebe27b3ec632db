import type { Grid } from "../spreadsheet/model/grid.ts";
import type { Rect } from "../spreadsheet/model/rect.ts";
import { capture, restore } from "../spreadsheet/model/region.ts";

/** Remembers a block and the rules of its sheet; calling the answer puts both back. */
export function memento(grid: Grid, rect: Rect): () => void {
  const region = capture(grid, rect);
  const parts = structuredClone(grid.parts);
  return () => {
    restore(grid, region);
    Object.assign(grid.parts, parts);
  };
}

/** Everything a sheet holds, for an undo that takes the scripts' writes along. */
export function usedRect(grid: Grid): Rect {
  const columns = grid.looks.reduce((most, row) => Math.max(most, row?.length ?? 0), Math.max(1, grid.lastColumn()));
  return { top: 0, left: 0, rows: Math.max(1, grid.values.length), columns: Math.min(columns, grid.maxColumns) };
}
