import { types } from "node:util";
import { type ChartCell, type ChartColumn, type ChartTable, EMPTY_CELL } from "../../charts/chart-table.ts";
import { NotEmulated } from "../../core/errors.ts";
import type { Execution } from "../../core/execution.ts";
import { offsetMinutes } from "../../core/script-zone.ts";
import { type EnumValue, ServiceObject } from "../../core/service-object.ts";
import { formatValue } from "../../values/format.ts";
import { serialOf } from "../../values/serial.ts";

const DATE_FORMAT = "mmm d, yyyy";
const KINDS: Record<string, ChartColumn["kind"]> = { DATE: "date", NUMBER: "number", STRING: "text" };

/** A table to be handed to a chart; a script can only pass it on. */
export class DataTable extends ServiceObject {
  static readonly googleName = "Charts.DataTable";

  constructor(
    run: Execution,
    private readonly columns: readonly ChartColumn[],
    private readonly locale = "en_US",
  ) {
    super(run);
  }

  /** A table is its own source, so that every builder takes it. */
  getDataTable(): this {
    return this;
  }
  content(): ChartTable {
    return { columns: structuredClone(this.columns) as ChartColumn[], locale: this.locale };
  }
  /** The columns of those numbers, counted from 0. */
  withColumns(numbers: number[]): DataTable {
    const chosen = numbers.map((number) => {
      const column = this.columns[number];
      if (!column) throw new NotEmulated(`A view of column ${number}, which the data table lacks`);
      return column;
    });
    return new DataTable(this.run, chosen, this.locale);
  }
}

/** Builds a table: first its columns, then its rows or single values, counted from 0. */
export class DataTableBuilder extends ServiceObject {
  static readonly googleName = "Charts.DataTableBuilder";
  private readonly columns: { kind: ChartColumn["kind"]; label: string }[] = [];
  private readonly rows: unknown[][] = [];

  addColumn(type: EnumValue, label: string): this {
    this.columns.push({ kind: KINDS[type.name] ?? "text", label });
    return this;
  }
  addRow(values: unknown[]): this {
    if (values.length > this.columns.length)
      throw new NotEmulated("DataTableBuilder.addRow of more values than columns");
    this.rows.push([...values]);
    return this;
  }
  setValue(row: number, column: number, value: unknown): this {
    if (column < 0 || column >= this.columns.length || row < 0) {
      throw new NotEmulated("DataTableBuilder.setValue outside of the table's columns");
    }
    while (this.rows.length <= row) this.rows.push([]);
    (this.rows[row] ??= [])[column] = value;
    return this;
  }
  build(): DataTable {
    const columns = this.columns.map(({ kind, label }, i): ChartColumn => {
      const format = kind === "date" ? { format: DATE_FORMAT } : {};
      return { kind, label, ...format, cells: this.rows.map((row) => this.cellOf(kind, row[i])) };
    });
    return new DataTable(this.run, columns);
  }

  private cellOf(kind: ChartColumn["kind"], value: unknown): ChartCell {
    if (value === null || value === undefined) return EMPTY_CELL;
    if (kind === "date" && types.isDate(value)) {
      const zone = offsetMinutes(value.getTime(), this.run.project.manifest.timeZone ?? "Etc/UTC");
      const serial = serialOf(value.getTime() + zone * 60_000, "Etc/UTC");
      return { value: serial, text: formatValue(serial, DATE_FORMAT, "en_US") };
    }
    if (kind === "number" && typeof value === "number") return { value, text: String(value) };
    if (kind === "text" && (typeof value === "string" || typeof value === "number" || typeof value === "boolean"))
      return { value: String(value), text: String(value) };
    throw new NotEmulated("DataTable values of another type than their column's");
  }
}

/** Which columns of a table a chart shows, and in which order. */
export class DataViewDefinition extends ServiceObject {
  static readonly googleName = "Charts.DataViewDefinition";

  constructor(
    run: Execution,
    private readonly columns: unknown[] | undefined,
  ) {
    super(run);
  }

  of(table: DataTable): DataTable {
    if (!this.columns) return table;
    const numbers = this.columns.map((column) => {
      if (typeof column !== "number")
        throw new NotEmulated("DataViewDefinitionBuilder.setColumns with other than numbers");
      return column;
    });
    return table.withColumns(numbers);
  }
}

export class DataViewDefinitionBuilder extends ServiceObject {
  static readonly googleName = "Charts.DataViewDefinitionBuilder";
  private columns: unknown[] | undefined;

  setColumns(columns: unknown[]): this {
    this.columns = [...columns];
    return this;
  }
  build(): DataViewDefinition {
    return new DataViewDefinition(this.run, this.columns);
  }
}
