import type { Metric } from "../sla/policy.ts";
import { isWithin, type Span } from "./period.ts";
import type { JudgedClock, ReportTicket } from "./report-ticket.ts";
import { addVerdict, noVerdicts, type Verdicts } from "./verdicts.ts";

/** What happened to the clocks of some tickets in a span. */
export interface Happened {
  readonly tickets: readonly ReportTicket[];
  /** A breach counts at once, while its ticket is still open. */
  readonly decided: readonly JudgedClock[];
  /** The same, divided. */
  readonly verdicts: Verdicts;
  /** Those that a lead excluded, so that nothing was decided in the span. */
  readonly excluded: readonly JudgedClock[];
  /** Those that stopped, for the last time; without those that have no target. */
  readonly stopped: Readonly<Record<Metric, readonly JudgedClock[]>>;
}

/** What happened in each of two spans, by one pass over the clocks: a report looks at hundreds of thousands of them. */
export function happenedIn(
  tickets: readonly ReportTicket[],
  [one, other]: readonly [Span, Span],
): [Happened, Happened] {
  const [inOne, inOther] = [nothing(tickets), nothing(tickets)];
  for (const { clocks } of tickets) {
    for (const clock of clocks) {
      sort(clock, one, inOne);
      sort(clock, other, inOther);
    }
  }
  return [inOne, inOther];
}

function sort(clock: JudgedClock, span: Span, happened: ReturnType<typeof nothing>): void {
  if (isWithin(clock.decidedAt, span)) {
    happened.decided.push(clock);
    addVerdict(happened.verdicts, clock);
  }
  if (isWithin(clock.excludedAt, span)) happened.excluded.push(clock);
  if (isWithin(clock.stoppedAt, span) && clock.state !== "na") happened.stopped[clock.metric].push(clock);
}

function nothing(tickets: readonly ReportTicket[]) {
  const stopped: Record<Metric, JudgedClock[]> = { firstResponse: [], nextResponse: [], resolution: [] };
  const decided: JudgedClock[] = [];
  const excluded: JudgedClock[] = [];
  return { tickets, decided, verdicts: noVerdicts(), excluded, stopped };
}
