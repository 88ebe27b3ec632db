import { categoryOf } from "./category.ts";
import { type Fields, savedForm, type Saved } from "../ticket/content.ts";
import type { Status } from "../ticket/field.ts";
import type { TicketState } from "../ticket/ticket.ts";
import { SAID, type TicketEvent } from "./event.ts";

/** The ticket after one more event. Events of a ticket must come in the order of their seq. Written out, since spreads would be its dearest steps. */
export function fold(before: TicketState | undefined, event: TicketEvent, statuses: readonly Status[]): TicketState {
  const isUpdate = !before || event.type !== "warned"; // a warning updates nothing
  const after: { -readonly [Key in keyof TicketState]: TicketState[Key] } = {
    id: before ? before.id : event.ticketId,
    seq: event.seq,
    fields: foldFields(before ? before.fields : NO_FIELDS, event.set),
    createdAt: before ? before.createdAt : event.occurredAt,
    updatedAt: isUpdate ? event.recordedAt : before.updatedAt,
    updatedBy: isUpdate ? event.actor : before.updatedBy,
  };
  const { resolvedAt, closedAt } =
    "status" in event.set ? statusInstants(before?.resolvedAt, event, statuses) : (before ?? NO_INSTANTS);
  if (resolvedAt !== undefined) after.resolvedAt = resolvedAt;
  if (closedAt !== undefined) after.closedAt = closedAt;
  const told = event.told ? [...(before?.told ?? []), ...event.told] : before?.told;
  if (told) after.told = told;
  if (event.type === "deleted") after.deletedAt = event.occurredAt;
  return after;
}

const NO_FIELDS: TicketState["fields"] = {};

function foldFields(before: TicketState["fields"], set: Fields): TicketState["fields"] {
  let fields: Record<string, Saved> | undefined;
  for (const key of Object.keys(set)) {
    if (key === SAID) continue;
    fields ??= { ...before };
    const content = set[key] ?? "";
    if (content === "") delete fields[key];
    else fields[key] = savedForm(content);
  }
  return fields ?? before;
}

interface StatusInstants {
  readonly resolvedAt?: number | undefined;
  readonly closedAt?: number | undefined;
}

const NO_INSTANTS: StatusInstants = {};

/** When the ticket was last resolved and closed; a reopened ticket is neither. */
function statusInstants(
  resolvedAt: number | undefined,
  event: TicketEvent,
  statuses: readonly Status[],
): StatusInstants {
  const category = categoryOf(event, statuses);
  const { occurredAt } = event;
  if (category === "resolved") return { resolvedAt: occurredAt };
  if (category === "closed") return { resolvedAt: resolvedAt ?? occurredAt, closedAt: occurredAt };
  return {};
}
