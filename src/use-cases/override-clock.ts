import { clocksIn } from "../domain/deadline/fold-ticket.ts";
import { type OverrideProblem, overrideProblem, overridesOf, type OverrideWish } from "../domain/deadline/override.ts";
import type { NewEvent } from "../domain/history/event.ts";
import { Problem, type ProblemKind } from "../domain/problem.ts";
import type { Rules } from "../domain/sla/step.ts";
import type { TicketState } from "../domain/ticket/ticket.ts";
import type { Desk, TicketRow } from "./desk.ts";

export interface OverrideRequest {
  readonly wish: OverrideWish;
  readonly requestId: string;
  /** By which the ticket's clocks are folded. */
  readonly rules: Rules;
}

/** Changes a deadline as a lead decides, or takes that back, with the reason; refuses with a sentence. */
export function overrideClock(desk: Desk, row: TicketRow, { wish, requestId, rules }: OverrideRequest): void {
  const state = row.saved?.state;
  const clocks = state && clocksIn(state);
  if (!clocks) throw new Problem("not-found", "This row has no deadlines that could be changed.");
  if (desk.author.role !== "lead")
    throw new Problem("not-allowed", "Only a lead may change a deadline: see Role in People.");
  if (desk.tickets.ticketOfRequest(requestId)) return desk.record([]);
  const problem = overrideProblem(wish, clocks, { rules, now: desk.now });
  if (problem) throw new Problem(kindOf(problem), problem.sentence, problem.about);
  const about = { ticketId: state.id, previous: state.seq, row: row.rowNumber, requestId, set: {} };
  const by = { ...desk.author, type: "promised" as const, occurredAt: desk.now, because: wish.reason.trim() };
  const event = { ...about, ...by, ...decided(desk, state, wish) };
  desk.record([{ rowNumber: row.rowNumber, ticketId: state.id, before: state, event, putBack: [] }]);
}

const kindOf = ({ about }: OverrideProblem): ProblemKind =>
  about === "reason" || about === "targetMinutes" ? "invalid-input" : "not-allowed";

function decided(
  { tickets, settings }: Desk,
  { id }: TicketState,
  wish: OverrideWish,
): Pick<NewEvent, "override" | "voided"> {
  const { clock, choice, targetMinutes } = wish;
  if (choice !== "back") return { override: [clock, choice === "more" ? targetMinutes : 0] };
  return { voided: [clock, ...overridesOf(tickets.eventsOf(id), wish, settings.statuses)] };
}
