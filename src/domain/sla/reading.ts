import { type Calendars, type Clock, isNewBreach, timeIn, usedUpAt } from "./clock.ts";

export type ClockState = "na" | "running" | "paused" | "met" | "breached";

/** What a clock shows at an instant. Instants are epoch ms, durations ms of working time. */
export interface Reading {
  readonly state: ClockState;
  readonly elapsedMs: number;
  readonly pausedMs: number;
  /** Closing time where the target runs out at closing; null while paused or not applicable. */
  readonly dueAt: number | null;
  /** The latest instant in time: the next opening where the target runs out at closing. */
  readonly breachAt: number | null;
  readonly breachedAt: number | null;
  /** Negative when over; null where there is no target. */
  readonly remainingMs: number | null;
}

export function readClock(clock: Clock, now: number, calendars: Calendars): Reading {
  const { targetMs, phase } = clock;
  const elapsedMs = timeIn("running", clock, now, calendars);
  const dueAt = targetMs && phase !== "paused" ? usedUpAt(clock, targetMs, calendars) : null;
  const breachedAt = isNewBreach(clock, elapsedMs) ? dueAt : (clock.breachedAt ?? null);
  return {
    state: breachedAt !== null ? "breached" : !targetMs ? "na" : phase === "stopped" ? "met" : phase,
    elapsedMs,
    pausedMs: timeIn("paused", clock, now, calendars),
    dueAt,
    breachAt: dueAt && calendars(clock.calendar).nextOpen(dueAt),
    breachedAt,
    remainingMs: targetMs ? targetMs - elapsedMs : null,
  };
}
