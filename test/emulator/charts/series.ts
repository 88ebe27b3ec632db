import type { ChartSpec } from "./chart-drawing.ts";
import type { ChartSettings } from "./chart-settings.ts";
import { type ChartColumn, numberIn } from "./chart-table.ts";
import type { Domain } from "./domain.ts";
import type { Frame } from "./frame.ts";

/** One column of values as it is to be drawn. */
export interface SeriesPlan {
  index: number;
  column: ChartColumn;
  name: string;
  kind: "bars" | "line" | "area" | "steppedArea";
  /** 0: left or below, 1: right. */
  axis: 0 | 1;
  color: string;
  inLegend: boolean;
  isStacked: boolean;
}

const KINDS: Record<string, SeriesPlan["kind"]> = {
  AREA: "area",
  BAR: "bars",
  COLUMN: "bars",
  LINE: "line",
  STEPPED_AREA: "steppedArea",
};
const POINT_SIZES: Record<string, number> = { NONE: 0, TINY: 2, MEDIUM: 5, LARGE: 8, HUGE: 12 };

export type Stacking = "none" | "absolute" | "percent" | "relative";

/** How a script has asked for stacks: true, "absolute", "percent" (of 100 %), or "relative" (of 1). */
export function stackingOf(settings: ChartSettings): Stacking {
  const text = settings.text("isStacked") ?? "false";
  if (text === "percent" || text === "relative") return text;
  return text === "true" || text === "absolute" ? "absolute" : "none";
}

export function plansOf(spec: ChartSpec, { settings, colors }: Frame, domain: Domain): SeriesPlan[] {
  const isStacked = stackingOf(settings) !== "none";
  return domain.values.map((column, index) => {
    const kind = kindOf(spec.type, settings, index);
    return {
      index,
      column,
      name: settings.text(`series.${index}.labelInLegend`) ?? column.label,
      kind,
      axis: settings.number(`series.${index}.targetAxisIndex`) === 1 ? 1 : 0,
      color: settings.text(`series.${index}.color`) ?? colors[index % colors.length] ?? "",
      inLegend: !settings.isOff(`series.${index}.visibleInLegend`),
      isStacked: isStacked && kind !== "line",
    };
  });
}

/** Only combo charts mix kinds; their series are lines unless told otherwise. */
function kindOf(type: string, settings: ChartSettings, index: number): SeriesPlan["kind"] {
  if (type !== "COMBO") return KINDS[type] ?? "bars";
  const told = settings.text(`series.${index}.type`, "seriesType");
  return told === "bars" || told === "area" || told === "steppedArea" ? told : "line";
}

/** The numbers of a series by row; under "percent" each is its share of the row's stack. */
function numbersOf(plan: SeriesPlan, plans: SeriesPlan[], stacking: Stacking): (number | null)[] {
  const numbers = plan.column.cells.map(numberIn);
  if (!plan.isStacked || stacking === "absolute") return numbers;
  const others = plans.filter(({ isStacked, axis, kind }) => isStacked && axis === plan.axis && kind === plan.kind);
  return numbers.map((number, row) => {
    const whole = others.reduce((sum, { column }) => sum + Math.abs(numberAt(column, row)), 0);
    return number === null || whole === 0 ? number : number / whole;
  });
}

function numberAt({ cells }: ChartColumn, row: number): number {
  const cell = cells[row];
  return cell ? (numberIn(cell) ?? 0) : 0;
}

export interface Drawn {
  frame: Frame;
  domain: Domain;
  plans: SeriesPlan[];
  isHorizontal: boolean;
}

/** One series in the words of the drawing library. */
export function seriesOf(plan: SeriesPlan, { frame, domain, plans, isHorizontal }: Drawn) {
  const { settings } = frame;
  const numbers = numbersOf(plan, plans, stackingOf(settings));
  const data =
    domain.scale === "category" ? numbers : numbers.map((number, row) => [domain.places[row] ?? null, number]);
  const common = {
    name: plan.name,
    data,
    itemStyle: { color: plan.color },
    ...(isHorizontal ? { xAxisIndex: plan.axis } : { yAxisIndex: plan.axis }),
    ...(plan.isStacked ? { stack: `${plan.kind} ${plan.axis}` } : {}),
    label: labelOf(plan, settings, isHorizontal),
  };
  return plan.kind === "bars"
    ? { ...common, type: "bar" as const, ...barsOf(settings, plans), z: 2 }
    : { ...common, type: "line" as const, ...lineOf(plan, settings), z: plan.kind === "line" ? 3 : 2 };
}

function labelOf({ index, column, isStacked }: SeriesPlan, settings: ChartSettings, isHorizontal: boolean) {
  const show = settings.text(`series.${index}.dataLabel`, "dataLabel") === "value";
  const position = isStacked ? ("inside" as const) : isHorizontal ? ("right" as const) : ("top" as const);
  const formatter = ({ dataIndex }: { dataIndex: number }) => column.cells[dataIndex]?.text ?? "";
  return show ? { show, position, formatter, fontSize: 11 } : { show };
}

/** Bars of one row stand side by side in 61.8 % of their room, as Google has it. */
function barsOf(settings: ChartSettings, plans: SeriesPlan[]) {
  const width = settings.text("bar.groupWidth") ?? "61.8%";
  const percent = Number(/^([\d.]+)%$/.exec(width)?.[1]);
  if (Number.isFinite(percent)) return { barGap: "0%", barCategoryGap: `${Math.max(0, 100 - percent)}%` };
  const beside = new Set(plans.filter(({ kind }) => kind === "bars").map((plan) => (plan.isStacked ? "" : plan.index)));
  return { barGap: "0%", barWidth: Math.max(1, Number(width) / Math.max(1, beside.size)) || 1 };
}

function lineOf({ index, kind, color }: SeriesPlan, settings: ChartSettings) {
  const own = (name: string): string[] => [`series.${index}.${name}`, name];
  const dashes = settings.list(...own("lineDashStyle"))?.map(Number);
  const style = settings.text(...own("pointStyle")) ?? "";
  const size = settings.number(...own("pointSize")) ?? POINT_SIZES[style] ?? 0;
  const opacity = settings.number(...own("areaOpacity")) ?? 0.3;
  return {
    lineStyle: { color, width: settings.number(...own("lineWidth")) ?? 2, ...(dashes ? { type: dashes } : {}) },
    smooth: settings.text(...own("curveType")) === "function" ? 0.35 : false,
    showSymbol: size > 0,
    symbol: "circle",
    symbolSize: size,
    connectNulls: settings.isOn("interpolateNulls"),
    ...(kind === "steppedArea" ? { step: "middle" as const } : {}),
    ...(kind === "line" ? {} : { areaStyle: { color, opacity } }),
  };
}
