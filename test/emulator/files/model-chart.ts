import { drawingOf, isDrawable, type ChartSpec } from "../charts/chart-drawing.ts";
import { pngOf } from "../charts/chart-picture.ts";
import { ChartSettings, namedFormat } from "../charts/chart-settings.ts";
import { hasNumbers, numberIn } from "../charts/chart-table.ts";
import { type Domain, domainOf } from "../charts/domain.ts";
import { frameOf, type Frame } from "../charts/frame.ts";
import { readRanges } from "../charts/range-table.ts";
import { plansOf, type SeriesPlan, stackingOf } from "../charts/series.ts";
import { hexOf } from "../spreadsheet/model/color.ts";
import type { ChartModel } from "../spreadsheet/model/charts.ts";
import type { Grid } from "../spreadsheet/model/grid.ts";
import { placedText } from "./blocks.ts";
import type { SheetFile } from "./book-file.ts";
import type { FileAxis, FileChart, FileSeries } from "./chart-file.ts";
import { fixSizes, placeOfChart } from "./model-chart-place.ts";

const KINDS: Record<string, FileChart["kind"]> = {
  AREA: "area",
  BAR: "bar",
  COLUMN: "column",
  COMBO: "combo",
  LINE: "line",
  PIE: "pie",
  SCATTER: "scatter",
};

/** Pictures have as many dots to a pixel, so that they print well. */
const PRINTED = 2;

/** Puts a sheet's charts into its file: as charts where files know them, else as pictures. */
export function addCharts(grid: Grid, sheet: SheetFile): void {
  for (const chart of grid.parts.charts) {
    if (!isDrawable(chart.type)) continue;
    const { table, columns } = sourcesOf(grid, chart);
    const spec: ChartSpec = { type: chart.type || "COLUMN", options: chart.options, table, inSheet: true };
    const frame = frameOf(spec, new ChartSettings(chart.options));
    const common = { title: frame.settings.text("title") ?? "", place: placeOfChart(grid, chart, frame) };
    const content = columns && hasNumbers(table) ? contentOf(spec, frame, columns) : undefined;
    if (content) sheet.charts.push({ ...common, ...content });
    else sheet.pictures.push({ ...common, png: pngOf(drawingOf(spec), PRINTED) });
  }
  fixSizes(grid, sheet);
}

/** The data of a chart, and where each column of it stands; nowhere in particular if lines are turned or left out. */
function sourcesOf({ book }: Grid, chart: ChartModel) {
  const { table, headers, isWhole } = readRanges(book, chart);
  const rows = table.columns[0]?.cells.length ?? 0;
  if (!isWhole || rows === 0) return { table };
  const columns = chart.ranges.flatMap(({ gridId, rect }) => {
    const name = book.findGrid(gridId)?.name;
    if (name === undefined) return [];
    return Array.from({ length: rect.columns }, (_, i) =>
      placedText(name, { top: rect.top + headers, left: rect.left + i, rows, columns: 1 }),
    );
  });
  return { table, columns };
}

/** A chart in the words of files; undefined where they have none for its kind. */
function contentOf(spec: ChartSpec, frame: Frame, columns: string[]): Omit<FileChart, "title" | "place"> | undefined {
  const { settings, legend } = frame;
  const domain = domainOf(spec, settings);
  const kind = kindOf(spec.type, domain);
  if (!kind) return undefined;
  const [categories, values] = domain.column ? [columns[0], columns.slice(1)] : [undefined, columns];
  const plans = plansOf(spec, frame, domain);
  const series = plans.map((plan) => ({
    ...seriesOf(plan, settings, { values: values[plan.index] ?? "", categories }),
    ...(kind === "scatter" && spec.type === "SCATTER" ? { width: 0 } : {}),
    ...(kind === "pie" ? { slices: domain.names.map((_, row) => sliceColor(frame, row)) } : {}),
  }));
  const stacking = stackingOf(settings);
  return {
    kind,
    series,
    stacking: stacking === "relative" ? "percent" : stacking,
    legend: legend === "none" || legend === "top" || legend === "bottom" || legend === "left" ? legend : "right",
    hole: settings.number("pieHole") ?? 0,
    ...axesOf(spec, settings, { domain, plans }),
  };
}

/** Lines over a scale of numbers are points that a line joins: the lines of files stand over names. */
const kindOf = (type: string, { scale }: Domain): FileChart["kind"] | undefined =>
  type === "LINE" && scale === "value" ? "scatter" : KINDS[type];

const sliceColor = ({ settings, colors }: Frame, row: number): string =>
  hexOf(settings.text(`slices.${row}.color`) ?? colors[row % colors.length] ?? "") ?? "#4285f4";

function axesOf({ type }: ChartSpec, settings: ChartSettings, over: { domain: Domain; plans: SeriesPlan[] }) {
  const isBar = type === "BAR";
  const measure = (axis: 0 | 1): FileAxis => {
    const own = over.plans.filter((plan) => plan.axis === axis);
    const read = axisOf(settings, isBar ? ["hAxis", `vAxes.${axis}`] : [`vAxes.${axis}`], own[0]?.column.format);
    return standsOnZero(own) ? { min: 0, ...read } : read;
  };
  const domain = axisOf(settings, isBar ? ["vAxes.0"] : ["hAxis"], over.domain.column?.format);
  return { domain, measures: [measure(0), measure(1)] };
}

/** Google's bars begin at zero; other programs begin where it suits them. */
const standsOnZero = (plans: SeriesPlan[]): boolean =>
  plans.some(({ kind }) => kind === "bars") &&
  plans.every(({ column }) => column.cells.every((cell) => (numberIn(cell) ?? 0) >= 0));

function seriesOf(plan: SeriesPlan, settings: ChartSettings, refs: { values: string; categories: string | undefined }) {
  const own = (name: string): string[] => [`series.${plan.index}.${name}`, name];
  const { values, categories } = refs;
  const series: FileSeries = {
    name: plan.name,
    kind: plan.kind === "steppedArea" ? "area" : plan.kind,
    values,
    ...(categories === undefined ? {} : { categories }),
    color: hexOf(plan.color) ?? "#4285f4",
    axis: plan.axis,
    width: settings.number(...own("lineWidth")) ?? 2,
    isDashed: settings.list(...own("lineDashStyle")) !== undefined,
    isSmooth: settings.text(...own("curveType")) === "function",
    hasPoints: (settings.number(...own("pointSize")) ?? 0) > 0,
    hasLabels: settings.text(...own("dataLabel")) === "value",
  };
  return series;
}

function axisOf(settings: ChartSettings, paths: string[], ownFormat: string | undefined): FileAxis {
  const at = (name: string): string[] => paths.map((path) => `${path}.${name}`);
  const title = settings.text(...at("title"));
  const format = namedFormat(settings.text(...at("format"))) ?? ownFormat;
  const min = settings.number(...at("viewWindow.min")) ?? settings.number(...at("minValue"));
  const max = settings.number(...at("viewWindow.max")) ?? settings.number(...at("maxValue"));
  return {
    ...(title === undefined ? {} : { title }),
    ...(format === undefined ? {} : { format }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}
