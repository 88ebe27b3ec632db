import type { ChainEnd } from "../../domain/history/encode.ts";
import type { FoldRules } from "../../domain/deadline/fold-ticket.ts";
import type { TicketEvent } from "../../domain/history/event.ts";
import type { SlaSettings } from "../../domain/sla-settings/sla-settings.ts";
import type { KnownTickets } from "../../domain/ticket/identity.ts";
import type { DeskSettings } from "../../domain/ticket/settings.ts";
import type { Fields } from "../../domain/ticket/content.ts";
import type { Author, TicketState } from "../../domain/ticket/ticket.ts";
import { RowsMoved, type RowRecord, type RowSpan, type TicketRow, type TicketRows } from "../../use-cases/desk.ts";
import type { WallClock } from "../cell.ts";
import { Acknowledged } from "./acknowledged.ts";
import { ColumnMemory } from "../column-memory.ts";
import type { SlaView } from "../derived-cells.ts";
import { DeskFacts } from "./desk-facts.ts";
import { ConversationSheet, isSaid } from "../conversation-sheet.ts";
import { encodeRecords } from "./encode-records.ts";
import { HistorySheet, type Tail } from "../history-sheet.ts";
import { Knowledge } from "./knowledge.ts";
import type { Layout } from "../layout.ts";
import { type Memory, readHead } from "../memory.ts";
import { recover } from "./recovery.ts";
import { RowWriter, type SavedRow } from "./row-writer.ts";
import { readLayout, type Settled, stillStands } from "../settle-columns.ts";
import { TicketsSheet } from "../tickets-sheet.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface DeskFrame {
  readonly now: number;
  readonly window: number;
  readonly settings: DeskSettings;
  readonly sla: SlaSettings;
  readonly rules: FoldRules;
  readonly author: Author;
  readonly memory: Memory;
  readonly clock: () => WallClock;
  flush(): void;
}

/** Set where a large save left the SLA columns as they were; the timer keeps the row there that it goes on with. */
export const SLA_STALE = "slaStale";

/** The desk's sheets in one run that holds the lock. Each save goes history first, rows second, acknowledged last (see ARCHITECTURE.md). */
export class DeskWorkbook implements TicketRows {
  readonly tickets: TicketsSheet;
  readonly history: HistorySheet;
  private readonly conversation: ConversationSheet | null;
  private isCopied = false;
  readonly known: KnownTickets;
  readonly tail: Tail;
  private readonly knowledge: Knowledge;
  private readonly seen = new Map<number, TicketRow>();
  private readonly placed = new Map<string, number>();
  private readonly given: Acknowledged;
  private end: ChainEnd;
  private carried: RowRecord[] | undefined;
  private readonly columns: ColumnMemory;
  private readonly facts: DeskFacts;
  private areColumnsProved = false;

  constructor(
    sheets: { readonly tickets: Sheet; readonly history: Sheet; readonly conversation: Sheet | null },
    private readonly frame: DeskFrame,
    settled: Settled,
  ) {
    this.columns = new ColumnMemory(settled, frame.memory);
    const head = readHead(frame.memory);
    this.tickets = new TicketsSheet(sheets.tickets, settled.layout, frame.clock);
    if (settled.remember) this.tickets.seeHeaderFormulas();
    this.history = new HistorySheet(sheets.history, head);
    this.conversation = sheets.conversation && new ConversationSheet(sheets.conversation);
    this.tail = this.history.readTail(frame.window);
    this.end = this.tail.end;
    this.knowledge = new Knowledge(this.tickets, this.history, { ...frame, tail: this.tail });
    const highest = this.knowledge.highestIn(this.tail.unacknowledged);
    const lastNumber = Math.max(head?.lastNumber ?? this.knowledge.highestNumber(), highest);
    this.given = new Acknowledged(frame.memory, this.history, { head, end: this.end, lastNumber });
    this.facts = new DeskFacts(frame, this.tail, { columns: this.columns, given: this.given });
    this.known = this.knowledge.known(() => this.given.lastNumber);
  }

  get settings(): DeskSettings {
    return this.frame.settings;
  }

  get sla(): SlaSettings {
    return this.frame.sla;
  }

  get rules(): FoldRules {
    return this.frame.rules;
  }

  get view(): SlaView {
    const { now, rules, settings } = this.frame;
    return { now, calendarOf: rules.sla.calendarOf, isSilent: settings.isSilent ?? false };
  }

  /** Rows with their saved selves brought up to what History's tail says. */
  read(span: RowSpan): TicketRow[] {
    const rows = this.tickets.read(span).map((row) => this.knowledge.healed(row));
    for (const row of rows) this.seen.set(row.rowNumber, row);
    return rows;
  }

  /**
   * Takes rows that were read without the lock: of those `wanted`, the ones that still stand where they stood, with the saved self they had.
   * What people typed since then is seen next time; the others too, and all of them where columns have moved.
   */
  adopt(from: Layout, rows: readonly TicketRow[], wanted: readonly TicketRow[]): TicketRow[] {
    if (!from.isLike(this.tickets.layout)) return [];
    const still = this.tickets.stillStanding(rows);
    for (const row of rows) if (still.has(row.rowNumber)) this.seen.set(row.rowNumber, row);
    const healed = wanted
      .filter(({ rowNumber }) => still.has(rowNumber))
      .map((row) => this.knowledge.healed({ ...row }));
    for (const row of healed) this.seen.set(row.rowNumber, row);
    return healed;
  }

  /** The tickets with these numbers, as History tells them; those it never heard of are left out. */
  statesOf(numbers: readonly number[]): TicketState[] {
    return this.knowledge.statesOf(numbers);
  }

  reserveNumber(): string {
    return this.reserve(1)[0] ?? "";
  }

  giveNumbers(rowNumbers: readonly number[]): string[] {
    const ids = this.reserve(rowNumbers.length);
    this.putNumbers(new Map(rowNumbers.map((rowNumber, index) => [rowNumber, ids[index] ?? ""])));
    return ids;
  }

  clearNumbers(rowNumbers: readonly number[]): void {
    this.putNumbers(new Map(rowNumbers.map((rowNumber) => [rowNumber, ""])));
  }

  private putNumbers(numbers: ReadonlyMap<number, string>): void {
    const writer = this.writer();
    const isProved = writer.putNumbers(numbers);
    this.proveColumns(writer);
    if (!isProved) throw new RowsMoved();
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

  record(records: readonly RowRecord[]): void {
    const own = new Set(records.map(({ ticketId }) => ticketId));
    const undone = this.undone().filter(({ ticketId }) => !own.has(ticketId));
    const { now, rules } = this.frame;
    const withEvents = this.knowledge.withEvents.bind(this.knowledge);
    const rows = this.facts.loss(this.end);
    const all = this.facts.promises([...undone, ...records]);
    const end = rows[rows.length - 1] ?? this.end;
    const { rows: told, saved, events } = encodeRecords(all, { end, now, rules, withEvents });
    rows.push(...told);
    rows.push(...this.facts.columns(rows[rows.length - 1] ?? this.end));
    if (rows.length + saved.length > 0 && !this.areColumnsProved) this.proveColumns();
    this.history.append(rows);
    if (rows.length > 0) this.frame.flush();
    this.end = rows[rows.length - 1] ?? this.end;
    const isSaidAlone = this.copySaid(events) && saved.length === 0;
    if (saved.length > 0) this.saveRows(saved);
    if (isSaidAlone) this.frame.flush();
    this.columns.keep(); // first: a kill in between leaves their event unacknowledged, not recorded twice
    this.given.acknowledge(this.end);
  }

  /** Tickets whose rows a killed run left behind their events; found once. */
  private undone(): RowRecord[] {
    const places = { read: (span: RowSpan) => this.read(span), ...this.known, allIds: () => this.tickets.allIds() };
    this.carried ??=
      this.tail.unacknowledged.length > 0 ? recover(this.tail.unacknowledged, places, this.frame.rules) : [];
    const carried = this.carried;
    this.carried = [];
    return carried;
  }

  /** Queues what was said for the Conversation sheet, with what a killed run may have left out; whether there was anything. */
  private copySaid(events: readonly TicketEvent[]): boolean {
    const { conversation } = this;
    if (!conversation) return false;
    const left = this.isCopied ? [] : conversation.missing(this.tail.unacknowledged.filter(isSaid));
    this.isCopied = true;
    const said = [...left, ...events.filter(isSaid)];
    conversation.append(said);
    return said.length > 0;
  }

  private saveRows(saved: readonly SavedRow[]): void {
    const writer = this.writer();
    if (!writer.putNumbersBack(saved)) throw new RowsMoved();
    const placed = writer.addMissingRows(saved);
    writer.putBack(placed);
    writer.writeOwn(placed);
    this.proveColumns(writer);
    if (!writer.proves()) {
      writer.giveBackTo((id) => this.knowledge.contentsFromHistory(id)?.contents);
      throw new RowsMoved();
    }
    if (writer.leavesSla && this.frame.memory.get(SLA_STALE) !== "yes") this.frame.memory.set(SLA_STALE, "yes");
    for (const { ticketId, rowNumber, state } of placed) {
      this.placed.set(ticketId, rowNumber);
      this.knowledge.noteSaved(state);
    }
  }

  /** That the columns stand where they stood when this run read them; what was written into others meanwhile is given back. */
  private proveColumns(writer?: RowWriter): void {
    const { sheet, layout } = this.tickets;
    this.areColumnsProved = stillStands(sheet, layout);
    if (this.areColumnsProved) return;
    writer?.takeBack(readLayout(sheet, this.frame.memory, true).layout);
    throw new RowsMoved();
  }

  private writer(): RowWriter {
    return new RowWriter(this.tickets, { read: this.seen, clock: this.frame.clock, view: this.view });
  }

  private reserve(count: number): string[] {
    const first = this.given.reserve(count);
    return Array.from({ length: count }, (_, index) => `${this.frame.settings.prefix}${first + index}`);
  }
}
