import type { EventType, NewEvent } from "../domain/history/event.ts";
import { decideEdit, type PutBack } from "../domain/ticket/edit-rules.ts";
import { decideIdentities, type Identity } from "../domain/ticket/identity.ts";
import { THE_DESK, type TicketState } from "../domain/ticket/ticket.ts";
import type { Desk, RowRecord, TicketRow } from "./desk.ts";

/**
 * Records every difference between these rows and their saved selves, and puts back what the rules forbid.
 * `ours` names the columns of the desk's own that were typed over: they are written anew.
 */
export function recordEdits(desk: Desk, rows: readonly TicketRow[], ours: readonly string[] = []): { edited: number } {
  const identities = decideIdentities(rows, desk.tickets.known);
  const identified = rows.map((row, index) => ({ row, identity: identities[index] ?? { kind: "nobody" as const } }));
  const strays = identified.filter(({ identity }) => identity.kind === "nobody" && identity.because !== undefined);
  if (strays.length > 0) desk.tickets.clearNumbers(strays.map(({ row }) => row.rowNumber));
  const numbers = numberNewcomers(desk, identified);
  const records: RowRecord[] = [];
  for (const { row, identity } of identified) {
    if (identity.kind === "known") records.push(...recordKnown(desk, row, { ...identity, isTouched: ours.length > 0 }));
    if (identity.kind === "newcomer")
      records.push(recordNewcomer(desk, row, identity.keeps ?? numbers.get(row.rowNumber) ?? ""));
  }
  desk.record(records);
  if (ours.length > 0 && records.length > 0)
    desk.tell(`The desk keeps ${ours.join(", ")} itself: what was typed there was put back.`);
  tellWhy(desk, identified, records);
  return { edited: records.filter(({ event }) => event).length };
}

type Known = Identity & { readonly kind: "known" } & { readonly isTouched: boolean };

type Identified = readonly { readonly row: TicketRow; readonly identity: Identity }[];

function numberNewcomers(desk: Desk, identified: Identified): Map<number, string> {
  const rowNumbers = identified
    .filter(({ identity }) => identity.kind === "newcomer" && !identity.keeps)
    .map(({ row }) => row.rowNumber);
  const ids = rowNumbers.length > 0 ? desk.tickets.giveNumbers(rowNumbers) : [];
  return new Map(rowNumbers.map((rowNumber, index) => [rowNumber, ids[index] ?? ""]));
}

function recordKnown(desk: Desk, row: TicketRow, { state, isMoved, isTouched }: Known): RowRecord[] {
  const { set, putBack } = decideEdit(state, row.fields, desk);
  const all = row.typedId === state.id ? putBack : [...putBack, numberPutBack(row, state)];
  const type: EventType = state.deletedAt ? "restored" : "edited";
  const isEdited = Object.keys(set).length > 0 || type === "restored";
  const news = desk.news(state, row.fields);
  const hasNews = Object.keys(news).length > 0;
  if (!isEdited && !hasNews && all.length === 0 && !isMoved && !isTouched && !row.isBehind) return [];
  const about = { ...eventAbout(desk, state.id, row.rowNumber), previous: state.seq, set, ...news };
  const heard = hasNews ? { ...about, ...THE_DESK, type: "promised" as const } : undefined;
  const event = isEdited ? { ...about, type } : heard;
  return [{ rowNumber: row.rowNumber, ticketId: state.id, before: state, event, putBack: all }];
}

function numberPutBack(row: TicketRow, state: TicketState): PutBack {
  return {
    key: "ticket",
    content: state.id,
    because: `${state.id} keeps its number: "${row.typedId.slice(0, 40)}" was put back.`,
  };
}

function recordNewcomer(desk: Desk, row: TicketRow, ticketId: string): RowRecord {
  const { set, putBack } = decideEdit(undefined, row.fields, desk);
  const event: NewEvent = {
    ...eventAbout(desk, ticketId, row.rowNumber),
    ...desk.promise(set),
    ...{ type: "created", previous: 0, set },
  };
  return { rowNumber: row.rowNumber, ticketId, before: undefined, event, putBack };
}

function eventAbout(desk: Desk, ticketId: string, row: number): Omit<NewEvent, "type" | "previous" | "set"> {
  return { ticketId, occurredAt: desk.now, ...desk.author, row };
}

/** One sentence for one reason, however many rows it concerns. */
function tellWhy(desk: Desk, identified: Identified, records: readonly RowRecord[]): void {
  const reasons = [
    ...records.flatMap(({ putBack }) => putBack.map(({ because }) => because)),
    ...identified.map(({ identity }) => (identity.kind === "known" ? undefined : identity.because)),
  ].filter((because) => because !== undefined);
  const distinct = [...new Set(reasons)];
  if (distinct.length === 0) return;
  const more = distinct.length > 3 ? ` … and ${distinct.length - 3} more.` : "";
  desk.tell(distinct.slice(0, 3).join(" ") + more);
}
