import type { HistoryRow } from "../../src/domain/history/chain.ts";
import { encodeEvent } from "../../src/domain/history/encode.ts";
import type { NewEvent } from "../../src/domain/history/event.ts";
import { fold } from "../../src/domain/history/fold.ts";
import { type ShownRow, Verifier, type VerifierPass } from "../../src/domain/history/verifier.ts";
import { asCellHolds } from "../../src/domain/ticket/content.ts";
import { DEFAULT_STATUSES } from "../../src/domain/ticket/field.ts";
import type { TicketState } from "../../src/domain/ticket/ticket.ts";
import { at } from "./at.ts";
import { anEvent, aTicket } from "./tickets.ts";

export const LONG = "long ".repeat(12_000);
export const LONG_ROWS = 5;

function chained(events: readonly NewEvent[]): HistoryRow[] {
  return events.reduce<HistoryRow[]>(
    (rows, event) => [...rows, ...encodeEvent(event, at("Mon 09:00"), rows.at(-1) ?? { seq: 0, hash: "" })],
    [],
  );
}

const created = (id: string, subject: string): NewEvent =>
  anEvent({ ticketId: id, type: "created", set: { subject, status: "Open" } });

/** T-1 and T-2 are open, T-3 is deleted, T-4 has a long text and one field cleared; the desk had a column added. */
export const EVENTS: readonly NewEvent[] = [
  created("T-1", "Printer"), // 1
  created("T-2", "Mail"), // 2
  anEvent({ ticketId: "T-1", previous: 1, set: { status: "Pending", c1: 5 } }), // 3
  created("T-3", "Phone"), // 4
  anEvent({ ticketId: "T-3", type: "deleted", previous: 4 }), // 5
  anEvent({ ticketId: "", type: "configured", set: { columns: "column added" } }), // 6
  anEvent({ ticketId: "T-4", type: "created", set: { subject: "Door", description: LONG, assignee: "ada" } }), // 7 to 11
  anEvent({ ticketId: "T-4", type: "note", previous: 7, set: { assignee: "", said: "Key found" } }), // 12
];
export const HISTORY = chained(EVENTS);

/** A saved self of an event: what else it holds is compared elsewhere. */
export const savedAt = (seq: number): TicketState => aTicket({ seq });

export const ROWS: readonly ShownRow[] = [
  { rowNumber: 2, typedId: "T-2", hasSubject: true, fields: { subject: "Mail", status: "Open" }, saved: savedAt(2) },
  {
    rowNumber: 3,
    typedId: "T-1",
    hasSubject: true,
    fields: { subject: "Printer", status: "Pending", c1: 5 },
    saved: savedAt(3),
  },
  { rowNumber: 4, typedId: "", hasSubject: false, fields: {}, saved: undefined },
  {
    ...{ rowNumber: 5, typedId: "T-4", hasSubject: true, saved: savedAt(12) },
    fields: { subject: "Door", description: asCellHolds(LONG) },
  },
];

export const HEADERS: Readonly<Record<string, string>> = {
  subject: "Subject",
  status: "Status",
  c1: "Cost",
  assignee: "Assignee",
  description: "Description",
};

export function aVerifier(pass: VerifierPass = { checksChain: true }): Verifier {
  return new Verifier(
    { fold: (state, event) => fold(state, event, DEFAULT_STATUSES), selfDifference: () => undefined },
    pass,
  );
}

/** Verifies in so many passes; the columns stand under `HEADERS`. */
export function verify(history: readonly HistoryRow[], rows: readonly ShownRow[], passes = 1): Verifier[] {
  return Array.from({ length: passes }, (_, pass) => {
    const concerns = (id: string): boolean => Number(/\d+$/.exec(id)?.[0] ?? 0) % passes === pass;
    const verifier = aVerifier({ concerns, checksChain: pass === 0 });
    verifier.takeHistory(history);
    verifier.takeRows(rows, (key) => HEADERS[key] ?? "");
    verifier.finish();
    return verifier;
  });
}

export const sentences = (history: readonly HistoryRow[], rows: readonly ShownRow[], passes = 1): string[] =>
  verify(history, rows, passes).flatMap(({ differences }) => differences.map(({ sentence }) => sentence));

/** History as it would be had other events been recorded. */
export const recorded = (change: (event: NewEvent, index: number) => NewEvent): HistoryRow[] =>
  chained(EVENTS.map(change));
export const changedRow = (seq: number, changes: Partial<HistoryRow>): HistoryRow[] =>
  HISTORY.map((row) => (row.seq === seq ? { ...row, ...changes } : row));
export const without = (...seqs: number[]): HistoryRow[] => HISTORY.filter(({ seq }) => !seqs.includes(seq));
export const rowChanged = (rowNumber: number, changes: Partial<ShownRow>): ShownRow[] =>
  ROWS.map((row) => (row.rowNumber === rowNumber ? { ...row, ...changes } : row));
