import type { EChartsOption } from "echarts";
import { axisChart } from "./axis-chart.ts";
import { ChartSettings } from "./chart-settings.ts";
import { type ChartTable, hasNumbers } from "./chart-table.ts";
import { frameOf, type Frame } from "./frame.ts";
import { histogram } from "./histogram.ts";
import { pieChart } from "./pie-chart.ts";
import { scatterChart } from "./scatter-chart.ts";
import { tableChart } from "./table-chart.ts";

/** A chart in words: its type as in Charts.ChartType, its data, and the options as a script has set them. */
export interface ChartSpec {
  type: string;
  options: Record<string, unknown>;
  table: ChartTable;
  /** Charts in sheets have Sheets' colours and ignore "vAxis" (platform C7). */
  inSheet: boolean;
}

/** What the drawing library is told, in pixels, and which options of the script played no role. */
export interface ChartDrawing {
  width: number;
  height: number;
  option: EChartsOption;
  ignored: string[];
}

type Painter = (spec: ChartSpec, frame: Frame) => EChartsOption;

const PAINTERS: Record<string, Painter> = {
  AREA: axisChart,
  BAR: axisChart,
  COLUMN: axisChart,
  COMBO: axisChart,
  LINE: axisChart,
  STEPPED_AREA: axisChart,
  HISTOGRAM: histogram,
  PIE: pieChart,
  SCATTER: scatterChart,
  TABLE: tableChart,
};

/** Whether charts of that type can be drawn here; one without a type is a column chart. */
export const isDrawable = (type: string): boolean => type === "" || type in PAINTERS;

/** Says a chart in the words of the drawing library. Without numbers it is an empty frame with its title. */
export function drawingOf(spec: ChartSpec): ChartDrawing {
  const settings = new ChartSettings(spec.options);
  const frame = frameOf(spec, settings);
  const type = spec.type || "COLUMN";
  const paint = PAINTERS[type];
  if (!paint) throw new Error(`Charts of type ${type} are not drawn.`);
  const painted = hasNumbers(spec.table) || type === "TABLE" ? paint({ ...spec, type }, frame) : {};
  const option = { ...frame.option, ...painted };
  const { width, height } = frame;
  return { width, height, option, ignored: settings.ignored() };
}
