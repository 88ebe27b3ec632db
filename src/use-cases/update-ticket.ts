import { SAID } from "../domain/history/event.ts";
import { Problem } from "../domain/problem.ts";
import type { Fields } from "../domain/ticket/content.ts";
import { decideEdit, throwRefusal } from "../domain/ticket/edit-rules.ts";
import type { Desk, TicketRow } from "./desk.ts";

export interface UpdateRequest {
  readonly fields: Fields;
  /** An internal note; "" for none. */
  readonly note: string;
  readonly requestId: string;
}

/** Changes fields of a ticket as an agent asks in the sidebar; refuses as a whole, with a sentence. */
export function updateTicket(desk: Desk, row: TicketRow, request: UpdateRequest): void {
  const state = row.saved?.state;
  if (!state) throw new Problem("not-found", "This row is not a ticket yet: fill in its Subject first.");
  if (desk.tickets.ticketOfRequest(request.requestId)) return desk.record([]);
  const decision = decideEdit(state, request.fields, desk);
  throwRefusal(decision);
  const { set } = decision;
  const note = request.note.trim();
  if (note === "" && Object.keys(set).length === 0) return desk.record([]);
  const event = {
    ...{
      ticketId: state.id,
      type: note === "" ? ("edited" as const) : ("note" as const),
      occurredAt: desk.now,
      ...desk.author,
    },
    ...{
      previous: state.seq,
      set: note === "" ? set : { ...set, [SAID]: note },
      row: row.rowNumber,
      requestId: request.requestId,
    },
  };
  const shown = Object.entries(set).map(([key, content]) => ({ key, content }));
  desk.record([{ rowNumber: row.rowNumber, ticketId: state.id, before: state, event, putBack: shown }]);
}
