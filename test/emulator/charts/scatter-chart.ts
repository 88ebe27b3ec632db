import type { EChartsOption } from "echarts";
import { domainAxis, valueAxis } from "./axes.ts";
import { verticalPaths } from "./axis-chart.ts";
import type { ChartSpec } from "./chart-drawing.ts";
import { domainOf } from "./domain.ts";
import { type Frame, gridOf, legendOf } from "./frame.ts";
import { plansOf, type SeriesPlan } from "./series.ts";
import { numberIn } from "./chart-table.ts";

const POINT_SIZES: Record<string, number> = { NONE: 0, TINY: 4, MEDIUM: 7, LARGE: 10, HUGE: 14 };

type Point = [number, number];

/** Points over a scale of numbers or dates; a domain of texts counts its rows. */
export function scatterChart(spec: ChartSpec, frame: Frame): EChartsOption {
  const { settings } = frame;
  const domain = domainOf(spec, settings);
  const plans = plansOf(spec, frame, domain);
  const legend = legendOf(
    frame,
    plans.filter(({ inLegend }) => inLegend).map(({ name }) => name),
  );
  const names = { settings, locale: spec.table.locale };
  const columns = domain.values;
  const xAxis =
    domain.scale === "value"
      ? valueAxis({ ...names, paths: ["hAxis"] }, domain.column ? [domain.column] : [], "bottom")
      : domainAxis({ ...names, paths: ["hAxis"] }, domain, { hasBars: true, isVertical: false, length: frame.width });
  const series = plans.flatMap((plan) => {
    const points = pointsOf(plan, domain.places);
    return [dotsOf(plan, frame, points), ...trendOf(plan, frame, points)];
  });
  const yAxis = valueAxis({ ...names, paths: verticalPaths(spec, 0) }, columns, "left");
  return { legend, grid: gridOf(frame), xAxis, yAxis, series, useUTC: true } as EChartsOption;
}

function pointsOf({ column }: SeriesPlan, places: (number | null)[]): Point[] {
  return column.cells.flatMap((cell, row): Point[] => {
    const [x, y] = [places.length > 0 ? (places[row] ?? null) : row, numberIn(cell)];
    return x === null || y === null ? [] : [[x, y]];
  });
}

function dotsOf({ index, name, color }: SeriesPlan, { settings }: Frame, data: Point[]) {
  const style = settings.text(`series.${index}.pointStyle`, "pointStyle") ?? "";
  const symbolSize = settings.number(`series.${index}.pointSize`, "pointSize") ?? POINT_SIZES[style] ?? 7;
  return { type: "scatter" as const, name, data, symbolSize, itemStyle: { color } };
}

/** The straight line nearest to the points, where the script asks for a linear trend; other trends are not drawn. */
function trendOf({ index, color }: SeriesPlan, { settings }: Frame, points: Point[]) {
  if (settings.text(`trendlines.${index}.type`) !== "linear" || points.length < 2) return [];
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = spread === 0 ? 0 : points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const [from, to] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const data = [from, to].map((x) => [x, meanY + slope * (x - meanX)]);
  const width = settings.number(`trendlines.${index}.lineWidth`) ?? 2;
  const own = settings.text(`trendlines.${index}.color`) ?? color;
  return [{ type: "line" as const, data, showSymbol: false, lineStyle: { color: own, width, opacity: 0.6 } }];
}
