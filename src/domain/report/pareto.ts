import { isWithin, type Span } from "./period.ts";
import type { JudgedClock, ReportTicket } from "./report-ticket.ts";

export interface ParetoRow {
  readonly category: string;
  readonly count: number;
  /** Of all, this category and the larger ones together. */
  readonly cumulativeShare: number;
}

/** Breaches by category, the largest first. */
export function breachesByCategory(breached: readonly JudgedClock[]): ParetoRow[] {
  return pareto(breached.map(({ ticket }) => ticket.category));
}

/** Reopenings in a span by category, the largest first. */
export function reopeningsByCategory(tickets: readonly ReportTicket[], span: Span): ParetoRow[] {
  const categories: string[] = [];
  for (const { category, solvings } of tickets)
    for (const { reopenedAt } of solvings) if (isWithin(reopenedAt, span)) categories.push(category);
  return pareto(categories);
}

function pareto(categories: readonly string[]): ParetoRow[] {
  const counts = new Map<string, number>();
  for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1);
  let sum = 0;
  return [...counts]
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .map(([category, count]) => {
      sum += count;
      return { category, count, cumulativeShare: sum / categories.length };
    });
}
