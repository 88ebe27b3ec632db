import { type CommunicationType, type NewEvent, SAID } from "../domain/history/event.ts";
import { Problem } from "../domain/problem.ts";
import type { Fields } from "../domain/ticket/content.ts";
import { decideEdit, throwRefusal } from "../domain/ticket/edit-rules.ts";
import { statusAfterInbound } from "../domain/ticket/inbound.ts";
import type { TicketState } from "../domain/ticket/ticket.ts";
import { checkConflicts } from "./conflict.ts";
import type { Desk, TicketRow } from "./desk.ts";
import { type Happened, whenItHappened } from "./happened-at.ts";

/** A reply and a call are heard by the requester, a note is not; inbound is what the requester said. */
export type Said = Happened & { readonly kind: CommunicationType; readonly text: string };

export interface UpdateRequest {
  readonly fields: Fields;
  readonly said: Said | undefined;
  /** What the agent saw in the fields to be changed, where that is known. */
  readonly seen?: Readonly<Record<string, string>>;
  readonly requestId: string;
}

/** Changes fields of a ticket and records what was said, in one event, as an agent asks in the sidebar; refuses as a whole, with a sentence. */
export function updateTicket(desk: Desk, row: TicketRow, request: UpdateRequest): void {
  const state = row.saved?.state;
  if (!state) throw new Problem("not-found", "This row is not a ticket yet: fill in its Subject first.");
  if (desk.tickets.ticketOfRequest(request.requestId)) return desk.record([]);
  checkConflicts(desk, row, { fields: request.fields, seen: request.seen ?? {} });
  const said = request.said && request.said.text.trim() !== "" ? request.said : undefined;
  const decision = decideEdit(state, { ...openedBy(desk, state, { ...request, said }), ...request.fields }, desk);
  throwRefusal(decision);
  const { set } = decision;
  if (!said && Object.keys(set).length === 0) return desk.record([]);
  const { requestId } = request;
  const about = { ticketId: state.id, ...desk.author, previous: state.seq, row: row.rowNumber, requestId };
  const event: NewEvent = said
    ? { ...about, type: said.kind, ...whenItHappened(desk, said, state), set: { ...set, [SAID]: said.text.trim() } }
    : { ...about, type: "edited", occurredAt: desk.now, set };
  const shown = Object.entries(set).map(([key, content]) => ({ key, content }));
  desk.record([{ rowNumber: row.rowNumber, ticketId: state.id, before: state, event, putBack: shown }]);
}

/** What the requester says opens a ticket that waits or was solved, unless the agent says otherwise. */
function openedBy(desk: Desk, state: TicketState, { said, fields }: Pick<UpdateRequest, "said" | "fields">): Fields {
  if (said?.kind !== "inbound" || "status" in fields) return {};
  const status = statusAfterInbound(state, desk);
  return status === undefined ? {} : { status };
}
