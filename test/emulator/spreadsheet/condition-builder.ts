import { EnumValue, ServiceObject } from "../core/service-object.ts";
import { constant } from "./constants.ts";
import type { Condition } from "./model/sheet-parts.ts";

/** A condition as scripts describe it; values may hold Dates and constants of RelativeDate. */
export interface ConditionDraft {
  criteria: string | null;
  values: unknown[];
}

/** The model's form: dates as epoch ms, relative dates by name. */
export function keptCondition({ criteria, values }: ConditionDraft): Condition | undefined {
  if (criteria === null) return undefined;
  const dates = values.some((value) => value instanceof Date);
  const kept = values.map((value) => {
    if (value instanceof Date) return value.getTime();
    return value instanceof EnumValue ? value.name : (value as string | number | boolean);
  });
  return { criteria, values: kept, ...(dates ? { dates } : {}) };
}

/** The script's form of a kept condition. */
export function draftOf(condition: Condition | undefined): ConditionDraft {
  if (!condition) return { criteria: null, values: [] };
  const { criteria, values, dates } = condition;
  if (dates) return { criteria, values: values.map((epochMs) => new Date(Number(epochMs))) };
  if (criteria.endsWith("_RELATIVE"))
    return { criteria, values: values.map((name) => constant("RelativeDate", String(name))) };
  return { criteria, values: [...values] };
}

export const criteriaType = ({ criteria }: ConditionDraft): EnumValue | null =>
  criteria === null ? null : constant("BooleanCriteria", criteria);

/** The conditions that builders of conditional formats and of filter criteria both offer. */
export abstract class ConditionBuilder extends ServiceObject {
  protected abstract when(criteria: string, ...values: unknown[]): this;

  private whenDate(criteria: string, date: Date | EnumValue): this {
    return this.when(date instanceof EnumValue ? `${criteria}_RELATIVE` : criteria, date);
  }

  whenCellEmpty(): this {
    return this.when("CELL_EMPTY");
  }
  whenCellNotEmpty(): this {
    return this.when("CELL_NOT_EMPTY");
  }
  whenDateAfter(date: Date | EnumValue): this {
    return this.whenDate("DATE_AFTER", date);
  }
  whenDateBefore(date: Date | EnumValue): this {
    return this.whenDate("DATE_BEFORE", date);
  }
  whenDateEqualTo(date: Date | EnumValue): this {
    return this.whenDate("DATE_EQUAL_TO", date);
  }
  whenFormulaSatisfied(formula: string): this {
    return this.when("CUSTOM_FORMULA", formula);
  }
  whenNumberBetween(start: number, end: number): this {
    return this.when("NUMBER_BETWEEN", start, end);
  }
  whenNumberEqualTo(number: number): this {
    return this.when("NUMBER_EQUAL_TO", number);
  }
  whenNumberGreaterThan(number: number): this {
    return this.when("NUMBER_GREATER_THAN", number);
  }
  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.when("NUMBER_GREATER_THAN_OR_EQUAL_TO", number);
  }
  whenNumberLessThan(number: number): this {
    return this.when("NUMBER_LESS_THAN", number);
  }
  whenNumberLessThanOrEqualTo(number: number): this {
    return this.when("NUMBER_LESS_THAN_OR_EQUAL_TO", number);
  }
  whenNumberNotBetween(start: number, end: number): this {
    return this.when("NUMBER_NOT_BETWEEN", start, end);
  }
  whenNumberNotEqualTo(number: number): this {
    return this.when("NUMBER_NOT_EQUAL_TO", number);
  }
  whenTextContains(text: string): this {
    return this.when("TEXT_CONTAINS", text);
  }
  whenTextDoesNotContain(text: string): this {
    return this.when("TEXT_DOES_NOT_CONTAIN", text);
  }
  whenTextEndsWith(text: string): this {
    return this.when("TEXT_ENDS_WITH", text);
  }
  whenTextEqualTo(text: string): this {
    return this.when("TEXT_EQUAL_TO", text);
  }
  whenTextStartsWith(text: string): this {
    return this.when("TEXT_STARTS_WITH", text);
  }
  withCriteria(criteria: EnumValue, args: unknown[]): this {
    return this.when(criteria.name, ...args);
  }
}
