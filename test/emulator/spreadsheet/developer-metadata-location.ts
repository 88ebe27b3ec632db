import type { Execution } from "../core/execution.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { constant } from "./constants.ts";
import type { Book } from "./model/book.ts";
import type { Target } from "./model/metadata.ts";
import { Range } from "./range.ts";
import { Sheet } from "./sheet.ts";
import { Spreadsheet } from "./spreadsheet.ts";

export class DeveloperMetadataLocation extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.DeveloperMetadataLocation";

  constructor(
    run: Execution,
    private readonly book: Book,
    private readonly at: Target,
  ) {
    super(run);
  }

  getLocationType(): EnumValue {
    return constant("DeveloperMetadataLocationType", this.at.kind);
  }
  getSpreadsheet(): Spreadsheet | null {
    return this.at.kind === "SPREADSHEET" ? new Spreadsheet(this.run, this.book) : null;
  }
  getSheet(): Sheet | null {
    const grid = this.at.kind === "SHEET" ? this.book.findGrid(this.at.gridId) : undefined;
    return grid ? new Sheet(this.run, grid) : null;
  }
  getRow(): Range | null {
    return this.line("ROW");
  }
  getColumn(): Range | null {
    return this.line("COLUMN");
  }
  private line(kind: "ROW" | "COLUMN"): Range | null {
    const { at } = this;
    if (at.kind !== "ROW" && at.kind !== "COLUMN") return null;
    const grid = this.book.findGrid(at.gridId);
    if (!grid || at.kind !== kind) return null;
    const { maxRows, maxColumns } = grid;
    return kind === "ROW"
      ? new Range(this.run, grid, { top: at.index, left: 0, rows: 1, columns: maxColumns })
      : new Range(this.run, grid, { top: 0, left: at.index, rows: maxRows, columns: 1 });
  }
}
