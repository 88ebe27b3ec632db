import type { Interval } from "../calendar/opening.ts";
import type { Calendars, Clock, Phase } from "../sla/clock.ts";

/** A stretch of time and what it meant to a clock. */
export interface Segment {
  readonly kind: "counted" | "paused" | "solved" | "out of hours";
  readonly fromAt: number;
  readonly toAt: number;
  /** Working ms in it. Those of the counted segments add up to the clock's elapsed time, of the paused to its pause. */
  readonly workingMs: number;
  /** The rule behind it, for a person. */
  readonly because: string;
}

const REASONS: Readonly<Record<Segment["kind"], string>> = {
  counted: "Opening hours: the time counts.",
  paused: "Waiting for somebody else: the clock stands still.",
  solved: "Solved, until it was opened again: not counted.",
  "out of hours": "Closed: no opening hours, or a holiday.",
};

/** The life of a clock until an instant, without gaps, segment by segment. */
export function explainClock(clock: Clock, now: number, calendars: Calendars): Segment[] {
  const stretches = [...clock.past, [clock.sinceAt, clock.phase, clock.calendar] as const];
  return stretches.flatMap(([fromAt, phase, calendar], index) => {
    const next = stretches[index + 1];
    const toAt = next ? next[0] : phase === "stopped" ? fromAt : now;
    const working = calendar && fromAt < toAt ? calendars(calendar).intervals(fromAt, toAt) : [];
    return fromAt < toAt ? segmentsOf(phase, [fromAt, toAt], working) : [];
  });
}

function segmentsOf(phase: Phase, [fromAt, toAt]: Interval, working: readonly Interval[]): Segment[] {
  const workingMs = working.reduce((sum, [start, end]) => sum + end - start, 0);
  if (phase !== "running") return [segment(phase === "paused" ? "paused" : "solved", fromAt, toAt, workingMs)];
  const segments: Segment[] = [];
  let at = fromAt;
  for (const [start, end] of working) {
    if (at < start) segments.push(segment("out of hours", at, start, 0));
    segments.push(segment("counted", start, end, end - start));
    at = end;
  }
  if (at < toAt) segments.push(segment("out of hours", at, toAt, 0));
  return segments;
}

function segment(kind: Segment["kind"], fromAt: number, toAt: number, workingMs: number): Segment {
  return { kind, fromAt, toAt, workingMs, because: REASONS[kind] };
}
