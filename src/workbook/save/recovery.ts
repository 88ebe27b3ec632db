import type { TicketEvent } from "../../domain/history/event.ts";
import { clocksIn, type FoldRules, foldTicket } from "../../domain/deadline/fold-ticket.ts";
import { type Fields, sameContent } from "../../domain/ticket/content.ts";
import type { TicketState } from "../../domain/ticket/ticket.ts";
import type { RowRecord, RowSpan, TicketRow } from "../../use-cases/desk.ts";
import { spanOf } from "../row-blocks.ts";
import { TICKET_KEY } from "../ticket-columns.ts";

/** Where recovery looks: rows as they stand, and tickets as all of History tells them. */
export interface Places {
  read(span: RowSpan): TicketRow[];
  rowsShowing(id: string): readonly number[];
  allIds(): readonly string[];
  fromHistory(id: string): TicketState | undefined;
  contentsFromHistory(id: string): { readonly state: TicketState; readonly contents: Fields } | undefined;
  /** The row that was added for a ticket, where its number stands in another column than Ticket. */
  unplacedRow(id: string): number | undefined;
}

const WIDEST_HINT = 3000;
const SEARCHES_AT_MOST = 2;

/** What a killed run left undone: the saved selves, and the rows, of tickets whose events no run has acknowledged. */
export function recover(events: readonly TicketEvent[], places: Places, rules: FoldRules): RowRecord[] {
  const byTicket = new Map<string, TicketEvent[]>();
  for (const event of events) {
    if (event.ticketId !== "") byTicket.set(event.ticketId, [...(byTicket.get(event.ticketId) ?? []), event]);
  }
  const rows = findRows(byTicket, places);
  return [...byTicket].flatMap(([ticketId, own]): RowRecord[] => {
    const row = rows.get(ticketId);
    const rest = { ticketId, event: undefined, putBack: [] };
    if (row) return [{ ...rest, rowNumber: row.rowNumber, before: foldOn(row.saved?.state, own, { places, rules }) }];
    const unplaced = places.unplacedRow(ticketId) ?? rowWithoutItsNumber(own, places);
    if (unplaced !== undefined) {
      const putBack = [{ key: TICKET_KEY, content: ticketId }];
      places.read({ first: unplaced, last: unplaced });
      return [{ ...rest, rowNumber: unplaced, before: foldOn(undefined, own, { places, rules }), putBack }];
    }
    // A row that had stood there before was deleted since: the reconciler records that.
    const told = own.some(hadNoRow) ? places.contentsFromHistory(ticketId) : undefined;
    return told ? [{ ...rest, rowNumber: undefined, before: told.state, contents: told.contents }] : [];
  });
}

/** The row in which a ticket was made, where somebody has typed over its number before it had a saved self: it still holds the subject. */
function rowWithoutItsNumber([event]: readonly TicketEvent[], places: Places): number | undefined {
  if (event?.type !== "created" || event.row === undefined) return undefined;
  const [row] = places.read({ first: event.row, last: event.row });
  if (!row?.hasSubject || row.saved || !sameContent(event.set["subject"], row.fields["subject"])) return undefined;
  const isAnothers = row.typedId !== "" && places.fromHistory(row.typedId) !== undefined;
  const standsElsewhere = places.rowsShowing(row.typedId).some((other) => other !== row.rowNumber);
  return isAnothers && !standsElsewhere ? undefined : row.rowNumber;
}

/** A ticket that the desk itself made, or restored, is recorded before it has a row. */
function hadNoRow({ type, source }: TicketEvent): boolean {
  return (type === "created" || type === "restored") && source !== "sheet" && source !== "reconcile";
}

function foldOn(
  saved: TicketState | undefined,
  events: readonly TicketEvent[],
  { places, rules }: { places: Places; rules: FoldRules },
): TicketState | undefined {
  const missed = events.filter(({ seq }) => seq > (saved?.seq ?? 0));
  const [first] = missed;
  if (first && first.previous !== (saved?.seq ?? 0)) return places.fromHistory(first.ticketId);
  const after = missed.reduce((before, event) => foldTicket(before, event, rules), saved);
  return first && after && !clocksIn(after) ? places.fromHistory(first.ticketId) : after;
}

/** By the hints first, since rows seldom move within seconds; then by search, or by one read of the number column. */
function findRows(byTicket: ReadonlyMap<string, readonly TicketEvent[]>, places: Places): Map<string, TicketRow> {
  const found = new Map<string, TicketRow>();
  const keep = (rows: readonly TicketRow[]): void => {
    for (const row of rows) if (byTicket.has(row.typedId) && !found.has(row.typedId)) found.set(row.typedId, row);
  };
  const hints = [...byTicket.values()].flat().flatMap(({ row }) => (row === undefined ? [] : [row]));
  const span = spanOf(hints);
  if (hints.length > 0 && span.last - span.first < WIDEST_HINT) keep(places.read(span));
  const lost = [...byTicket.keys()].filter((id) => !found.has(id));
  for (const rowNumber of rowNumbersOf(lost, places)) keep(places.read({ first: rowNumber, last: rowNumber }));
  return found;
}

function rowNumbersOf(ids: readonly string[], places: Places): number[] {
  if (ids.length <= SEARCHES_AT_MOST) return ids.flatMap((id) => places.rowsShowing(id).slice(0, 1));
  const all = places.allIds();
  return ids.map((id) => all.indexOf(id) + 2).filter((rowNumber) => rowNumber > 1);
}
