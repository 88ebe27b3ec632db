import type { TicketEvent } from "../domain/history/event.ts";
import type { GoneNumbers } from "../domain/ticket/gone-numbers.ts";
import { type Author, ticketNumberOf, type TicketState } from "../domain/ticket/ticket.ts";
import type { Desk, RowRecord } from "./desk.ts";

/** Found by the numbers: every ticket that has been given a number stands in a row, or is known to be gone. */
export interface NumberCensus {
  readonly gone: GoneNumbers;
  /** Tickets that had a row and have none any more. */
  readonly deleted: readonly TicketState[];
  /** Who has deleted them: "unknown" where they may be more than one person's doing. */
  readonly deletedBy: string;
  /** Tickets known as deleted that stand in a row again (a person's undo). */
  readonly returned: readonly string[];
}

export interface NumbersGiven {
  readonly gone: GoneNumbers;
  readonly lastNumber: number;
  /** History's last events: whatever `gone` says, a ticket is not known to be gone where the last of them is no deletion. */
  readonly recent: readonly TicketEvent[];
  /** Who is said to have deleted what is found deleted now. */
  readonly by: string;
  /** Asks History about many tickets at once. */
  readonly lookUp: (numbers: readonly number[]) => TicketState[];
}

/** Compares the numbers on the sheet with those ever given. */
export function takeCensus(ids: readonly string[], given: NumbersGiven): NumberCensus {
  const { gone, lastNumber, recent, by, lookUp } = given;
  const present = new Map(ids.map((id) => [ticketNumberOf(id), id]));
  const missing: number[] = [];
  const returned: string[] = [];
  for (const number of aliveIn(recent)) if (!present.has(number)) gone.delete(number);
  for (let number = 1; number <= lastNumber; number++) {
    const id = present.get(number);
    if (id !== undefined && gone.has(number)) returned.push(id);
    if (id === undefined && !gone.has(number)) missing.push(number);
  }
  for (const id of returned) gone.delete(ticketNumberOf(id) ?? 0);
  for (const number of missing) gone.add(number);
  const told = missing.length > 0 ? lookUp(missing) : [];
  const deleted = told.filter(({ deletedAt }) => !deletedAt);
  const deletedBy = stoodTogether(deleted, ids) ? by : "unknown";
  for (const { id, deletedAt, updatedBy } of told) {
    gone.add(ticketNumberOf(id) ?? 0, deletedAt ? updatedBy : deletedBy);
  }
  return { gone, deleted, deletedBy, returned };
}

/**
 * Whether these tickets' rows can have stood one below the other, as rows do that one person deletes at once: Google tells who removed rows, never which,
 * so that somebody else may have removed some of them in the same moment. In a sheet that isn't in the order of its numbers nothing tells.
 */
function stoodTogether(deleted: readonly TicketState[], ids: readonly string[]): boolean {
  if (deleted.length < 2) return true;
  const standing = ids.flatMap((id) => ticketNumberOf(id) ?? []);
  if (standing.some((number, index) => number < (standing[index - 1] ?? 0))) return false;
  const above = deleted.map(({ id }) => standing.filter((number) => number < (ticketNumberOf(id) ?? 0)).length);
  return above.every((count) => count === above[0]);
}

function aliveIn(recent: readonly TicketEvent[]): number[] {
  const lastTypes = new Map(recent.map(({ ticketId, type }) => [ticketNumberOf(ticketId), type]));
  return [...lastTypes].flatMap(([number, type]) => (number === undefined || type === "deleted" ? [] : [number]));
}

/** Records that the rows of these tickets are gone; they stay in History and can be restored. */
export function recordDeletions(desk: Desk, deleted: readonly TicketState[], by: Author = desk.author): void {
  const records = deleted.map((state): RowRecord => {
    const event = {
      ticketId: state.id,
      type: "deleted" as const,
      occurredAt: desk.now,
      ...by,
      previous: state.seq,
      set: {},
    };
    return { rowNumber: undefined, ticketId: state.id, before: state, event, putBack: [] };
  });
  desk.record(records);
}
