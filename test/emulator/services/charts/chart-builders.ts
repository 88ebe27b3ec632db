import { NotEmulated } from "../../core/errors.ts";
import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";
import { Chart } from "./chart.ts";
import { DataTableBuilder, type DataTable, type DataViewDefinition } from "./data-table.ts";
import * as setters from "./option-setters.ts";

/** Outside of sheets the vertical axis goes by the name that Google's chart documentation gives it. */
const VERTICAL = "vAxis";

/** What hands out a table: a table itself, or a range of a sheet. */
interface DataTableSource {
  getDataTable(): DataTable;
}

/** Builds one kind of chart from a table of data. */
class ChartBuilder extends ServiceObject {
  static readonly googleName: string = "Charts.ChartBuilder";
  private readonly options: Record<string, unknown> = {};
  private table: DataTable | undefined;
  private view: DataViewDefinition | undefined;

  constructor(
    run: Execution,
    private readonly type: string,
  ) {
    super(run);
  }

  setOption(option: string, value: unknown): this {
    this.options[option] = value;
    return this;
  }
  setDimensions(width: number, height: number): this {
    return this.setOption("width", width).setOption("height", height);
  }
  setDataTable(source: DataTableBuilder | DataTableSource): this {
    this.table = source instanceof DataTableBuilder ? source.build() : source.getDataTable();
    return this;
  }
  setDataViewDefinition(view: DataViewDefinition): this {
    this.view = view;
    return this;
  }
  build(): Chart {
    if (!this.table) throw new NotEmulated("A chart without a data table");
    const table = this.view ? this.view.of(this.table) : this.table;
    return new Chart(this.run, { type: this.type, options: structuredClone(this.options), table: table.content() });
  }
}

export class AreaChartBuilder extends setters.withPoints(setters.stackable(ChartBuilder, VERTICAL)) {
  static override readonly googleName = "Charts.AreaChartBuilder";
}

export class BarChartBuilder extends setters.stackable(ChartBuilder, VERTICAL) {
  static override readonly googleName = "Charts.BarChartBuilder";
  reverseDirection(): this {
    return this.option("hAxis.direction", -1);
  }
}

export class ColumnChartBuilder extends setters.stackable(ChartBuilder, VERTICAL) {
  static override readonly googleName = "Charts.ColumnChartBuilder";
}

const Curved = setters.withCurves(setters.withCategories(ChartBuilder, VERTICAL));
export class LineChartBuilder extends setters.withPoints(Curved) {
  static override readonly googleName = "Charts.LineChartBuilder";
}

export class PieChartBuilder extends setters.pie(ChartBuilder) {
  static override readonly googleName = "Charts.PieChartBuilder";
}

export class ScatterChartBuilder extends setters.scatter(ChartBuilder, VERTICAL) {
  static override readonly googleName = "Charts.ScatterChartBuilder";
}

export class TableChartBuilder extends setters.table(ChartBuilder) {
  static override readonly googleName = "Charts.TableChartBuilder";
}
