import { DAY, resolveLocal } from "../domain/calendar/local-time.ts";
import { intlOffsets } from "../domain/calendar/offsets.ts";

/** A date and time as the clock on a wall shows it; months and days count from 1. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

export function wallTimeAt(at: number, timeZone: string): WallTime {
  return wallTimeOf(at + intlOffsets(timeZone)(at));
}

/** The instant at which that wall shows it; the first of two where clocks go back, undefined where they jump over it. */
export function instantOf(wall: WallTime, timeZone: string): number | undefined {
  const offsets = intlOffsets(timeZone);
  const at = resolveLocal(localMsOf(wall), offsets);
  return at + offsets(at) === localMsOf(wall) ? at : undefined;
}

/** That many days earlier, at the same time of day. */
export function daysBefore(wall: WallTime, days: number): WallTime {
  return wallTimeOf(localMsOf(wall) - days * DAY);
}

/** 0 is Sunday. */
export function weekdayOf(wall: WallTime): number {
  return new Date(localMsOf(wall)).getUTCDay();
}

/** False for 31 February. */
export function exists(wall: WallTime): boolean {
  const { month, day, hour, minute } = wallTimeOf(localMsOf(wall));
  return month === wall.month && day === wall.day && hour === wall.hour && minute === wall.minute;
}

function wallTimeOf(localMs: number): WallTime {
  const local = new Date(localMs);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
  };
}

/** As if the wall stood in Greenwich. */
function localMsOf({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}
