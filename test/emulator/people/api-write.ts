import type { Book } from "../spreadsheet/model/book.ts";
import { scriptInput } from "../spreadsheet/model/input.ts";
import { writeBlock } from "../spreadsheet/model/write.ts";
import { gridOf, rectOf } from "./place.ts";

/** A write by the Sheets API or by somebody else's script: parsed as if typed, and no trigger runs. `a1` is the upper left cell. */
export function apiWrite(book: Book, { sheet, a1 }: { sheet: string; a1: string }, rows: unknown[][]): void {
  const grid = gridOf(book, sheet);
  const { top, left } = rectOf(grid, a1);
  const rect = { top, left, rows: rows.length, columns: rows[0]?.length ?? 0 };
  writeBlock(grid, rect, (row, column, format) => scriptInput(book, rows[row - top]?.[column - left], format));
}
