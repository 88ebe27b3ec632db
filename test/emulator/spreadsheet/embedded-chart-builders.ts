import type { Execution } from "../core/execution.ts";
import * as setters from "../services/charts/option-setters.ts";
import { BUILDERS, EmbeddedChartBuilder } from "./embedded-chart-builder.ts";
import type { Book } from "./model/book.ts";

/** In a sheet the vertical axis answers to this name only; "vAxis" is ignored there (platform C7). */
const VERTICAL = "vAxes.0";

/** A new chart without a type, at the top left corner. */
export function newChart(run: Execution, book: Book): EmbeddedChartBuilder {
  return new EmbeddedChartBuilder(run, book, {
    id: 0,
    type: "",
    ranges: [],
    options: {},
    position: { row: 1, column: 1, x: 0, y: 0 },
    transposed: false,
    mergeStrategy: "MERGE_COLUMNS",
    hiddenDimensionStrategy: "IGNORE_BOTH",
  });
}

export class EmbeddedAreaChartBuilder extends setters.withPoints(setters.stackable(EmbeddedChartBuilder, VERTICAL)) {
  static override readonly googleName = "SpreadsheetApp.EmbeddedAreaChartBuilder";
}

export class EmbeddedBarChartBuilder extends setters.stackable(EmbeddedChartBuilder, VERTICAL) {
  static override readonly googleName = "SpreadsheetApp.EmbeddedBarChartBuilder";
  reverseDirection(): this {
    return this.option("hAxis.direction", -1);
  }
}

export class EmbeddedColumnChartBuilder extends setters.stackable(EmbeddedChartBuilder, VERTICAL) {
  static override readonly googleName = "SpreadsheetApp.EmbeddedColumnChartBuilder";
}

export class EmbeddedComboChartBuilder extends setters.stackable(EmbeddedChartBuilder, VERTICAL) {
  static override readonly googleName = "SpreadsheetApp.EmbeddedComboChartBuilder";
}

export class EmbeddedHistogramChartBuilder extends setters.stackable(EmbeddedChartBuilder, VERTICAL) {
  static override readonly googleName = "SpreadsheetApp.EmbeddedHistogramChartBuilder";
}

const Curved = setters.withCurves(setters.withCategories(EmbeddedChartBuilder, VERTICAL));
export class EmbeddedLineChartBuilder extends setters.withPoints(Curved) {
  static override readonly googleName = "SpreadsheetApp.EmbeddedLineChartBuilder";
}

export class EmbeddedPieChartBuilder extends setters.pie(EmbeddedChartBuilder) {
  static override readonly googleName = "SpreadsheetApp.EmbeddedPieChartBuilder";
}

export class EmbeddedScatterChartBuilder extends setters.scatter(EmbeddedChartBuilder, VERTICAL) {
  static override readonly googleName = "SpreadsheetApp.EmbeddedScatterChartBuilder";
}

export class EmbeddedTableChartBuilder extends setters.table(EmbeddedChartBuilder) {
  static override readonly googleName = "SpreadsheetApp.EmbeddedTableChartBuilder";
}

BUILDERS.set("AREA", EmbeddedAreaChartBuilder)
  .set("BAR", EmbeddedBarChartBuilder)
  .set("COLUMN", EmbeddedColumnChartBuilder)
  .set("COMBO", EmbeddedComboChartBuilder)
  .set("HISTOGRAM", EmbeddedHistogramChartBuilder)
  .set("LINE", EmbeddedLineChartBuilder)
  .set("PIE", EmbeddedPieChartBuilder)
  .set("SCATTER", EmbeddedScatterChartBuilder)
  .set("TABLE", EmbeddedTableChartBuilder);
