import { type Fields, savedForm, type Saved } from "../ticket/content.ts";
import type { Status } from "../ticket/field.ts";
import type { TicketState } from "../ticket/ticket.ts";
import { SAID, type TicketEvent } from "./event.ts";

/** The ticket after one more event. Events of a ticket must come in the order of their seq. */
export function fold(state: TicketState | undefined, event: TicketEvent, statuses: readonly Status[]): TicketState {
  const { id, createdAt, fields, resolvedAt, closedAt } = state ?? blankTicket(event);
  const ends = "status" in event.set ? statusInstants(resolvedAt, event, statuses) : { resolvedAt, closedAt };
  const after: { -readonly [Key in keyof TicketState]: TicketState[Key] } = {
    ...{ id, createdAt, seq: event.seq, fields: foldFields(fields, event.set) },
    ...{ updatedAt: event.recordedAt, updatedBy: event.actor },
  };
  if (ends.resolvedAt !== undefined) after.resolvedAt = ends.resolvedAt;
  if (ends.closedAt !== undefined) after.closedAt = ends.closedAt;
  if (event.type === "deleted") after.deletedAt = event.occurredAt;
  return after;
}

function foldFields(before: TicketState["fields"], set: Fields): TicketState["fields"] {
  const keys = Object.keys(set).filter((key) => key !== SAID);
  if (keys.length === 0) return before;
  const fields: Record<string, Saved> = { ...before };
  for (const key of keys) {
    const content = set[key] ?? "";
    if (content === "") delete fields[key];
    else fields[key] = savedForm(content);
  }
  return fields;
}

function blankTicket(event: TicketEvent): TicketState {
  const at = event.occurredAt;
  return { id: event.ticketId, seq: 0, fields: {}, createdAt: at, updatedAt: at, updatedBy: event.actor };
}

interface StatusInstants {
  readonly resolvedAt?: number | undefined;
  readonly closedAt?: number | undefined;
}

/** When the ticket was last resolved and closed; a reopened ticket is neither. */
function statusInstants(
  resolvedAt: number | undefined,
  { set, occurredAt }: TicketEvent,
  statuses: readonly Status[],
): StatusInstants {
  const category = statuses.find(({ name }) => name === set["status"])?.category;
  if (category === "resolved") return { resolvedAt: occurredAt };
  if (category === "closed") return { resolvedAt: resolvedAt ?? occurredAt, closedAt: occurredAt };
  return {};
}
