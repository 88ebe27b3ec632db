import { DAY } from "../calendar/local-time.ts";
import type { Interval } from "../calendar/opening.ts";
import type { Calendars } from "../sla/clock.ts";
import { clockOf, type Clocks } from "../sla/clocks.ts";
import { METRICS } from "../sla/policy.ts";

/** The working intervals of the days to come, by calendar. */
export type Ahead = Readonly<Record<string, readonly Interval[]>>;

const DAYS = 60;

/** Of the calendars that count for clocks that have not stopped. */
export function aheadOf(clocks: Clocks, now: number, calendars: Calendars): Ahead {
  const open = METRICS.flatMap((metric) => {
    const clock = clockOf(clocks, metric);
    return clock?.calendar && clock.phase !== "stopped" ? [clock.calendar] : [];
  });
  return Object.fromEntries(
    [...new Set(open)].map((name) => [name, calendars(name).intervals(now, now + DAYS * DAY)] as const),
  );
}

/** When so many ms of working time will have passed; undefined where that lies beyond the intervals. */
export function dueAhead(intervals: readonly Interval[], ms: number): number | undefined {
  let left = ms;
  for (const [from, to] of intervals) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return undefined;
}
