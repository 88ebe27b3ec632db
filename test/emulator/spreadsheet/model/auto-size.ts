import { displayAt } from "./display.ts";
import type { Grid } from "./grid.ts";

const PER_CHARACTER = 7;
const PADDING = 17;
const LEAST_WIDTH = 21;
const LINE_HEIGHT = 21;

/** Widths by the length of the shown texts; an estimate, since nothing is drawn here (see README). */
export function fitColumns(grid: Grid, left: number, columns: number): void {
  for (let c = left; c < left + columns; c++) {
    let longest = 0;
    for (let r = 0; r < grid.values.length; r++) {
      if (grid.isBlank(r, c)) continue;
      for (const line of displayAt(grid, r, c).split("\n")) longest = Math.max(longest, line.length);
    }
    const { width: _old, ...rest } = grid.columns[c] ?? {};
    grid.columns[c] =
      longest === 0 ? rest : { ...rest, width: Math.max(LEAST_WIDTH, longest * PER_CHARACTER + PADDING) };
  }
}

/** Heights by the number of lines that the texts themselves have. */
export function fitRows(grid: Grid, top: number, rows: number): void {
  for (let r = top; r < top + rows; r++) {
    const lines = grid.values[r]?.map((slot) => (typeof slot === "string" ? slot.split("\n").length : 1)) ?? [];
    const most = Math.max(1, ...lines);
    const extra = grid.extraOf(r);
    if (most === 1) delete extra.height;
    else extra.height = most * LINE_HEIGHT;
  }
}
