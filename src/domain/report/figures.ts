import { attainment } from "./attainment.ts";
import { backlog } from "./backlog.ts";
import { firstResponseTimes, overruns, resolutionTimes } from "./durations.ts";
import { clocksOf, type TicketFacts } from "./facts.ts";
import { fixing, work } from "./fixing.ts";
import { flow } from "./flow.ts";
import type { Span } from "./period.ts";

/** Every number that a report says of a span. */
export type Figures = ReturnType<typeof figuresOf>;
export type FigureKey = keyof Figures;

export function figuresOf(facts: readonly TicketFacts[], span: Span, now: number) {
  const clocks = facts.flatMap(clocksOf);
  return {
    ...fixing(facts, span, now),
    ...attainment(clocks, span),
    ...firstResponseTimes(clocks, span),
    ...resolutionTimes(clocks, span),
    ...overruns(clocks, span),
    ...flow(facts, span),
    ...backlog(facts, Math.min(span.toAt - 1, now)),
    ...work(facts, span),
  };
}
