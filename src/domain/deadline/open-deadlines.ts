import type { Calendars } from "../sla/clock.ts";
import type { Clocks } from "../sla/clocks.ts";
import { readClock } from "../sla/reading.ts";
import { METRICS, type Metric } from "../sla/policy.ts";
import { clockOf } from "../sla/clocks.ts";

/** A deadline that is still to be kept, or is over and not yet answered; `dueAt` is null while it pauses. */
export interface OpenDeadline {
  readonly metric: Metric;
  readonly dueAt: number | null;
  readonly state: "running" | "paused" | "breached";
}

/** The deadlines that somebody has to think of now. */
export function openDeadlines(clocks: Clocks, now: number, calendars: Calendars): OpenDeadline[] {
  return METRICS.flatMap((metric) => {
    const clock = clockOf(clocks, metric);
    if (!clock || clocks.isCancelled || clock.phase === "stopped" || !clock.targetMs) return [];
    const { state, dueAt } = readClock(clock, now, calendars);
    return state === "running" || state === "paused" || state === "breached" ? [{ metric, dueAt, state }] : [];
  });
}
