import { tagOf } from "./locale.ts";
import type { Token } from "./pattern.ts";
import type { DateParts } from "./serial.ts";
import { partsOf } from "./serial.ts";

const DAY_MS = 86_400_000;
const MS_OF = { h: 3_600_000, m: 60_000, s: 1000 };

/** A serial under the date, time and elapsed tokens of one section. */
export function formatDateTokens(tokens: Token[], serial: number, locale: string): string {
  const parts = partsOf(roundedToShown(tokens, serial));
  const twelveHours = tokens.some(({ kind }) => kind === "half");
  const elapsedMs = Math.round(serial * DAY_MS);
  const minus = elapsedMs < 0 && tokens.some(({ kind }) => kind === "elapsed") ? "-" : "";
  const written = tokens.map((token) => {
    switch (token.kind) {
      case "literal":
        return token.text;
      case "date":
        return dateLetters(token.letters, parts, { locale, twelveHours });
      case "elapsed":
        return String(Math.floor(Math.abs(elapsedMs) / MS_OF[token.unit])).padStart(token.width, "0");
      case "subsecond":
        return `.${String(parts.millisecond).padStart(3, "0").padEnd(token.width, "0").slice(0, token.width)}`;
      case "half":
        return (parts.hour < 12 ? "AM" : "PM").slice(0, token.short ? 1 : 2);
      default:
        return "";
    }
  });
  return minus + written.join("");
}

/** Durations count from zero: a negative one shows the minutes of its size. */
function roundedToShown(tokens: Token[], serial: number): number {
  return serial < 0 && tokens.some(({ kind }) => kind === "elapsed") ? -serial : serial;
}

interface Shown {
  locale: string;
  twelveHours: boolean;
}

function dateLetters(letters: string, parts: DateParts, { locale, twelveHours }: Shown): string {
  const width = letters.length;
  switch (letters.charAt(0)) {
    case "y":
    case "Y":
      return width <= 2 ? String(parts.year % 100).padStart(2, "0") : String(parts.year).padStart(4, "0");
    case "M":
      return width <= 2 ? pad(parts.month, width) : monthName(parts.month, width, locale);
    case "m":
      return width <= 2 ? pad(parts.minute, width) : monthName(parts.month, width, locale);
    case "d":
    case "D":
      return width <= 2 ? pad(parts.day, width) : weekdayName(parts.weekday, width, locale);
    case "h":
    case "H":
      return pad(twelveHours ? parts.hour % 12 || 12 : parts.hour, width);
    default:
      return pad(parts.second, width);
  }
}

function pad(number: number, width: number): string {
  return String(number).padStart(Math.min(width, 2), "0");
}

const names = new Map<string, string[]>();

function monthName(month: number, width: number, locale: string): string {
  const name = monthNamesIn(locale, width === 3 ? "short" : "long")[month - 1] ?? "";
  return width === 5 ? name.slice(0, 1) : name;
}

function weekdayName(weekday: number, width: number, locale: string): string {
  return weekdayNamesIn(locale, width === 3 ? "short" : "long")[weekday - 1] ?? "";
}

/** January first. */
export function monthNamesIn(locale: string, style: "short" | "long"): readonly string[] {
  return namesOf(`month ${style} ${locale}`, () =>
    Array.from({ length: 12 }, (_, index) => nameOf(locale, { month: style }, Date.UTC(2026, index, 1))),
  );
}

/** Sunday first. */
export function weekdayNamesIn(locale: string, style: "short" | "long"): readonly string[] {
  return namesOf(`weekday ${style} ${locale}`, () =>
    Array.from({ length: 7 }, (_, index) => nameOf(locale, { weekday: style }, Date.UTC(2026, 2, 1 + index))),
  );
}

function nameOf(locale: string, options: Intl.DateTimeFormatOptions, epochMs: number): string {
  return new Intl.DateTimeFormat(tagOf(locale), { ...options, timeZone: "UTC", calendar: "gregory" }).format(epochMs);
}

function namesOf(key: string, make: () => string[]): string[] {
  const kept = names.get(key) ?? make();
  names.set(key, kept);
  return kept;
}
