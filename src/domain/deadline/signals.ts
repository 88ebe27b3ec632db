import { type Calendars, type Clock, isNewBreach, timeIn, usedUpAt } from "../sla/clock.ts";
import type { Clocks } from "../sla/clocks.ts";
import type { Metric } from "../sla/policy.ts";
import { runningClocks } from "./running-clocks.ts";

/** Per cent of a target used up when somebody is told; more than 100 is a breach. */
export type Threshold = 75 | 90 | 100;
const THRESHOLDS: readonly Threshold[] = [100, 90, 75];

/** To be told once for each metric, cycle, threshold and dueAt; of a breach `dueAt` is the instant that sticks. */
export interface Signal {
  readonly metric: Metric;
  readonly cycle: number;
  readonly threshold: Threshold;
  readonly dueAt: number;
}

/**
 * `slaNextAt`: the earliest instant, not before now, at which a running clock warns or breaches, in working time; null
 * for none. What has come before now, as by a raised priority, is for `signalsAt` to tell.
 */
export function nextSignalAt(clocks: Clocks, now: number, calendars: Calendars): number | null {
  const coming = runningClocks(clocks)
    .filter(({ clock }) => clock.breachedAt === undefined)
    .flatMap(({ clock }) => THRESHOLDS.map((threshold) => reachedAt(clock, threshold, calendars)))
    .filter((at) => at >= now);
  const nextAt = Math.min(...coming);
  return isFinite(nextAt) ? nextAt : null;
}

/** The highest threshold that each running clock has reached; null outside its working time, when nobody is told. */
export function signalsAt(clocks: Clocks, now: number, calendars: Calendars): Signal[] | null {
  return tellableFrom(clocks, now, calendars) > now ? null : reachedSignals(clocks, now, calendars);
}

/** From when on somebody may be told, since all running clocks count then: this instant in working time. */
export function tellableFrom(clocks: Clocks, now: number, calendars: Calendars): number {
  return Math.max(now, ...runningClocks(clocks).map(({ clock }) => calendars(clock.calendar).nextOpen(now)));
}

/** The same as `signalsAt`, at whatever hour. */
export function reachedSignals(clocks: Clocks, now: number, calendars: Calendars): Signal[] {
  return runningClocks(clocks).flatMap(({ metric, cycle, clock }) => {
    const threshold = highestReached(clock, now, calendars);
    const dueAt = clock.breachedAt ?? usedUpAt(clock, clock.targetMs, calendars);
    return threshold ? [{ metric, cycle, threshold, dueAt }] : [];
  });
}

function highestReached(clock: Clock, now: number, calendars: Calendars): Threshold | undefined {
  if (clock.breachedAt !== undefined || isNewBreach(clock, timeIn("running", clock, now, calendars))) return 100;
  return THRESHOLDS.find((threshold) => threshold < 100 && reachedAt(clock, threshold, calendars) <= now);
}

/** `warnAt`; where it falls on closing time, the next opening: somebody must be there. */
function reachedAt(clock: Clock, threshold: Threshold, calendars: Calendars): number {
  const usedMs = Math.ceil((clock.targetMs * threshold) / 100);
  return calendars(clock.calendar).nextOpen(usedUpAt(clock, usedMs, calendars));
}
