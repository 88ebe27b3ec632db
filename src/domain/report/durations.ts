import type { JudgedClock } from "./facts.ts";
import { figure, quantile } from "./figure.ts";
import { isWithin, type Span } from "./period.ts";

/** First responses, or last solvings, that came in a span; clocks without a target are left out. */
export function stoppedIn(clocks: readonly JudgedClock[], span: Span): JudgedClock[] {
  return clocks.filter(
    ({ clock, state }) => clock.phase === "stopped" && state !== "na" && isWithin(clock.sinceAt, span),
  );
}

export const elapsed = ({ elapsedMs }: JudgedClock): number => elapsedMs;
/** As the requester feels it, nights, waiting and solved times included. */
const wall = ({ clock }: JudgedClock): number => clock.sinceAt - clock.startAt;

export function firstResponseTimes(clocks: readonly JudgedClock[], span: Span) {
  const stopped = stoppedIn(
    clocks.filter(({ metric }) => metric === "firstResponse"),
    span,
  );
  return {
    firstResponseMedian: quantile(stopped, 0.5, elapsed),
    firstResponseP90: quantile(stopped, 0.9, elapsed),
    firstResponseWallMedian: quantile(stopped, 0.5, wall),
    firstResponseWallP90: quantile(stopped, 0.9, wall),
  };
}

export function resolutionTimes(clocks: readonly JudgedClock[], span: Span) {
  const stopped = stoppedIn(
    clocks.filter(({ metric }) => metric === "resolution"),
    span,
  );
  const sum = (of: (one: JudgedClock) => number): number => stopped.reduce((total, one) => total + of(one), 0);
  const pausedMs = sum(({ clock }) => clock.pausedMs);
  const spentMs = sum(elapsed) + pausedMs;
  return {
    resolutionMedian: quantile(stopped, 0.5, elapsed),
    resolutionP75: quantile(stopped, 0.75, elapsed),
    resolutionP90: quantile(stopped, 0.9, elapsed),
    resolutionMean: figure(stopped, () => sum(elapsed) / stopped.length),
    resolutionWallMedian: quantile(stopped, 0.5, wall),
    resolutionWallP90: quantile(stopped, 0.9, wall),
    resolutionWallMean: figure(stopped, () => sum(wall) / stopped.length),
    waitingShare: figure(spentMs > 0 ? stopped : [], () => pausedMs / spentMs),
  };
}

/** By how much late clocks were over, or are by now; of the breaches in a span. */
export function overruns(clocks: readonly JudgedClock[], span: Span) {
  const breached = clocks.filter((one) => one.state === "breached" && isWithin(one.decidedAt, span));
  const over = ({ elapsedMs, clock }: JudgedClock): number => elapsedMs - clock.targetMs;
  return { overrunMedian: quantile(breached, 0.5, over), overrunP90: quantile(breached, 0.9, over) };
}
