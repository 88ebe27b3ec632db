import type { ChainEnd } from "../../domain/history/encode.ts";
import type { FoldRules } from "../../domain/deadline/fold-ticket.ts";
import type { TicketEvent } from "../../domain/history/event.ts";
import type { SlaSettings } from "../../domain/sla-settings/sla-settings.ts";
import { type Content, type Fields, sameContent } from "../../domain/ticket/content.ts";
import { Problem } from "../../domain/problem.ts";
import type { KnownTickets } from "../../domain/ticket/identity.ts";
import type { DeskSettings } from "../../domain/ticket/settings.ts";
import type { Author, TicketState } from "../../domain/ticket/ticket.ts";
import type { TypedEdit } from "../../domain/ticket/typed-meanwhile.ts";
import { RowsMoved, type RowRecord, type RowSpan, type TicketRow, type TicketRows } from "../../use-cases/desk.ts";
import type { WallClock } from "../cell.ts";
import { ColumnMemory } from "../column-memory.ts";
import { ConversationSheet, isSaid } from "../conversation-sheet.ts";
import type { SlaView } from "../derived-cells.ts";
import { HistorySheet, type Tail } from "../history-sheet.ts";
import type { Layout } from "../layout.ts";
import { type Memory, readColumns, readHead } from "../memory.ts";
import { readLayout, type Settled, stillStands } from "../settle-columns.ts";
import { TICKET_KEY } from "../ticket-columns.ts";
import { TicketsSheet } from "../tickets-sheet.ts";
import { Acknowledged } from "./acknowledged.ts";
import { DeskFacts } from "./desk-facts.ts";
import { encodeRecords } from "./encode-records.ts";
import { Knowledge } from "./knowledge.ts";
import { untouched, withDeskWrites } from "./desk-writes.ts";
import { recover } from "./recovery.ts";
import { spansOf } from "./row-spans.ts";
import { RowReader } from "./row-reader.ts";
import { RowWriter, type SavedRow } from "./row-writer.ts";
import { noteStraysOf } from "./strays-of-killed-run.ts";
import { noteStrays } from "./strays.ts";
import type { Tries } from "./tries.ts";

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
  /** Found once: whatever a killed run left is this run's to finish. */
  private readonly leftByKilledRun = once(() => this.findUnfinished());
  private readonly leftUnsaid = once((): TicketEvent[] => {
    return this.conversation?.missing(this.tail.unacknowledged.filter(isSaid)) ?? [];
  });

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
    this.history = new HistorySheet(sheets.history, head, tries.heard);
    this.conversation = sheets.conversation && new ConversationSheet(sheets.conversation);
    this.tail = this.history.readTail(context.window);
    this.end = this.tail.end;
    this.knowledge = new Knowledge(this.tickets, this.history, { ...context, tail: this.tail });
    const highest = this.knowledge.highestIn(this.tail.unacknowledged);
    const lastNumber = Math.max(head?.lastNumber ?? this.knowledge.highestNumber(), highest);
    this.acknowledged = new Acknowledged(memory, this.history, { head, end: this.end, lastNumber });
    this.facts = new DeskFacts(context, this.tail, { columns: this.columns, acknowledged: this.acknowledged });
    this.known = this.knowledge.known(() => this.acknowledged.lastNumber);
    const { knowledge, known } = this;
    this.rows = new RowReader(this.tickets, { knowledge, known, strays: tries.strays, now });
    if (settled.remember && this.tail.unacknowledged.length > 0) this.noteStraysOfKilledRun();
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

  /** Saves: events to History, then what was said, then rows; acknowledged last. Throws RowsMoved where others moved rows or columns meanwhile. */
  record(records: readonly RowRecord[]): void {
    if (this.history.mend()) throw new RowsMoved(); // read again what stands there now
    const { now, rules } = this.context;
    const lost = this.facts.loss(this.end);
    const all = this.facts.promises([...this.unfinished(records), ...records]).map((record) => this.withOwed(record));
    const withEvents = this.knowledge.withEvents.bind(this.knowledge);
    const encoded = encodeRecords(all, { end: lost[lost.length - 1] ?? this.end, now, rules, withEvents });
    const recorded = [...lost, ...encoded.rows];
    recorded.push(...this.facts.columns(recorded[recorded.length - 1] ?? this.end));
    recorded.push(...this.facts.roles(recorded[recorded.length - 1] ?? this.end));
    if (recorded.length + encoded.saved.length > 0) this.proveColumns();
    if (!this.history.append(recorded)) throw new RowsMoved();
    this.end = recorded[recorded.length - 1] ?? this.end;
    const said = [...this.leftUnsaid(), ...encoded.events.filter(isSaid)];
    if (this.conversation?.append(said) === false) throw new RowsMoved();
    this.saveRows(encoded.saved);
    this.facts.keep();
    this.columns.keep(); // first: a kill in between leaves their event unacknowledged, not recorded twice
    this.acknowledged.acknowledge(this.end);
  }

  /** What a killed run, or an earlier try of this one, has left undone of tickets that are not recorded anyway. */
  private unfinished(records: readonly RowRecord[]): RowRecord[] {
    const own = new Set(records.map(({ ticketId }) => ticketId));
    const undone = this.leftByKilledRun().filter(({ ticketId }) => !own.has(ticketId));
    for (const { ticketId } of undone) own.add(ticketId);
    const strayed = this.context.tries.strays.tickets.filter((ticketId) => !own.has(ticketId));
    const littered = this.context.tries.strays.takeLittered();
    return [
      ...undone,
      ...strayed.flatMap((ticketId) => this.asItIs(ticketId)),
      ...littered.flatMap((rowNumber) => this.vacated(rowNumber)),
    ];
  }

  /** A row without a ticket into which the desk has written: what of it is still there is taken away. */
  private vacated(rowNumber: number): RowRecord[] {
    const [row] = this.read({ first: rowNumber, last: rowNumber });
    const isLittered = row?.typedId === "" && !row.hasSubject && row.saved !== undefined;
    return isLittered
      ? [{ rowNumber, ticketId: "", before: undefined, event: undefined, putBack: [], isVacated: true }]
      : [];
  }

  private findUnfinished(): RowRecord[] {
    if (this.tail.unacknowledged.length === 0) return [];
    const places = {
      ...this.known,
      read: (span: RowSpan) => this.read(span),
      allIds: () => this.tickets.allIds(),
      contentsFromHistory: (id: string) => this.contentsFromHistory(id),
      unplacedRow: (id: string) => this.unplacedRow(id),
    };
    return recover(this.tail.unacknowledged, places, this.context.rules);
  }

  /** A ticket's row, of which only what the desk owes to it is to be written. */
  private asItIs(ticketId: string): RowRecord[] {
    const [rowNumber] = this.known.rowsShowing(ticketId);
    const [row] = rowNumber === undefined ? [] : this.read({ first: rowNumber, last: rowNumber });
    const before = row?.saved?.state.id === ticketId ? row.saved.state : this.known.fromHistory(ticketId);
    if (!row || row.typedId !== ticketId || !before || before.deletedAt) return [];
    return [{ rowNumber, ticketId, before, event: undefined, putBack: [] }];
  }

  /** The row that was added for a ticket before columns moved: its number stands in another column, and none in Ticket. */
  private unplacedRow(id: string): number | undefined {
    if (!this.context.tries.strays.isUnplaced(id)) return undefined;
    return this.tickets.rowsHolding(id).find((row) => this.tickets.read({ first: row, last: row })[0]?.typedId === "");
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

  private saveRows(saved: readonly SavedRow[]): void {
    if (saved.length === 0) return;
    const { memory, tries, instant } = this.context;
    const numbers = saved.filter(({ putBack }) => putBack.some(({ key }) => key === TICKET_KEY));
    const byRow = numbers.flatMap(({ rowNumber, ticketId }) => (rowNumber ? [[rowNumber, ticketId] as const] : []));
    const { placed, leavesSla } = this.written((writer) => {
      if (!writer.putNumbers(new Map(byRow))) throw new RowsMoved();
      const rows = writer.addRows(withDeskWrites(this.stillDue(saved), this.rows.seen, instant()));
      const old = rows.filter((row) => !writer.added.includes(row));
      writer.writeOwn(old); // before people's cells, and sent together with them: State tells of them wherever they land
      writer.putBack(old);
      this.proveColumns();
      if (!writer.proves()) throw new RowsMoved();
      return { placed: rows, leavesSla: writer.leavesSla };
    });
    tries.strays.settle(new Set(placed.map(({ ticketId }) => ticketId)));
    if (leavesSla && memory.get(SLA_STALE) !== "yes") memory.set(SLA_STALE, "yes");
    for (const { ticketId, rowNumber, state } of placed) {
      if (!state) continue;
      this.placed.set(ticketId, rowNumber);
      this.knowledge.noteSaved(state);
    }
  }

  /**
   * Rows with those cells of people's that may still be written: they hold what this run has read there, one call before they are written. Where somebody
   * has typed meanwhile, the cell is left to the run of that edit.
   */
  private stillDue(saved: readonly SavedRow[]): SavedRow[] {
    const rowNumbers = saved.flatMap(({ rowNumber, putBack }) =>
      rowNumber !== undefined && putBack.some(({ key }) => key !== TICKET_KEY) ? [rowNumber] : [],
    );
    const wanted = new Set(rowNumbers);
    const rows = spansOf(rowNumbers).flatMap((span) => this.tickets.readValues(span));
    const now = new Map(rows.map((row) => [row.rowNumber, row]));
    return saved.map((row) => {
      const { rowNumber = 0, ticketId, putBack } = row;
      if (!wanted.has(rowNumber)) return row;
      const [here, seen] = [now.get(rowNumber), this.rows.seen.get(rowNumber)];
      if (here?.typedId !== ticketId || (seen && here.savedText !== seen.savedText)) throw new RowsMoved();
      return { ...row, putBack: untouched(putBack, here, seen) };
    });
  }

  private putNumbers(numbers: ReadonlyMap<number, string>): void {
    this.written((writer) => {
      const isProved = writer.putNumbers(numbers);
      this.proveColumns();
      if (!isProved) throw new RowsMoved();
    });
  }

  /** That the columns stand where they stood when this run read them. */
  private proveColumns(): void {
    if (!stillStands(this.tickets.sheet, this.tickets.layout)) throw new RowsMoved();
  }

  /** Writes and proves; where rows or columns moved meanwhile, or Google can't find them any more, notes first what was hit. */
  private written<T>(write: (writer: RowWriter) => T): T {
    const writer = new RowWriter(this.tickets, { seen: this.rows.seen, clock: this.context.clock, view: this.view });
    try {
      return write(writer);
    } catch (error) {
      this.noteStrays(writer);
      throw error instanceof Problem ? error : new RowsMoved(error);
    }
  }

  /** Notes what the writer has hit: the next try mends it by the tickets' numbers. */
  private noteStrays(writer: RowWriter): void {
    const { memory, clock, tries } = this.context;
    const { sheet, layout: before } = this.tickets;
    const now = new TicketsSheet(sheet, readLayout(sheet, memory, true).layout, clock);
    const heldBy = (id: string, key: string): Content => this.heldBefore(writer, id, key);
    noteStrays(writer, tries.strays, { before, now, clock, heldBy });
    for (const { ticketId } of writer.added) tries.strays.addUnplaced(ticketId);
  }

  /** What a cell held, or was to hold, when this run read the rows. */
  private heldBefore(writer: RowWriter, ticketId: string, key: string): Content {
    const added = writer.added.find((row) => row.ticketId === ticketId);
    if (added) return added.contents[key] ?? "";
    const row = [...this.rows.seen.values()].find(({ typedId }) => typedId === ticketId);
    if (row) return (row.cells ?? row.fields)[key] ?? "";
    return this.contentsFromHistory(ticketId)?.contents[key] ?? "";
  }

  private noteStraysOfKilledRun(): void {
    const past = readColumns(this.context.memory);
    if (!past) return;
    const { tickets, tail } = this;
    const contentsOf = (id: string): Fields => this.contentsFromHistory(id)?.contents ?? {};
    noteStraysOf({ tickets, past, unacknowledged: tail.unacknowledged, contentsOf }, this.context.tries.strays);
  }

  private reserve(count: number): string[] {
    const first = this.acknowledged.reserve(count);
    return Array.from({ length: count }, (_, index) => `${this.context.settings.prefix}${first + index}`);
  }
}

/** Gives what `find` finds at the first call, and nothing more after it. */
function once<T>(find: () => readonly T[]): () => readonly T[] {
  let isFound = false;
  return () => {
    const found = isFound ? [] : find();
    isFound = true;
    return found;
  };
}
