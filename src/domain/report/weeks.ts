import type { Metric } from "../sla/policy.ts";
import { isMet } from "./attainment.ts";
import { openAt } from "./backlog.ts";
import { elapsed, stoppedIn } from "./durations.ts";
import { clocksOf, type JudgedClock, type TicketFacts } from "./facts.ts";
import { type Figure, quantile, share } from "./figure.ts";
import type { Period, Week } from "./period.ts";

export interface WeekRow {
  readonly week: Week;
  readonly created: number;
  readonly resolved: number;
  readonly reopened: number;
  /** Open at its end, or now; null while it lies ahead. */
  readonly backlog: number | null;
  readonly attainment: Readonly<Record<Metric, Figure>>;
  /** Resolution clocks decided in it. */
  readonly met: number;
  readonly late: number;
  readonly openLate: number;
  readonly firstResponse: Times;
  readonly resolution: Times;
}

export interface Times {
  readonly p50: Figure;
  readonly p75: Figure;
  readonly p90: Figure;
}

/** What happened week by week; the weeks add up to the period. */
export function weekTable(facts: readonly TicketFacts[], period: Period, now: number): WeekRow[] {
  const { weeks } = period;
  const clocks = facts.flatMap(clocksOf);
  const decided = byWeek(clocks, weeks, ({ decidedAt }) => decidedAt);
  const stopped = byWeek(stoppedIn(clocks, period), weeks, ({ clock }) => clock.sinceAt);
  const solvings = facts.flatMap((one) => one.solvings);
  const created = byWeek(facts, weeks, ({ ticket }) => ticket.createdAt);
  const resolved = byWeek(solvings, weeks, ({ at }) => at);
  const reopened = byWeek(solvings, weeks, ({ reopenedAt }) => reopenedAt);
  let open = openAt(facts, period.fromAt - 1).length;
  return weeks.map((week, index) => {
    const of = <T>(groups: readonly T[][]): T[] => groups[index] ?? [];
    const flow = { created: of(created).length, resolved: of(resolved).length, reopened: of(reopened).length };
    open += flow.created - flow.resolved + flow.reopened;
    return {
      week,
      ...flow,
      backlog: week.fromAt > now ? null : open,
      ...judgements(of(decided)),
      ...times(of(stopped)),
    };
  });
}

function judgements(decided: readonly JudgedClock[]) {
  const of = (metric: Metric): JudgedClock[] => decided.filter((one) => one.metric === metric);
  const met = (metric: Metric): Figure => share(of(metric), isMet);
  const breached = of("resolution").filter(({ state }) => state === "breached");
  const late = breached.filter(({ clock }) => clock.phase === "stopped").length;
  return {
    attainment: {
      firstResponse: met("firstResponse"),
      nextResponse: met("nextResponse"),
      resolution: met("resolution"),
    },
    met: of("resolution").length - breached.length,
    late,
    openLate: breached.length - late,
  };
}

function times(stopped: readonly JudgedClock[]) {
  const of = (metric: Metric): Times => {
    const clocks = stopped.filter((one) => one.metric === metric);
    const at = (p: number): Figure => quantile(clocks, p, elapsed);
    return { p50: at(0.5), p75: at(0.75), p90: at(0.9) };
  };
  return { firstResponse: of("firstResponse"), resolution: of("resolution") };
}

/** Members by the week in which an instant of theirs lies; those without one, or outside of all weeks, are left out. */
function byWeek<T>(members: readonly T[], weeks: readonly Week[], atOf: (member: T) => number | null): T[][] {
  const groups = weeks.map((): T[] => []);
  const end = weeks[weeks.length - 1]?.toAt ?? -Infinity;
  for (const member of members) {
    const at = atOf(member);
    if (at === null || at >= end) continue;
    groups[weekIndex(weeks, at)]?.push(member);
  }
  return groups;
}

/** The last week that has begun; -1 before the first. */
function weekIndex(weeks: readonly Week[], at: number): number {
  let [low, high] = [0, weeks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((weeks[middle]?.fromAt ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
