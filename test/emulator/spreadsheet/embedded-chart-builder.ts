import type { Execution } from "../core/execution.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { constant } from "./constants.ts";
import { ContainerInfo } from "./container-info.ts";
import { EmbeddedChart } from "./embedded-chart.ts";
import type * as typed from "./embedded-chart-builders.ts";
import type { Book } from "./model/book.ts";
import { SheetProblem } from "./model/problem.ts";
import { sameRect } from "./model/rect.ts";
import type { ChartModel } from "./model/charts.ts";
import { Range } from "./range.ts";

export function chartRanges(run: Execution, book: Book, model: ChartModel): Range[] {
  return model.ranges.flatMap(({ gridId, rect }) => {
    const grid = book.findGrid(gridId);
    return grid ? [new Range(run, grid, rect)] : [];
  });
}

type BuilderClass = new (run: Execution, book: Book, model: ChartModel) => EmbeddedChartBuilder;

/** Filled by embedded-chart-builders.ts, whose classes extend the one below. */
export const BUILDERS = new Map<string, BuilderClass>();

/** Builds a chart of any type; what only some types know is in the builders that `as…Chart` answer. */
export class EmbeddedChartBuilder extends ServiceObject {
  static readonly googleName: string = "SpreadsheetApp.EmbeddedChartBuilder";

  constructor(
    run: Execution,
    protected readonly book: Book,
    protected readonly model: ChartModel,
  ) {
    super(run);
  }

  /** The builder of one type of chart, with what only that type knows. */
  private ofType<T>(type: string): T {
    const Builder = BUILDERS.get(type);
    if (!Builder) throw new Error(`There is no builder of ${type} charts.`);
    this.model.type = type;
    return new Builder(this.run, this.book, this.model) as T;
  }
  asAreaChart(): typed.EmbeddedAreaChartBuilder {
    return this.ofType("AREA");
  }
  asBarChart(): typed.EmbeddedBarChartBuilder {
    return this.ofType("BAR");
  }
  asColumnChart(): typed.EmbeddedColumnChartBuilder {
    return this.ofType("COLUMN");
  }
  asComboChart(): typed.EmbeddedComboChartBuilder {
    return this.ofType("COMBO");
  }
  asHistogramChart(): typed.EmbeddedHistogramChartBuilder {
    return this.ofType("HISTOGRAM");
  }
  asLineChart(): typed.EmbeddedLineChartBuilder {
    return this.ofType("LINE");
  }
  asPieChart(): typed.EmbeddedPieChartBuilder {
    return this.ofType("PIE");
  }
  asScatterChart(): typed.EmbeddedScatterChartBuilder {
    return this.ofType("SCATTER");
  }
  asTableChart(): typed.EmbeddedTableChartBuilder {
    return this.ofType("TABLE");
  }

  /** Live objects print the name of a Java bean and its address. */
  override toString(): string {
    return "com.google.apps.maestro.server.beans.trix.impl.ChartPropertyApiEmbeddedChartBuilder@1";
  }
  addRange(range: Range): this {
    const known = this.model.ranges.some(({ gridId, rect }) => gridId === range.grid.id && sameRect(rect, range.rect));
    if (!known) this.model.ranges.push({ gridId: range.grid.id, rect: { ...range.rect } });
    return this;
  }
  removeRange(range: Range): this {
    this.model.ranges = this.model.ranges.filter(
      ({ gridId, rect }) => gridId !== range.grid.id || !sameRect(rect, range.rect),
    );
    return this;
  }
  clearRanges(): this {
    this.model.ranges = [];
    return this;
  }
  getRanges(): Range[] {
    return chartRanges(this.run, this.book, this.model);
  }
  getChartType(): EnumValue {
    return constant("ChartType", this.model.type || "COLUMN");
  }
  setChartType(type: EnumValue): this {
    this.model.type = type.name;
    return this;
  }
  getContainer(): ContainerInfo {
    return new ContainerInfo(this.run, this.model.position);
  }
  setPosition(row: number, column: number, x: number, y: number): this {
    if (row < 1 || column < 1) throw new SheetProblem("The anchor row and column of a chart must be at least 1.");
    this.model.position = { row, column, x, y };
    return this;
  }
  setOption(option: string, value: unknown): this {
    this.model.options[option] = value;
    return this;
  }
  setNumHeaders(headers: number): this {
    this.model.numHeaders = headers;
    return this;
  }
  setTransposeRowsAndColumns(transpose: boolean): this {
    this.model.transposed = transpose;
    return this;
  }
  setMergeStrategy(strategy: EnumValue): this {
    this.model.mergeStrategy = strategy.name;
    return this;
  }
  /** Google fails before the type is set and for pies and tables (platform C7), but its recorder of macros writes the default for pies. */
  setHiddenDimensionStrategy(strategy: EnumValue): this {
    const refused = strategy.name === "IGNORE_BOTH" ? [""] : ["", "PIE", "TABLE"];
    if (refused.includes(this.model.type)) throw new SheetProblem("Unexpected error");
    this.model.hiddenDimensionStrategy = strategy.name;
    return this;
  }
  build(): EmbeddedChart {
    return new EmbeddedChart(this.run, this.book, structuredClone(this.model));
  }
}
