import { parseNotation } from "../../test/emulator/spreadsheet/model/a1.ts";
import type { Book } from "../../test/emulator/spreadsheet/model/book.ts";
import { displayAt } from "../../test/emulator/spreadsheet/model/display.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import type { Validation } from "../../test/emulator/spreadsheet/model/validation.ts";

const MOST_CHOICES = 500;

/** The choices of a dropdown; undefined where the rule shows none. */
export function choicesOf(book: Book, rule: Validation): string[] | undefined {
  if (rule.showDropdown === false) return undefined;
  if (rule.criteria === "VALUE_IN_LIST") return rule.values.map(String).slice(0, MOST_CHOICES);
  const grid = rule.criteria === "VALUE_IN_RANGE" && rule.source ? book.findGrid(rule.source.gridId) : undefined;
  return grid && rule.source ? textsIn(grid, rule.source.rect) : undefined;
}

function textsIn(grid: Grid, { top, left, rows, columns }: NonNullable<Validation["source"]>["rect"]): string[] {
  const texts = new Set<string>();
  const bottom = Math.min(top + rows, grid.lastRow());
  for (let row = top; row < bottom && texts.size < MOST_CHOICES; row++) {
    for (let column = left; column < left + columns; column++) texts.add(displayAt(grid, row, column));
  }
  texts.delete("");
  return [...texts];
}

/** Whether a checkbox is ticked; undefined where the cell is none. */
export function tickOf(grid: Grid, row: number, column: number): boolean | undefined {
  const rule = grid.lookAt(row, column).validation;
  if (rule?.criteria !== "CHECKBOX") return undefined;
  const value = grid.valueAt(row, column);
  return String(value) === String(rule.values[0] ?? true);
}

/** What a checkbox holds when it is ticked or not: TRUE and FALSE unless its rule says otherwise. */
export function tickText(grid: Grid, { a1, ticked }: { a1: string; ticked: boolean }): string {
  const { top = 0, left = 0 } = parseNotation(a1) ?? {};
  const rule = grid.lookAt(top, left).validation;
  const [on = "TRUE", off = rule?.values.length === 1 ? "" : "FALSE"] = rule?.values.map(String) ?? [];
  return ticked ? on : off;
}
