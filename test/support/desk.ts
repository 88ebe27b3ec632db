import { encodeEvent } from "../../src/domain/history/encode.ts";
import { decodeEvents } from "../../src/domain/history/decode.ts";
import type { HistoryRow } from "../../src/domain/history/chain.ts";
import type { TicketEvent } from "../../src/domain/history/event.ts";
import { fold } from "../../src/domain/history/fold.ts";
import { asCellHolds, type Content, type Fields, type Saved, shown } from "../../src/domain/ticket/content.ts";
import type { KnownTickets } from "../../src/domain/ticket/identity.ts";
import type { TicketState } from "../../src/domain/ticket/ticket.ts";
import type { Desk, RowRecord, RowSpan, TicketRow, TicketRows } from "../../src/use-cases/desk.ts";
import { at } from "./at.ts";
import { AGENT, SETTINGS } from "./tickets.ts";

/** A row of the sheet in memory: what people see, and what it saved of itself. */
interface MemoryRow {
  ticket: string;
  saved: { state: TicketState; row: number } | undefined;
  cells: Record<string, Content>;
}

/** A desk whose sheet and History stand in memory: rows from 2 on, as people type, copy, move and delete them. */
export class MemoryDesk implements Desk, TicketRows {
  readonly settings = SETTINGS;
  readonly tickets = this;
  readonly told: string[] = [];
  readonly history: HistoryRow[] = [];
  readonly rows: MemoryRow[] = [];
  now = at("Mon 09:00");
  author = AGENT;
  lastNumber = 0;

  type(rowNumber: number, cells: Fields): void {
    while (this.rows.length < rowNumber - 1) this.rows.push({ ticket: "", saved: undefined, cells: {} });
    const { ticket, ...fields } = cells;
    if (ticket !== undefined) this.at(rowNumber).ticket = shown(ticket);
    for (const [key, content] of Object.entries(fields)) this.write(rowNumber, key, content);
  }

  copyRow(from: number, to: number): void {
    this.type(to, {});
    this.rows[to - 2] = structuredClone(this.at(from));
  }

  deleteRow(rowNumber: number): void {
    this.rows.splice(rowNumber - 2, 1);
  }

  at(rowNumber: number): MemoryRow {
    const row = this.rows[rowNumber - 2];
    if (!row) throw new Error(`There is no row ${rowNumber}`);
    return row;
  }

  get events(): TicketEvent[] {
    return decodeEvents(this.history).events;
  }

  tell(sentence: string): void {
    this.told.push(sentence);
  }

  /** Nothing: no promise is made here. */
  promise(): Record<string, never> {
    return {};
  }

  /** Nothing: no clock runs here. */
  news(): Record<string, never> {
    return {};
  }

  /** The clock on the wall. */
  workingTimeOf(): { elapsed: (startAt: number, endAt: number) => number } {
    return { elapsed: (startAt, endAt) => endAt - startAt };
  }

  get known(): KnownTickets {
    return {
      prefix: this.settings.prefix,
      lastNumber: this.lastNumber,
      rowsShowing: (id) => this.rows.flatMap(({ ticket }, index) => (ticket === id ? [index + 2] : [])),
      fromHistory: (id) => this.contentsFromHistory(id)?.state,
    };
  }

  /** All rows, or those of a span, each saved self as of its ticket's last event; a cell that was cleared counts as a blank. */
  read({ first, last }: RowSpan = { first: 2, last: this.rows.length + 1 }): TicketRow[] {
    return this.rows.slice(first - 2, last - 1).map(({ ticket, saved: read, cells }, index) => {
      const state = read && this.contentsFromHistory(read.state.id)?.state;
      const saved = read && state && { ...read, state };
      const cleared = Object.keys(saved?.state.fields ?? {}).map((key) => [key, ""] as const);
      const fields = { ...Object.fromEntries(cleared), ...cells };
      return { rowNumber: first + index, typedId: ticket, saved, hasSubject: "subject" in cells, fields };
    });
  }

  giveNumbers(rowNumbers: readonly number[]): string[] {
    return rowNumbers.map((rowNumber) => (this.at(rowNumber).ticket = this.reserveNumber()));
  }

  clearNumbers(rowNumbers: readonly number[]): void {
    for (const rowNumber of rowNumbers) this.at(rowNumber).ticket = "";
  }

  reserveNumber(): string {
    return `${this.settings.prefix}${++this.lastNumber}`;
  }

  ticketOfRequest(requestId: string): string | undefined {
    return this.events.find((event) => event.requestId === requestId)?.ticketId;
  }

  eventsOf(id: string): TicketEvent[] {
    return this.events.filter(({ ticketId }) => ticketId === id);
  }

  contentsFromHistory(id: string): { state: TicketState; contents: Fields } | undefined {
    const own = this.eventsOf(id);
    const folded = own.reduce<TicketState | undefined>((state, event) => this.fold(state, event), undefined);
    return folded && { state: folded, contents: Object.assign({}, ...own.map(({ set }) => set)) as Fields };
  }

  record(records: readonly RowRecord[]): void {
    for (const { rowNumber, ticketId, before, event, putBack, contents } of records) {
      const added = event ? encodeEvent(event, this.now, this.history.at(-1) ?? { seq: 0, hash: "" }) : [];
      this.history.push(...added);
      const state = event ? this.fold(before, { ...event, seq: added[0]?.seq ?? 0, recordedAt: this.now }) : before;
      if (!state || state.deletedAt) continue;
      const row = rowNumber ?? this.rows.length + 2;
      if (rowNumber === undefined) this.type(row, { ticket: ticketId, ...(contents ?? event?.set) });
      for (const { key, content } of putBack) this.write(row, key, content);
      this.at(row).saved = { state, row };
    }
  }

  private fold(state: TicketState | undefined, event: TicketEvent): TicketState {
    return fold(state, event, this.settings.statuses);
  }

  private write(rowNumber: number, key: string, content: Saved): void {
    if (typeof content === "object" && "digest" in content) throw new Error(`${key} can't be written from a digest`);
    const row = this.at(rowNumber);
    if (key === "ticket") row.ticket = shown(content);
    else if (content === "") Reflect.deleteProperty(row.cells, key);
    else row.cells[key] = typeof content === "string" ? asCellHolds(content) : content;
  }
}

/** A desk with one ticket a subject, in rows 2, 3 …, as agents would type them. */
export function aDesk(...subjects: readonly string[]): MemoryDesk {
  const desk = new MemoryDesk();
  subjects.forEach((subject, index) => desk.type(index + 2, { subject, status: "Open", priority: "Medium" }));
  return desk;
}
