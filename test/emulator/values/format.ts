import { generalNumber } from "./decimal.ts";
import { formatDateTokens } from "./format-date.ts";
import { formatNumberTokens } from "./format-number.ts";
import { conventionsOf } from "./locale.ts";
import type { Section } from "./pattern.ts";
import { sectionsOf } from "./pattern.ts";

/**
 * The text that a cell displays (getDisplayValues). Dates are serial numbers; "" is the automatic format.
 * Colours and conditions on text are ignored.
 */
export function formatValue(value: number | string | boolean, pattern: string, locale: string): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value === "" ? "" : formatText(value, pattern);
  if (pattern === "" || pattern === "General" || pattern === "@") return automatic(value, locale);
  const sections = sectionsOf(pattern);
  const { section, signed } = choose(sections, value);
  if (!section) return automatic(value, locale);
  if (section.isDate) return formatDateTokens(section.tokens, value, locale);
  const minus = signed && value < 0 ? "-" : "";
  const body = formatNumberTokens(section.tokens, Math.abs(value), conventionsOf(locale));
  return minus && /[1-9]/.test(body) ? minus + body : body;
}

function automatic(value: number, locale: string): string {
  return generalNumber(value).replace(".", conventionsOf(locale).decimal);
}

function formatText(value: string, pattern: string): string {
  if (!pattern.includes("@") || pattern === "@") return value;
  const section = sectionsOf(pattern).find(({ tokens }) => tokens.some(({ kind }) => kind === "text"));
  if (!section) return value;
  return section.tokens
    .map((token) => (token.kind === "text" ? value : token.kind === "literal" ? token.text : ""))
    .join("");
}

/** `signed`: the chosen section does not speak for negative numbers alone, so the minus has to be written. */
function choose(sections: Section[], value: number): { section: Section | undefined; signed: boolean } {
  const [first, second, third] = sections;
  if (sections.some(({ condition }) => condition)) {
    const section = sections.find(({ condition }) => !condition || holds(condition, value));
    return { section, signed: true };
  }
  if (value < 0 && second) return { section: second, signed: false };
  if (value === 0 && third) return { section: third, signed: false };
  return { section: first, signed: true };
}

function holds({ operator, limit }: { operator: string; limit: number }, value: number): boolean {
  switch (operator) {
    case "<":
      return value < limit;
    case ">":
      return value > limit;
    case "<=":
      return value <= limit;
    case ">=":
      return value >= limit;
    case "=":
      return value === limit;
    default:
      return value !== limit;
  }
}
