import type { HistoryRow } from "../../domain/history/chain.ts";
import { decodeEvents } from "../../domain/history/decode.ts";
import type { ChainEnd } from "../../domain/history/encode.ts";
import type { TicketEvent } from "../../domain/history/event.ts";
import type { Loss } from "../../domain/history/loss.ts";
import type { Cell } from "../cell.ts";
import { guarded } from "../guard.ts";
import { HISTORY_COLUMNS, type HistorySheet, type PlacedRow } from "../history-sheet.ts";
import { growLog } from "../log-rows.ts";
import type { Head } from "../memory.ts";

/** Grid rows kept empty below the last event, so that the tail can be read without asking how long the grid is. */
const SLACK = 2;
const ROOM_TO_ADD = 5000;
/** So many rows may be inserted between asking for the last row and reading down to it. */
const INSERTED_MEANWHILE = 10;

/** The end of History: its recent events, and those that no run has acknowledged. */
export interface Tail {
  readonly end: ChainEnd;
  /** The oldest event that was read, 0 where History is empty. */
  readonly firstSeq: number;
  readonly recent: readonly TicketEvent[];
  readonly unacknowledged: readonly TicketEvent[];
  /** Acknowledged events that are gone, where no event tells of that yet. */
  readonly loss: Loss | undefined;
}

/**
 * Where History ends and grows. Of what is there nothing is ever written over, wherever people have moved, inserted or deleted rows. `heard` keeps, from
 * try to try of one run, the rows that were read or proved: what is missing of them later is written back.
 */
export class HistoryEnd {
  private endRow = 1;
  private headRow = 1;
  /** What stands in the last row, whoever moved it there. */
  private last: PlacedRow | undefined;
  private mess: Mess = NO_MESS;

  constructor(
    private readonly history: HistorySheet,
    private readonly head: Head | undefined,
    private readonly heard: Map<number, HistoryRow> = new Map(),
  ) {}

  get gridRows(): number {
    return this.history.room;
  }

  /** The row of the last event, and of the last that was acknowledged when the tail was read. */
  get rows(): { readonly last: number; readonly acknowledged: number } {
    return { last: this.endRow, acknowledged: this.headRow };
  }

  /** Reads the last `window` acknowledged events and whatever stands below them. Without a head all of History counts as acknowledged. */
  readTail(window: number): Tail {
    const placed = this.readPlaced(window);
    const { rows: all, endRow, last: lowest } = placed ?? this.readAtEnd(window);
    this.endRow = endRow;
    this.last = lowest;
    this.headRow = placed && this.head ? (this.head.row ?? this.head.seq + 1) : endRow;
    const rows = all.filter(isEvent);
    this.mess = { ...this.mess, missing: this.missingAmong(rows) };
    for (const row of rows) this.heard.set(row.seq, row);
    const last = rows[rows.length - 1];
    const head = this.head ?? { seq: last?.seq ?? 0, hash: last?.hash ?? "" };
    const isThere = head.seq === 0 || rows.some(({ seq }) => seq === head.seq || seq === head.seq + 1);
    return {
      end: last && last.seq > head.seq ? { seq: last.seq, hash: last.hash } : { seq: head.seq, hash: head.hash },
      firstSeq: rows[0]?.seq ?? 0,
      recent: decodeEvents(rows).events,
      unacknowledged: decodeEvents(rows.filter(({ seq }) => seq > head.seq)).events,
      loss: isThere ? undefined : { after: last?.seq ?? 0, upTo: head.seq },
    };
  }

  /** The rows where the last run left them; undefined where they don't stand there. */
  private readPlaced(window: number): Placed | undefined {
    if (!this.head) return undefined;
    const { seq, row = seq + 1 } = this.head;
    const first = Math.max(1, row - window);
    const rows = this.history.readFrom(first, row - first + SLACK);
    const at = rows.findIndex((found) => found.seq === seq && found.place === row - 1) + 1;
    if (at === 0 && seq > 0) return undefined;
    // A new event that was moved above the last acknowledged one is found at the end, with all of it read.
    if (!isSorted(rows)) return undefined;
    if (at === rows.length) return { rows, endRow: row, last: rows[rows.length - 1] };
    const below = this.history.readFrom(row, this.history.places() - row + 1);
    const all = [...rows.slice(0, at), ...below];
    const lowest = below[below.length - 1];
    return lowest && isSorted(all) ? { rows: all, endRow: lowest.place + 1, last: lowest } : undefined;
  }

  /** The last rows, by their seq; where somebody has sorted them, only the newest that lack none between them. */
  private readAtEnd(window: number): Placed {
    this.history.room = this.history.sheet.getMaxRows();
    const last = this.history.places();
    const first = Math.max(1, last - window + 1);
    const rows = this.history.readFrom(first, last - first + 1 + INSERTED_MEANWHILE);
    const lowest = rows[rows.length - 1];
    const end = { endRow: Math.max(last, lowest?.place ?? 0) + 1, last: lowest };
    if (isSorted(rows)) return { rows, ...end };
    const events = rows.filter(isEvent);
    const sorted = [...events].sort((one, other) => one.seq - other.seq);
    const acknowledged = this.head?.seq ?? Infinity;
    const isOurs = events.some(({ seq }, index) => seq > acknowledged && (events[index + 1]?.seq ?? Infinity) < seq);
    this.mess = { ...this.mess, unsorted: isOurs ? { first: first + 1, count: end.endRow - first } : undefined };
    return { rows: unbroken(sorted), ...end };
  }

  /** Rows that were heard of and are not among these, the last ones: older ones may stand above them. */
  private missingAmong(rows: readonly HistoryRow[]): HistoryRow[] {
    const there = new Set(rows.map(({ seq }) => seq));
    const first = rows[0]?.seq ?? Infinity;
    return [...this.heard.values()].filter(({ seq }) => seq > first && !there.has(seq));
  }

  /** Writes back rows that an earlier try has seen, and puts new events below older ones, where others have moved rows meanwhile; whether all must be read again. */
  mend(): boolean {
    const { unsorted, missing: unseen } = this.mess;
    const missing = unseen.filter((row) => !this.stands(row));
    this.mess = NO_MESS;
    if (missing.length > 0) growLog(this.history.sheet, this.endRow, missing.map(cellsOf));
    else if (unsorted) this.history.sheet.getRange(unsorted.first, 1, unsorted.count, HISTORY_COLUMNS).sort(1);
    return unseen.length > 0 || unsorted !== undefined;
  }

  /** Searched for, wherever it stands: a read may have missed it while rows were inserted. */
  private stands({ hash }: HistoryRow): boolean {
    return this.history.sheet.getRange("D2:D").createTextFinder(hash).matchEntireCell(true).findNext() !== null;
  }

  /** Adds rows at the end, and reads them back: whether they stand there, right below what stood last, and nothing below them. */
  append(rows: readonly HistoryRow[]): boolean {
    if (rows.length === 0) return true;
    if (this.endRow + SLACK > this.history.room) this.makeRoom(this.endRow + SLACK);
    growLog(this.history.sheet, this.endRow, rows.map(cellsOf));
    if (this.endRow > 1) this.history.room += rows.length;
    else this.history.room = Math.max(this.history.room, this.endRow + rows.length);
    const first = Math.max(1, this.endRow - 1);
    const found = this.history.readFrom(first, this.endRow + rows.length - first + SLACK);
    const wanted = [...(this.last?.place === this.endRow - 1 ? [this.last] : []), ...rows];
    this.endRow += rows.length;
    this.last = found[found.length - 1];
    if (found.length !== wanted.length || found.some((row, index) => !isSame(row, wanted[index]))) return false;
    for (const row of rows) this.heard.set(row.seq, row);
    return true;
  }

  private makeRoom(rows: number): void {
    this.history.room = this.history.sheet.getMaxRows();
    if (this.history.room >= rows) return;
    const added = rows - this.history.room + ROOM_TO_ADD;
    this.history.sheet.insertRowsAfter(this.history.room, added);
    this.history.room += added;
  }
}

interface Placed {
  readonly rows: readonly PlacedRow[];
  readonly endRow: number;
  readonly last: PlacedRow | undefined;
}

/** What others have done to History's end since a run wrote there: events gone, and a stretch of rows where a new event stands above older ones. */
interface Mess {
  readonly missing: readonly HistoryRow[];
  readonly unsorted: { readonly first: number; readonly count: number } | undefined;
}

const NO_MESS: Mess = { missing: [], unsorted: undefined };

const cellsOf = ({ seq, ticketId, json, hash }: HistoryRow): Cell[] => [seq, guarded(ticketId), json, hash];

const isSame = ({ seq, hash }: ChainEnd, other: ChainEnd | undefined): boolean =>
  seq === other?.seq && hash === other.hash;

/** What people have written between the events, or below them, has no place in their order. */
const isEvent = ({ seq }: HistoryRow): boolean => Number.isInteger(seq) && seq > 0;

function isSorted(rows: readonly HistoryRow[]): boolean {
  const events = rows.filter(isEvent);
  return events.every(({ seq }, index) => seq >= (events[index - 1]?.seq ?? 0));
}

function unbroken(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  let first = rows.length - 1;
  while (first > 0 && rows[first - 1]?.seq === (rows[first]?.seq ?? 0) - 1) first--;
  return rows.slice(Math.max(0, first));
}
