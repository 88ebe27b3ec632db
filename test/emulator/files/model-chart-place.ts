import type { ChartModel } from "../spreadsheet/model/charts.ts";
import type { Grid } from "../spreadsheet/model/grid.ts";
import type { FileCorner, FilePlace } from "./chart-file.ts";
import type { SheetFile } from "./book-file.ts";

/** Pixels of a column and a row that nobody has sized; files have other defaults than Google. */
const WIDTH = 100;
const HEIGHT = 21;

type Sizes = (index: number) => number;

const widths =
  (grid: Grid): Sizes =>
  (index) =>
    grid.columns[index]?.hidden ? 0 : (grid.columns[index]?.width ?? WIDTH);
const heights =
  (grid: Grid): Sizes =>
  (index) =>
    grid.extras[index]?.hidden ? 0 : (grid.extras[index]?.height ?? HEIGHT);

/** The cell that holds a position along one axis, and how far into it. */
function cellAt(first: number, offset: number, sizeOf: Sizes): { index: number; into: number } {
  let [index, into] = [first, offset];
  const last = first + 10_000;
  while (index < last && into >= sizeOf(index)) into -= sizeOf(index++);
  return { index, into: Math.round(into) };
}

/** Both corners of a chart of that size in pixels, as cells. */
export function placeOfChart(grid: Grid, { position }: ChartModel, size: { width: number; height: number }): FilePlace {
  const corner = (x: number, y: number): FileCorner => {
    const across = cellAt(position.column - 1, x, widths(grid));
    const down = cellAt(position.row - 1, y, heights(grid));
    return { row: down.index, column: across.index, x: across.into, y: down.into };
  };
  const { x, y } = position;
  return { from: corner(x, y), to: corner(x + size.width, y + size.height) };
}

/** Anchor and size in pixels of what lies between two corners. */
export function positionOfPlace(grid: Grid, { from, to }: FilePlace) {
  const along = (first: number, last: number, sizeOf: Sizes): number => {
    let sum = 0;
    for (let index = first; index < last; index++) sum += sizeOf(index);
    return sum;
  };
  const width = along(from.column, to.column, widths(grid)) + to.x - from.x;
  const height = along(from.row, to.row, heights(grid)) + to.y - from.y;
  const position = { row: from.row + 1, column: from.column + 1, x: from.x, y: from.y };
  return { position, width: Math.max(1, width), height: Math.max(1, height) };
}

/** Writes down every size under and beside charts, so that they keep theirs in programs with other defaults. */
export function fixSizes(grid: Grid, sheet: SheetFile): void {
  const places = [...sheet.charts, ...sheet.pictures].map(({ place }) => place);
  if (places.length === 0) return;
  for (let column = 0; column <= Math.max(...places.map(({ to }) => to.column)); column++)
    sheet.columnWidths[column] ??= grid.columns[column]?.width ?? WIDTH;
  const first = Math.min(...places.map(({ from }) => from.row));
  for (let row = first; row <= Math.max(...places.map(({ to }) => to.row)); row++)
    sheet.rowHeights[row] ??= grid.extras[row]?.height ?? HEIGHT;
}
