import { openAt } from "./backlog.ts";
import { type Measure, quantilesOf } from "./figure.ts";
import { addTo, noTallies, type Shares, sharesOf, type Tallies, type Tally, tallyOf } from "./groups.ts";
import type { Happened } from "./happened.ts";
import type { Period, Week } from "./period.ts";
import type { JudgedClock, ReportTicket } from "./report-ticket.ts";

export interface WeekRow {
  readonly week: Week;
  readonly created: number;
  readonly resolved: number;
  readonly reopened: number;
  /** Open at its end, or now; null while it lies ahead. */
  readonly backlog: number | null;
  readonly attainment: Shares;
  readonly byPriority: ReadonlyMap<string, Tally>;
  /** Resolution clocks decided in it. */
  readonly met: number;
  readonly late: number;
  readonly openLate: number;
  readonly firstResponse: Times;
  readonly resolution: Times;
}

export interface Times {
  readonly p50: Measure;
  readonly p75: Measure;
  readonly p90: Measure;
}

/** What happened week by week; the weeks add up to the period. */
export function weekTable({ tickets, decided, stopped }: Happened, period: Period, now: number): WeekRow[] {
  const { weeks } = period;
  const flow = flowOf(tickets, weeks);
  const judged = judgements(decided, weeks);
  const [firsts, resolutions] = [times(stopped.firstResponse, weeks), times(stopped.resolution, weeks)];
  let open = openAt(tickets, period.fromAt - 1).length;
  return weeks.flatMap((week, index) => {
    const [verdicts, firstResponse, resolution] = [judged[index], firsts[index], resolutions[index]];
    const [created = 0, resolved = 0, reopened = 0] = flow.map((counts) => counts[index] ?? 0);
    if (!verdicts || !firstResponse || !resolution) return [];
    open += created - resolved + reopened;
    const { tallies, byPriority, openLate } = verdicts;
    const { n, met } = tallies.resolution;
    return {
      ...{ week, created, resolved, reopened, backlog: week.fromAt > now ? null : open },
      ...{ attainment: sharesOf(tallies), byPriority, met, late: n - met - openLate, openLate },
      ...{ firstResponse, resolution },
    };
  });
}

/** How many tickets came, were solved, and were opened again in each week. */
function flowOf(tickets: readonly ReportTicket[], weeks: readonly Week[]): [number[], number[], number[]] {
  const zeros = (): number[] => weeks.map(() => 0);
  const [created, resolved, reopened] = [zeros(), zeros(), zeros()];
  const count = (counts: number[], at: number | null): void => {
    const index = at === null ? -1 : weekIndex(weeks, at);
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  };
  for (const { createdAt, solvings } of tickets) {
    count(created, createdAt);
    for (const solving of solvings) {
      count(resolved, solving.at);
      count(reopened, solving.reopenedAt);
    }
  }
  return [created, resolved, reopened];
}

interface Judgements {
  readonly tallies: Tallies;
  readonly byPriority: Map<string, Tally>;
  openLate: number;
}

/** Counted, not kept: there are hundreds of thousands of them. */
function judgements(decided: readonly JudgedClock[], weeks: readonly Week[]): Judgements[] {
  const rows = weeks.map((): Judgements => ({ tallies: noTallies(), byPriority: new Map(), openLate: 0 }));
  for (const clock of decided) {
    const row = rows[weekIndex(weeks, clock.decidedAt ?? -Infinity)];
    if (!row) continue;
    addTo(row.tallies[clock.metric], clock);
    addTo(tallyOf(row.byPriority, clock.ticket.priority), clock);
    if (clock.metric === "resolution" && clock.state !== "met" && clock.stoppedAt === null) row.openLate++;
  }
  return rows;
}

/** How long the clocks took that stopped in each week. */
function times(stopped: readonly JudgedClock[], weeks: readonly Week[]): Times[] {
  const taken = weeks.map((): number[] => []);
  for (const { stoppedAt, elapsedMs } of stopped) taken[weekIndex(weeks, stoppedAt ?? -Infinity)]?.push(elapsedMs);
  return taken.map((values) => {
    const quantile = quantilesOf(Float64Array.from(values));
    return { p50: quantile(0.5), p75: quantile(0.75), p90: quantile(0.9) };
  });
}

/** The last week that has begun; -1 before the first and after the last. */
function weekIndex(weeks: readonly Week[], at: number): number {
  if (at >= (weeks[weeks.length - 1]?.toAt ?? -Infinity)) return -1;
  let [low, high] = [0, weeks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((weeks[middle]?.fromAt ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
