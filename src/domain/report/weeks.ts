import { openAt } from "./backlog.ts";
import { byMetric, elapsed, stoppedIn } from "./durations.ts";
import { type Figure, Sorted } from "./figure.ts";
import type { Gathered } from "./figures.ts";
import { priorityTallies, type Tally } from "./groups.ts";
import type { Period, Week } from "./period.ts";
import type { JudgedClock } from "./report-ticket.ts";
import type { Solving } from "./solvings.ts";
import { type Attainment, attainmentOf, breachedOf, verdictsOf } from "./verdicts.ts";

export interface WeekRow {
  readonly week: Week;
  readonly created: number;
  readonly resolved: number;
  readonly reopened: number;
  /** Open at its end, or now; null while it lies ahead. */
  readonly backlog: number | null;
  readonly attainment: Attainment;
  readonly byPriority: ReadonlyMap<string, Tally>;
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
export function weekTable({ tickets, clocks }: Gathered, period: Period, now: number): WeekRow[] {
  const { weeks } = period;
  const decided = byWeek(clocks, weeks, ({ decidedAt }) => decidedAt);
  const stopped = byWeek(stoppedIn(clocks, period), weeks, ({ stoppedAt }) => stoppedAt);
  const solvings: Solving[] = [];
  for (const ticket of tickets) solvings.push(...ticket.solvings);
  const created = byWeek(tickets, weeks, ({ createdAt }) => createdAt);
  const resolved = byWeek(solvings, weeks, ({ at }) => at);
  const reopened = byWeek(solvings, weeks, ({ reopenedAt }) => reopenedAt);
  let open = openAt(tickets, period.fromAt - 1).length;
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
  const verdicts = verdictsOf(decided);
  const { vip, other } = verdicts.resolution;
  const breached = breachedOf([vip, other]);
  const late = breached.filter(({ stoppedAt }) => stoppedAt !== null).length;
  const met = vip.met.length + other.met.length;
  const byPriority = priorityTallies(decided);
  return { attainment: attainmentOf(verdicts), byPriority, met, late, openLate: breached.length - late };
}

function times(stopped: readonly JudgedClock[]) {
  const { firstResponse, resolution } = byMetric(stopped);
  return { firstResponse: timesOf(firstResponse), resolution: timesOf(resolution) };
}

function timesOf(clocks: readonly JudgedClock[]): Times {
  const all = new Sorted(clocks, elapsed);
  return { p50: all.quantile(0.5), p75: all.quantile(0.75), p90: all.quantile(0.9) };
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
