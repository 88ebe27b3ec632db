import type { FileAxis, FileChart, FilePicture, FileSeries } from "../chart-file.ts";
import type { SheetChart, SheetImage, WriteSheet } from "./library.ts";

/** Width of a line in points, of which 72 make 96 pixels. */
const points = (pixels: number): number => (pixels * 72) / 96;

const bare = (color: string): string => color.replace("#", "").toUpperCase();

const corner = ({ row, column }: { row: number; column: number }) => ({ row, col: column });

/** Whether the library can say the chart: one kind of series, one axis of values. Others are mended in the file. */
export const isMixed = ({ kind, series }: FileChart): boolean =>
  kind === "combo" || (kind !== "pie" && kind !== "scatter" && series.some(({ axis }) => axis === 1));

/** A chart for the library; of a mixed one the frame, with all series as columns. */
export function writeChart(chart: FileChart): SheetChart {
  const { kind, title, legend, hole, place, stacking } = chart;
  const grouping = stacking === "absolute" ? "stacked" : stacking === "percent" ? "percentStacked" : undefined;
  const type = isMixed(chart) ? "column" : kind === "pie" && hole > 0 ? "doughnut" : (kind as SheetChart["type"]);
  return {
    type,
    ...(title ? { title } : { showTitle: false, autoTitleDeleted: true }),
    titleFontSize: 11,
    titleFontFamily: "Arial",
    series: chart.series.slice(0, kind === "pie" ? 1 : undefined).map((series) => writeSeries(series, kind)),
    anchor: { from: corner(place.from), to: corner(place.to) },
    legend: legend === "none" ? false : legend,
    ...(grouping ? { barGrouping: grouping, areaGrouping: grouping } : {}),
    ...(hole > 0 ? { holeSize: Math.max(10, Math.min(90, Math.round(hole * 100))) } : {}),
    ...(kind === "pie" ? { varyColors: true, dataLabels: { showPercent: true } } : { axes: axesOf(chart) }),
    ...(kind === "scatter" ? { scatterStyle: "marker" as const } : {}),
    gapWidth: 60,
    altText: title,
  };
}

function writeSeries(series: FileSeries, kind: FileChart["kind"]): SheetChart["series"][number] {
  const { name, values, categories, color, width = 0, isDashed, isSmooth, hasPoints, hasLabels, slices } = series;
  const hasLine = kind === "line" || (kind === "scatter" && width > 0);
  const marker = hasPoints || (kind === "scatter" && width === 0) ? "circle" : "none";
  return {
    name,
    values,
    ...(categories === undefined ? {} : { categories }),
    ...(kind === "pie" ? {} : { color: bare(color) }),
    ...(hasLine ? { stroke: { width: points(width), dash: isDashed ? ("dash" as const) : ("solid" as const) } } : {}),
    ...(kind === "line" ? { smooth: isSmooth ?? false } : {}),
    ...(kind === "line" || kind === "scatter" ? { marker: markerOf(marker, color) } : {}),
    ...(slices ? { dataPoints: slices.map((slice, idx) => ({ idx, fillColor: bare(slice) })) } : {}),
    ...(hasLabels ? { dataLabels: { showValue: true } } : {}),
  };
}

const markerOf = (symbol: "circle" | "none", color: string) =>
  symbol === "none" ? { symbol } : { symbol, size: 5, fill: bare(color), line: bare(color) };

function axesOf({ domain, measures, kind }: FileChart): NonNullable<SheetChart["axes"]> {
  const value = (axis: FileAxis) => ({
    ...(axis.title === undefined ? {} : { title: axis.title, axisTitleFontSize: 9 }),
    ...(axis.format === undefined ? {} : { numberFormat: { formatCode: axis.format } }),
    ...(axis.min === undefined && axis.max === undefined ? {} : { scale: scaleOf(axis) }),
    labelFontSize: 9,
    majorTickMark: "none" as const,
    minorTickMark: "none" as const,
  });
  const x = { ...value(domain), auto: false, ...(kind === "bar" ? { reverse: true } : {}) };
  const y = {
    ...value(measures[0] ?? {}),
    gridlines: { major: true },
    ...(kind === "bar" ? {} : { axisTitleRotation: -90 }),
    ...(kind === "bar" ? { crosses: "max" as const } : {}),
  };
  return { x, y };
}

function scaleOf({ min, max }: FileAxis) {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

export function writePicture({ png, title, place }: FilePicture): SheetImage {
  return { data: png, type: "png", anchor: { from: corner(place.from), to: corner(place.to) }, altText: title };
}

/** A sheet with charts is meant to be seen whole: it prints on one page of A4, lying. */
export const ONE_PAGE: NonNullable<WriteSheet["pageSetup"]> = {
  paperSize: "a4",
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 1,
  margins: { top: 0.4, right: 0.4, bottom: 0.4, left: 0.4, header: 0.2, footer: 0.2 },
  horizontalCentered: true,
};
