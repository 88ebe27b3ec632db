import { createHash } from "node:crypto";
import { type ChartSpec, drawingOf, isDrawable } from "../../test/emulator/charts/chart-drawing.ts";
import { svgOf } from "../../test/emulator/charts/chart-picture.ts";
import { specOfChart } from "../../test/emulator/charts/range-table.ts";
import type { ChartModel } from "../../test/emulator/spreadsheet/model/charts.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import { chartText } from "./chart-text.ts";
import type { ChartView } from "./protocol.ts";

/** Charts over more cells are drawn anew after every change of the book instead of being compared. */
const MOST_COMPARED = 5_000;

/** The charts of a sheet: where they lie, what they say, and a digest that changes with their picture. */
export function chartViews(grid: Grid): ChartView[] {
  return grid.parts.charts.map((chart) => {
    const { id, position, options } = chart;
    const { width, height } = drawingOf({ ...EMPTY, options });
    const title = typeof options["title"] === "string" ? options["title"] : "";
    const spec = isLarge(chart) ? null : specOfChart(grid.book, chart);
    const summary = spec ? chartText(spec) : "";
    const place = { row: position.row - 1, column: position.column - 1, x: position.x, y: position.y };
    return {
      id,
      ...place,
      width,
      height,
      title,
      summary,
      digest: digestOf(spec ?? { chart, version: grid.book.version }),
    };
  });
}

const EMPTY: ChartSpec = { type: "COLUMN", options: {}, table: { columns: [], locale: "en_US" }, inSheet: true };

const isLarge = ({ ranges }: ChartModel): boolean =>
  ranges.reduce((sum, { rect }) => sum + rect.rows * rect.columns, 0) > MOST_COMPARED;

const digestOf = (content: unknown): string =>
  createHash("sha1").update(JSON.stringify(content)).digest("hex").slice(0, 12);

/** The picture of a chart as SVG text; of one that can't be drawn here, a frame that says so. */
export function chartSvg(grid: Grid, chartId: number): string {
  const chart = grid.parts.charts.find(({ id }) => id === chartId);
  if (!chart) throw new Error("That chart has been removed meanwhile.");
  if (isDrawable(chart.type)) return svgOf(drawingOf(specOfChart(grid.book, chart)));
  const { width, height } = drawingOf({ ...EMPTY, options: chart.options });
  const options = { title: `Charts of type ${chart.type} are not drawn here.`, width, height };
  return svgOf(drawingOf({ ...EMPTY, options }));
}
