import { parseNotation } from "../spreadsheet/model/a1.ts";
import type { Book } from "../spreadsheet/model/book.ts";
import type { Grid } from "../spreadsheet/model/grid.ts";
import type { Rect } from "../spreadsheet/model/rect.ts";

/** A block that a person points at, and the address of the person. */
export interface Place {
  grid: Grid;
  rect: Rect;
  writer: string;
}

/** The sheet of that name; throws where there is none. */
export function gridOf(book: Book, sheetName: string): Grid {
  const grid = book.grids.find(({ name }) => name === sheetName);
  if (!grid) throw new Error(`There is no sheet "${sheetName}".`);
  return grid;
}

/** "B2", "B2:C5", "B:B" or "3:4" as 0-based numbers; open sides reach to the edge of the sheet. */
export function rectOf(grid: Grid, a1: string): Rect {
  const area = parseNotation(a1);
  if (!area) throw new Error(`"${a1}" names no cells.`);
  const { top = 0, left = 0, bottom = grid.maxRows - 1, right = grid.maxColumns - 1 } = area;
  if (bottom >= grid.maxRows || right >= grid.maxColumns)
    throw new Error(`"${a1}" lies outside the sheet ${grid.name}.`);
  return { top, left, rows: bottom - top + 1, columns: right - left + 1 };
}
