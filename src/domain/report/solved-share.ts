import { elapsed } from "./durations.ts";
import { Sorted } from "./figure.ts";
import { isWithin, type Span } from "./period.ts";
import { type JudgedClock, type ReportTicket, resolutionOf } from "./report-ticket.ts";

/** The share of tickets that is solved once so much working time has passed since their creation. */
export interface CurvePoint {
  readonly elapsedMs: number;
  readonly solvedShare: number;
  /** Tickets that were still open, and known about, just before. */
  readonly atRisk: number;
}

/**
 * Kaplan–Meier over the tickets created in a span: open ones count until now and are then unknown. One point for each
 * time at which tickets were solved.
 */
export function solvedCurve(tickets: readonly ReportTicket[], span: Span): CurvePoint[] {
  const clocks: JudgedClock[] = [];
  for (const ticket of tickets) {
    const clock = isWithin(ticket.createdAt, span) ? resolutionOf(ticket) : undefined;
    if (clock && clock.state !== "na") clocks.push(clock);
  }
  const solved = clocks.filter(({ stoppedAt }) => stoppedAt !== null);
  return curve(new Sorted(clocks, elapsed).values, new Sorted(solved, elapsed).values);
}

function curve(times: Float64Array, solved: Float64Array): CurvePoint[] {
  const points: CurvePoint[] = [];
  let [open, earlier] = [1, 0];
  for (let index = 0; index < solved.length;) {
    const elapsedMs = solved[index] ?? 0;
    let end = index;
    while (solved[end] === elapsedMs) end++;
    while ((times[earlier] ?? Infinity) < elapsedMs) earlier++;
    const atRisk = times.length - earlier;
    open *= 1 - (end - index) / atRisk;
    points.push({ elapsedMs, solvedShare: 1 - open, atRisk });
    index = end;
  }
  return points;
}

/** The curve at a time: what the last point before it, or at it, says; 0 before the first. */
export function solvedAt(points: readonly CurvePoint[], elapsedMs: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.elapsedMs ?? Infinity) <= elapsedMs) low = middle + 1;
    else high = middle;
  }
  return points[low - 1]?.solvedShare ?? 0;
}
