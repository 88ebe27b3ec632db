import { offsetAt } from "./zone.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Serial number of 1970-01-01; serial 0 is 1899-12-30, as in Google Sheets. */
const UNIX_EPOCH = 25_569;

export interface DateParts {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  /** 1 = Sunday, as WEEKDAY counts. */
  weekday: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** The wall-clock serial (days since 1899-12-30, with fraction) that an instant in epoch ms shows in a zone. */
export function serialOf(epochMs: number, timeZone: string): number {
  return (epochMs + offsetAt(epochMs, timeZone)) / DAY_MS + UNIX_EPOCH;
}

/** The instant in epoch ms of a wall-clock serial in a zone: inside a gap the later time, inside an overlap the first. */
export function epochOf(serial: number, timeZone: string): number {
  const wall = Math.round((serial - UNIX_EPOCH) * DAY_MS);
  const before = offsetAt(wall - 24 * HOUR_MS, timeZone);
  const after = offsetAt(wall + 24 * HOUR_MS, timeZone);
  if (before === after) return wall - before;
  if (offsetAt(wall - before, timeZone) === before) return wall - before;
  if (offsetAt(wall - after, timeZone) === after) return wall - after;
  return wall - before;
}

/** The serial of a calendar day; months and days outside their range carry over (month 13 is next January). */
export function serialOfDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY_MS + UNIX_EPOCH;
}

/** The serial of a calendar day, or undefined where there is no such day. */
export function serialOfExistingDay(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const serial = serialOfDay(year, month, day);
  return partsOf(serial).day === day ? serial : undefined;
}

/** What calendar and clock show for a serial, rounded to the millisecond. */
export function partsOf(serial: number): DateParts {
  const date = new Date(Math.round((serial - UNIX_EPOCH) * DAY_MS));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() + 1,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}
