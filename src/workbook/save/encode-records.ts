import { clocksIn, type FoldRules, foldTicket } from "../../domain/deadline/fold-ticket.ts";
import { withMeaning } from "../../domain/history/category.ts";
import type { HistoryRow } from "../../domain/history/chain.ts";
import { type ChainEnd, encodeEvent } from "../../domain/history/encode.ts";
import type { NewEvent, TicketEvent } from "../../domain/history/event.ts";
import type { TicketState } from "../../domain/ticket/ticket.ts";
import type { RowRecord } from "../../use-cases/desk.ts";
import type { SavedRow } from "./row-writer.ts";

interface EncodeFrame {
  readonly end: ChainEnd;
  readonly now: number;
  readonly rules: FoldRules;
  /** Tickets with events that are not in History yet, where only all of their events tell the clocks. */
  readonly withEvents: (events: readonly TicketEvent[]) => ReadonlyMap<string, TicketState>;
}

/** What these records add to History, and what they make of their rows. */
export function encodeRecords(
  records: readonly RowRecord[],
  { end, now, rules, withEvents }: EncodeFrame,
): { rows: HistoryRow[]; saved: SavedRow[]; events: TicketEvent[] } {
  const rows: HistoryRow[] = [];
  const events: TicketEvent[] = [];
  const late: TicketEvent[] = [];
  const after = (before: TicketState | undefined, event: NewEvent): TicketState => {
    const added = encodeEvent(event, now, rows[rows.length - 1] ?? end);
    rows.push(...added);
    const recorded = { ...event, seq: added[0]?.seq ?? 0, recordedAt: now };
    events.push(recorded);
    const state = foldTicket(before, recorded, rules);
    if (!clocksIn(state)) late.push(recorded);
    return state;
  };
  const meanings = { statuses: rules.statuses, reopenDays: rules.sla.reopenDays };
  const saved = records.flatMap(({ event, before, contents, isVacated, ...row }): SavedRow[] => {
    const state = event ? after(before, withMeaning(event, before, meanings)) : before;
    if (isVacated) return [{ ...row, ticketId: "", before: undefined, state: undefined, contents: {} }];
    return state && !state.deletedAt ? [{ ...row, before, state, contents: contents ?? event?.set ?? {} }] : [];
  });
  if (late.length === 0) return { rows, saved, events };
  const told = withEvents(late);
  return { rows, events, saved: saved.map((row) => ({ ...row, state: told.get(row.ticketId) ?? row.state })) };
}
