import type { Execution } from "../core/execution.ts";
import type { Kind } from "../core/kinds.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import type { Range } from "./range.ts";
import { RANGE_KINDS } from "./range-kinds.ts";
import { selectionOf } from "./selected.ts";

/** Several ranges of one sheet that are changed by one call. */
export class RangeList extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.RangeList";
  static readonly kinds: Record<string, Kind> = RANGE_KINDS;

  constructor(
    run: Execution,
    private readonly ranges: Range[],
  ) {
    super(run);
  }

  getRanges(): Range[] {
    return this.ranges;
  }
  activate(): this {
    const [first] = this.ranges;
    if (first)
      selectionOf(this.run, first.grid.book).select(
        first.grid,
        this.ranges.map(({ rect }) => rect),
      );
    return this;
  }

  private each(change: (range: Range) => unknown): this {
    for (const range of this.ranges) change(range);
    return this;
  }
  breakApart(): this {
    return this.each((range) => range.breakApart());
  }
  check(): this {
    return this.each((range) => range.check());
  }
  uncheck(): this {
    return this.each((range) => range.uncheck());
  }
  clear(options?: Parameters<Range["clear"]>[0]): this {
    return this.each((range) => range.clear(options));
  }
  clearContent(): this {
    return this.each((range) => range.clearContent());
  }
  clearDataValidations(): this {
    return this.each((range) => range.clearDataValidations());
  }
  clearFormat(): this {
    return this.each((range) => range.clearFormat());
  }
  clearNote(): this {
    return this.each((range) => range.clearNote());
  }
  insertCheckboxes(checkedValue?: unknown, uncheckedValue?: unknown): this {
    return this.each((range) => range.insertCheckboxes(checkedValue, uncheckedValue));
  }
  removeCheckboxes(): this {
    return this.each((range) => range.removeCheckboxes());
  }
  setBackground(color: string | null): this {
    return this.each((range) => range.setBackground(color));
  }
  setBackgroundRGB(red: number, green: number, blue: number): this {
    return this.each((range) => range.setBackgroundRGB(red, green, blue));
  }
  setBorder(...lines: Parameters<Range["setBorder"]>): this {
    return this.each((range) => range.setBorder(...lines));
  }
  setFontColor(color: string | null): this {
    return this.each((range) => range.setFontColor(color));
  }
  setFontFamily(family: string | null): this {
    return this.each((range) => range.setFontFamily(family));
  }
  setFontLine(line: string | null): this {
    return this.each((range) => range.setFontLine(line));
  }
  setFontSize(size: number): this {
    return this.each((range) => range.setFontSize(size));
  }
  setFontStyle(style: string | null): this {
    return this.each((range) => range.setFontStyle(style));
  }
  setFontWeight(weight: string | null): this {
    return this.each((range) => range.setFontWeight(weight));
  }
  setFormula(formula: string): this {
    return this.each((range) => range.setFormula(formula));
  }
  setFormulaR1C1(formula: string): this {
    return this.each((range) => range.setFormulaR1C1(formula));
  }
  setHorizontalAlignment(alignment: string | null): this {
    return this.each((range) => range.setHorizontalAlignment(alignment));
  }
  setNote(note: string | null): this {
    return this.each((range) => range.setNote(note));
  }
  setNumberFormat(format: string): this {
    return this.each((range) => range.setNumberFormat(format));
  }
  setShowHyperlink(isShown: boolean): this {
    return this.each((range) => range.setShowHyperlink(isShown));
  }
  setTextDirection(direction: EnumValue | null): this {
    return this.each((range) => range.setTextDirection(direction));
  }
  setTextRotation(degrees: number): this {
    return this.each((range) => range.setTextRotation(degrees));
  }
  setVerticalText(isVertical: boolean): this {
    return this.each((range) => range.setVerticalText(isVertical));
  }
  setValue(value: unknown): this {
    return this.each((range) => range.setValue(value));
  }
  setVerticalAlignment(alignment: string | null): this {
    return this.each((range) => range.setVerticalAlignment(alignment));
  }
  setWrap(isWrapped: boolean): this {
    return this.each((range) => range.setWrap(isWrapped));
  }
  setWrapStrategy(strategy: EnumValue): this {
    return this.each((range) => range.setWrapStrategy(strategy));
  }
  trimWhitespace(): this {
    return this.each((range) => range.trimWhitespace());
  }
}
