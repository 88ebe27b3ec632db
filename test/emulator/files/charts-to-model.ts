import type { Grid } from "../spreadsheet/model/grid.ts";
import { addChart } from "../spreadsheet/model/charts.ts";
import type { Rect } from "../spreadsheet/model/rect.ts";
import { readBlock } from "./blocks.ts";
import type { SheetFile } from "./book-file.ts";
import type { FileAxis, FileChart } from "./chart-file.ts";
import { positionOfPlace } from "./model-chart-place.ts";

const TYPES: Record<FileChart["kind"], string> = {
  area: "AREA",
  bar: "BAR",
  column: "COLUMN",
  combo: "COMBO",
  line: "LINE",
  pie: "PIE",
  scatter: "SCATTER",
};

/** Puts the charts of a file into their sheet, once every sheet of the book is there. Names of series come as options. */
export function addFileCharts(grid: Grid, sheet: SheetFile): void {
  for (const chart of sheet.charts) {
    const { position, width, height } = positionOfPlace(grid, chart.place);
    const domain = chart.series[0]?.categories;
    const ranges = [...(domain === undefined ? [] : [domain]), ...chart.series.map(({ values }) => values)];
    addChart(grid, {
      id: 0,
      type: isJoined(chart) ? "LINE" : TYPES[chart.kind],
      ranges: ranges.flatMap((text) => rangeOf(grid, text) ?? []),
      options: {
        ...optionsOf(chart),
        ...(domain === undefined ? { useFirstColumnAsDomain: false } : {}),
        width,
        height,
      },
      position,
      numHeaders: 0,
      transposed: false,
      mergeStrategy: "MERGE_COLUMNS",
      hiddenDimensionStrategy: "IGNORE_BOTH",
    });
  }
}

const isJoined = ({ kind, series }: FileChart): boolean => kind === "scatter" && series.some(({ width }) => width);

function rangeOf(grid: Grid, text: string): { gridId: number; rect: Rect } | undefined {
  const read = readBlock(text);
  const owner = read?.sheet === undefined ? grid : grid.book.gridNamed(read.sheet);
  return read && owner ? { gridId: owner.id, rect: read.block } : undefined;
}

function optionsOf(chart: FileChart): Record<string, unknown> {
  const options: Record<string, unknown> = { "legend.position": chart.legend };
  if (chart.title !== "") options["title"] = chart.title;
  if (chart.hole > 0) options["pieHole"] = chart.hole;
  if (chart.stacking !== "none") options["isStacked"] = chart.stacking === "percent" ? "percent" : true;
  chart.series.forEach((series, index) => Object.assign(options, seriesOptions(series, `series.${index}`, chart.kind)));
  Object.assign(options, axisOptions(chart.domain, chart.kind === "bar" ? "vAxes.0" : "hAxis"));
  chart.measures.forEach((axis, index) =>
    Object.assign(options, axisOptions(axis, chart.kind === "bar" ? "hAxis" : `vAxes.${index}`)),
  );
  return options;
}

function seriesOptions(
  series: FileChart["series"][number],
  at: string,
  kind: FileChart["kind"],
): Record<string, unknown> {
  return {
    [`${at}.labelInLegend`]: series.name,
    ...(kind === "combo" ? { [`${at}.type`]: series.kind } : {}),
    ...(series.color === "" ? {} : { [`${at}.color`]: series.color }),
    ...(series.axis === 1 ? { [`${at}.targetAxisIndex`]: 1 } : {}),
    ...(series.width === undefined || kind === "column" ? {} : { [`${at}.lineWidth`]: series.width }),
    ...(series.isDashed ? { [`${at}.lineDashStyle`]: [6, 4] } : {}),
    ...(series.isSmooth ? { [`${at}.curveType`]: "function" } : {}),
    ...(series.hasPoints ? { [`${at}.pointSize`]: 5 } : {}),
  };
}

function axisOptions({ title, format, min, max }: FileAxis, at: string): Record<string, unknown> {
  return {
    ...(title === undefined ? {} : { [`${at}.title`]: title }),
    ...(format === undefined || format === "General" ? {} : { [`${at}.format`]: format }),
    ...(min === undefined ? {} : { [`${at}.viewWindow.min`]: min }),
    ...(max === undefined ? {} : { [`${at}.viewWindow.max`]: max }),
  };
}
