import type { Execution } from "../core/execution.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { ChartOptions } from "./chart-options.ts";
import { constant } from "./constants.ts";
import { ContainerInfo } from "./container-info.ts";
import { chartRanges, EmbeddedChartBuilder } from "./embedded-chart-builder.ts";
import type { Book } from "./model/book.ts";
import type { ChartModel } from "./model/sheet-parts.ts";
import type { Range } from "./range.ts";

/** A chart as built or as it stands in a sheet; nothing is drawn here. */
export class EmbeddedChart extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.EmbeddedChart";

  constructor(
    run: Execution,
    private readonly book: Book,
    readonly model: ChartModel,
  ) {
    super(run);
  }

  /** A copy of the chart for a sheet to keep; from now on it has an id. */
  placed(): ChartModel {
    if (this.model.id === 0) this.model.id = this.book.nextNumber();
    return structuredClone(this.model);
  }

  getChartId(): number | null {
    return this.model.id === 0 ? null : this.model.id;
  }
  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.run, this.model.position);
  }
  getOptions(): ChartOptions {
    return new ChartOptions(this.run, this.model.options);
  }
  getRanges(): Range[] {
    return chartRanges(this.run, this.book, this.model);
  }
  getNumHeaders(): number {
    return this.model.numHeaders ?? -1;
  }
  getTransposeRowsAndColumns(): boolean {
    return this.model.transposed;
  }
  getMergeStrategy(): EnumValue {
    return constant("ChartMergeStrategy", this.model.mergeStrategy);
  }
  getHiddenDimensionStrategy(): EnumValue {
    return constant("ChartHiddenDimensionStrategy", this.model.hiddenDimensionStrategy);
  }
  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.run, this.book, structuredClone(this.model));
  }
}
