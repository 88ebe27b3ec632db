import { attainment } from "./attainment.ts";
import { backlog } from "./backlog.ts";
import { firstResponseTimes, overruns, resolutionTimes } from "./durations.ts";
import { fixing } from "./fixing.ts";
import { flow } from "./flow.ts";
import type { Happened } from "./happened.ts";
import type { Span } from "./period.ts";
import { breachedOf, partsOf } from "./verdicts.ts";
import { work } from "./work.ts";

/** Every number that a report says of a span. */
export type Figures = ReturnType<typeof figuresOf>;
export type FigureKey = keyof Figures;

export function figuresOf({ tickets, verdicts, excluded, stopped }: Happened, span: Span, now: number) {
  return {
    ...fixing(tickets, span, now),
    ...attainment(verdicts, excluded),
    ...firstResponseTimes(stopped.firstResponse),
    ...resolutionTimes(stopped.resolution),
    ...overruns(breachedOf(partsOf(verdicts))),
    ...flow(tickets, span),
    ...backlog(tickets, Math.min(span.toAt - 1, now)),
    ...work(tickets, span),
  };
}
