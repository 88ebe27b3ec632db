import type { Execution } from "../core/execution.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { type Color, colorOf } from "./color.ts";
import { type ConditionDraft, criteriaType } from "./condition-builder.ts";
import type { FormatFields } from "./conditional-format-rule.ts";

export class BooleanCondition extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.BooleanCondition";

  constructor(
    run: Execution,
    private readonly condition: ConditionDraft,
    private readonly format: FormatFields,
  ) {
    super(run);
  }

  getCriteriaType(): EnumValue | null {
    return criteriaType(this.condition);
  }
  getCriteriaValues(): unknown[] {
    return this.condition.values;
  }
  getBackground(): string | null {
    return this.format.background ?? null;
  }
  getFontColor(): string | null {
    return this.format.fontColor ?? null;
  }
  getBackgroundObject(): Color | null {
    return colorOf(this.run, this.format.background);
  }
  getFontColorObject(): Color | null {
    return colorOf(this.run, this.format.fontColor);
  }
  getBold(): boolean | null {
    return this.format.bold ?? null;
  }
  getItalic(): boolean | null {
    return this.format.italic ?? null;
  }
  getStrikethrough(): boolean | null {
    return this.format.strikethrough ?? null;
  }
  getUnderline(): boolean | null {
    return this.format.underline ?? null;
  }
}
