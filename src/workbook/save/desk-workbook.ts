import type { ChainEnd } from "../../domain/history/encode.ts";
import type { FoldRules } from "../../domain/deadline/fold-ticket.ts";
import type { TicketEvent } from "../../domain/history/event.ts";
import type { SlaSettings } from "../../domain/sla-settings/sla-settings.ts";
import { type Fields, sameContent } from "../../domain/ticket/content.ts";
import type { KnownTickets } from "../../domain/ticket/identity.ts";
import type { DeskSettings } from "../../domain/ticket/settings.ts";
import type { Author, TicketState } from "../../domain/ticket/ticket.ts";
import type { TypedEdit } from "../../domain/ticket/typed-meanwhile.ts";
import { RowsMoved, type RowRecord, type RowSpan, type TicketRow, type TicketRows } from "../../use-cases/desk.ts";
import type { WallClock } from "../cell.ts";
import { ColumnMemory } from "../column-memory.ts";
import { ConversationSheet, isSaid } from "../conversation-sheet.ts";
import type { SlaView } from "../derived-cells.ts";
import { HistorySheet } from "../history-sheet.ts";
import type { Layout } from "../layout.ts";
import { type Memory, readColumns, readHead } from "../memory.ts";
import type { Settled } from "../settle-columns.ts";
import { TicketsSheet } from "../tickets-sheet.ts";
import { Acknowledged } from "./acknowledged.ts";
import { DeskFacts } from "./desk-facts.ts";
import { encodeRecords } from "./encode-records.ts";
import { HistoryEnd, type Tail } from "./history-end.ts";
import { Knowledge } from "./knowledge.ts";
import { RowReader } from "./row-reader.ts";
import { RowSaver } from "./row-saver.ts";
import type { SavedRow } from "./row-writer.ts";
import { noteStraysOf } from "./strays-of-killed-run.ts";
import type { Tries } from "./tries.ts";
import { Unfinished } from "./unfinished.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface DeskContext {
  readonly now: number;
  readonly window: number;
  readonly settings: DeskSettings;
  readonly sla: SlaSettings;
  readonly rules: FoldRules;
  readonly author: Author;
  readonly memory: Memory;
  readonly clock: () => WallClock;
  /** The present instant, epoch ms; `now` is when the run began. */
  readonly instant: () => number;
  readonly tries: Tries;
}

/** Set where a large save left the SLA columns as they were; the timer keeps the row there that it goes on with. */
export const SLA_STALE = "slaStale";

/** The desk's sheets in one run that holds the lock; how a save goes, and why so, is told in README.md beside this file. */
export class DeskWorkbook implements TicketRows {
  readonly tickets: TicketsSheet;
  readonly history: HistorySheet;
  readonly known: KnownTickets;
  readonly tail: Tail;
  private readonly conversation: ConversationSheet | null;
  private readonly knowledge: Knowledge;
  private readonly rows: RowReader;
  private readonly columns: ColumnMemory;
  private readonly acknowledged: Acknowledged;
  private readonly facts: DeskFacts;
  private readonly placed = new Map<string, number>();
  private end: ChainEnd;
  private readonly historyEnd: HistoryEnd;
  private readonly unfinished: Unfinished;
  private readonly saver: RowSaver;
  /** What was said in events that a killed run has left: to be looked for in Conversation, once. */
  private unsaid: readonly TicketEvent[];

  constructor(
    sheets: { readonly tickets: Sheet; readonly history: Sheet; readonly conversation: Sheet | null },
    private readonly context: DeskContext,
    settled: Settled,
  ) {
    const { memory, tries, clock, now } = context;
    const head = readHead(memory);
    this.columns = new ColumnMemory(settled, memory);
    this.tickets = new TicketsSheet(sheets.tickets, settled.layout, clock);
    if (settled.remember) this.tickets.seeHeaderFormulas();
    this.history = new HistorySheet(sheets.history, head?.room);
    this.historyEnd = new HistoryEnd(this.history, head, tries.heard);
    this.conversation = sheets.conversation && new ConversationSheet(sheets.conversation);
    this.tail = this.historyEnd.readTail(context.window);
    this.unsaid = this.tail.unacknowledged.filter(isSaid);
    this.end = this.tail.end;
    this.knowledge = new Knowledge(this.tickets, this.history, { ...context, tail: this.tail });
    const highest = this.knowledge.highestIn(this.tail.unacknowledged);
    const lastNumber = Math.max(head?.lastNumber ?? this.knowledge.highestNumber(), highest);
    this.acknowledged = new Acknowledged(memory, this.historyEnd, { head, end: this.end, lastNumber });
    this.facts = new DeskFacts(context, this.tail, { columns: this.columns, acknowledged: this.acknowledged });
    this.known = this.knowledge.known(() => this.acknowledged.lastNumber);
    const { knowledge, known, tickets, view } = this;
    const { strays } = tries;
    const { unacknowledged } = this.tail;
    const contentsOf = (id: string): Fields => knowledge.contentsFromHistory(id)?.contents ?? {};
    this.rows = new RowReader(tickets, { knowledge, known, strays, now });
    this.saver = new RowSaver(tickets, { ...context, view, seen: this.rows.seen, contentsOf });
    this.unfinished = new Unfinished({
      ...context,
      ...{ tickets, rows: this.rows, known, knowledge, strays, unacknowledged },
    });
    const past = settled.remember && readColumns(memory);
    if (past) noteStraysOf({ tickets, past, unacknowledged, contentsOf }, strays);
  }

  get settings(): DeskSettings {
    return this.context.settings;
  }

  get sla(): SlaSettings {
    return this.context.sla;
  }

  get rules(): FoldRules {
    return this.context.rules;
  }

  get view(): SlaView {
    const { now, rules, settings } = this.context;
    return { now, calendarOf: rules.sla.calendarOf, isSilent: settings.isSilent ?? false };
  }

  read(span: RowSpan): TicketRow[] {
    return this.rows.read(span);
  }

  /** Rows that were read without the lock: see RowReader. */
  adopt(from: Layout, rows: readonly TicketRow[], wanted: readonly TicketRow[]): TicketRow[] {
    return this.rows.adopt(from, rows, wanted);
  }

  /** The row as whoever typed into one of its cells left it: see RowReader. */
  withTyped(row: TicketRow, key: string, edit: TypedEdit): TicketRow {
    return this.rows.withTyped(row, key, edit);
  }

  /** The tickets with these numbers, as History tells them; those it never heard of are left out. */
  statesOf(numbers: readonly number[]): TicketState[] {
    return this.knowledge.statesOf(numbers);
  }

  /** Throws RowsMoved where the columns don't stand where this run has read them: what was not found there may be elsewhere. */
  proveColumns(): void {
    this.saver.proveColumns();
  }

  reserveNumber(): string {
    return this.reserve(1)[0] ?? "";
  }

  giveNumbers(rowNumbers: readonly number[]): string[] {
    const ids = this.reserve(rowNumbers.length);
    this.saver.putNumbers(new Map(rowNumbers.map((rowNumber, index) => [rowNumber, ids[index] ?? ""])));
    return ids;
  }

  clearNumbers(rowNumbers: readonly number[]): void {
    this.saver.putNumbers(new Map(rowNumbers.map((rowNumber) => [rowNumber, ""])));
  }

  ticketOfRequest(requestId: string): string | undefined {
    return requestId ? this.tail.recent.find((event) => event.requestId === requestId)?.ticketId : undefined;
  }

  /** Where the row of a ticket stands that this run wrote, or else where it is found; 0 where it has none. */
  rowWritten(id: string): number {
    return this.placed.get(id) ?? this.known.rowsShowing(id)[0] ?? 0;
  }

  readonly eventsOf = (id: string): TicketEvent[] => this.history.eventsOf(id);

  contentsFromHistory(id: string): { state: TicketState; contents: Fields } | undefined {
    return this.knowledge.contentsFromHistory(id);
  }

  /** The row in which History's last event stands. */
  get lastHistoryRow(): number {
    return this.historyEnd.rows.last;
  }

  /** Saves: events to History, then what was said, then rows; acknowledged last. Throws RowsMoved where others moved rows or columns meanwhile. */
  record(records: readonly RowRecord[]): void {
    if (this.historyEnd.mend()) throw new RowsMoved(); // read again what stands there now
    const { now, rules } = this.context;
    const lost = this.facts.loss(this.end);
    const all = this.facts
      .promises([...this.unfinished.beside(records), ...records])
      .map((record) => this.withOwed(record));
    const withEvents = this.knowledge.withEvents.bind(this.knowledge);
    const encoded = encodeRecords(all, { end: lost[lost.length - 1] ?? this.end, now, rules, withEvents });
    const recorded = [...lost, ...encoded.rows];
    recorded.push(...this.facts.columns(recorded[recorded.length - 1] ?? this.end));
    recorded.push(...this.facts.roles(recorded[recorded.length - 1] ?? this.end));
    if (recorded.length + encoded.saved.length > 0) this.saver.proveColumns();
    if (!this.historyEnd.append(recorded)) throw new RowsMoved();
    this.end = recorded[recorded.length - 1] ?? this.end;
    this.copySaid(encoded.events.filter(isSaid));
    if (encoded.saved.length > 0) this.saveRows(encoded.saved);
    this.facts.keep();
    this.columns.keep(); // first: a kill in between leaves their event unacknowledged, not recorded twice
    this.acknowledged.acknowledge(this.end);
  }

  /** To the Conversation sheet, with what a killed run may have left out. */
  private copySaid(said: readonly TicketEvent[]): void {
    if (!this.conversation) return;
    const left = this.conversation.missing(this.unsaid);
    this.unsaid = [];
    if (!this.conversation.append([...left, ...said])) throw new RowsMoved();
  }

  private saveRows(saved: readonly SavedRow[]): void {
    const { memory } = this.context;
    const { placed, leavesSla } = this.saver.save(saved);
    if (leavesSla && memory.get(SLA_STALE) !== "yes") memory.set(SLA_STALE, "yes");
    for (const { ticketId, rowNumber, state } of placed) {
      if (!state) continue;
      this.placed.set(ticketId, rowNumber);
      this.knowledge.noteSaved(state);
    }
  }

  /** With what the desk owes to the row's cells. */
  private withOwed(record: RowRecord): RowRecord {
    const row = record.rowNumber === undefined ? undefined : this.rows.seen.get(record.rowNumber);
    if (!row?.cells) return record;
    const { cells, fields } = row;
    const owed = Object.keys(fields)
      .filter((key) => !sameContent(fields[key], cells[key]) && !record.putBack.some((put) => put.key === key))
      .map((key) => ({ key, content: record.event?.set[key] ?? fields[key] ?? "" }));
    return { ...record, putBack: [...record.putBack, ...owed] };
  }

  private reserve(count: number): string[] {
    const first = this.acknowledged.reserve(count);
    return Array.from({ length: count }, (_, index) => `${this.context.settings.prefix}${first + index}`);
  }
}
