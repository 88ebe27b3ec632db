import { conditionHolds } from "./condition.ts";
import { displayAt } from "./display.ts";
import type { Grid } from "./grid.ts";
import { bottomOf } from "./rect.ts";
import type { ColumnFilter } from "./sheet-parts.ts";

/** Whether the sheet's filter hides a row; its first row holds the headers and always shows. */
export function isRowHiddenByFilter(grid: Grid, row: number): boolean {
  const { filter } = grid.parts;
  if (!filter || row <= filter.rect.top || row > bottomOf(filter.rect)) return false;
  for (const [column, criteria] of filter.columns) {
    if (!passes(grid, criteria, { row, column, first: filter.rect.top + 1 })) return true;
  }
  return false;
}

function passes(grid: Grid, criteria: ColumnFilter, at: { row: number; column: number; first: number }): boolean {
  const { row, column } = at;
  const text = displayAt(grid, row, column);
  if (criteria.hidden?.includes(text)) return false;
  if (criteria.visible && criteria.visible.length > 0 && !criteria.visible.includes(text)) return false;
  if (!criteria.condition) return true;
  return conditionHolds(criteria.condition, { grid, row, column }, { row: at.first, column });
}
