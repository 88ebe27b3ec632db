import type { Clock } from "./clock.ts";
import type { PolicyRef } from "./event.ts";
import type { Metric } from "./policy.ts";

/**
 * The clocks of a ticket after its events: what a row keeps. It changes with events only; deadlines and verdicts follow
 * from it and an instant.
 */
export interface Clocks {
  /** The last event folded. */
  seq: number;
  lastAt: number;
  priority: string;
  isVip: boolean;
  policy?: PolicyRef;
  /** `id@version` of the calendar restated last, or "". */
  readonly restated: string;
  /** Merged or spam: no clock applies any more. */
  isCancelled?: true;
  readonly firstResponse: Clock;
  /** Next-response cycles; only the last may run. */
  readonly cycles: Clock[];
  readonly resolution: Clock;
  reopens: number;
  overrides: number;
  /** The first solving, for reports; the resolution's own result is that of the last. */
  firstStop?: { readonly at: number; readonly usedMs: number; readonly breachedAt?: number | undefined } | undefined;
}

/** The clock that a metric means now; of the cycles the last. */
export function clockOf(clocks: Clocks, metric: Metric): Clock | undefined {
  return metric === "nextResponse" ? clocks.cycles[clocks.cycles.length - 1] : clocks[metric];
}
