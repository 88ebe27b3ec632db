import type { Book } from "../../test/emulator/spreadsheet/model/book.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import { isRowHiddenByFilter } from "../../test/emulator/spreadsheet/model/filtering.ts";
import { bottomOf, rightOf } from "../../test/emulator/spreadsheet/model/rect.ts";
import { chartViews } from "./chart-view.ts";
import type { BookView, FilterView, SheetView } from "./protocol.ts";

const USUAL_WIDTH = 100;
const USUAL_HEIGHT = 21;

/** The shape of a book: its sheets with sizes, frozen and hidden parts. */
export function viewOfBook(book: Book): BookView {
  return { name: book.name, sheets: book.grids.map(viewOfSheet) };
}

function viewOfSheet(grid: Grid): SheetView {
  const { parts } = grid;
  return {
    id: grid.id,
    name: grid.name,
    hidden: parts.hidden,
    ...(parts.tabColor ? { color: parts.tabColor } : {}),
    rows: grid.maxRows,
    columns: grid.maxColumns,
    frozenRows: parts.frozenRows,
    frozenColumns: parts.frozenColumns,
    widths: Array.from({ length: grid.maxColumns }, (_, column) => grid.columns[column]?.width ?? USUAL_WIDTH),
    heights: heights(grid),
    hiddenRows: hiddenRows(grid),
    hiddenColumns: Array.from({ length: grid.maxColumns }, (_, c) => c).filter((c) => grid.columns[c]?.hidden),
    merges: parts.merges.map(({ top, left, rows, columns }) => [top, left, rows, columns]),
    charts: chartViews(grid),
    filter: filterView(grid),
    hiddenGridlines: parts.hiddenGridlines,
  };
}

function filterView({ parts: { filter } }: Grid): FilterView | null {
  if (!filter) return null;
  const { rect, columns } = filter;
  const place = { top: rect.top, left: rect.left, bottom: bottomOf(rect), right: rightOf(rect) };
  return { ...place, active: [...columns.keys()] };
}

function heights(grid: Grid): [number, number][] {
  const found: [number, number][] = [];
  grid.extras.forEach((extra, row) => {
    if (extra?.height !== undefined && extra.height !== USUAL_HEIGHT) found.push([row, extra.height]);
  });
  return found;
}

function hiddenRows(grid: Grid): number[] {
  const found = new Set<number>();
  grid.extras.forEach((extra, row) => {
    if (extra?.hidden) found.add(row);
  });
  const { filter } = grid.parts;
  if (!filter) return [...found];
  for (let row = filter.rect.top; row <= bottomOf(filter.rect); row++)
    if (isRowHiddenByFilter(grid, row)) found.add(row);
  return [...found];
}
