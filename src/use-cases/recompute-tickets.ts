import { type RecomputeFrame, recompute } from "../domain/sla-settings/recompute.ts";
import type { Desk, RowRecord, TicketRow } from "./desk.ts";

/** Puts the open tickets among these rows under the policy of today; answers how many. A ticket that is under it already is left alone. */
export function recomputeTickets(desk: Desk, rows: readonly TicketRow[], frame: RecomputeFrame): number {
  const records = rows.flatMap(({ rowNumber, typedId, saved }): RowRecord[] => {
    const state = saved?.state;
    const change = state && !state.deletedAt && typedId === state.id ? recompute(state, frame) : undefined;
    if (!state || !change) return [];
    const about = { ticketId: state.id, previous: state.seq, row: rowNumber, occurredAt: desk.now, set: {} };
    // Whoever asks for it has not worked on the tickets.
    const by = { ...desk.author, role: "system" as const };
    const event = { ...about, ...by, type: "promised" as const, policy: change.policy, because: "Recomputed." };
    return [{ rowNumber, ticketId: state.id, before: state, event, putBack: [] }];
  });
  desk.record(records);
  return records.length;
}
