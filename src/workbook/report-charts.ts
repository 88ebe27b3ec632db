import { AGE_NAMES } from "../domain/report/backlog.ts";
import type { Report } from "../domain/report/report.ts";
import { CHART_PLANS, type ChartPlan } from "./report-chart-plans.ts";
import {
  CATEGORIES_AT_MOST,
  CURVE_POINTS,
  HEADER_ROW,
  INTAKE_ROWS,
  PEOPLE_AT_MOST,
  PRIORITIES_AT_MOST,
  TABLES,
  type TableKey,
  WEEKS_AT_MOST,
} from "./report-layout.ts";
import type { KnownChart } from "./report-memory.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

const ROWS: Partial<Record<TableKey, number>> = {
  ...{ curve: CURVE_POINTS, ages: AGE_NAMES.length, breaches: CATEGORIES_AT_MOST, reopenings: CATEGORIES_AT_MOST },
  ...{ vips: 4, intake: INTAKE_ROWS, agents: PEOPLE_AT_MOST },
};

/** Where a chart that is missing is put, and how large it is, in px. */
export type ChartFrame = (place: ChartPlan["place"]) => {
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
};

interface Found {
  readonly known: Record<string, KnownChart>;
  readonly missing: readonly ChartPlan[];
  readonly unwanted: readonly Chart[];
}

/** Charts over the tables of a report: which of them are missing or made of something else, and how to mend that. */
export class ReportCharts {
  constructor(
    private readonly sheet: Sheet,
    private readonly data: Sheet,
    private readonly report: Report,
  ) {}

  /**
   * Puts right what is there, in place; answers with what is known of each afterwards, the plans that have no chart, and charts that nobody wants
   * any more. Where it is doubtful whether charts show what is remembered, their ranges are looked at.
   */
  refresh(known: Readonly<Record<string, KnownChart>>, isDoubtful = false): Found {
    const all = this.sheet.getCharts();
    const taken = new Set(Object.values(known).map(({ id }) => id));
    const after: Record<string, KnownChart> = {};
    const missing: ChartPlan[] = [];
    const unwanted: Chart[] = [];
    for (const plan of CHART_PLANS) {
      const was = known[plan.key];
      const chart = all.find((one) => one.getChartId() === was?.id) ?? this.orphanOf(plan, all, taken);
      const isWanted = plan.isWanted?.(this.report) ?? true;
      if (!isWanted && chart) unwanted.push(chart);
      if (!isWanted) continue;
      if (!chart) missing.push(plan);
      else after[plan.key] = this.renewed(plan, chart, isDoubtful ? undefined : was?.made);
    }
    return { known: after, missing, unwanted };
  }

  /** Takes away and inserts what `refresh` has found, which is looked at again: another run may have been quicker. Needs the lock. */
  settle(known: Readonly<Record<string, KnownChart>>, frame: ChartFrame): void {
    const { missing, unwanted } = this.refresh(known);
    for (const chart of unwanted) this.sheet.removeChart(chart);
    for (const plan of missing) {
      const { row, column, width, height } = frame(plan.place);
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

  private columnsOf({ table, columns, prioritiesFrom: from }: ChartPlan): readonly number[] {
    if (from === undefined) return columns;
    const found = table === "ages" ? this.report.ages : this.report.priorities;
    const count = Math.max(1, Math.min(found.length, PRIORITIES_AT_MOST));
    return [...columns, ...Array.from({ length: count }, (_, index) => from + index)];
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
