import type { Report } from "../domain/report/report.ts";
import {
  CATEGORIES_AT_MOST,
  CURVE_POINTS,
  HEADER_ROW,
  INTAKE_ROWS,
  PRIORITIES_AT_MOST,
  TABLES,
  type TableKey,
  WEEKS_AT_MOST,
} from "./report-layout.ts";
import type { KnownChart } from "./report-memory.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

/** One chart: which columns of which table, counted from 1 in it, the first being what the others stand over. */
interface ChartPlan {
  readonly key: string;
  readonly title: string;
  readonly type: "COLUMN" | "LINE" | "COMBO" | "BAR";
  readonly table: TableKey;
  readonly columns: readonly number[];
  readonly colors: readonly string[];
  readonly options?: Readonly<Record<string, unknown>>;
}

const [GREEN, AMBER, RED, BLUE, GREY, VIOLET] = ["#188038", "#e37400", "#c5221f", "#1a73e8", "#5f6368", "#8430ce"];
const PERCENT = { vAxes: { 0: { format: "percent", viewWindow: { min: 0, max: 1 } } } };
const HOURS = { vAxes: { 0: { title: "working hours" } } };

/** In the order in which they stand: five above, five below. */
const CHART_PLANS: readonly ChartPlan[] = [
  {
    ...{ key: "flow", title: "Created, resolved, backlog", type: "COMBO", table: "weeks" },
    ...{ columns: [1, 2, 3, 5], colors: [BLUE, GREEN, GREY] },
    options: { seriesType: "bars", series: { 2: { type: "line" } } },
  },
  {
    ...{ key: "attainment", title: "In time per week, and the goal", type: "LINE", table: "weeks" },
    ...{ columns: [1, 6, 7, 8, 9], colors: [BLUE, VIOLET, GREEN, GREY], options: PERCENT },
  },
  {
    ...{ key: "verdicts", title: "Resolutions met, late, still open", type: "COLUMN", table: "weeks" },
    ...{ columns: [1, 11, 12, 13], colors: [GREEN, AMBER, RED], options: { isStacked: true } },
  },
  {
    ...{ key: "firstResponse", title: "First response: half, 9 of 10", type: "LINE", table: "weeks" },
    ...{ columns: [1, 14, 16], colors: [BLUE, AMBER], options: HOURS },
  },
  {
    ...{ key: "resolution", title: "Resolution: half, 9 of 10", type: "LINE", table: "weeks" },
    ...{ columns: [1, 17, 19], colors: [BLUE, AMBER], options: HOURS },
  },
  {
    ...{ key: "curve", title: "Share solved in working hours", type: "LINE", table: "curve" },
    ...{ columns: [1, 2], colors: [GREEN], options: { ...PERCENT, "hAxis.title": "working hours" } },
  },
  {
    ...{ key: "ages", title: "Backlog by days and priority", type: "COLUMN", table: "ages" },
    ...{ columns: [1], colors: [RED, AMBER, BLUE, GREY, VIOLET, GREEN], options: { isStacked: true } },
  },
  {
    ...{ key: "breaches", title: "Breaches by category", type: "COMBO", table: "breaches" },
    ...{ columns: [1, 2, 3], colors: [RED, GREY] },
    options: {
      ...{ seriesType: "bars", series: { 1: { type: "line", targetAxisIndex: 1 } } },
      vAxes: { 1: { format: "percent" } },
    },
  },
  {
    ...{ key: "vips", title: "In time: VIPs, everybody else", type: "COLUMN", table: "vips" },
    ...{ columns: [1, 2, 3], colors: [VIOLET, GREY], options: PERCENT },
  },
  {
    ...{ key: "intake", title: "No lost ticket: all numbers", type: "BAR", table: "intake" },
    ...{ columns: [1, 2], colors: [BLUE], options: { "legend.position": "none" } },
  },
];

export const CHART_TITLES = CHART_PLANS.map(({ key, title }) => ({ key, title }));

const ROWS: Partial<Record<TableKey, number>> = {
  ...{ curve: CURVE_POINTS, ages: 6, breaches: CATEGORIES_AT_MOST, vips: 4, intake: INTAKE_ROWS },
};

/** Where a chart that is missing is put, by its place among the plans. */
export interface ChartFrame {
  readonly anchorOf: (index: number) => { readonly row: number; readonly column: number };
  readonly width: number;
  readonly height: number;
}

/** Charts over the tables of a report: which of them are missing or made of something else, and how to mend that. */
export class ReportCharts {
  constructor(
    private readonly sheet: Sheet,
    private readonly data: Sheet,
    private readonly report: Report,
  ) {}

  /**
   * Puts right what is there, in place; answers with what is known of each afterwards, and the plans that have no chart. Where it is doubtful
   * whether charts show what is remembered, their ranges are looked at.
   */
  refresh(
    known: Readonly<Record<string, KnownChart>>,
    isDoubtful = false,
  ): { known: Record<string, KnownChart>; missing: ChartPlan[] } {
    const all = this.sheet.getCharts();
    const taken = new Set(Object.values(known).map(({ id }) => id));
    const after: Record<string, KnownChart> = {};
    const missing: ChartPlan[] = [];
    for (const plan of CHART_PLANS) {
      const was = known[plan.key];
      const chart = all.find((one) => one.getChartId() === was?.id) ?? this.orphanOf(plan, all, taken);
      if (!chart) missing.push(plan);
      else after[plan.key] = this.renewed(plan, chart, isDoubtful ? undefined : was?.made);
    }
    return { known: after, missing };
  }

  insert(plans: readonly ChartPlan[], { anchorOf, width, height }: ChartFrame): void {
    for (const plan of plans) {
      const { row, column } = anchorOf(CHART_PLANS.indexOf(plan));
      const builder = this.sheet.newChart().setChartType(Charts.ChartType[plan.type]).setPosition(row, column, 0, 0);
      const options: Record<string, unknown> = {
        ...{ title: plan.title, width, height, "legend.position": "bottom", colors: plan.colors },
        ...plan.options,
      };
      for (const [option, value] of Object.entries(options)) builder.setOption(option, value);
      this.sheet.insertChart(this.over(builder.setNumHeaders(1), plan).build());
    }
  }

  /** A chart that a killed run inserted and could not remember: of our title and over our numbers. */
  private orphanOf(plan: ChartPlan, all: readonly Chart[], taken: ReadonlySet<number>): Chart | undefined {
    return all.find(
      (chart) =>
        !taken.has(chart.getChartId() ?? 0) &&
        chart.getOptions()?.get("title") === plan.title &&
        chart.getRanges().every((range) => range.getSheet().getSheetId() === this.data.getSheetId()),
    );
  }

  private renewed(plan: ChartPlan, chart: Chart, was: string | undefined): KnownChart {
    const made = this.madeOf(plan);
    const isRight = was === undefined ? this.isOver(chart, plan) : was === made;
    if (!isRight) this.sheet.updateChart(this.over(chart.modify().clearRanges(), plan).build());
    return { id: chart.getChartId() ?? 0, made };
  }

  /** One range a column is what Google takes most dependably (platform C7). */
  private over(builder: Builder, plan: ChartPlan): Builder {
    const { column } = TABLES[plan.table];
    for (const index of this.columnsOf(plan)) {
      builder.addRange(this.data.getRange(HEADER_ROW, column + index - 1, 1 + this.rowsOf(plan), 1));
    }
    return builder;
  }

  private isOver(chart: Chart, plan: ChartPlan): boolean {
    return placesOf(chart) === placesOf(this.over(chart.modify().clearRanges(), plan));
  }

  private madeOf(plan: ChartPlan): string {
    const { column } = TABLES[plan.table];
    return `${this.data.getSheetId()}:${this.rowsOf(plan)}×${this.columnsOf(plan).join()}@${column}`;
  }

  private rowsOf({ table }: ChartPlan): number {
    return ROWS[table] ?? Math.max(1, Math.min(this.report.weeks.length, WEEKS_AT_MOST));
  }

  private columnsOf({ table, columns }: ChartPlan): readonly number[] {
    if (table !== "ages") return columns;
    const priorities = Math.max(1, Math.min(this.report.ages.length, PRIORITIES_AT_MOST));
    return Array.from({ length: 1 + priorities }, (_, index) => 1 + index);
  }
}

/** The columns that a chart is over, one by one: Google may give neighbours back as one range. */
function placesOf(chart: Pick<Chart, "getRanges">): string {
  const places = chart.getRanges().flatMap((range) => {
    const [sheet, rows] = [range.getSheet().getSheetId(), `${range.getRow()}-${range.getLastRow()}`];
    return Array.from({ length: range.getNumColumns() }, (_, index) => `${sheet}!${range.getColumn() + index}:${rows}`);
  });
  return places.sort().join();
}
