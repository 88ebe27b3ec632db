import { GoneNumbers } from "../domain/ticket/gone-numbers.ts";
import { ticketNumberOf, type TicketState } from "../domain/ticket/ticket.ts";
import type { Desk, RowRecord } from "./desk.ts";

/** Found by the numbers: every ticket that has been given a number stands in a row, or is known to be gone. */
export interface NumberCensus {
  readonly gone: GoneNumbers;
  /** Tickets that had a row and have none any more. */
  readonly deleted: readonly TicketState[];
  /** Tickets known as deleted that stand in a row again (a person's undo). */
  readonly returned: readonly string[];
}

/** Compares the numbers on the sheet with those ever given. `lookUp` asks History about many tickets at once. */
export function takeCensus(
  ids: readonly string[],
  {
    gone,
    lastNumber,
    lookUp,
  }: { gone: GoneNumbers; lastNumber: number; lookUp: (numbers: readonly number[]) => TicketState[] },
): NumberCensus {
  const present = new Map(ids.map((id) => [ticketNumberOf(id), id]));
  const missing: number[] = [];
  const returned: string[] = [];
  for (let number = 1; number <= lastNumber; number++) {
    const id = present.get(number);
    if (id !== undefined && gone.has(number)) returned.push(id);
    if (id === undefined && !gone.has(number)) missing.push(number);
  }
  for (const id of returned) gone.delete(ticketNumberOf(id) ?? 0);
  for (const number of missing) gone.add(number);
  const deleted = missing.length > 0 ? lookUp(missing).filter((state) => !state.deletedAt) : [];
  return { gone, deleted, returned };
}

/** Records that the rows of these tickets are gone; they stay in History and can be restored. */
export function recordDeletions(desk: Desk, deleted: readonly TicketState[]): void {
  const records = deleted.map((state): RowRecord => {
    const event = {
      ticketId: state.id,
      type: "deleted" as const,
      occurredAt: desk.now,
      ...desk.author,
      previous: state.seq,
      set: {},
    };
    return { rowNumber: undefined, ticketId: state.id, before: state, event, putBack: [] };
  });
  desk.record(records);
}
