import type { Execution } from "../core/execution.ts";
import type { EnumValue } from "../core/service-object.ts";
import type { ChartTextStyle } from "./chart-text-style.ts";
import { BUILDERS, EmbeddedChartBuilder } from "./embedded-chart-builder.ts";
import type { Book } from "./model/book.ts";

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

/** What every drawn chart has, pies included: title, colours, legend. */
class TitledChartBuilder extends EmbeddedChartBuilder {
  setTitle(title: string): this {
    return this.setOption("title", title);
  }
  setTitleTextStyle({ look }: ChartTextStyle): this {
    return this.setOption("titleTextStyle", look);
  }
  setBackgroundColor(color: string): this {
    return this.setOption("backgroundColor", color);
  }
  setColors(colors: string[]): this {
    return this.setOption("colors", colors);
  }
  setLegendPosition(position: EnumValue): this {
    return this.setOption("legend.position", position.name.toLowerCase());
  }
  setLegendTextStyle({ look }: ChartTextStyle): this {
    return this.setOption("legend.textStyle", look);
  }
}

/** Charts with two axes. */
class AxisChartBuilder extends TitledChartBuilder {
  setXAxisTitle(title: string): this {
    return this.setOption("hAxis.title", title);
  }
  setXAxisTextStyle({ look }: ChartTextStyle): this {
    return this.setOption("hAxis.textStyle", look);
  }
  setXAxisTitleTextStyle({ look }: ChartTextStyle): this {
    return this.setOption("hAxis.titleTextStyle", look);
  }
  setYAxisTitle(title: string): this {
    return this.setOption("vAxes.0.title", title);
  }
  setYAxisTextStyle({ look }: ChartTextStyle): this {
    return this.setOption("vAxes.0.textStyle", look);
  }
  setYAxisTitleTextStyle({ look }: ChartTextStyle): this {
    return this.setOption("vAxes.0.titleTextStyle", look);
  }
}

/** Charts of values by category. */
class CategoryChartBuilder extends AxisChartBuilder {
  reverseCategories(): this {
    return this.setOption("reverseCategories", true);
  }
  setRange(start: number, end: number): this {
    return this.setOption("vAxes.0.viewWindow.min", start).setOption("vAxes.0.viewWindow.max", end);
  }
  useLogScale(): this {
    return this.setOption("vAxes.0.logScale", true);
  }
}

class StackableChartBuilder extends CategoryChartBuilder {
  setStacked(): this {
    return this.setOption("isStacked", "true");
  }
}

export class EmbeddedAreaChartBuilder extends StackableChartBuilder {
  static override readonly googleName = "SpreadsheetApp.EmbeddedAreaChartBuilder";
  setPointStyle(style: EnumValue): this {
    return this.setOption("pointStyle", style.name);
  }
}

export class EmbeddedBarChartBuilder extends StackableChartBuilder {
  static override readonly googleName = "SpreadsheetApp.EmbeddedBarChartBuilder";
  reverseDirection(): this {
    return this.setOption("hAxis.direction", -1);
  }
}

export class EmbeddedColumnChartBuilder extends StackableChartBuilder {
  static override readonly googleName = "SpreadsheetApp.EmbeddedColumnChartBuilder";
}

export class EmbeddedComboChartBuilder extends StackableChartBuilder {
  static override readonly googleName = "SpreadsheetApp.EmbeddedComboChartBuilder";
}

export class EmbeddedHistogramChartBuilder extends StackableChartBuilder {
  static override readonly googleName = "SpreadsheetApp.EmbeddedHistogramChartBuilder";
}

export class EmbeddedLineChartBuilder extends CategoryChartBuilder {
  static override readonly googleName = "SpreadsheetApp.EmbeddedLineChartBuilder";
  setPointStyle(style: EnumValue): this {
    return this.setOption("pointStyle", style.name);
  }
  setCurveStyle(style: EnumValue): this {
    return this.setOption("curveType", style.name === "SMOOTH" ? "function" : "none");
  }
}

export class EmbeddedPieChartBuilder extends TitledChartBuilder {
  static override readonly googleName = "SpreadsheetApp.EmbeddedPieChartBuilder";
  reverseCategories(): this {
    return this.setOption("reverseCategories", true);
  }
  set3D(): this {
    return this.setOption("is3D", true);
  }
}

export class EmbeddedScatterChartBuilder extends AxisChartBuilder {
  static override readonly googleName = "SpreadsheetApp.EmbeddedScatterChartBuilder";
  setPointStyle(style: EnumValue): this {
    return this.setOption("pointStyle", style.name);
  }
  setXAxisLogScale(): this {
    return this.setOption("hAxis.logScale", true);
  }
  setXAxisRange(start: number, end: number): this {
    return this.setOption("hAxis.viewWindow.min", start).setOption("hAxis.viewWindow.max", end);
  }
  setYAxisLogScale(): this {
    return this.setOption("vAxes.0.logScale", true);
  }
  setYAxisRange(start: number, end: number): this {
    return this.setOption("vAxes.0.viewWindow.min", start).setOption("vAxes.0.viewWindow.max", end);
  }
}

export class EmbeddedTableChartBuilder extends EmbeddedChartBuilder {
  static override readonly googleName = "SpreadsheetApp.EmbeddedTableChartBuilder";
  enablePaging(paging: boolean | number, startPage?: number): this {
    this.setOption("page", paging === false ? "disable" : "enable");
    if (typeof paging === "number") this.setOption("pageSize", paging);
    return startPage === undefined ? this : this.setOption("startPage", startPage);
  }
  enableRtlTable(isOn: boolean): this {
    return this.setOption("rtlTable", isOn);
  }
  enableSorting(isOn: boolean): this {
    return this.setOption("sort", isOn ? "enable" : "disable");
  }
  setFirstRowNumber(number: number): this {
    return this.setOption("firstRowNumber", number);
  }
  setInitialSortingAscending(column: number): this {
    return this.setOption("sortColumn", column).setOption("sortAscending", true);
  }
  setInitialSortingDescending(column: number): this {
    return this.setOption("sortColumn", column).setOption("sortAscending", false);
  }
  showRowNumberColumn(isShown: boolean): this {
    return this.setOption("showRowNumber", isShown);
  }
  useAlternatingRowStyle(isOn: boolean): this {
    return this.setOption("alternatingRowStyle", isOn);
  }
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
