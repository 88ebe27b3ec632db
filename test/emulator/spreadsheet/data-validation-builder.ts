import type { Execution } from "../core/execution.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { constant } from "./constants.ts";
import { criteriaValues, DataValidation, type RuleDraft } from "./data-validation.ts";
import type { Range } from "./range.ts";

const nothing = (): RuleDraft => ({ criteria: null, values: [], allowInvalid: true, help: null });

export class DataValidationBuilder extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.DataValidationBuilder";
  /** Google takes numbers and booleans in a list of values as well and keeps their text. */
  static readonly lenient = { requireValueInList: [0], requireCheckbox: [0, 1] };

  constructor(
    run: Execution,
    private readonly draft: RuleDraft = nothing(),
  ) {
    super(run);
  }

  private require(criteria: string, ...values: unknown[]): this {
    delete this.draft.source;
    delete this.draft.showDropdown;
    Object.assign(this.draft, { criteria, values });
    return this;
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
  setAllowInvalid(allowInvalid: boolean): this {
    this.draft.allowInvalid = allowInvalid;
    return this;
  }
  setHelpText(help: string): this {
    this.draft.help = help;
    return this;
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.run, { ...this.draft });
  }
  build(): DataValidation {
    return new DataValidation(this.run, { ...this.draft });
  }

  requireCheckbox(checked?: unknown, unchecked?: unknown): this {
    return this.require("CHECKBOX", ...[checked, unchecked].filter((value) => value !== undefined && value !== null));
  }
  requireDate(): this {
    return this.require("DATE_IS_VALID_DATE");
  }
  requireDateAfter(date: Date): this {
    return this.require("DATE_AFTER", date);
  }
  requireDateBefore(date: Date): this {
    return this.require("DATE_BEFORE", date);
  }
  requireDateBetween(start: Date, end: Date): this {
    return this.require("DATE_BETWEEN", start, end);
  }
  requireDateEqualTo(date: Date): this {
    return this.require("DATE_EQUAL_TO", date);
  }
  requireDateNotBetween(start: Date, end: Date): this {
    return this.require("DATE_NOT_BETWEEN", start, end);
  }
  requireDateOnOrAfter(date: Date): this {
    return this.require("DATE_ON_OR_AFTER", date);
  }
  requireDateOnOrBefore(date: Date): this {
    return this.require("DATE_ON_OR_BEFORE", date);
  }
  requireFormulaSatisfied(formula: string): this {
    return this.require("CUSTOM_FORMULA", formula);
  }
  requireNumberBetween(start: number, end: number): this {
    return this.require("NUMBER_BETWEEN", start, end);
  }
  requireNumberEqualTo(number: number): this {
    return this.require("NUMBER_EQUAL_TO", number);
  }
  requireNumberGreaterThan(number: number): this {
    return this.require("NUMBER_GREATER_THAN", number);
  }
  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.require("NUMBER_GREATER_THAN_OR_EQUAL_TO", number);
  }
  requireNumberLessThan(number: number): this {
    return this.require("NUMBER_LESS_THAN", number);
  }
  requireNumberLessThanOrEqualTo(number: number): this {
    return this.require("NUMBER_LESS_THAN_OR_EQUAL_TO", number);
  }
  requireNumberNotBetween(start: number, end: number): this {
    return this.require("NUMBER_NOT_BETWEEN", start, end);
  }
  requireNumberNotEqualTo(number: number): this {
    return this.require("NUMBER_NOT_EQUAL_TO", number);
  }
  requireTextContains(text: string): this {
    return this.require("TEXT_CONTAINS", text);
  }
  requireTextDoesNotContain(text: string): this {
    return this.require("TEXT_DOES_NOT_CONTAIN", text);
  }
  requireTextEqualTo(text: string): this {
    return this.require("TEXT_EQUAL_TO", text);
  }
  requireTextIsEmail(): this {
    return this.require("TEXT_IS_VALID_EMAIL");
  }
  requireTextIsUrl(): this {
    return this.require("TEXT_IS_VALID_URL");
  }
  requireValueInList(values: unknown[], showDropdown = true): this {
    this.require("VALUE_IN_LIST", ...values.map(String));
    this.draft.showDropdown = showDropdown;
    return this;
  }
  requireValueInRange(range: Range, showDropdown = true): this {
    this.require("VALUE_IN_RANGE");
    Object.assign(this.draft, { source: range, showDropdown });
    return this;
  }

  withCriteria(criteria: EnumValue, args: unknown[]): this {
    const [first, second] = args;
    if (criteria.name === "VALUE_IN_LIST")
      return this.requireValueInList(first as unknown[], second as boolean | undefined);
    if (criteria.name === "VALUE_IN_RANGE")
      return this.requireValueInRange(first as Range, second as boolean | undefined);
    return this.require(criteria.name, ...args);
  }
}
