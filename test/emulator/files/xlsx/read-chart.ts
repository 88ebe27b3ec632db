import { readBlock } from "../blocks.ts";
import type { FileAxis, FileChart, FileSeries } from "../chart-file.ts";
import { type ChartHints, hintKey } from "./chart-hints.ts";
import type { Chart, ChartSeriesInfo } from "./library.ts";

const KINDS: Partial<Record<Chart["kinds"][number], FileChart["kind"]>> = {
  area: "area",
  bar: "column",
  doughnut: "pie",
  line: "line",
  pie: "pie",
  scatter: "scatter",
};

/** A chart of a file; undefined where it is of a kind that is not known here, or lies nowhere. */
export function readChart(chart: Chart, hints: Map<string, ChartHints>): FileChart | undefined {
  const { kinds, anchor, series = [], legend } = chart;
  const known = kinds.flatMap((kind) => KINDS[kind] ?? []);
  const [first] = known;
  if (!first || known.length !== kinds.length || !anchor) return undefined;
  const hint = hints.get(
    hintKey(
      chart.title,
      series.map(({ valuesRef }) => valuesRef),
    ),
  );
  const read = series.flatMap((one, index) => readSeries(one, hint?.right[index] ? 1 : 0) ?? []);
  const isBar = first === "column" && hint?.isBar;
  const end = anchor.to ?? { row: anchor.from.row + 18, col: anchor.from.col + 6 };
  const at = (cell: { row: number; col: number }, offset = { x: 0, y: 0 }) => ({
    row: cell.row,
    column: cell.col,
    ...offset,
  });
  const grouping = chart.barGrouping ?? chart.areaGrouping ?? chart.lineGrouping;
  return {
    kind: new Set(known).size > 1 ? "combo" : isBar ? "bar" : first,
    title: chart.title ?? "",
    series: read,
    stacking: grouping === "percentStacked" ? "percent" : grouping === "stacked" ? "absolute" : "none",
    legend: legendOf(legend),
    hole: first === "pie" && kinds[0] === "doughnut" ? (chart.holeSize ?? 50) / 100 : 0,
    domain: readAxis(chart.axes?.x),
    measures: [readAxis(chart.axes?.y)],
    place: { from: at(anchor.from, hint?.offsets?.from), to: at(end, hint?.offsets?.to) },
  };
}

/** A file that names no legend has none. */
function legendOf(legend: Chart["legend"]): FileChart["legend"] {
  if (!legend) return "none";
  return legend === "top" || legend === "bottom" || legend === "left" ? legend : "right";
}

function readSeries(info: ChartSeriesInfo, axis: 0 | 1): FileSeries | undefined {
  const { kind, name, valuesRef, categoriesRef, color, smooth, stroke, marker } = info;
  if (valuesRef === undefined || !readBlock(valuesRef)) return undefined;
  return {
    name: name ?? "",
    kind: kind === "line" || kind === "scatter" ? "line" : kind === "area" ? "area" : "bars",
    values: valuesRef,
    ...(categoriesRef === undefined ? {} : { categories: categoriesRef }),
    color: typeof color === "string" ? `#${color.toLowerCase()}` : "",
    axis,
    ...(stroke?.width === undefined ? {} : { width: Math.round((stroke.width * 96) / 72) }),
    isDashed: stroke?.dash !== undefined && stroke.dash !== "solid",
    isSmooth: smooth ?? false,
    hasPoints: marker?.symbol !== undefined && marker.symbol !== "none",
  };
}

function readAxis(axis: NonNullable<Chart["axes"]>["x"]): FileAxis {
  return {
    ...(axis?.title === undefined ? {} : { title: axis.title }),
    ...(axis?.numberFormat === undefined ? {} : { format: axis.numberFormat.formatCode }),
    ...(axis?.scale?.min === undefined ? {} : { min: axis.scale.min }),
    ...(axis?.scale?.max === undefined ? {} : { max: axis.scale.max }),
  };
}
