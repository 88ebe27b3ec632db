import { clocksIn } from "../domain/deadline/fold-ticket.ts";
import { type Mark, untoldAt } from "../domain/deadline/told.ts";
import type { Calendars } from "../domain/sla/clock.ts";
import { THE_DESK, type TicketState } from "../domain/ticket/ticket.ts";
import type { Desk, RowRecord, TicketRow } from "./desk.ts";

/** What is to be written so that rows show their deadlines as of now; with an event where somebody is to be told of one. */
export function judgeDeadlines(
  { now, settings, tickets }: Pick<Desk, "now" | "settings" | "tickets">,
  rows: readonly TicketRow[],
  calendars: Calendars,
): RowRecord[] {
  return rows.flatMap(({ rowNumber, typedId, saved }) => {
    if (saved?.state.id !== typedId) return [];
    const isAtHome = saved.row === rowNumber || tickets.known.rowsShowing(typedId).length === 1; // sorted, not copied
    if (!isAtHome) return [];
    const told = settings.isSilent ? [] : toTell(saved.state, now, calendars);
    const { id, seq: previous } = saved.state;
    const about = { ticketId: id, type: "warned" as const, occurredAt: now, previous, row: rowNumber };
    const event = told.length > 0 ? { ...about, ...THE_DESK, told, set: {} } : undefined;
    return [{ rowNumber, ticketId: id, before: saved.state, event, putBack: [] }];
  });
}

function toTell(state: TicketState, now: number, calendars: Calendars): Mark[] {
  const clocks = clocksIn(state);
  return clocks ? untoldAt({ clocks, told: state.told ?? [] }, now, calendars) : [];
}
