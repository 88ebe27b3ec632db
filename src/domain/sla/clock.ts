import type { WorkingTime } from "../calendar/working-time.ts";

export type Phase = "running" | "paused" | "stopped";

/** A stretch of a clock's life, until the next one begins. */
export type Stretch = readonly [fromAt: number, phase: Phase, calendar: string];

/** The memory of one clock; only events move it, what depends on now is read from it. */
export interface Clock {
  readonly startAt: number;
  /** Its present stretch, and those before. The calendar is "" while there is no policy. */
  sinceAt: number;
  phase: Phase;
  calendar: string;
  past: readonly Stretch[];
  /** Working ms counted, and waited, before the present stretch. */
  usedMs: number;
  pausedMs: number;
  /** 0: not applicable. */
  targetMs: number;
  /** A lead's word, which stands against any later target. */
  overrideMs?: number;
  /** Sticks. Noted when the clock next moves, so a clock that is over may not have it yet. */
  breachedAt?: number | undefined;
  /** A raised priority made the time already used too much. */
  breachedByChange?: true | undefined;
  /** An outbound ticket has no first response: it is "live", too. */
  stoppedBy?: Stopper | undefined;
}

export type Stopper = "reply" | "resolved" | "live";
export type Calendars = (name: string) => WorkingTime;

const NONE: readonly Stretch[] = [];

export function newClock(startAt: number): Clock {
  return { startAt, sinceAt: startAt, phase: "running", calendar: "", past: NONE, usedMs: 0, pausedMs: 0, targetMs: 0 };
}

/** Working ms that a clock has been in a phase until an instant of its present stretch. */
export function timeIn(phase: "running" | "paused", clock: Clock, at: number, calendars: Calendars): number {
  const before = phase === "running" ? clock.usedMs : clock.pausedMs;
  if (clock.phase !== phase || !clock.calendar) return before;
  return before + calendars(clock.calendar).elapsed(clock.sinceAt, at);
}

/** Whether time used makes a breach that is not yet noted. Strictly more than the target: an answer before opening is in time when the target ran out at closing. */
export function isNewBreach({ breachedAt, targetMs }: Clock, usedMs: number): boolean {
  return breachedAt === undefined && targetMs > 0 && usedMs > targetMs;
}

/** The earliest instant at which so much time is used: in the past, or when the clock runs on from its present stretch. */
export function usedUpAt(clock: Clock, ms: number, calendars: Calendars): number {
  let left = ms - clock.usedMs;
  let { sinceAt: at, calendar } = clock;
  for (const [fromAt, phase, name] of left > 0 ? [] : [...clock.past].reverse()) {
    if (phase === "running" && name) left += calendars((calendar = name)).elapsed(fromAt, at);
    at = fromAt;
    if (left > 0) break;
  }
  return calendars(calendar).due(at, left);
}

/** Begins another stretch: counts the present one and notes a breach in it. */
export function moveTo(clock: Clock, phase: Phase, at: number, calendars: Calendars): void {
  const usedMs = timeIn("running", clock, at, calendars);
  if (isNewBreach(clock, usedMs)) clock.breachedAt = usedUpAt(clock, clock.targetMs, calendars);
  clock.pausedMs = timeIn("paused", clock, at, calendars);
  clock.usedMs = usedMs;
  if (clock.sinceAt < at) clock.past = [...clock.past, [clock.sinceAt, clock.phase, clock.calendar]];
  clock.sinceAt = at;
  clock.phase = phase;
}
