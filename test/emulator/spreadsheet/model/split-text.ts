import { displayAt } from "./display.ts";
import type { Grid } from "./grid.ts";
import { typedInput } from "./input.ts";
import type { Rect } from "./rect.ts";
import { put } from "./write.ts";

const GUESSES = [",", ";", ".", " "];

/** Splits the texts of the first column at a delimiter; without one, at the first of , ; . space that occurs. */
export function splitToColumns(grid: Grid, rect: Rect, delimiter?: string): void {
  const texts = Array.from({ length: rect.rows }, (_, i) => displayAt(grid, rect.top + i, rect.left));
  const sign = delimiter ?? GUESSES.find((guess) => texts.some((text) => text.includes(guess)));
  if (sign === undefined || sign === "") return;
  texts.forEach((text, i) => {
    if (text === "") return;
    text.split(sign).forEach((part, c) => {
      const at = { row: rect.top + i, column: rect.left + c };
      if (at.column >= grid.maxColumns) {
        grid.book.makeRoom(grid.maxRows);
        grid.maxColumns++;
      }
      put(grid, at, typedInput(grid.book, part.trim(), grid.lookAt(at.row, at.column).numberFormat));
    });
  });
}
