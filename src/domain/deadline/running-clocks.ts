import type { Clock } from "../sla/clock.ts";
import { clockOf, type Clocks } from "../sla/clocks.ts";
import { type Metric, METRICS } from "../sla/policy.ts";

export interface RunningClock {
  readonly metric: Metric;
  /** Counts next-response cycles from 0. */
  readonly cycle: number;
  readonly clock: Clock;
}

/** The clocks that time still works against. */
export function runningClocks(clocks: Clocks): RunningClock[] {
  return METRICS.flatMap((metric) => {
    const clock = clockOf(clocks, metric);
    if (!clock || clocks.isCancelled || clock.phase !== "running" || !clock.targetMs) return [];
    return [{ metric, cycle: metric === "nextResponse" ? clocks.cycles.length - 1 : 0, clock }];
  });
}
