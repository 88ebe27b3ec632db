import { Problem } from "../domain/problem.ts";
import { type Fields, shown } from "../domain/ticket/content.ts";
import { decideEdit, throwRefusal } from "../domain/ticket/edit-rules.ts";
import type { NewEvent } from "../domain/history/event.ts";
import type { Desk } from "./desk.ts";

/** What somebody tells an agent, or writes in a form. Texts are kept as they are. */
export interface Report {
  readonly fields: Fields;
  /** When it happened, epoch ms, where that was before it was logged. */
  readonly happenedAt: number | undefined;
  /** Whoever asked the agent to log it for somebody else; "" for nobody. */
  readonly onBehalfOf: string;
  /** The same for every try of one submission. */
  readonly requestId: string;
}

/** Logs a ticket and answers with its number; a repeated submission answers with the number it got the first time. */
export function logTicket(desk: Desk, report: Report): { ticketId: string } {
  const before = desk.tickets.ticketOfRequest(report.requestId);
  if (before) {
    desk.record([]);
    return { ticketId: before };
  }
  checkReport(desk, report);
  const decision = decideEdit(undefined, report.fields, desk);
  throwRefusal(decision);
  const ticketId = desk.tickets.reserveNumber();
  const event = { ...createdEvent(desk, report), ...desk.promise(decision.set), ticketId, set: decision.set };
  desk.record([{ rowNumber: undefined, ticketId, before: undefined, event, putBack: decision.putBack }]);
  return { ticketId };
}

function createdEvent(
  { now, author }: Desk,
  { happenedAt, onBehalfOf, requestId }: Report,
): Omit<NewEvent, "ticketId" | "set"> {
  const somebody = onBehalfOf.trim();
  const because = somebody === "" ? {} : { because: `Logged on behalf of ${somebody}.` };
  return { type: "created", occurredAt: happenedAt ?? now, ...author, previous: 0, requestId, ...because };
}

function checkReport(desk: Desk, { fields, happenedAt }: Report): void {
  if (shown(fields["subject"]).trim() === "") {
    throw new Problem("invalid-input", "Say in a line what it is about: a ticket needs a subject.", "subject");
  }
  if (happenedAt !== undefined && happenedAt > desk.now + 60_000) {
    throw new Problem("invalid-input", "It can't have happened in the future: check date and time.", "happenedAt");
  }
}
