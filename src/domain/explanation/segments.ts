import type { Interval } from "../calendar/opening.ts";
import type { Calendars, Clock, Phase } from "../sla/clock.ts";

/** A stretch of time and what it meant to a clock. */
export interface Segment {
  readonly kind: "counted" | "paused" | "solved" | "closed";
  readonly fromAt: number;
  readonly toAt: number;
  /** Working ms in it. Those of the counted segments add up to the clock's elapsed time, of the paused to its pause. */
  readonly workingMs: number;
  /** The calendar that counts; "" while there was no promise. */
  readonly calendar: string;
}

/** The life of a clock until an instant, without gaps: stretch by stretch, each of them segment by segment. */
export function stretchesOf(clock: Clock, now: number, calendars: Calendars): Segment[][] {
  const stretches = [...clock.past, [clock.sinceAt, clock.phase, clock.calendar] as const];
  return stretches.flatMap(([fromAt, phase, calendar], index) => {
    const next = stretches[index + 1];
    const toAt = next ? next[0] : phase === "stopped" ? fromAt : now;
    const working = calendar && fromAt < toAt ? calendars(calendar).intervals(fromAt, toAt) : [];
    return fromAt < toAt ? [segmentsOf(phase, calendar, { span: [fromAt, toAt], working })] : [];
  });
}

function segmentsOf(
  phase: Phase,
  calendar: string,
  { span: [fromAt, toAt], working }: { span: Interval; working: readonly Interval[] },
): Segment[] {
  const workingMs = working.reduce((sum, [start, end]) => sum + end - start, 0);
  if (phase !== "running")
    return [{ kind: phase === "paused" ? "paused" : "solved", fromAt, toAt, workingMs, calendar }];
  const segments: Segment[] = [];
  let at = fromAt;
  for (const [start, end] of working) {
    if (at < start) segments.push({ kind: "closed", fromAt: at, toAt: start, workingMs: 0, calendar });
    segments.push({ kind: "counted", fromAt: start, toAt: end, workingMs: end - start, calendar });
    at = end;
  }
  if (at < toAt) segments.push({ kind: "closed", fromAt: at, toAt, workingMs: 0, calendar });
  return segments;
}
