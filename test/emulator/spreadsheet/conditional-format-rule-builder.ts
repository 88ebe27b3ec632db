import type { Execution } from "../core/execution.ts";
import type { EnumValue } from "../core/service-object.ts";
import { BooleanCondition } from "./boolean-condition.ts";
import { type Color, colorText } from "./color.ts";
import { ConditionBuilder } from "./condition-builder.ts";
import {
  ConditionalFormatRule,
  type FormatDraft,
  type FormatFields,
  structuredCopy,
} from "./conditional-format-rule.ts";
import { GradientCondition } from "./gradient-condition.ts";
import { SheetProblem } from "./model/problem.ts";
import type { Range } from "./range.ts";

type Point = "min" | "mid" | "max";

export class ConditionalFormatRuleBuilder extends ConditionBuilder {
  static readonly googleName = "SpreadsheetApp.ConditionalFormatRuleBuilder";

  constructor(
    run: Execution,
    private readonly draft: FormatDraft = { ranges: [], condition: { criteria: null, values: [] }, format: {} },
  ) {
    super(run);
  }

  protected when(criteria: string, ...values: unknown[]): this {
    this.draft.condition = { criteria, values };
    delete this.draft.gradient;
    return this;
  }

  private set<K extends keyof FormatFields>(key: K, value: FormatFields[K] | null | undefined): this {
    if (value === null) delete this.draft.format[key];
    else if (value !== undefined) this.draft.format[key] = value;
    return this;
  }
  setBackground(color: string | null): this {
    return this.set("background", colorText(color));
  }
  setFontColor(color: string | null): this {
    return this.set("fontColor", colorText(color));
  }
  setBackgroundObject(color: Color | null): this {
    return this.set("background", colorText(color));
  }
  setFontColorObject(color: Color | null): this {
    return this.set("fontColor", colorText(color));
  }
  setBold(isBold: boolean | null): this {
    return this.set("bold", isBold);
  }
  setItalic(isItalic: boolean | null): this {
    return this.set("italic", isItalic);
  }
  setStrikethrough(isStruck: boolean | null): this {
    return this.set("strikethrough", isStruck);
  }
  setUnderline(isUnderlined: boolean | null): this {
    return this.set("underline", isUnderlined);
  }

  private point(which: Point, color: string | Color, type: string, value: string): this {
    const css = colorText(color) ?? String(color);
    this.draft.condition = { criteria: null, values: [] };
    this.draft.gradient = { ...this.draft.gradient, [which]: { color: css, type, value } };
    return this;
  }
  setGradientMinpoint(color: string): this {
    return this.point("min", color, "MIN", "");
  }
  setGradientMaxpoint(color: string): this {
    return this.point("max", color, "MAX", "");
  }
  setGradientMinpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point("min", color, type.name, value);
  }
  setGradientMidpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point("mid", color, type.name, value);
  }
  setGradientMaxpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point("max", color, type.name, value);
  }

  setGradientMinpointObject(color: Color): this {
    return this.point("min", color, "MIN", "");
  }
  setGradientMaxpointObject(color: Color): this {
    return this.point("max", color, "MAX", "");
  }
  setGradientMinpointObjectWithValue(color: Color, type: EnumValue, value: string): this {
    return this.point("min", color, type.name, value);
  }
  setGradientMidpointObjectWithValue(color: Color, type: EnumValue, value: string): this {
    return this.point("mid", color, type.name, value);
  }
  setGradientMaxpointObjectWithValue(color: Color, type: EnumValue, value: string): this {
    return this.point("max", color, type.name, value);
  }

  setRanges(ranges: Range[]): this {
    this.draft.ranges = [...ranges];
    return this;
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
  build(): ConditionalFormatRule {
    if (this.draft.ranges.length === 0) {
      throw new SheetProblem("The conditional format rule must have at least one range.");
    }
    return new ConditionalFormatRule(this.run, structuredCopy(this.draft));
  }
}
