import type { Execution } from "../core/execution.ts";
import type { EnumValue } from "../core/service-object.ts";
import { ConditionBuilder, criteriaType } from "./condition-builder.ts";
import { FilterCriteria, type FilterDraft } from "./filter-criteria.ts";

export class FilterCriteriaBuilder extends ConditionBuilder {
  static readonly googleName = "SpreadsheetApp.FilterCriteriaBuilder";

  constructor(
    run: Execution,
    private readonly draft: FilterDraft = { criteria: null, values: [], hidden: null, visible: null },
  ) {
    super(run);
  }

  protected when(criteria: string, ...values: unknown[]): this {
    Object.assign(this.draft, { criteria, values });
    return this;
  }
  whenDateNotEqualTo(date: Date): this {
    return this.when("DATE_NOT_EQUAL_TO", date);
  }
  whenTextNotEqualTo(text: string): this {
    return this.when("TEXT_NOT_EQUAL_TO", text);
  }
  getCriteriaType(): EnumValue | null {
    return criteriaType(this.draft);
  }
  getCriteriaValues(): unknown[] {
    return this.draft.values;
  }
  getHiddenValues(): string[] {
    return this.draft.hidden ?? [];
  }
  getVisibleValues(): string[] {
    return this.draft.visible ?? [];
  }
  setHiddenValues(values: string[]): this {
    this.draft.hidden = [...values];
    this.draft.visible = null;
    return this;
  }
  setVisibleValues(values: string[]): this {
    this.draft.visible = [...values];
    this.draft.hidden = null;
    return this;
  }
  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.run, { ...this.draft });
  }
  build(): FilterCriteria {
    return new FilterCriteria(this.run, { ...this.draft });
  }
}
