import type { HistoryRow } from "../domain/history/chain.ts";
import { decodeEvents } from "../domain/history/decode.ts";
import type { TicketEvent } from "../domain/history/event.ts";
import type { Versions } from "../domain/sla-settings/versions.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const HISTORY_COLUMNS = 4;
const WIDEST_READ = 20_000;
const SEARCHED_AT_MOST = 60;
const ROWS_A_BLOCK = 20_000;

/** The append-only History sheet, as it is read: header in row 1, events below. People may move, insert or delete rows. */
export class HistorySheet {
  constructor(
    readonly sheet: Sheet,
    /** How many rows the grid has, as far as it is known; 0 where it isn't. */
    public room = 0,
  ) {}

  /** All events of one ticket, oldest first, found by its number; searched for anew where rows are moved between finding and reading them. */
  eventsOf(ticketId: string, tries = 3): TicketEvent[] {
    const found = this.sheet
      .getRange("B2:B")
      .createTextFinder(ticketId)
      .matchEntireCell(true)
      .matchCase(true)
      .findAll();
    const places = found.map((range) => range.getRow() - 1).sort((one, other) => one - other);
    const rows = neighbours(places).flatMap(({ first, last }) => this.readFrom(first, last - first + 1));
    const own = rows.filter((row) => row.ticketId === ticketId);
    if (own.length < places.length && tries > 1) {
      this.room = this.sheet.getMaxRows();
      return this.eventsOf(ticketId, tries - 1);
    }
    return decodeEvents(own.sort((one, other) => one.seq - other.seq)).events;
  }

  /** Visits every event, oldest first. */
  eachEvent(visit: (event: TicketEvent) => void): void {
    this.eachBlock(this.places(), (rows) => decodeEvents(rows).events.forEach(visit));
  }

  /** Visits the first `last` rows in large blocks; an event's pieces stay together. */
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
    const last = this.places();
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

  /** What the newest event that tells of promises says: searched for, and only where it stands in pieces all is read. */
  lastPromises(): Versions | undefined {
    const found = this.sheet.getRange("C2:C").createTextFinder('"promises":{"policies"').matchCase(true).findAll();
    const rows = found.map((range) => range.getRow()).sort((one, other) => other - one);
    for (const row of rows.slice(0, SEARCHED_AT_MOST)) {
      const [event] = decodeEvents(this.readFrom(row - 1, 1)).events;
      if (event?.promises) return event.promises;
    }
    let last: Versions | undefined;
    this.eachEvent((event) => (last = event.promises ?? last));
    return last;
  }

  /** The rows that hold anything among `count` from the `first` below the header on, as far as the grid goes. */
  readFrom(first: number, count: number): PlacedRow[] {
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

  /** How many rows below the header reach down to the last that holds anything. */
  places(): number {
    return Math.max(0, this.sheet.getLastRow() - 1);
  }

  private readRows(first: number, count: number): PlacedRow[] {
    const rows: PlacedRow[] = [];
    const values = this.sheet.getRange(first + 1, 1, count, HISTORY_COLUMNS).getValues();
    values.forEach(([seq, ticketId, json, hash], index) => {
      const place = first + index;
      if (seq === "" && json === "") return;
      rows.push({ seq: Number(seq), ticketId: String(ticketId), json: String(json), hash: String(hash), place });
    });
    return rows;
  }
}

/** Pieces of a long event may go on in the next block. */
export function startOfLastEvent(rows: readonly HistoryRow[]): number {
  let index = rows.length - 1;
  while (index > 0 && rows[index]?.json.startsWith('{"more"')) index--;
  return Math.max(0, index);
}

/** Places as blocks to read in one call each: what lies close is read together. */
function neighbours(places: readonly number[]): { first: number; last: number }[] {
  const blocks: { first: number; last: number }[] = [];
  for (const place of places) {
    const block = blocks[blocks.length - 1];
    if (block && place - block.first < WIDEST_READ) block.last = place;
    else blocks.push({ first: place, last: place });
  }
  return blocks;
}

/** A row with its place below the header, from 1 on: that of its seq, unless somebody moved rows. */
export interface PlacedRow extends HistoryRow {
  readonly place: number;
}
