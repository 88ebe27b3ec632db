import { type ChartSpec, drawingOf, isDrawable } from "../charts/chart-drawing.ts";
import { specOfChart } from "../charts/range-table.ts";
import type { Execution } from "../core/execution.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { ChartOptions } from "../services/charts/chart-options.ts";
import { convertedPicture, pictureOf, warnOfIgnored } from "../services/charts/picture.ts";
import type { Blob } from "../services/utilities/blob.ts";
import { constant } from "./constants.ts";
import { ContainerInfo } from "./container-info.ts";
import { chartRanges, EmbeddedChartBuilder } from "./embedded-chart-builder.ts";
import type { Book } from "./model/book.ts";
import type { ChartModel } from "./model/charts.ts";
import type { Range } from "./range.ts";

/** A chart as built or as it stood in a sheet when the script got hold of it. */
export class EmbeddedChart extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.EmbeddedChart";
  static readonly kinds = { getAs: "picture", getBlob: "picture" } as const;

  constructor(
    run: Execution,
    private readonly book: Book,
    readonly model: ChartModel,
  ) {
    super(run);
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
  /** Which options its drawing leaves out is worth a warning as soon as a sheet holds it. */
  warnOfIgnored(): void {
    if (!isDrawable(this.model.type)) return;
    const spec = specOfChart(this.book, this.model);
    warnOfIgnored(this.run, spec, drawingOf(spec).ignored);
  }

  getBlob(): Blob {
    return pictureOf(this.run, this.drawn());
  }
  getAs(contentType: string): Blob {
    return convertedPicture(this.run, this.drawn(), contentType);
  }
  private drawn(): ChartSpec {
    this.run.read(this.model.ranges.reduce((sum, { rect }) => sum + rect.rows * rect.columns, 0));
    return specOfChart(this.book, this.model);
  }

  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.run, this.book, structuredClone(this.model));
  }
}
