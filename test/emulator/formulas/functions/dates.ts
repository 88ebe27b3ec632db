import { partsOf, serialOf, serialOfDay } from "../../values/serial.ts";
import { parseValue } from "../../values/typed.ts";
import { isDateFormat } from "../../values/pattern.ts";
import { NUMBER, VALUE } from "../cell-error.ts";
import { toNumber, toNumbers, toText } from "../coerce.ts";
import type { Definition } from "../definition.ts";
import { scalarFunction } from "../definition.ts";
import type { Host } from "../host.ts";
import type { Scalar } from "../values.ts";

type Options = { defaults?: number[] };

/** A function of serials and plain numbers; texts that read as dates are taken as dates. */
function calendar(
  signature: string,
  compute: (...numbers: number[]) => Scalar,
  { defaults = [] }: Options = {},
): Definition {
  return scalarFunction(signature, (args, { host }) => {
    const numbers = toNumbers(args, defaults, host);
    if (!Array.isArray(numbers)) return numbers;
    return compute(...numbers);
  });
}

function date(year: number, month: number, day: number): Scalar {
  const full = Math.trunc(year);
  if (full < 0) return NUMBER;
  return serialOfDay(full < 1900 ? full + 1900 : full, Math.trunc(month), Math.trunc(day));
}

function time(hour: number, minute: number, second: number): Scalar {
  const seconds = Math.trunc(hour) * 3600 + Math.trunc(minute) * 60 + Math.trunc(second);
  return seconds < 0 ? NUMBER : (seconds % 86_400) / 86_400;
}

/** The same day some months later, or the last day of a shorter month. */
function addMonths(serial: number, months: number): number {
  const { year, month, day } = partsOf(serial);
  const target = month + Math.trunc(months);
  const last = partsOf(serialOfDay(year, target + 1, 0)).day;
  return serialOfDay(year, target, Math.min(day, last));
}

function endOfMonth(serial: number, months: number): Scalar {
  const { year, month } = partsOf(serial);
  return serialOfDay(year, month + Math.trunc(months) + 1, 0);
}

function weekday(serial: number, type: number): Scalar {
  const sunday = partsOf(serial).weekday - 1;
  const monday = (sunday + 6) % 7;
  return type === 1 ? sunday + 1 : type === 2 ? monday + 1 : type === 3 ? monday : NUMBER;
}

/** First day of the week by WEEKNUM's type, 0 = Sunday. */
const WEEK_STARTS = new Map([[1, 0], [2, 1], [11, 1], [12, 2], [13, 3], [14, 4], [15, 5], [16, 6], [17, 0]]); // prettier-ignore

function weekNumber(serial: number, type: number): Scalar {
  if (type === 21) return isoWeek(serial);
  const starts = WEEK_STARTS.get(type);
  if (starts === undefined) return NUMBER;
  const newYear = serialOfDay(partsOf(serial).year, 1, 1);
  const lead = (partsOf(newYear).weekday - 1 - starts + 7) % 7;
  return Math.floor((Math.floor(serial) - newYear + lead) / 7) + 1;
}

function isoWeek(serial: number): number {
  const day = Math.floor(serial);
  const thursday = day - ((partsOf(day).weekday + 5) % 7) + 3;
  return Math.floor((thursday - serialOfDay(partsOf(thursday).year, 1, 1)) / 7) + 1;
}

function dateDifference([from = null, to = null, unit = null]: (Scalar | undefined)[], host: Host): Scalar {
  const start = toNumber(from, host);
  const end = toNumber(to, host);
  if (typeof start !== "number") return start;
  if (typeof end !== "number") return end;
  const first = Math.floor(start);
  const last = Math.floor(end);
  if (first > last) return NUMBER;
  const months = wholeMonths(first, last);
  switch (toText(unit, host).toUpperCase()) {
    case "D":
      return last - first;
    case "M":
      return months;
    case "Y":
      return Math.floor(months / 12);
    case "YM":
      return months % 12;
    case "MD":
      return last - addMonths(first, months);
    case "YD":
      return last - addMonths(first, Math.floor(months / 12) * 12);
    default:
      return NUMBER;
  }
}

function wholeMonths(first: number, last: number): number {
  const from = partsOf(first);
  const to = partsOf(last);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return to.day < from.day ? months - 1 : months;
}

/** Reads a text as a date or time; the numbers of cells are taken as they are. */
function dateText(take: (serial: number) => number): Definition {
  return scalarFunction("s", ([value = null], { host }) => {
    if (typeof value === "number") return take(value);
    const parsed = typeof value === "string" ? parseValue(value, host) : undefined;
    if (typeof parsed?.value !== "number" || !isDateFormat(parsed.format ?? "")) return VALUE;
    return take(parsed.value);
  });
}

const part = (take: (serial: number) => number): Definition =>
  calendar("s", (serial = 0) => (serial < 0 ? NUMBER : take(serial)));

export const dates: Record<string, Definition> = {
  TODAY: scalarFunction("", (_, { host }) => Math.floor(serialOf(host.nowMs, host.timeZone))),
  NOW: scalarFunction("", (_, { host }) => serialOf(host.nowMs, host.timeZone)),
  DATE: calendar("sss", (year = 0, month = 0, day = 0) => date(year, month, day)),
  TIME: calendar("sss", (hour = 0, minute = 0, second = 0) => time(hour, minute, second)),
  YEAR: part((serial) => partsOf(serial).year),
  MONTH: part((serial) => partsOf(serial).month),
  DAY: part((serial) => partsOf(serial).day),
  HOUR: part((serial) => partsOf(serial).hour),
  MINUTE: part((serial) => partsOf(serial).minute),
  SECOND: part((serial) => partsOf(serial).second),
  WEEKDAY: calendar("ss?", (serial = 0, type = 1) => weekday(serial, type), { defaults: [0, 1] }),
  WEEKNUM: calendar("ss?", (serial = 0, type = 1) => weekNumber(serial, type), { defaults: [0, 1] }),
  ISOWEEKNUM: part(isoWeek),
  EDATE: calendar("ss", (serial = 0, months = 0) => addMonths(serial, months)),
  EOMONTH: calendar("ss", (serial = 0, months = 0) => endOfMonth(serial, months)),
  DAYS: calendar("ss", (end = 0, start = 0) => Math.floor(end) - Math.floor(start)),
  DATEDIF: scalarFunction("sss", (args, { host }) => dateDifference(args, host)),
  DATEVALUE: dateText((serial) => Math.floor(serial)),
  TIMEVALUE: dateText((serial) => serial - Math.floor(serial)),
};
