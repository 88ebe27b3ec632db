import type { Execution } from "../core/execution.ts";
import { ServiceObject } from "../core/service-object.ts";
import { BooleanCondition } from "./boolean-condition.ts";
import { type ConditionDraft, draftOf, keptCondition } from "./condition-builder.ts";
import { ConditionalFormatRuleBuilder } from "./conditional-format-rule-builder.ts";
import { GradientCondition } from "./gradient-condition.ts";
import type { Grid } from "./model/grid.ts";
import { SheetProblem } from "./model/problem.ts";
import type { BooleanRule, ConditionalFormat, GradientPoint } from "./model/sheet-parts.ts";
import { Range } from "./range.ts";

export type FormatFields = Pick<
  BooleanRule,
  "background" | "fontColor" | "bold" | "italic" | "strikethrough" | "underline"
>;

/** A rule as scripts describe it. */
export interface FormatDraft {
  ranges: Range[];
  condition: ConditionDraft;
  format: FormatFields;
  gradient?: { min?: GradientPoint; mid?: GradientPoint; max?: GradientPoint };
}

export class ConditionalFormatRule extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.ConditionalFormatRule";

  constructor(
    run: Execution,
    private readonly draft: FormatDraft,
  ) {
    super(run);
  }

  static of(run: Execution, grid: Grid, model: ConditionalFormat): ConditionalFormatRule {
    const { criteria: _c, values: _v, dates: _d, ...format } = model.boolean ?? { criteria: "", values: [] };
    return new ConditionalFormatRule(run, {
      ranges: model.rects.map((rect) => new Range(run, grid, rect)),
      condition: draftOf(model.boolean),
      format,
      ...(model.gradient ? { gradient: model.gradient } : {}),
    });
  }

  assertOn(grid: Grid): void {
    if (this.draft.ranges.some((range) => range.grid !== grid)) {
      throw new SheetProblem("Conditional format rule cannot reference a different sheet.");
    }
  }

  get kept(): ConditionalFormat {
    const { ranges, condition, format, gradient } = this.draft;
    const kept = keptCondition(condition);
    return {
      rects: ranges.map(({ rect }) => ({ ...rect })),
      ...(kept ? { boolean: { ...kept, ...format } } : {}),
      ...(gradient ? { gradient } : {}),
    };
  }

  getRanges(): Range[] {
    return this.draft.ranges;
  }
  getBooleanCondition(): BooleanCondition | null {
    const { condition, format } = this.draft;
    return condition.criteria === null ? null : new BooleanCondition(this.run, condition, format);
  }
  getGradientCondition(): GradientCondition | null {
    return this.draft.gradient ? new GradientCondition(this.run, this.draft.gradient) : null;
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.run, structuredCopy(this.draft));
  }
}

export function structuredCopy({ ranges, condition, format, gradient }: FormatDraft): FormatDraft {
  return {
    ranges: [...ranges],
    condition: { ...condition },
    format: { ...format },
    ...(gradient ? { gradient: { ...gradient } } : {}),
  };
}
