import { figure, Sorted } from "./figure.ts";
import { isWithin, type Span } from "./period.ts";
import type { JudgedClock } from "./report-ticket.ts";

/** Clocks that stopped, for the last time, in a span; those without a target are left out. */
export function stoppedIn(clocks: readonly JudgedClock[], span: Span): JudgedClock[] {
  return clocks.filter(({ state, stoppedAt }) => state !== "na" && isWithin(stoppedAt, span));
}

export const elapsed = ({ elapsedMs }: JudgedClock): number => elapsedMs;
/** As the requester feels it, nights, waiting and solved times included. */
const wall = ({ stoppedAt, startAt }: JudgedClock): number => (stoppedAt ?? startAt) - startAt;

/** Of the first responses that came in a span. */
export function firstResponseTimes(firsts: readonly JudgedClock[]) {
  const [working, felt] = [new Sorted(firsts, elapsed), new Sorted(firsts, wall)];
  return {
    firstResponseMedian: working.quantile(0.5),
    firstResponseP90: working.quantile(0.9),
    firstResponseWallMedian: felt.quantile(0.5),
    firstResponseWallP90: felt.quantile(0.9),
  };
}

/** Of the last solvings in a span. */
export function resolutionTimes(solved: readonly JudgedClock[]) {
  const [working, felt] = [new Sorted(solved, elapsed), new Sorted(solved, wall)];
  const pausedMs = solved.reduce((sum, one) => sum + one.pausedMs, 0);
  const spentMs = working.sum + pausedMs;
  return {
    resolutionMedian: working.quantile(0.5),
    resolutionP75: working.quantile(0.75),
    resolutionP90: working.quantile(0.9),
    resolutionMean: working.mean(),
    resolutionWallMedian: felt.quantile(0.5),
    resolutionWallP90: felt.quantile(0.9),
    resolutionWallMean: felt.mean(),
    waitingShare: figure(spentMs > 0 ? solved : [], () => pausedMs / spentMs),
  };
}

/** By how much late clocks were over, or are by now. */
export function overruns(breached: readonly JudgedClock[]) {
  const over = new Sorted(breached, ({ elapsedMs, targetMs }) => elapsedMs - targetMs);
  return { overrunMedian: over.quantile(0.5), overrunP90: over.quantile(0.9) };
}
