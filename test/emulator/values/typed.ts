import { conventionsOf } from "./locale.ts";
import { offsetAt } from "./zone.ts";
import { parseDate } from "./typed-date.ts";
import { parseNumber } from "./typed-number.ts";
import { parseTime } from "./typed-time.ts";

export type Typed = { value: number | string | boolean; format?: string } | { formula: string };

export interface TypingContext {
  /** A Sheets locale, "en_US". */
  locale: string;
  /** IANA zone of the spreadsheet; decides which year "1/2" belongs to. */
  timeZone: string;
  nowMs: number;
}

/** Longest text that Sheets could still read as a number or date: "Wednesday, September 30, 2026 12:30:15.250 PM". */
const LONGEST_VALUE = 60;

/** What Google Sheets stores when `text` is typed into an unformatted cell (platform.md C2); text is never trimmed. */
export function parseTyped(text: string, context: TypingContext): Typed {
  const first = text.charCodeAt(0);
  if (first === 0x27) return { value: text.slice(1) };
  if (first === 0x3d && text.length > 1) return { formula: text };
  const value = parseValue(text, context);
  if (value) return value;
  // A lone run of signs is text; "+1 555 010" and "-foo" are taken for expressions.
  if ((first === 0x2b || first === 0x2d) && !/^[+-]+$/.test(text)) return { formula: `=${text}` };
  return { value: text };
}

/** As `parseTyped`, but only numbers, dates, times and booleans; undefined for text. */
export function parseValue(
  text: string,
  context: TypingContext,
): { value: number | boolean; format?: string } | undefined {
  if (text.length === 0 || text.length > LONGEST_VALUE) return undefined;
  if (!/\d/.test(text)) return parseBoolean(text);
  const conventions = conventionsOf(context.locale);
  return parseNumber(text, conventions) ?? parseTime(text) ?? parseDate(text, conventions, yearOf(context));
}

function parseBoolean(text: string): { value: boolean } | undefined {
  if (text.length > 7) return undefined;
  const word = text.trim().toUpperCase();
  return word === "TRUE" || word === "FALSE" ? { value: word === "TRUE" } : undefined;
}

function yearOf({ nowMs, timeZone }: TypingContext): number {
  return new Date(nowMs + offsetAt(nowMs, timeZone)).getUTCFullYear();
}
