import { savedForm, type Saved } from "../ticket/content.ts";
import type { Status } from "../ticket/field.ts";
import type { TicketState } from "../ticket/ticket.ts";
import { SAID, type TicketEvent } from "./event.ts";

/** The ticket after one more event. Events of a ticket must come in the order of their seq. */
export function fold(state: TicketState | undefined, event: TicketEvent, statuses: readonly Status[]): TicketState {
  const { resolvedAt, closedAt, deletedAt: _, ...kept } = state ?? blankTicket(event);
  const fields: Record<string, Saved> = { ...kept.fields };
  for (const [key, content] of Object.entries(event.set)) {
    if (key === SAID) continue;
    if (content === "") delete fields[key];
    else fields[key] = savedForm(content);
  }
  return {
    ...kept,
    ...statusInstants({ ...(resolvedAt && { resolvedAt }), ...(closedAt && { closedAt }) }, event, statuses),
    ...(event.type === "deleted" && { deletedAt: event.occurredAt }),
    seq: event.seq,
    fields,
    updatedAt: event.recordedAt,
    updatedBy: event.actor,
  };
}

function blankTicket(event: TicketEvent): TicketState {
  const at = event.occurredAt;
  return { id: event.ticketId, seq: 0, fields: {}, createdAt: at, updatedAt: at, updatedBy: event.actor };
}

type StatusInstants = Pick<TicketState, "resolvedAt" | "closedAt">;

/** When the ticket was last resolved and closed; a reopened ticket is neither. */
function statusInstants(before: StatusInstants, event: TicketEvent, statuses: readonly Status[]): StatusInstants {
  if (!("status" in event.set)) return before;
  const category = statuses.find(({ name }) => name === event.set["status"])?.category;
  if (category === "resolved") return { resolvedAt: event.occurredAt };
  if (category === "closed") return { resolvedAt: before.resolvedAt ?? event.occurredAt, closedAt: event.occurredAt };
  return {};
}
