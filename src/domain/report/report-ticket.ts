import type { Counts } from "../deadline/counts.ts";
import type { Metric } from "../sla/policy.ts";
import type { ClockState } from "../sla/reading.ts";
import type { Solving } from "./solvings.ts";

/** A ticket as every figure reads it. Instants are epoch ms, durations working ms. */
export interface ReportTicket {
  readonly id: string;
  readonly createdAt: number;
  readonly priority: string;
  readonly queue: string;
  readonly category: string;
  readonly assignee: string;
  readonly channel: string;
  readonly isVip: boolean;
  /** Merged into another, or spam: it counts in no figure. */
  readonly isCancelled: boolean;
  /** Words of leads against its targets. */
  readonly overrides: number;
  readonly counts: Counts | undefined;
  readonly solvings: readonly Solving[];
  /** Solved, and none of its solvings undone within 14 days. */
  readonly isFixed: boolean;
  /** First response, next-response cycles, resolution last; none in a row older than the clocks. */
  readonly clocks: readonly JudgedClock[];
}

/** Flat and all of one shape: a report looks at hundreds of thousands of them. */
export interface JudgedClock {
  readonly ticket: ReportTicket;
  readonly metric: Metric;
  readonly isVip: boolean;
  readonly state: ClockState;
  readonly calendar: string;
  readonly startAt: number;
  readonly stoppedAt: number | null;
  readonly elapsedMs: number;
  readonly pausedMs: number;
  readonly targetMs: number;
  /** When it was met, at its stop, or breached, even if it runs on; null while it is neither. */
  readonly decidedAt: number | null;
  readonly isBreachedByChange: boolean;
  /** Of one that a lead excluded: when it stopped, or now while it runs; it is never decided. */
  readonly excludedAt: number | null;
}

/** The resolution clock, where there is one. */
export function resolutionOf({ clocks }: ReportTicket): JudgedClock | undefined {
  return clocks[clocks.length - 1];
}

/** Which tickets a report is about; what is not said leaves all in. */
export interface Filters {
  readonly queue?: string | undefined;
  readonly category?: string | undefined;
  readonly assignee?: string | undefined;
  readonly isVip?: boolean | undefined;
}

export function isWanted(ticket: ReportTicket, { queue, category, assignee, isVip }: Filters): boolean {
  const isSame = (wanted: string | undefined, has: string): boolean => wanted === undefined || wanted === has;
  if (isVip !== undefined && isVip !== ticket.isVip) return false;
  return isSame(queue, ticket.queue) && isSame(category, ticket.category) && isSame(assignee, ticket.assignee);
}
