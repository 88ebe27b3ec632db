import type { Grid } from "./grid.ts";
import { bottomOf, rightOf, type Rect } from "./rect.ts";

export type DirectionName = "UP" | "DOWN" | "PREVIOUS" | "NEXT";

/** Where Ctrl+arrow ends from a cell: the edge of the data it stands in, else the next data, else the edge of the sheet. */
export function nextDataCell(
  grid: Grid,
  at: { row: number; column: number },
  direction: DirectionName,
): { row: number; column: number } {
  const vertical = direction === "UP" || direction === "DOWN";
  const step = direction === "UP" || direction === "PREVIOUS" ? -1 : 1;
  const last = (vertical ? grid.maxRows : grid.maxColumns) - 1;
  const start = vertical ? at.row : at.column;
  const place = (index: number) => (vertical ? { row: index, column: at.column } : { row: at.row, column: index });
  const holds = (index: number): boolean => {
    const { row, column } = place(index);
    return index >= 0 && index <= last && !grid.isBlank(row, column);
  };
  let index = start;
  if (holds(start) && holds(start + step)) {
    while (holds(index + step)) index += step;
    return place(index);
  }
  index += step;
  while (index >= 0 && index <= last && !holds(index)) index += step;
  return place(Math.max(0, Math.min(last, index)));
}

const holdsAny = (grid: Grid, rect: Rect): boolean => {
  for (let r = Math.max(0, rect.top); r <= Math.min(bottomOf(rect), grid.maxRows - 1); r++) {
    for (let c = Math.max(0, rect.left); c <= Math.min(rightOf(rect), grid.maxColumns - 1); c++) {
      if (!grid.isBlank(r, c)) return true;
    }
  }
  return false;
};

/** The block grown over neighbouring data in one dimension or in both; what only touches a corner does not count. */
export function dataRegion(grid: Grid, rect: Rect, dimension?: "ROWS" | "COLUMNS"): Rect {
  let area = { ...rect };
  const rows = dimension !== "COLUMNS";
  const columns = dimension !== "ROWS";
  for (let grew = true; grew;) {
    grew = false;
    if (rows && area.top > 0 && holdsAny(grid, { ...area, top: area.top - 1, rows: 1 })) {
      area = { ...area, top: area.top - 1, rows: area.rows + 1 };
      grew = true;
    }
    if (rows && bottomOf(area) + 1 < grid.maxRows && holdsAny(grid, { ...area, top: bottomOf(area) + 1, rows: 1 })) {
      area = { ...area, rows: area.rows + 1 };
      grew = true;
    }
    if (columns && area.left > 0 && holdsAny(grid, { ...area, left: area.left - 1, columns: 1 })) {
      area = { ...area, left: area.left - 1, columns: area.columns + 1 };
      grew = true;
    }
    if (
      columns &&
      rightOf(area) + 1 < grid.maxColumns &&
      holdsAny(grid, { ...area, left: rightOf(area) + 1, columns: 1 })
    ) {
      area = { ...area, columns: area.columns + 1 };
      grew = true;
    }
  }
  return area;
}
