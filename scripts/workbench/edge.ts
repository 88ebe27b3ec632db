import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";

interface Step {
  row: number;
  column: number;
  down: number;
  right: number;
}

/** Where Ctrl+arrow leads: to the edge of a block of filled cells, or over the gap to the next one, or to the sheet's edge. */
export function edgeFrom(grid: Grid, { row, column, down, right }: Step): { row: number; column: number } {
  const isInside = (r: number, c: number): boolean => r >= 0 && c >= 0 && r < grid.maxRows && c < grid.maxColumns;
  const isFilled = (r: number, c: number): boolean => isInside(r, c) && !grid.isBlank(r, c);
  const isInBlock = isFilled(row, column) && isFilled(row + down, column + right);
  let [r, c] = [row, column];
  while (isInside(r + down, c + right)) {
    if (isInBlock && !isFilled(r + down, c + right)) break;
    [r, c] = [r + down, c + right];
    if (!isInBlock && isFilled(r, c)) break;
  }
  return { row: r, column: c };
}
