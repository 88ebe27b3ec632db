import { MINUTE } from "../calendar/local-time.ts";

export const METRICS = ["firstResponse", "nextResponse", "resolution"] as const;
export type Metric = (typeof METRICS)[number];

/** Whole minutes of working time; 0 or none: the clock is not applicable. */
export type TargetMinutes = Readonly<Partial<Record<Metric, number>>>;

/** One version of a promise; once a ticket has it, it never changes. */
export interface PolicyVersion {
  readonly id: string;
  readonly version: number;
  /** First local date of creation that it is for; none: since ever. */
  readonly effectiveFrom?: string;
  readonly calendarId: string;
  /** Where it differs for VIPs. */
  readonly vipCalendarId?: string;
  /** By priority, and by `<priority>+vip`. */
  readonly targets: Readonly<Record<string, TargetMinutes>>;
  /** The tickets it is for; none: all. */
  readonly queues?: readonly string[];
  readonly categories?: readonly string[];
  readonly channels?: readonly string[];
}

/** Target in ms of working time, 0 where there is none. A VIP without an own row has half the time, rounded up to a minute. */
export function targetMs(policy: PolicyVersion, priority: string, isVip: boolean, metric: Metric): number {
  const own = isVip && policy.targets[priority + "+vip"];
  const row = own || policy.targets[priority] || {};
  const minutes = row[metric] || 0;
  return Math.round((isVip && !own ? Math.ceil(minutes / 2) : minutes) * MINUTE);
}
