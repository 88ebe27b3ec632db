import type { Report } from "../domain/report/report.ts";
import { PRIORITIES_AT_MOST, type TableKey } from "./report-layout.ts";

/** One chart: which columns of which table, counted from 1 in it, the first being what the others stand over. */
export interface ChartPlan {
  readonly key: string;
  readonly title: string;
  readonly type: "COLUMN" | "LINE" | "COMBO" | "BAR" | "TABLE";
  readonly table: TableKey;
  readonly columns: readonly number[];
  /** Where columns of priorities follow, as many as there are: the first of them. */
  readonly prioritiesFrom?: number;
  readonly colors: readonly string[];
  readonly options?: Readonly<Record<string, unknown>>;
  /** Which row of charts, the leftmost tile above it, and how many tiles wide. */
  readonly place: readonly [row: number, tile: number, tiles: number];
  /** Where it isn't, there is no such chart. */
  readonly isWanted?: (report: Report) => boolean;
}

const [GREEN, AMBER, RED, BLUE, GREY, VIOLET] = ["#188038", "#e37400", "#c5221f", "#1a73e8", "#5f6368", "#8430ce"];
const [INK, PALE] = ["#202124", "#dadce0"];
const BY_PRIORITY = [RED, AMBER, BLUE, GREY, VIOLET, GREEN, "#12b5cb", "#b06000"];
const PERCENT = { vAxes: { 0: { format: "percent", viewWindow: { min: 0, max: 1 } } } };
const HOURS = { vAxes: { 0: { title: "working hours" } } };
const DASHED = { lineDashStyle: [4, 4], pointSize: 0 };
/** A single week between two empty ones is a point, not a line. */
const POINTS = { pointSize: 3 };
const PARETO = {
  ...{ seriesType: "bars", series: { 1: { type: "line", targetAxisIndex: 1 } } },
  vAxes: { 1: { format: "percent", viewWindow: { min: 0, max: 1 } } },
};

/** What a manager looks at first stands first: the weeks; then why; then the rest. */
export const CHART_PLANS: readonly ChartPlan[] = [
  {
    ...{ key: "flow", title: "Created, resolved, backlog", type: "COMBO", table: "weeks", place: [0, 0, 1] },
    ...{ columns: [20, 2, 3, 5], colors: [BLUE, GREEN, GREY] },
    options: { seriesType: "bars", series: { 2: { type: "line" } } },
  },
  {
    ...{ key: "attainment", title: "In time per week, and the goal", type: "LINE", table: "weeks", place: [0, 1, 1] },
    ...{ columns: [20, 6, 7, 8, 9], colors: [BLUE, VIOLET, GREEN, INK] },
    options: { ...PERCENT, ...POINTS, series: { 3: DASHED } },
  },
  {
    ...{ key: "verdicts", title: "Resolutions met, late, still open", type: "COLUMN", table: "weeks" },
    ...{ columns: [20, 11, 12, 13], colors: [GREEN, AMBER, RED], options: { isStacked: true }, place: [0, 2, 1] },
  },
  {
    ...{ key: "firstResponse", title: "First response: half, 9 of 10", type: "LINE", table: "weeks" },
    ...{ columns: [20, 14, 16], colors: [BLUE, AMBER], options: { ...HOURS, ...POINTS }, place: [0, 3, 1] },
  },
  {
    ...{ key: "resolution", title: "Resolution: half, 9 of 10", type: "LINE", table: "weeks" },
    ...{ columns: [20, 17, 19], colors: [BLUE, AMBER], options: { ...HOURS, ...POINTS }, place: [0, 4, 1] },
  },
  {
    ...{ key: "priorityWeeks", title: "In time per week and priority, and of how many", type: "COMBO" },
    ...{ table: "priorityWeeks", columns: [2, 3, 4], prioritiesFrom: 5, place: [1, 0, 2] },
    colors: [PALE, INK, ...BY_PRIORITY],
    options: {
      ...{ ...POINTS, seriesType: "line", vAxes: { 1: { format: "percent", viewWindow: { min: 0, max: 1 } } } },
      series: { 0: { type: "bars" }, ...linesAtTheRight(), 1: { ...DASHED, targetAxisIndex: 1 } },
    },
  },
  {
    ...{ key: "control", title: "Median resolution: real change, or chance within the limits", type: "LINE" },
    ...{ table: "control", columns: [2, 3, 4, 5, 6, 7], colors: [BLUE, INK, GREY, GREY, RED], place: [1, 2, 2] },
    options: {
      ...{ ...HOURS, ...POINTS },
      series: { 1: { pointSize: 0 }, 2: DASHED, 3: DASHED, 4: { lineWidth: 0, pointSize: 8 } },
    },
  },
  {
    ...{ key: "ages", title: "Backlog by days and priority", type: "COLUMN", table: "ages", place: [1, 4, 1] },
    ...{ columns: [1], prioritiesFrom: 2, colors: BY_PRIORITY, options: { isStacked: true } },
  },
  {
    ...{ key: "curve", title: "Share solved in working hours", type: "LINE", table: "curve", place: [2, 0, 1] },
    ...{ columns: [1, 2], colors: [GREEN], options: { ...PERCENT, "hAxis.title": "working hours" } },
  },
  {
    ...{ key: "breaches", title: "Breaches by category", type: "COMBO", table: "breaches", place: [2, 1, 1] },
    ...{ columns: [1, 2, 3], colors: [RED, GREY], options: PARETO },
  },
  {
    ...{ key: "reopenings", title: "Reopenings by category", type: "COMBO", table: "reopenings", place: [2, 2, 1] },
    ...{ columns: [1, 2, 3], colors: [AMBER, GREY], options: PARETO },
  },
  {
    ...{ key: "vips", title: "In time: VIPs, everybody else", type: "COLUMN", table: "vips", place: [2, 3, 1] },
    ...{ columns: [1, 2, 3], colors: [VIOLET, GREY], options: PERCENT },
  },
  {
    ...{ key: "intake", title: "No lost ticket: all numbers", type: "BAR", table: "intake", place: [2, 4, 1] },
    ...{ columns: [1, 2], colors: [BLUE] },
    options: { "legend.position": "none", vAxes: { 0: { textStyle: { fontSize: 9 } } } },
  },
  {
    ...{ key: "people", title: "By person; ranked from 20 solved tickets on", type: "TABLE", table: "agents" },
    ...{ columns: [1, 2, 3, 4, 5, 6, 7], colors: [], place: [3, 0, 5], isWanted: ({ agents }) => agents.length > 0 },
  },
];

/** Those that go along with a mail: figures of single people don't. */
export const CHART_TITLES = CHART_PLANS.filter(({ isWanted }) => !isWanted).map(({ key, title }) => ({ key, title }));

/** Whatever stands at the right is drawn over what stands at the left, where it would be hidden by bars. */
function linesAtTheRight(): Record<number, { targetAxisIndex: 1 }> {
  const lines = Array.from({ length: PRIORITIES_AT_MOST }, (_, index) => [2 + index, { targetAxisIndex: 1 }] as const);
  return Object.fromEntries(lines);
}
