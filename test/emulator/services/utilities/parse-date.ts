import { GoogleError } from "../../core/errors.ts";
import { DAYS, MONTHS, parsePattern, type PatternPart } from "./date-pattern.ts";
import { instantOf, javaZone, type JavaZone } from "./java-zone.ts";

interface Reading {
  year: number;
  month: number;
  day: number;
  dayOfYear?: number;
  hour: number;
  pm?: boolean;
  minute: number;
  second: number;
  ms: number;
  zone: JavaZone;
}

const NUMBERS = "yYMLdDFuwWHkKhmsS";

/** As Java's lenient SimpleDateFormat.parse in the locale en; answers epoch ms. `nowMs` settles two-digit years. */
export function parseDate(text: string, timeZone: string, pattern: string, nowMs: number): number {
  const reading: Reading = {
    year: 1970,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    ms: 0,
    zone: javaZone(timeZone),
  };
  const parts = parsePattern(pattern);
  let at = 0;
  parts.forEach((part, i) => {
    const length = "text" in part ? literal(text, at, part.text) : take(text, at, part, parts[i + 1], reading, nowMs);
    if (length < 0) throw new GoogleError(`Unparseable date: "${text}"`);
    at += length;
  });
  return instantOf(reading.zone, wallOf(reading));
}

function wallOf({ year, month, day, dayOfYear, hour, pm, minute, second, ms }: Reading): number {
  const hours = pm === undefined ? hour : (hour % 12) + (pm ? 12 : 0);
  const date = new Date(0);
  date.setUTCFullYear(year, dayOfYear === undefined ? month - 1 : 0, dayOfYear ?? day);
  date.setUTCHours(hours, minute, second, ms);
  return date.getTime();
}

function literal(text: string, at: number, expected: string): number {
  return text.startsWith(expected, at) ? expected.length : -1;
}

/** Reads one field into the reading; answers the number of characters taken, or -1. */
function take(
  text: string,
  at: number,
  part: Extract<PatternPart, { letter: string }>,
  next: PatternPart | undefined,
  reading: Reading,
  nowMs: number,
): number {
  const { letter, count } = part;
  const rest = text.slice(at);
  if ("ML".includes(letter) && count > 2) return takeName(rest, MONTHS, (index) => (reading.month = index + 1));
  if (letter === "E") return takeName(rest, DAYS, () => undefined);
  if (letter === "a") return takeName(rest, ["AM", "PM"], (index) => (reading.pm = index === 1));
  if (letter === "G") return takeName(rest, ["BC", "AD"], () => undefined);
  if ("zZX".includes(letter)) return takeZone(rest, reading);
  const abuts = next !== undefined && "letter" in next && NUMBERS.includes(next.letter);
  const digits = (abuts ? new RegExp(`^\\s*\\d{1,${count}}`) : /^\s*-?\d+/).exec(rest)?.[0];
  if (digits === undefined) return -1;
  store(letter, digits.trim(), count, reading, nowMs);
  return digits.length;
}

function store(letter: string, digits: string, count: number, reading: Reading, nowMs: number): void {
  const value = Number(digits);
  if (letter === "y" || letter === "Y")
    reading.year = count <= 2 && digits.length === 2 ? nearYear(value, nowMs) : value;
  else if (letter === "M" || letter === "L") reading.month = value;
  else if (letter === "d") reading.day = value;
  else if (letter === "D") reading.dayOfYear = value;
  else if (letter === "H" || letter === "K") reading.hour = value;
  else if (letter === "h") reading.hour = value === 12 ? 0 : value;
  else if (letter === "k") reading.hour = value === 24 ? 0 : value;
  else if (letter === "m") reading.minute = value;
  else if (letter === "s") reading.second = value;
  else if (letter === "S") reading.ms = value;
}

/** Two digits mean a year from 80 years ago to 20 years ahead. */
function nearYear(value: number, nowMs: number): number {
  const now = new Date(nowMs).getUTCFullYear();
  const candidate = Math.floor((now - 80) / 100) * 100 + value;
  return candidate < now - 80 ? candidate + 100 : candidate;
}

function takeName(rest: string, names: readonly string[], keep: (index: number) => void): number {
  const lower = rest.toLowerCase();
  for (const [index, name] of names.entries()) {
    const found = [name, name.slice(0, 3)].find((form) => lower.startsWith(form.toLowerCase()));
    if (found === undefined) continue;
    keep(index);
    return found.length;
  }
  return -1;
}

function takeZone(rest: string, reading: Reading): number {
  if (rest.startsWith("Z") && !/^Z\w/.test(rest)) {
    reading.zone = { id: "GMT", fixed: 0 };
    return 1;
  }
  const offset = /^(GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?/.exec(rest);
  if (offset) {
    const [all, , sign, hours, minutes = "0"] = offset;
    const fixed = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "-" ? -1 : 1);
    reading.zone = { id: all, fixed };
    return all.length;
  }
  const name = /^[A-Z][A-Za-z_/]*/.exec(rest)?.[0];
  if (name === undefined) return -1;
  const daylight = /^([PMCE])DT$/.exec(name)?.[1];
  reading.zone = daylight ? { id: name, fixed: { P: -7, M: -6, C: -5, E: -4 }[daylight]! * 3_600_000 } : javaZone(name);
  return name.length;
}
