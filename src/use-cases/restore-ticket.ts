import { Problem } from "../domain/problem.ts";
import type { Desk } from "./desk.ts";

/** Gives a deleted ticket a row again, with everything that History knows of it. */
export function restoreTicket(desk: Desk, ticketId: string, requestId: string): void {
  if (desk.tickets.ticketOfRequest(requestId) || desk.tickets.known.rowsShowing(ticketId).length > 0)
    return desk.record([]);
  const told = desk.tickets.contentsFromHistory(ticketId);
  if (!told) throw new Problem("not-found", `History knows no ticket ${ticketId || "without a number"}.`);
  const { state, contents } = told;
  const event = {
    ...{ ticketId, type: "restored" as const, occurredAt: desk.now, ...desk.author },
    ...{ previous: state.seq, set: {}, requestId },
  };
  desk.record([{ rowNumber: undefined, ticketId, before: state, event, putBack: [], contents }]);
}
