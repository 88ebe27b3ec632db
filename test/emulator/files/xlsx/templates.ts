import type { FileValidation } from "../book-file.ts";

/** A criterion that the file format lacks, as a formula: {cell} is the first cell, {1} and {2} are its values. */
type Template = [criteria: string, formula: string];

const VALIDATIONS: Template[] = [
  ["CHECKBOX", "OR({cell}=TRUE,{cell}=FALSE)"],
  ["TEXT_CONTAINS", "ISNUMBER(SEARCH({1},{cell}))"],
  ["TEXT_DOES_NOT_CONTAIN", "ISERROR(SEARCH({1},{cell}))"],
  ["TEXT_EQUAL_TO", "EXACT({cell},{1})"],
  ["TEXT_IS_VALID_EMAIL", 'ISNUMBER(MATCH("*?@?*.?*",{cell},0))'],
  ["TEXT_IS_VALID_URL", 'ISNUMBER(MATCH("*?.?*",{cell},0))'],
  ["DATE_IS_VALID_DATE", "ISNUMBER({cell})"],
];
const CONDITIONS: Template[] = [
  ["TEXT_EQUAL_TO", "{cell}={1}"],
  ["TEXT_NOT_EQUAL_TO", "{cell}<>{1}"],
  ["DATE_BEFORE_RELATIVE", "AND(ISNUMBER({cell}),INT({cell})<{1})"],
  ["DATE_AFTER_RELATIVE", "AND(ISNUMBER({cell}),INT({cell})>{1})"],
  ["DATE_EQUAL_TO_RELATIVE", "AND(ISNUMBER({cell}),INT({cell})={1})"],
  ["DATE_BEFORE", "AND(ISNUMBER({cell}),INT({cell})<{1})"],
  ["DATE_AFTER", "AND(ISNUMBER({cell}),INT({cell})>{1})"],
  ["DATE_EQUAL_TO", "AND(ISNUMBER({cell}),INT({cell})={1})"],
];
/** SpreadsheetApp.RelativeDate as formulas. */
const RELATIVE_DATES: Record<string, string> = {
  TODAY: "TODAY()",
  TOMORROW: "TODAY()+1",
  YESTERDAY: "TODAY()-1",
  PAST_WEEK: "TODAY()-7",
  PAST_MONTH: "EDATE(TODAY(),-1)",
  PAST_YEAR: "EDATE(TODAY(),-12)",
};

type Values = FileValidation["values"];

export interface Written {
  criteria: string;
  values: Values;
}

export const validationTemplates = { write: writer(VALIDATIONS), read: reader(VALIDATIONS) };
export const conditionTemplates = { write: writer(CONDITIONS), read: reader(CONDITIONS) };

function writer(templates: Template[]) {
  return ({ criteria, values }: Written, cell: string): string | undefined => {
    const template = templates.find(([name]) => name === criteria)?.[1];
    return template
      ?.replaceAll("{cell}", cell)
      .replaceAll(/\{(\d)\}/g, (_, number: string) => valueText(criteria, values[Number(number) - 1]));
  };
}

function valueText(criteria: string, value: Values[number] | undefined): string {
  if (criteria.endsWith("_RELATIVE")) return RELATIVE_DATES[String(value)] ?? "TODAY()";
  return typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : String(value ?? "");
}

function reader(templates: Template[]) {
  return (formula: string, cell: string): Written | undefined => {
    for (const [criteria, template] of templates) {
      const pattern = patternOf(template, cell, criteria);
      const found = pattern.exec(formula);
      if (found) return { criteria, values: found.slice(1).map((text) => readValue(criteria, text)) };
    }
    return undefined;
  };
}

function patternOf(template: string, cell: string, criteria: string): RegExp {
  const relative = Object.values(RELATIVE_DATES).map(escape).join("|");
  const value = criteria.endsWith("_RELATIVE")
    ? relative
    : criteria.startsWith("DATE")
      ? String.raw`-?[\d.]+`
      : `"(?:[^"]|"")*"`;
  const source = escape(template)
    .replaceAll(escape("{cell}"), escape(cell))
    .replaceAll(/\\\{\d\\\}/g, `(${value})`);
  return new RegExp(`^${source}$`);
}

function readValue(criteria: string, text: string): string | number {
  if (criteria.endsWith("_RELATIVE"))
    return Object.entries(RELATIVE_DATES).find(([, formula]) => formula === text)?.[0] ?? "TODAY";
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : Number(text);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
