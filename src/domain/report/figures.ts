import { attainment } from "./attainment.ts";
import { backlog } from "./backlog.ts";
import { byMetric, firstResponseTimes, overruns, resolutionTimes, stoppedIn } from "./durations.ts";
import { fixing } from "./fixing.ts";
import { flow } from "./flow.ts";
import type { Span } from "./period.ts";
import type { JudgedClock, ReportTicket } from "./report-ticket.ts";
import { breachedOf, decidedIn, excludedIn, partsOf, verdictsOf } from "./verdicts.ts";
import { work } from "./work.ts";

/** Every number that a report says of a span. */
export type Figures = ReturnType<typeof figuresOf>;
export type FigureKey = keyof Figures;

/** Tickets that figures are computed of, and their clocks in one list. */
export interface Gathered {
  readonly tickets: readonly ReportTicket[];
  readonly clocks: readonly JudgedClock[];
}

export function figuresOf({ tickets, clocks }: Gathered, span: Span, now: number) {
  const verdicts = verdictsOf(decidedIn(clocks, span));
  const stopped = byMetric(stoppedIn(clocks, span));
  return {
    ...fixing(tickets, span, now),
    ...attainment(verdicts, excludedIn(clocks, span)),
    ...firstResponseTimes(stopped.firstResponse),
    ...resolutionTimes(stopped.resolution),
    ...overruns(breachedOf(partsOf(verdicts))),
    ...flow(tickets, span),
    ...backlog(tickets, Math.min(span.toAt - 1, now)),
    ...work(tickets, span),
  };
}
