import type { Execution } from "../core/execution.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { type ConditionDraft, criteriaType, draftOf, keptCondition } from "./condition-builder.ts";
import { FilterCriteriaBuilder } from "./filter-criteria-builder.ts";
import type { ColumnFilter } from "./model/sheet-parts.ts";

export interface FilterDraft extends ConditionDraft {
  hidden: string[] | null;
  visible: string[] | null;
}

export class FilterCriteria extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.FilterCriteria";

  constructor(
    run: Execution,
    private readonly draft: FilterDraft,
  ) {
    super(run);
  }

  static of(run: Execution, { condition, hidden, visible }: ColumnFilter): FilterCriteria {
    return new FilterCriteria(run, { ...draftOf(condition), hidden: hidden ?? null, visible: visible ?? null });
  }

  get kept(): ColumnFilter {
    const { hidden, visible } = this.draft;
    const condition = keptCondition(this.draft);
    return { ...(condition ? { condition } : {}), ...(hidden ? { hidden } : {}), ...(visible ? { visible } : {}) };
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
  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.run, { ...this.draft });
  }
}
