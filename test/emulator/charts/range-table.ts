import type { Book } from "../spreadsheet/model/book.ts";
import type { ChartModel } from "../spreadsheet/model/charts.ts";
import { displayAt, numberFormatAt } from "../spreadsheet/model/display.ts";
import { isRowHiddenByFilter } from "../spreadsheet/model/filtering.ts";
import type { Grid } from "../spreadsheet/model/grid.ts";
import { bottomOf, type Rect, rightOf } from "../spreadsheet/model/rect.ts";
import { isDateFormat } from "../values/pattern.ts";
import type { ChartSpec } from "./chart-drawing.ts";
import { type ChartCell, type ChartColumn, type ChartTable, EMPTY_CELL } from "./chart-table.ts";

/** A chart of a sheet in words, over what its cells hold now. */
export function specOfChart(book: Book, chart: ChartModel): ChartSpec {
  return { type: chart.type, options: chart.options, table: tableOfChart(book, chart), inSheet: true };
}

type Lines = ChartCell[][];

/** What of a chart decides about its data. */
type ChartData = Pick<ChartModel, "ranges" | "numHeaders" | "transposed" | "mergeStrategy" | "hiddenDimensionStrategy">;

/** The data of a chart in a sheet as its ranges hold them now: hidden lines left out, merged, headers taken off. */
export function tableOfChart(book: Book, chart: ChartData): ChartTable {
  return readRanges(book, chart).table;
}

/** As `tableOfChart`, with how many lines were headers, and whether the columns are those of the ranges, whole. */
export function readRanges(book: Book, chart: ChartData): { table: ChartTable; headers: number; isWhole: boolean } {
  const blocks = chart.ranges.flatMap(({ gridId, rect }) => {
    const grid = book.findGrid(gridId);
    return grid ? [linesOf(grid, rect, chart.hiddenDimensionStrategy)] : [];
  });
  const merged = chart.mergeStrategy === "MERGE_ROWS" ? blocks.flat() : sideBySide(blocks);
  const lines = withoutTail(chart.transposed ? turned(merged) : merged);
  const headers = chart.numHeaders === undefined || chart.numHeaders < 0 ? guessHeaders(lines) : chart.numHeaders;
  const width = Math.max(0, ...lines.map((line) => line.length));
  const columns = Array.from({ length: width }, (_, column) => columnOf(lines, column, headers));
  const isWhole = !chart.transposed && chart.mergeStrategy !== "MERGE_ROWS" && !chart.ranges.some(hidesSome(book));
  return { table: { columns, locale: book.locale }, headers, isWhole };
}

/** Whether hidden rows or columns lie in a range. */
const hidesSome =
  (book: Book) =>
  ({ gridId, rect }: ChartModel["ranges"][number]): boolean => {
    const grid = book.findGrid(gridId);
    if (!grid) return true;
    const height = Math.min(rect.rows, grid.lastRow() - rect.top);
    const rows = Array.from({ length: Math.max(0, height) }, (_, i) => rect.top + i);
    const isHidden = (row: number): boolean => Boolean(grid.extras[row]?.hidden) || isRowHiddenByFilter(grid, row);
    return rows.some(isHidden) || grid.columns.slice(rect.left, rect.left + rect.columns).some((one) => one?.hidden);
  };

function linesOf(grid: Grid, rect: Rect, strategy: string): Lines {
  const showsRows = strategy === "SHOW_BOTH" || strategy === "IGNORE_COLUMNS";
  const showsColumns = strategy === "SHOW_BOTH" || strategy === "IGNORE_ROWS";
  const lines: Lines = [];
  for (let row = rect.top; row <= Math.min(bottomOf(rect), grid.lastRow() - 1); row++) {
    if (!showsRows && (grid.extras[row]?.hidden || isRowHiddenByFilter(grid, row))) continue;
    const line: ChartCell[] = [];
    for (let column = rect.left; column <= rightOf(rect); column++)
      if (showsColumns || !grid.columns[column]?.hidden) line.push(cellAt(grid, row, column));
    lines.push(line);
  }
  return lines;
}

function cellAt(grid: Grid, row: number, column: number): ChartCell {
  const value = grid.valueAt(row, column);
  if (value === "") return EMPTY_CELL;
  const format = numberFormatAt(grid, row, column);
  return { value, text: displayAt(grid, row, column), ...(format === undefined ? {} : { format }) };
}

function sideBySide(blocks: Lines[]): Lines {
  const height = Math.max(0, ...blocks.map((block) => block.length));
  const widths = blocks.map((block) => block[0]?.length ?? 0);
  return Array.from({ length: height }, (_, row) =>
    blocks.flatMap((block, i) => block[row] ?? new Array<ChartCell>(widths[i] ?? 0).fill(EMPTY_CELL)),
  );
}

function turned(lines: Lines): Lines {
  const width = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: width }, (_, column) => lines.map((line) => line[column] ?? EMPTY_CELL));
}

const isEmpty = (cell: ChartCell): boolean => cell.value === undefined;

function withoutTail(lines: Lines): Lines {
  let end = lines.length;
  while (end > 0 && lines[end - 1]?.every(isEmpty)) end--;
  return lines.slice(0, end);
}

/** One header where the first line names columns whose next line holds numbers. */
function guessHeaders([first = [], second = []]: Lines): number {
  const names = first.some(
    (cell, column) => typeof cell.value === "string" && typeof second[column]?.value === "number",
  );
  const numbers = first.some((cell, column) => column > 0 && typeof cell.value === "number");
  return names && !numbers ? 1 : 0;
}

function columnOf(lines: Lines, column: number, headers: number): ChartColumn {
  const all = lines.map((line) => line[column] ?? EMPTY_CELL);
  const cells = all.slice(headers);
  const label = all
    .slice(0, headers)
    .map(({ text }) => text)
    .join(" ")
    .trim();
  const filled = cells.filter((cell) => !isEmpty(cell));
  const isNumeric = filled.length > 0 && filled.every(({ value }) => typeof value === "number");
  const format = filled.find((cell) => cell.format !== undefined)?.format;
  const kind = !isNumeric ? "text" : isDateFormat(format ?? "") ? "date" : "number";
  return { label, kind, cells, ...(format === undefined ? {} : { format }) };
}
