import { decidedIn } from "./attainment.ts";
import { clocksOf, type TicketFacts } from "./facts.ts";
import { isWithin, type Span } from "./period.ts";

export interface ParetoRow {
  readonly category: string;
  readonly count: number;
  /** Of all, this category and the larger ones together. */
  readonly cumulativeShare: number;
}

/** Clocks breached in a span by category, the largest first. */
export function breachesByCategory(facts: readonly TicketFacts[], span: Span): ParetoRow[] {
  const breached = decidedIn(facts.flatMap(clocksOf), span).filter(({ state }) => state === "breached");
  return pareto(breached.map(({ ticket }) => ticket.category));
}

/** Reopenings in a span by category, the largest first. */
export function reopeningsByCategory(facts: readonly TicketFacts[], span: Span): ParetoRow[] {
  return pareto(
    facts.flatMap(({ ticket, solvings }) =>
      solvings.filter(({ reopenedAt }) => isWithin(reopenedAt, span)).map(() => ticket.category),
    ),
  );
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
