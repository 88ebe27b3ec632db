import type { Execution } from "../core/execution.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { constant } from "./constants.ts";
import { SheetProblem } from "./model/problem.ts";

/** How a filter's column is sorted. Google itself fails on a column that is not. */
export class SortSpec extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.SortSpec";

  constructor(
    run: Execution,
    private readonly sort: { column: number; ascending: boolean } | undefined,
  ) {
    super(run);
  }

  private spec(member: string): { column: number; ascending: boolean } {
    if (this.sort) return this.sort;
    throw new SheetProblem(
      `Unexpected error while getting the method or property ${member} on object SpreadsheetApp.SortSpec.`,
    );
  }

  getSortOrder(): EnumValue {
    return constant("SortOrder", this.spec("getSortOrder").ascending ? "ASCENDING" : "DESCENDING");
  }
  isAscending(): boolean {
    return this.spec("isAscending").ascending;
  }
  getDimensionIndex(): number | null {
    return this.sort ? this.sort.column + 1 : null;
  }
  getBackgroundColor(): null {
    return null;
  }
  getForegroundColor(): null {
    return null;
  }
}
