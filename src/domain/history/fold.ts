import { categoryOf } from "./category.ts";
import { type Fields, savedForm, type Saved } from "../ticket/content.ts";
import type { Status } from "../ticket/field.ts";
import type { TicketState } from "../ticket/ticket.ts";
import { SAID, type TicketEvent, type Writable } from "./event.ts";

/** A state that is moved on from event to event in its place. */
export type MovingState = Writable<Omit<TicketState, "fields">> & { readonly fields: Record<string, Saved> };

/** The ticket after one more event. Events of a ticket must come in the order of their seq. */
export function fold(before: TicketState | undefined, event: TicketEvent, statuses: readonly Status[]): MovingState {
  const after = before ? copyOf(before) : begun(event);
  moveOn(after, event, statuses);
  return after;
}

/** The same in place, for a reader of all of History: a new state for each of its events would be its dearest step. */
export function moveOn(state: MovingState, event: TicketEvent, statuses: readonly Status[]): void {
  state.seq = event.seq;
  setFields(state.fields, event.set);
  if (event.type !== "warned") {
    state.updatedAt = event.recordedAt; // a warning updates nothing
    state.updatedBy = event.actor;
  }
  if ("status" in event.set) setInstants(state, event, statuses);
  if (event.told) state.told = [...(state.told ?? []), ...event.told];
  if (event.type === "deleted") state.deletedAt = event.occurredAt;
  else if (state.deletedAt !== undefined) delete state.deletedAt;
}

function begun({ ticketId, seq, occurredAt, recordedAt, actor }: TicketEvent): MovingState {
  return { id: ticketId, seq, fields: {}, createdAt: occurredAt, updatedAt: recordedAt, updatedBy: actor };
}

/** Without what foldTicket tells anew: clocks and counts. Written out, since a spread costs several times as much. */
function copyOf(state: TicketState): MovingState {
  const { id, seq, fields, createdAt, updatedAt, updatedBy, resolvedAt, closedAt, told } = state;
  const copy: MovingState = { id, seq, fields: { ...fields }, createdAt, updatedAt, updatedBy };
  if (resolvedAt !== undefined) copy.resolvedAt = resolvedAt;
  if (closedAt !== undefined) copy.closedAt = closedAt;
  if (told) copy.told = told;
  return copy;
}

function setFields(fields: Record<string, Saved>, set: Fields): void {
  for (const key of Object.keys(set)) {
    if (key === SAID) continue;
    const content = set[key] ?? "";
    if (content === "") delete fields[key];
    else fields[key] = savedForm(content);
  }
}

/** When the ticket was last resolved and closed; a reopened ticket is neither. */
function setInstants(state: MovingState, event: TicketEvent, statuses: readonly Status[]): void {
  const category = categoryOf(event, statuses);
  const isClosed = category === "closed";
  const { occurredAt } = event;
  if (category === "resolved") state.resolvedAt = occurredAt;
  else if (isClosed) state.resolvedAt ??= occurredAt;
  else if (state.resolvedAt !== undefined) delete state.resolvedAt;
  if (isClosed) state.closedAt = occurredAt;
  else if (state.closedAt !== undefined) delete state.closedAt;
}
