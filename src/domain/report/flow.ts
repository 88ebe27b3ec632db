import { count, figure } from "./figure.ts";
import { isWithin, type Span } from "./period.ts";
import type { ReportTicket } from "./report-ticket.ts";

/** Tickets that came, solvings, and reopenings in a span: a ticket solved twice counts twice. */
export function flow(tickets: readonly ReportTicket[], span: Span) {
  const created = tickets.filter(({ createdAt }) => isWithin(createdAt, span));
  const solved: ReportTicket[] = [];
  const reopened: ReportTicket[] = [];
  for (const ticket of tickets) {
    for (const { at, reopenedAt } of ticket.solvings) {
      if (isWithin(at, span)) solved.push(ticket);
      if (isWithin(reopenedAt, span)) reopened.push(ticket);
    }
  }
  return {
    created: count(created),
    resolved: count(solved),
    reopened: count(reopened),
    clearance: figure(created, () => solved.length / created.length),
    netFlow: { ...count([...created, ...solved]), value: created.length - solved.length },
  };
}
