import { DAY } from "../calendar/local-time.ts";
import type { Offsets } from "../calendar/offsets.ts";
import { dateOf, mondayOf } from "./period.ts";

/** On Mondays, in the desk's zone. */
const NOT_BEFORE = 8 * 3_600_000;

export interface ToldWeek {
  /** As calendars number weeks: 2026-W09. */
  readonly name: string;
  readonly fromOn: string;
  readonly toOn: string;
}

/** The week that leads are told of at this instant, the one before the present; none on a Monday before eight. */
export function weekToTell(now: number, offsets: Offsets): ToldWeek | undefined {
  const local = now + offsets(now);
  const present = mondayOf(Math.floor(local / DAY));
  if (local < present * DAY + NOT_BEFORE) return undefined;
  const monday = present - 7;
  return { name: weekName(monday), fromOn: dateOf(monday), toOn: dateOf(monday + 6) };
}

/** A week belongs to the year of its Thursday. */
function weekName(monday: number): string {
  const year = new Date((monday + 3) * DAY).getUTCFullYear();
  const week = Math.floor((monday + 3 - Date.UTC(year, 0, 1) / DAY) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
