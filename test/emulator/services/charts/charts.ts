import { ServiceObject } from "../../core/service-object.ts";
import * as builders from "./chart-builders.ts";
import { DataTableBuilder, DataViewDefinitionBuilder } from "./data-table.ts";
import { TextStyleBuilder } from "./text-style.ts";

/** The Charts service: pictures of data without a sheet, and the constants and text styles of charts in sheets. */
export class Charts extends ServiceObject {
  static readonly googleName = "Charts";

  newAreaChart(): builders.AreaChartBuilder {
    return new builders.AreaChartBuilder(this.run, "AREA");
  }
  newBarChart(): builders.BarChartBuilder {
    return new builders.BarChartBuilder(this.run, "BAR");
  }
  newColumnChart(): builders.ColumnChartBuilder {
    return new builders.ColumnChartBuilder(this.run, "COLUMN");
  }
  newLineChart(): builders.LineChartBuilder {
    return new builders.LineChartBuilder(this.run, "LINE");
  }
  newPieChart(): builders.PieChartBuilder {
    return new builders.PieChartBuilder(this.run, "PIE");
  }
  newScatterChart(): builders.ScatterChartBuilder {
    return new builders.ScatterChartBuilder(this.run, "SCATTER");
  }
  newTableChart(): builders.TableChartBuilder {
    return new builders.TableChartBuilder(this.run, "TABLE");
  }

  newDataTable(): DataTableBuilder {
    return new DataTableBuilder(this.run);
  }
  newDataViewDefinition(): DataViewDefinitionBuilder {
    return new DataViewDefinitionBuilder(this.run);
  }
  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder(this.run);
  }
}
