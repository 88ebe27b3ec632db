import { type Calendars, type Clock, isNewBreach, timeIn, usedUpAt } from "../sla/clock.ts";
import type { Clocks } from "../sla/clocks.ts";
import type { Metric } from "../sla/policy.ts";
import { runningClocks } from "./running-clocks.ts";

/** Per cent of a target used up when somebody is told; more than 100 is a breach. */
export type Threshold = 75 | 90 | 100;
const THRESHOLDS: readonly Threshold[] = [75, 90, 100];

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
  const coming = runningClocks(clocks).map(({ clock }) =>
    clock.breachedAt === undefined ? comingAt(clock, now, calendars) : Infinity,
  );
  const nextAt = Math.min(...coming);
  return isFinite(nextAt) ? nextAt : null;
}

/** Thresholds are reached in their order: the first that is not yet, or just now. */
function comingAt(clock: Clock, now: number, calendars: Calendars): number {
  const usedMs = timeIn("running", clock, now, calendars);
  for (const threshold of THRESHOLDS) {
    const at = usedMs > usedAt(clock, threshold) ? -Infinity : reachedAt(clock, threshold, calendars);
    if (at >= now) return at;
  }
  return Infinity;
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
    if (!threshold) return [];
    const dueAt = clock.breachedAt ?? usedUpAt(clock, clock.targetMs, calendars);
    return [{ metric, cycle, threshold, dueAt }];
  });
}

function highestReached(clock: Clock, now: number, calendars: Calendars): Threshold | undefined {
  const usedMs = timeIn("running", clock, now, calendars);
  if (clock.breachedAt !== undefined || isNewBreach(clock, usedMs)) return 100;
  if (isReached(clock, 90, { usedMs, now, calendars })) return 90;
  return isReached(clock, 75, { usedMs, now, calendars }) ? 75 : undefined;
}

/** What is used tells, but for the very instant and the closed hours after it. */
function isReached(
  clock: Clock,
  threshold: Threshold,
  { usedMs, now, calendars }: { usedMs: number; now: number; calendars: Calendars },
): boolean {
  const left = usedAt(clock, threshold) - usedMs;
  return left < 0 || (left === 0 && reachedAt(clock, threshold, calendars) <= now);
}

const usedAt = ({ targetMs }: Clock, threshold: Threshold): number => Math.ceil((targetMs * threshold) / 100);

/** `warnAt`; where it falls on closing time, the next opening: somebody must be there. */
function reachedAt(clock: Clock, threshold: Threshold, calendars: Calendars): number {
  return calendars(clock.calendar).nextOpen(usedUpAt(clock, usedAt(clock, threshold), calendars));
}
