import type { Conventions } from "./locale.ts";
import { serialOfExistingDay } from "./serial.ts";
import { parseTime } from "./typed-time.ts";

export interface TypedDate {
  value: number;
  format: string;
}

interface Found {
  year: number;
  month: number;
  day: number;
  format: string;
}

/** A date or date with time as typed, in the locale's order; `thisYear` completes "1/2". Undefined where it is no date. */
export function parseDate(text: string, conventions: Conventions, thisYear: number): TypedDate | undefined {
  const [datePart, timePart] = splitTime(text.trim());
  const found =
    yearFirst(datePart, conventions) ??
    numeric(datePart, conventions, thisYear) ??
    named(datePart, conventions, thisYear);
  if (!found) return undefined;
  const serial = serialOfExistingDay(found.year, found.month, found.day);
  if (serial === undefined) return undefined;
  if (timePart === undefined) return { value: serial, format: found.format };
  const time = parseTime(timePart);
  if (!time || time.value >= 1) return undefined;
  const format =
    found.format === conventions.formats.date
      ? dateTimeFormat(conventions, time.format)
      : `${found.format} ${time.format}`;
  return { value: serial + time.value, format };
}

function dateTimeFormat({ formats }: Conventions, timeFormat: string): string {
  return timeFormat === "H:mm:ss" ? formats.dateTime : `${formats.date} ${timeFormat}`;
}

function splitTime(text: string): [string, string?] {
  const found = /^(.*?\d),?\s+(\d{1,2}(?::\d\d.*|\s*[ap]\.?m\.?))$/i.exec(text);
  return found?.[1] !== undefined && found[2] !== undefined ? [found[1], found[2]] : [text];
}

function separatorAllowed(separator: string, { dateSeparator }: Conventions): boolean {
  return separator !== "." || dateSeparator === ".";
}

function yearFirst(text: string, conventions: Conventions): Found | undefined {
  const found = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/.exec(text);
  const [, year = "", separator = "", month = "", day] = found ?? [];
  if (!found || Number(year) < 1000 || !separatorAllowed(separator, conventions)) return undefined;
  const padded = month.length === 2 && day?.length !== 1;
  const layout = ["yyyy", padded ? "MM" : "M", ...(day ? [padded ? "dd" : "d"] : [])].join(separator);
  return { year: Number(year), month: Number(month), day: Number(day ?? 1), format: layout };
}

function numeric(text: string, conventions: Conventions, thisYear: number): Found | undefined {
  const found = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{1,2})?)?$/.exec(text);
  const [, first = "", separator = "", second = "", third] = found ?? [];
  if (!found) return monthAndYear(text, conventions);
  if (!separatorAllowed(separator, conventions)) return undefined;
  if (third === undefined && /[-/]$/.test(text)) return undefined;
  if (conventions.order === "ymd" && third !== undefined) {
    if (third.length > 2) return undefined;
    return { year: fullYear(first), month: Number(second), day: Number(third), format: conventions.formats.date };
  }
  const dayFirst = conventions.order === "dmy";
  const [month, day] = dayFirst ? [second, first] : [first, second];
  const letters = /(^|\D)0\d(\D|$)/.test(text) ? ["MM", "dd"] : ["M", "d"];
  const layout = (dayFirst ? letters.reverse() : letters).join(separator);
  if (third === undefined) return { year: thisYear, month: Number(month), day: Number(day), format: layout };
  const format = separator === conventions.dateSeparator ? conventions.formats.date : `${layout}${separator}yyyy`;
  return { year: fullYear(third), month: Number(month), day: Number(day), format };
}

function monthAndYear(text: string, conventions: Conventions): Found | undefined {
  const found = /^(\d{1,2})([-/.])(\d{4})$/.exec(text);
  const [, month = "", separator = "", year = ""] = found ?? [];
  if (!found || Number(year) < 1000 || !separatorAllowed(separator, conventions)) return undefined;
  return { year: Number(year), month: Number(month), day: 1, format: `${digits("M", month)}${separator}yyyy` };
}

/** "Mar 2", "March 2, 2026", "Mon, 2 March 2026", "2-Mar-26", "Mar 2026", in English or the locale's language. */
function named(text: string, conventions: Conventions, thisYear: number): Found | undefined {
  const words = text.match(/\d+|\p{L}+|[^\d\p{L}]+/gu) ?? [];
  const lead = weekdayLead(words, conventions);
  const pieces = lead ? words.slice(2) : words;
  const at = pieces.findIndex((piece) => /^\p{L}/u.test(piece));
  const name = pieces[at] ?? "";
  const month = conventions.monthByName.get(name.toLowerCase());
  if (month === undefined || (at !== 0 && at !== 2)) return undefined;
  const numbers = pieces.filter((_, index) => index % 2 === 0 && index !== at);
  const gaps = pieces.filter((_, index) => index % 2 === 1);
  if (numbers.length > 2 || numbers.length === 0 || pieces.length % 2 === 0 || !gaps.every(isGap)) return undefined;
  const parts = dayAndYear(numbers, at, thisYear);
  if (!parts || !numbers.every((number) => /^(\d{1,2}|\d{4})$/.test(number))) return undefined;
  const lastNumberAt = at === pieces.length - 1 ? at - 2 : pieces.length - 1;
  const monthLetters = name.length > 3 || month === 5 ? "MMMM" : "MMM";
  const letters = pieces.map((piece, index) =>
    index % 2 === 1
      ? piece
      : index === at
        ? monthLetters
        : numberLetters(piece, numbers.length === 2 && index === lastNumberAt),
  );
  return { ...parts, month, format: (lead ? lead : "") + letters.join("") };
}

function weekdayLead([first = "", gap = ""]: string[], { weekdayNames }: Conventions): string | undefined {
  if (!weekdayNames.has(first.toLowerCase()) || !/^[,.]?\s+$/.test(gap)) return undefined;
  return (first.length > 3 ? "dddd" : "ddd") + gap;
}

function isGap(gap: string): boolean {
  return /^(?:\.?,?\s+|\.?\s*|-|\/)$/.test(gap);
}

function dayAndYear(numbers: string[], at: number, thisYear: number): { year: number; day: number } | undefined {
  const [first = "", second] = numbers;
  if (second === undefined) {
    return first.length === 4
      ? at === 0
        ? { year: Number(first), day: 1 }
        : undefined
      : { year: thisYear, day: Number(first) };
  }
  if (first.length === 4) return undefined;
  return { year: fullYear(second), day: Number(first) };
}

function numberLetters(number: string, isYear: boolean): string {
  return isYear || number.length === 4 ? "yyyy" : digits("d", number);
}

function digits(letter: string, typed: string): string {
  return typed.length === 2 && typed.startsWith("0") ? letter + letter : letter;
}

/** Two digits mean 2000 to 2029 and 1930 to 1999. */
function fullYear(typed: string): number {
  const year = Number(typed);
  if (typed.length === 4) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}
