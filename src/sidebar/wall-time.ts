/** A date and time as the clock on a wall shows it; months and days count from 1. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const MINUTE_MS = 60_000;

export function wallTimeAt(at: number, timeZone: string): WallTime {
  const shown = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric" },
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(shown.find((one) => one.type === type)?.value);
  return { year: part("year"), month: part("month"), day: part("day"), hour: part("hour"), minute: part("minute") };
}

/** The instant at which that wall shows it; the first of two where clocks go back, undefined where they jump over it. */
export function instantOf(wall: WallTime, timeZone: string): number | undefined {
  const asUtc = utcOf(wall);
  const offsets = [asUtc - 24 * 60 * MINUTE_MS, asUtc + 24 * 60 * MINUTE_MS].map((at) => offsetAt(at, timeZone));
  const candidates = offsets.map((offset) => asUtc - offset);
  return candidates.find((at) => utcOf(wallTimeAt(at, timeZone)) === asUtc);
}

/** That many days earlier, at the same time of day. */
export function daysBefore(wall: WallTime, days: number): WallTime {
  const { year, month, day } = wallTimeAt(utcOf({ ...wall, day: wall.day - days }), "UTC");
  return { ...wall, year, month, day };
}

/** 0 is Sunday. */
export function weekdayOf(wall: WallTime): number {
  return new Date(utcOf(wall)).getUTCDay();
}

/** False for 31 February. */
export function exists(wall: WallTime): boolean {
  const { month, day } = wallTimeAt(utcOf(wall), "UTC");
  return month === wall.month && day === wall.day && wall.hour < 24 && wall.minute < 60;
}

function offsetAt(at: number, timeZone: string): number {
  return utcOf(wallTimeAt(at, timeZone)) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

function utcOf({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}
