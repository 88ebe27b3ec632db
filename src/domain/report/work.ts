import { figure } from "./figure.ts";
import { isSolvedIn } from "./fixing.ts";
import type { Span } from "./period.ts";
import type { ReportTicket } from "./report-ticket.ts";

/** Work on the tickets solved in a span, per ticket; tickets of before the counting are left out. */
export function work(tickets: readonly ReportTicket[], span: Span) {
  const solved = tickets.filter((ticket) => ticket.counts && isSolvedIn(ticket, span));
  const { touches, reassignments, escalations, lateLogged } = workOn(solved);
  return {
    touchesEach: figure(solved, () => touches / solved.length),
    reassignmentsEach: figure(solved, () => reassignments / solved.length),
    escalationsEach: figure(solved, () => escalations / solved.length),
    lateLogged: figure(touches > 0 ? solved : [], () => lateLogged / touches),
  };
}

/** What people of the desk did on tickets, all in all. */
export function workOn(tickets: readonly ReportTicket[]) {
  const sums = { touches: 0, reassignments: 0, escalations: 0, lateLogged: 0 };
  for (const { counts } of tickets) {
    if (!counts) continue;
    sums.reassignments += counts[1];
    sums.escalations += counts[2];
    sums.touches += counts[3];
    sums.lateLogged += counts[4];
  }
  return sums;
}
