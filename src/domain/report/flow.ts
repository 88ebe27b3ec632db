import type { TicketFacts } from "./facts.ts";
import { count, type Figure, figure, idsOf } from "./figure.ts";
import { isWithin, type Span } from "./period.ts";

/** Tickets that came, solvings, and reopenings in a span: a ticket solved twice counts twice. */
export function flow(facts: readonly TicketFacts[], span: Span) {
  const created = facts.filter(({ ticket }) => isWithin(ticket.createdAt, span));
  const solved = facts.flatMap((one) => one.solvings.filter(({ at }) => isWithin(at, span)).map(() => one));
  const reopened = facts.flatMap((one) =>
    one.solvings.filter(({ reopenedAt }) => isWithin(reopenedAt, span)).map(() => one),
  );
  const both = [...created, ...solved];
  const netFlow: Figure = { ...count(both), value: created.length - solved.length, ids: () => idsOf(both) };
  return {
    created: count(created),
    resolved: count(solved),
    reopened: count(reopened),
    clearance: figure(created, () => solved.length / created.length),
    netFlow,
  };
}
