import { MINUTE } from "../calendar/local-time.ts";
import type { ExactLine, Line } from "./lines.ts";

/** What is shown of a clock's figures in whole minutes: its stretches add up to `counted` and `paused`, and target − counted = left. */
export interface ShownMinutes {
  readonly target: number;
  readonly counted: number;
  readonly paused: number;
  /** Negative when over; null where nothing is promised. */
  readonly left: number | null;
}

export function shownMinutes({
  targetMs,
  elapsedMs,
  pausedMs,
  remainingMs,
}: {
  readonly targetMs: number;
  readonly elapsedMs: number;
  readonly pausedMs: number;
  readonly remainingMs: number | null;
}): ShownMinutes {
  const left = remainingMs === null ? null : minutesLeft(targetMs, elapsedMs);
  return { target: wholeMinutes(targetMs), counted: wholeMinutes(elapsedMs), paused: wholeMinutes(pausedMs), left };
}

/** What is shown to be left of a target beside the time used. */
export const minutesLeft = (targetMs: number, elapsedMs: number): number =>
  wholeMinutes(targetMs) - wholeMinutes(elapsedMs);

/**
 * The lines with the minutes to show of each: by how much the rounded running total of its kind grows in it. So shown lines add up to the rounded
 * total, the parts of one to it, and none is off by a whole minute.
 */
export function withMinutes(lines: readonly ExactLine[]): Line[] {
  const totals = new Map<Line["kind"], number>();
  const shown = ({ parts: exact, ...line }: ExactLine): Line => {
    if (exact) {
      const parts = exact.map(shown);
      return { ...line, parts, minutes: parts.reduce((sum, { minutes }) => sum + minutes, 0) };
    }
    const before = totals.get(line.kind) ?? 0;
    const after = before + line.workingMs;
    totals.set(line.kind, after);
    return { ...line, minutes: wholeMinutes(after) - wholeMinutes(before) };
  };
  return lines.map(shown);
}

/** Rounded down, negative ones too: a difference of two is never a whole minute off. */
const wholeMinutes = (ms: number): number => Math.floor(ms / MINUTE);
