import { anchorOf, blockText, readBlocks } from "../blocks.ts";
import type { FileValidation } from "../book-file.ts";
import type { DataValidation } from "./library.ts";
import { validationTemplates } from "./templates.ts";

type Operator = NonNullable<DataValidation["operator"]>;

const NUMBERS = new Map<Operator, string>([
  ["between", "NUMBER_BETWEEN"],
  ["notBetween", "NUMBER_NOT_BETWEEN"],
  ["equal", "NUMBER_EQUAL_TO"],
  ["notEqual", "NUMBER_NOT_EQUAL_TO"],
  ["greaterThan", "NUMBER_GREATER_THAN"],
  ["greaterThanOrEqual", "NUMBER_GREATER_THAN_OR_EQUAL_TO"],
  ["lessThan", "NUMBER_LESS_THAN"],
  ["lessThanOrEqual", "NUMBER_LESS_THAN_OR_EQUAL_TO"],
]);
const DATES = new Map<Operator, string>([
  ["between", "DATE_BETWEEN"],
  ["notBetween", "DATE_NOT_BETWEEN"],
  ["equal", "DATE_EQUAL_TO"],
  ["greaterThan", "DATE_AFTER"],
  ["greaterThanOrEqual", "DATE_ON_OR_AFTER"],
  ["lessThan", "DATE_BEFORE"],
  ["lessThanOrEqual", "DATE_ON_OR_BEFORE"],
]);

/** The operator of a criterion such as NUMBER_BETWEEN, for validations and conditional formats. */
export function numberOperator(criteria: string): Operator | undefined {
  return operatorIn(NUMBERS, criteria);
}

export function numberCriteria(operator: Operator | undefined): string | undefined {
  return NUMBERS.get(operator ?? "between");
}

function operatorIn(map: Map<Operator, string>, criteria: string): Operator | undefined {
  return [...map].find(([, name]) => name === criteria)?.[0];
}

/** The rule as the file holds it; undefined where Excel has nothing like it. */
export function writeValidation(rule: FileValidation): DataValidation | undefined {
  const kind = kindOf(rule);
  if (!kind) return undefined;
  return {
    ...kind,
    range: rule.blocks.map((block) => blockText(block)).join(" "),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: rule.allowInvalid ? "warning" : "stop",
    ...(rule.help ? { showInputMessage: true, inputMessage: rule.help } : {}),
  };
}

function kindOf(rule: FileValidation): (Partial<DataValidation> & Pick<DataValidation, "type">) | undefined {
  const { criteria, values, source, blocks } = rule;
  const [formula1, formula2] = values.map(String);
  const bounds = { ...(formula1 === undefined ? {} : { formula1 }), ...(formula2 === undefined ? {} : { formula2 }) };
  if (criteria === "VALUE_IN_LIST") return { type: "list", values: values.map(String) };
  if (criteria === "VALUE_IN_RANGE") return source === undefined ? undefined : { type: "list", formula1: source };
  if (criteria === "CUSTOM_FORMULA") return { type: "custom", formula1: String(values[0]).replace(/^=/, "") };
  const number = numberOperator(criteria);
  if (number) return { type: "decimal", operator: number, ...bounds };
  const date = operatorIn(DATES, criteria);
  if (date) return { type: "date", operator: date, ...bounds };
  const formula = validationTemplates.write({ criteria, values }, anchorOf(blocks));
  return formula === undefined ? undefined : { type: "custom", formula1: formula };
}

/** The rule that a file holds; undefined where Sheets has nothing like it (times, lengths of texts). */
export function readValidation(rule: DataValidation): FileValidation | undefined {
  const blocks = readBlocks(rule.range);
  const found = criteriaOf(rule, anchorOf(blocks));
  if (!found || blocks.length === 0) return undefined;
  return {
    blocks,
    ...found,
    allowInvalid: rule.showErrorMessage !== true || (rule.errorStyle !== undefined && rule.errorStyle !== "stop"),
    ...(rule.inputMessage ? { help: rule.inputMessage } : {}),
  };
}

function criteriaOf(
  rule: DataValidation,
  anchor: string,
): Pick<FileValidation, "criteria" | "values" | "source"> | undefined {
  const { type, formula1 = "", formula2, operator = "between" } = rule;
  const bounds = [formula1, ...(formula2 === undefined ? [] : [formula2])].map(numberOrFormula);
  if (type === "list") return listCriteria(rule);
  if (type === "custom")
    return validationTemplates.read(formula1, anchor) ?? { criteria: "CUSTOM_FORMULA", values: [`=${formula1}`] };
  const criteria =
    type === "date" ? DATES.get(operator) : type === "whole" || type === "decimal" ? NUMBERS.get(operator) : undefined;
  return criteria === undefined ? undefined : { criteria, values: bounds };
}

function listCriteria({
  values,
  formula1 = "",
}: DataValidation): Pick<FileValidation, "criteria" | "values" | "source"> {
  if (values) return { criteria: "VALUE_IN_LIST", values };
  const literal = /^"(.*)"$/s.exec(formula1)?.[1];
  if (literal === undefined) return { criteria: "VALUE_IN_RANGE", values: [], source: formula1 };
  return { criteria: "VALUE_IN_LIST", values: literal.split(",").map((value) => value.trim()) };
}

function numberOrFormula(text: string): string | number {
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : `=${text}`;
}
