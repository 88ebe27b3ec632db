import type { CellValue } from "./cell.ts";
import type { Grid } from "./grid.ts";
import { nameSeries } from "./name-series.ts";
import { SheetProblem } from "./problem.ts";
import { bottomOf, contains, type Rect } from "./rect.ts";
import { copyCell, paste, type CellCopy } from "./region.ts";

/** Refuses a target that doesn't contain the source, or goes beyond it in two directions. */
export function checkFill(from: Rect, to: Rect): void {
  if (!contains(to, from)) throw new SheetProblem("AutoFill destination range must contain the source range.");
  if (to.rows > from.rows && to.columns > from.columns) {
    throw new SheetProblem("AutoFill destination range must extend the source range in only one direction.");
  }
}

/**
 * Fills `to` from the source in it: series of numbers, months and weekdays go on (unless `alternate`), texts that end in
 * a number count on, everything else repeats, formulas are moved along.
 */
export function autoFill(grid: Grid, from: Rect, { to, alternate }: { to: Rect; alternate: boolean }): void {
  const isVertical = to.rows > from.rows;
  const lines = isVertical ? from.columns : from.rows;
  for (let line = 0; line < lines; line++) fillLine(grid, { from, to, isVertical, line, alternate });
}

interface Line {
  from: Rect;
  to: Rect;
  isVertical: boolean;
  line: number;
  alternate: boolean;
}

function fillLine(grid: Grid, { from, to, isVertical, line, alternate }: Line): void {
  const count = isVertical ? from.rows : from.columns;
  const place = (i: number) =>
    isVertical ? { row: from.top + i, column: from.left + line } : { row: from.top + line, column: from.left + i };
  const source = Array.from({ length: count }, (_, i) => copyCell(grid, place(i).row, place(i).column));
  const series = alternate ? undefined : seriesOf(source, grid.book.locale);
  const first = isVertical ? to.top - from.top : to.left - from.left;
  const last = first + (isVertical ? to.rows : to.columns);
  for (let i = first; i < last; i++) {
    if (i >= 0 && i < count) continue;
    const index = ((i % count) + count) % count;
    const copy = source[index];
    if (!copy) continue;
    const distance = i - index;
    const by = isVertical ? { rows: distance, columns: 0 } : { rows: 0, columns: distance };
    paste(grid, place(i), series ? { ...copy, value: series(i) } : copy, by);
  }
}

/** The value at a position before, in or after the source, where the source is the start of a series. */
function seriesOf(source: CellCopy[], locale: string): ((i: number) => CellValue) | undefined {
  if (source.some(({ formula }) => formula !== undefined)) return undefined;
  const numbers = source.map(({ value }) => value);
  if (numbers.every((value) => typeof value === "number")) return numberSeries(numbers, source);
  if (numbers.every((value) => typeof value === "string")) {
    const series = nameSeries(numbers, locale);
    if (series) return series;
  }
  if (source.length > 1) return undefined;
  const text = /^(.*?)(\d+)$/s.exec(String(numbers[0]));
  if (!text || typeof numbers[0] !== "string") return undefined;
  return (i) => `${text[1] ?? ""}${Math.abs(Number(text[2]) + i)}`;
}

function numberSeries(numbers: number[], source: CellCopy[]): ((i: number) => CellValue) | undefined {
  const [first = 0, second] = numbers;
  if (second === undefined) return source[0]?.look === 0 ? undefined : (i) => first + i;
  const step = ((numbers.at(-1) ?? second) - first) / (numbers.length - 1);
  return (i) => Number((first + step * i).toPrecision(15));
}

/** How far a fill goes beside a neighbouring column of data, as a double click on the fill handle does. */
export function neighbourFill(grid: Grid, rect: Rect): Rect | undefined {
  for (const column of [rect.left - 1, rect.left + rect.columns]) {
    let row = bottomOf(rect);
    if (column < 0 || column >= grid.maxColumns) continue;
    while (row + 1 < grid.maxRows && !grid.isBlank(row + 1, column)) row++;
    if (row > bottomOf(rect)) return { ...rect, rows: row - rect.top + 1 };
  }
  return undefined;
}
