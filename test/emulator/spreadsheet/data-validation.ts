import type { Execution } from "../core/execution.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { constant } from "./constants.ts";
import { DataValidationBuilder } from "./data-validation-builder.ts";
import type { Book } from "./model/book.ts";
import type { Grid } from "./model/grid.ts";
import type { Validation } from "./model/validation.ts";
import { Range } from "./range.ts";

/** A rule as scripts describe it, before it belongs to a book. `values` may hold Dates. */
export interface RuleDraft {
  criteria: string | null;
  values: unknown[];
  source?: Range;
  showDropdown?: boolean;
  allowInvalid: boolean;
  help: string | null;
}

export const criteriaValues = ({ criteria, values, source, showDropdown }: RuleDraft): unknown[] => {
  if (criteria === "VALUE_IN_LIST") return [values, showDropdown ?? true];
  if (criteria === "VALUE_IN_RANGE") return [source ?? null, showDropdown ?? true];
  return values;
};

export class DataValidation extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.DataValidation";

  constructor(
    run: Execution,
    private readonly draft: RuleDraft,
    private readonly known?: { book: Book; rule: Validation },
  ) {
    super(run);
  }

  /** The rule that stands in cells, as a script sees it. */
  static of(run: Execution, book: Book, rule: Validation): DataValidation {
    const grid = rule.source && book.findGrid(rule.source.gridId);
    const draft: RuleDraft = {
      criteria: rule.criteria,
      values: rule.dates ? rule.values.map((epochMs) => new Date(Number(epochMs))) : [...rule.values],
      allowInvalid: rule.allowInvalid,
      help: rule.help ?? null,
      ...(rule.showDropdown === undefined ? {} : { showDropdown: rule.showDropdown }),
      ...(grid && rule.source ? { source: new Range(run, grid, rule.source.rect) } : {}),
    };
    return new DataValidation(run, draft, { book, rule });
  }

  /** The model's rule for cells from `at` on; a formula's references are relative to that cell. */
  keptIn(grid: Grid, at: { row: number; column: number }): Validation {
    const { book } = grid;
    const { criteria, values, source, showDropdown, allowInvalid, help } = this.draft;
    if (this.known?.book === book && criteria !== "CUSTOM_FORMULA") return this.known.rule;
    const hasDates = values.some((value) => value instanceof Date);
    return book.addValidation({
      criteria: criteria ?? "",
      values: values.map((value) => (value instanceof Date ? value.getTime() : value)) as Validation["values"],
      allowInvalid,
      ...(hasDates ? { dates: true } : {}),
      ...(source ? { source: { gridId: source.grid.id, rect: source.rect } } : {}),
      ...(showDropdown === undefined ? {} : { showDropdown }),
      ...(help === null ? {} : { help }),
      ...(criteria === "CUSTOM_FORMULA" ? { anchor: { gridId: grid.id, ...at } } : {}),
    });
  }

  getAllowInvalid(): boolean {
    return this.draft.allowInvalid;
  }
  getCriteriaType(): EnumValue | null {
    return this.draft.criteria === null ? null : constant("DataValidationCriteria", this.draft.criteria);
  }
  getCriteriaValues(): unknown[] {
    return criteriaValues(this.draft);
  }
  getHelpText(): string | null {
    return this.draft.help;
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.run, { ...this.draft });
  }
}
