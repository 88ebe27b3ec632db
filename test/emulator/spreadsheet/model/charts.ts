import type { Book } from "./book.ts";
import type { Grid } from "./grid.ts";
import { shiftRect, type Rect, type Shift } from "./rect.ts";

/** A chart as a sheet keeps it; `position` names the anchor cell, counted from 1, and pixels from its corner. */
export interface ChartModel {
  id: number;
  type: string;
  ranges: { gridId: number; rect: Rect }[];
  options: Record<string, unknown>;
  position: { row: number; column: number; x: number; y: number };
  numHeaders?: number;
  transposed: boolean;
  mergeStrategy: string;
  hiddenDimensionStrategy: string;
}

/** Puts a chart into a sheet under an id that nothing else in the book bears; answers the id. */
export function addChart(grid: Grid, chart: ChartModel): number {
  const id = grid.book.nextNumber();
  grid.parts.charts.push(structuredClone({ ...chart, id }));
  grid.book.version++;
  return id;
}

/** Replaces the chart of the same id; false where the sheet has none. */
export function replaceChart(grid: Grid, chart: ChartModel): boolean {
  const index = grid.parts.charts.findIndex(({ id }) => id === chart.id);
  if (index < 0) return false;
  grid.parts.charts[index] = structuredClone(chart);
  grid.book.version++;
  return true;
}

/** Takes a chart out of a sheet; false where the sheet has none of that id. */
export function dropChart(grid: Grid, chartId: number): boolean {
  const { parts } = grid;
  const kept = parts.charts.filter(({ id }) => id !== chartId);
  if (kept.length === parts.charts.length) return false;
  parts.charts = kept;
  grid.book.version++;
  return true;
}

/** The charts of a sheet for its copy: ranges on the sheet itself follow, those of another book are lost. */
export function copyCharts(source: Grid, copy: Grid): ChartModel[] {
  return structuredClone(source.parts.charts).map((chart) => ({
    ...chart,
    id: copy.book.nextNumber(),
    ranges: chart.ranges.flatMap(({ gridId, rect }) => {
      if (gridId === source.id) return [{ gridId: copy.id, rect }];
      return source.book === copy.book ? [{ gridId, rect }] : [];
    }),
  }));
}

/** Lets the ranges of every chart, and the anchors of the sheet's own, follow its rows or columns. */
export function shiftCharts(grid: Grid, shift: Shift): void {
  for (const chart of grid.parts.charts) shiftAnchor(chart, shift);
  for (const chart of allCharts(grid.book)) {
    chart.ranges = chart.ranges.flatMap((range) => {
      if (range.gridId !== grid.id) return [range];
      const rect = shiftRect(range.rect, shift);
      return rect ? [{ gridId: grid.id, rect }] : [];
    });
  }
}

function allCharts(book: Book): ChartModel[] {
  return book.grids.flatMap(({ parts }) => parts.charts);
}

/** A chart whose anchor cell is deleted moves up or left to where the cell was. */
function shiftAnchor({ position }: ChartModel, shift: Shift): void {
  const cell = { top: position.row - 1, left: position.column - 1, rows: 1, columns: 1 };
  const moved = shiftRect(cell, shift);
  const gone = shift.kind.endsWith("Rows") ? { ...cell, top: shift.at } : { ...cell, left: shift.at };
  const { top, left } = moved ?? gone;
  position.row = top + 1;
  position.column = left + 1;
}
