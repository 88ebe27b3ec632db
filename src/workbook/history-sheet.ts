import type { HistoryRow } from "../domain/history/chain.ts";
import { decodeEvents } from "../domain/history/decode.ts";
import type { ChainEnd } from "../domain/history/encode.ts";
import type { TicketEvent } from "../domain/history/event.ts";
import { guarded } from "./guard.ts";
import type { Head } from "./memory.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HISTORY_COLUMNS = 4;
/** Grid rows kept empty below the last event, so that the tail can be read without asking how long the grid is. */
const SLACK = 2;
const ROOM_TO_ADD = 5000;
const WIDEST_READ = 20_000;
const SEARCHED_AT_MOST = 60;
const ROWS_A_BLOCK = 20_000;

/** The end of History: its recent events, and those that no run has acknowledged. */
export interface Tail {
  readonly end: ChainEnd;
  /** The oldest row that was read, 0 where History is empty. */
  readonly firstSeq: number;
  readonly recent: readonly TicketEvent[];
  readonly unacknowledged: readonly TicketEvent[];
}

/** The append-only History sheet: header in row 1, the row of seq n is n + 1. */
export class HistorySheet {
  private room: number;

  constructor(
    private readonly sheet: Sheet,
    private readonly head: Head | undefined,
  ) {
    this.room = head?.room ?? 0;
  }

  get gridRows(): number {
    return this.room;
  }

  /** Reads the last `window` acknowledged events and whatever stands below them. Without a head all of History counts as acknowledged. */
  readTail(window: number): Tail {
    const end = this.head ?? this.measure();
    const read = this.readWindow(end.seq, window);
    const isThere = end.seq === 0 || read.some(({ seq }) => seq === end.seq);
    const rows = isThere ? read : this.readWindow(this.lastSeq(), window); // a restored version of the file is shorter
    const acknowledged = isThere ? end.seq : Infinity;
    const below = rows.filter(({ seq }) => seq > acknowledged);
    const all =
      below.length > 0 ? [...rows.slice(0, rows.length - below.length), ...this.readToEnd(acknowledged + 1)] : rows;
    const last = all[all.length - 1];
    return {
      end: last ? { seq: last.seq, hash: last.hash } : { seq: 0, hash: "" },
      firstSeq: all[0]?.seq ?? 0,
      recent: decodeEvents(all).events,
      unacknowledged: decodeEvents(all.filter(({ seq }) => seq > acknowledged)).events,
    };
  }

  private readWindow(lastSeq: number, window: number): HistoryRow[] {
    const first = Math.max(1, lastSeq - window + 1);
    return this.readFrom(first, lastSeq - first + 1 + SLACK);
  }

  /** Queues rows at the end; the caller flushes. */
  append(rows: readonly HistoryRow[]): void {
    const [first] = rows;
    if (!first) return;
    const lastRow = first.seq + rows.length;
    if (lastRow + SLACK > this.room) this.makeRoom(lastRow + SLACK);
    const cells = rows.map(({ seq, ticketId, json, hash }) => [seq, guarded(ticketId), json, hash]);
    this.sheet.getRange(first.seq + 1, 1, rows.length, HISTORY_COLUMNS).setValues(cells);
  }

  /** All events of one ticket, oldest first, found by its number. */
  eventsOf(ticketId: string): TicketEvent[] {
    const found = this.sheet
      .getRange("B2:B")
      .createTextFinder(ticketId)
      .matchEntireCell(true)
      .matchCase(true)
      .findAll();
    const seqs = found.map((range) => range.getRow() - 1).filter((seq) => seq > 0);
    const blocks = neighbours(seqs.sort((one, other) => one - other));
    const rows = blocks.flatMap(({ first, last }) => this.readFrom(first, last - first + 1));
    return decodeEvents(rows.filter((row) => row.ticketId === ticketId)).events;
  }

  /** Visits every event, oldest first. */
  eachEvent(visit: (event: TicketEvent) => void): void {
    this.eachBlock(this.lastSeq(), (rows) => decodeEvents(rows).events.forEach(visit));
  }

  /** Visits all rows up to seq `last` in large blocks; an event's pieces stay together. */
  eachBlock(last: number, visit: (rows: readonly HistoryRow[]) => void): void {
    let rest: HistoryRow[] = [];
    for (let first = 1; first <= last; first += ROWS_A_BLOCK) {
      const rows = [...rest, ...this.readFrom(first, Math.min(ROWS_A_BLOCK, last - first + 1))];
      const whole = first + ROWS_A_BLOCK > last ? rows.length : startOfLastEvent(rows);
      rest = rows.slice(whole);
      visit(rows.slice(0, whole));
    }
  }

  /** The ticket of every event, in one read of one column. */
  allTicketIds(): string[] {
    const last = this.lastSeq();
    return last < 1
      ? []
      : this.sheet
          .getRange(2, 2, last, 1)
          .getValues()
          .map(([id]) => String(id));
  }

  /** The tickets of all events of a type, newest first, each once; searched for, not read. */
  idsOf(type: string): string[] {
    const found = this.sheet.getRange("C2:C").createTextFinder(`{"type":"${type}"`).matchCase(true).findAll();
    const rows = found.map((range) => range.getRow()).sort((one, other) => other - one);
    const ids = rows.slice(0, SEARCHED_AT_MOST).map((row) => this.readFrom(row - 1, 1)[0]);
    return [
      ...new Set(ids.filter((row) => row?.json.startsWith(`{"type":"${type}"`)).map((row) => row?.ticketId ?? "")),
    ];
  }

  /** Rows of `count` events from seq `first` on; stops at the first empty row or at the end of the grid. */
  readFrom(first: number, count: number): HistoryRow[] {
    const wanted = this.room > 0 ? Math.min(count, this.room - first) : count;
    if (wanted < 1) return [];
    try {
      return this.readRows(first, wanted);
    } catch (error) {
      const fitting = Math.min(count, this.sheet.getMaxRows() - first);
      if (fitting >= wanted) throw error; // not the grid's end: a bug or a failing Google
      this.room = this.sheet.getMaxRows();
      return fitting < 1 ? [] : this.readRows(first, fitting);
    }
  }

  lastSeq(): number {
    return Math.max(0, this.sheet.getLastRow() - 1);
  }

  private readToEnd(first: number): HistoryRow[] {
    return this.readFrom(first, this.lastSeq() - first + 1);
  }

  private readRows(first: number, count: number): HistoryRow[] {
    const rows: HistoryRow[] = [];
    const values = this.sheet.getRange(first + 1, 1, count, HISTORY_COLUMNS).getValues();
    for (const [seq, ticketId, json, hash] of values) {
      if (seq === "" && json === "") break;
      rows.push({ seq: Number(seq), ticketId: String(ticketId), json: String(json), hash: String(hash) });
    }
    return rows;
  }

  private measure(): ChainEnd {
    this.room = this.sheet.getMaxRows();
    return { seq: this.lastSeq(), hash: "" };
  }

  private makeRoom(rows: number): void {
    this.room = this.sheet.getMaxRows();
    if (this.room >= rows) return;
    const added = rows - this.room + ROOM_TO_ADD;
    this.sheet.insertRowsAfter(this.room, added);
    this.room += added;
  }
}

/** Pieces of a long event may go on in the next block. */
function startOfLastEvent(rows: readonly HistoryRow[]): number {
  let index = rows.length - 1;
  while (index > 0 && rows[index]?.json.startsWith('{"more"')) index--;
  return Math.max(0, index);
}

/** Seqs as blocks to read in one call each: what lies close is read together. */
function neighbours(seqs: readonly number[]): { first: number; last: number }[] {
  const blocks: { first: number; last: number }[] = [];
  for (const seq of seqs) {
    const block = blocks[blocks.length - 1];
    if (block && seq - block.first < WIDEST_READ) block.last = seq;
    else blocks.push({ first: seq, last: seq });
  }
  return blocks;
}
