import { intlOffsets } from "../domain/calendar/offsets.ts";
import { clocksIn } from "../domain/deadline/fold-ticket.ts";
import type { Mark } from "../domain/deadline/told.ts";
import { isSameAddress } from "../domain/roles/standing.ts";
import type { TicketEvent } from "../domain/history/event.ts";
import { shown } from "../domain/ticket/content.ts";
import { digestsOf } from "../domain/warning/digest.ts";
import type { Person } from "../domain/warning/recipients.ts";
import { tellingsOf, type ToldTicket } from "../domain/warning/told-ticket.ts";
import type { Desk, TicketRow } from "../use-cases/desk.ts";
import type { DeskWorkbook } from "../workbook/save/desk-workbook.ts";
import { findRows } from "../workbook/save/find-rows.ts";
import type { Memory } from "../workbook/memory.ts";
import { bookUrl, sheetOf } from "../workbook/save/open-desk.ts";
import { OutboxSheet } from "../workbook/outbox-sheet.ts";
import { readPeople } from "../workbook/people-sheet.ts";
import { rolesInForce } from "../workbook/roles-memory.ts";
import { A_CHECK } from "./busy.ts";
import { withDesk } from "./with-desk.ts";

const WAIT_MS = 20_000;
const WINDOW = 5000;
/** The last event before those that are still to be told; empty where none is. */
const TO_TELL = "toTell";

export const hasToTell = (memory: Memory): boolean => (memory.get(TO_TELL) ?? "") !== "";

/** The last event before those that are still to be told; undefined where all are told. */
export const toTellFrom = (memory: Memory): number | undefined =>
  hasToTell(memory) ? Number(memory.get(TO_TELL)) : undefined;

/** Says, before they are recorded, that events after this one are to be told: a run that is killed in between leaves that to the next. */
export function noteToTell(memory: Memory, seq: number): void {
  if (!hasToTell(memory)) memory.set(TO_TELL, String(seq));
}

/**
 * Writes the digests of all that was recorded and not told yet into the Outbox. They are written at once, under the seq of the last event that
 * they may be about: after a kill this tells what they already tell. Only one run may do this at a time.
 * `told` are rows that need not be read again.
 */
export function queueDigests(told: readonly TicketRow[]): void {
  const opening = { source: "timer" as const, waitMs: WAIT_MS, waiter: A_CHECK, window: WINDOW, actor: "unknown" };
  withDesk(opening, (desk, workbook, memory) => {
    if (!hasToTell(memory)) return;
    desk.record([]); // rows that a killed run left behind their events come first
    const outbox = new OutboxSheet(sheetOf(memory, "outbox", "Outbox"));
    outbox.mails();
    const { seq: upTo } = workbook.tail.end;
    const after = Math.max(Number(memory.get(TO_TELL)), outbox.lastTold(upTo));
    const tickets = toldTickets(warningsAfter(after, workbook), { desk, workbook, told });
    const mails = tickets.length > 0 ? digestsOf(tickets, deskOf(memory, desk)) : [];
    if (mails.length > 0) outbox.add(mails, { id: String(upTo), now: desk.now });
    memory.set(TO_TELL, "");
  });
}

/** Of so many events that they were not all read at History's end, the others are looked for in all of it: by their seq, since people may have moved rows. */
function warningsAfter(after: number, { tail, history }: DeskWorkbook): TicketEvent[] {
  const isWarning = ({ seq, type }: TicketEvent): boolean => seq > after && type === "warned";
  if (tail.firstSeq <= after + 1) return tail.recent.filter(isWarning);
  const found: TicketEvent[] = [];
  history.eachEvent((event) => {
    if (isWarning(event)) found.push(event);
  });
  return found;
}

function toldTickets(
  events: readonly TicketEvent[],
  { desk, workbook, told: known }: { desk: Desk; workbook: DeskWorkbook; told: readonly TicketRow[] },
): ToldTicket[] {
  const marks = new Map<string, Mark[]>();
  for (const { ticketId, told = [] } of events) marks.set(ticketId, [...(marks.get(ticketId) ?? []), ...told]);
  const rows = new Map(known.map((row) => [row.typedId, row]));
  const unknown = events.filter(({ ticketId }) => !rows.has(ticketId));
  const found = findRows(new Map(unknown.map(({ ticketId, row }) => [ticketId, row])), workbook);
  for (const [ticketId, row] of found) rows.set(ticketId, row);
  return [...marks].flatMap(([ticketId, own]) => {
    const row = rows.get(ticketId);
    const clocks = row?.saved && clocksIn(row.saved.state);
    const tellings = clocks ? tellingsOf(clocks, own, desk.now, workbook.view.calendarOf) : [];
    if (!row || tellings.length === 0) return [];
    const text = (key: string): string => shown(row.fields[key]);
    const people = { requester: text("requester"), requesterName: text("requesterName"), assignee: text("assignee") };
    return [{ ticketId, subject: text("subject"), ...people, tellings }];
  });
}

/** The people of the desk, as those are chosen among them who are mailed: leads only by a role that is in force. */
export function peopleOf(memory: Memory): Person[] {
  const leads = rolesInForce(memory).holders.filter(({ role }) => role === "lead");
  return readPeople(sheetOf(memory, "people", "People")).map(({ email, name }) => {
    return { email, name, isLead: leads.some((lead) => isSameAddress(lead.email, email)) };
  });
}

function deskOf(memory: Memory, { settings: { timeZone } }: Desk): Parameters<typeof digestsOf>[1] {
  const people = peopleOf(memory);
  return { people, owner: memory.get("owner") ?? "", url: bookUrl(), timeZone, offsetMs: intlOffsets(timeZone) };
}
