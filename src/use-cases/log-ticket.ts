import { Problem } from "../domain/problem.ts";
import { type Fields, shown } from "../domain/ticket/content.ts";
import { decideEdit, throwRefusal } from "../domain/ticket/edit-rules.ts";
import { isSpoken } from "../domain/ticket/field.ts";
import type { NewEvent } from "../domain/history/event.ts";
import type { Desk } from "./desk.ts";
import { type Happened, whenItHappened } from "./happened-at.ts";

/** What somebody tells an agent, or writes in a form. Texts are kept as they are. */
export interface Report extends Happened {
  readonly fields: Fields;
  /** Whoever asked the agent to log it for somebody else; "" for nobody. */
  readonly onBehalfOf: string;
  /** An agent answered while it was told; counts only where the channel is one on which people speak to each other. */
  readonly isAnsweredLive: boolean;
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
  checkReport(report);
  const decision = decideEdit(undefined, report.fields, desk);
  throwRefusal(decision);
  const about = createdEvent(desk, report);
  const ticketId = desk.tickets.reserveNumber();
  const event = { ...about, ...desk.promise(decision.set), ticketId, set: decision.set };
  desk.record([{ rowNumber: undefined, ticketId, before: undefined, event, putBack: decision.putBack }]);
  return { ticketId };
}

function createdEvent(desk: Desk, report: Report): Omit<NewEvent, "ticketId" | "set"> {
  const somebody = report.onBehalfOf.trim();
  const { occurredAt, because = "" } = whenItHappened(desk, report);
  const reasons = [somebody && `Logged on behalf of ${somebody}.`, because].filter((reason) => reason !== "").join(" ");
  const about = { type: "created" as const, occurredAt, ...desk.author, previous: 0, requestId: report.requestId };
  const isLive = report.isAnsweredLive && isSpoken(shown(report.fields["channel"]));
  return { ...about, ...(isLive && { live: true }), ...(reasons !== "" && { because: reasons }) };
}

function checkReport({ fields }: Report): void {
  if (shown(fields["subject"]).trim() === "") {
    throw new Problem("invalid-input", "Say in a line what it is about: a ticket needs a subject.", "subject");
  }
}
