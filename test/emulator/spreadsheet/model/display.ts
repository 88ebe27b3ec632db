import { formatValue } from "../../values/format.ts";
import type { CellValue } from "./cell.ts";
import type { Grid } from "./grid.ts";

/** What getNumberFormat answers for a cell that nobody has formatted. */
export const DEFAULT_NUMBER_FORMAT = "0.###############";

/** The number format under which a cell is shown: its own, else the one its formula's result brings along. */
export function numberFormatAt(grid: Grid, row: number, column: number): string | undefined {
  const own = grid.lookAt(row, column).numberFormat;
  if (own !== undefined && own !== "General") return own;
  const slot = grid.slotAt(row, column);
  const formula = typeof slot === "object" ? slot : slot === undefined ? grid.spills.sourceOf(row, column) : undefined;
  return formula?.format({ row, column }) ?? own;
}

/** The text a cell shows, in the book's locale. */
export function displayAt(grid: Grid, row: number, column: number): string {
  const value = grid.valueAt(row, column);
  return value === "" ? "" : displayOf(value, numberFormatAt(grid, row, column), grid.book.locale);
}

export function displayOf(value: CellValue, numberFormat: string | undefined, locale: string): string {
  return formatValue(value, numberFormat ?? "General", locale);
}
