import type { Fields, Saved } from "../../domain/ticket/content.ts";
import type { PutBack } from "../../domain/ticket/edit-rules.ts";
import type { TicketState } from "../../domain/ticket/ticket.ts";
import type { TicketRow } from "../../use-cases/desk.ts";
import { type Cell, cellOf, type WallClock } from "../cell.ts";
import { guarded } from "../guard.ts";
import { datedCell, derivedCell, type SlaView } from "../derived-cells.ts";
import type { Layout } from "../layout.ts";
import { areScattered, rowBlocks, type RowCells, spanOf } from "../row-blocks.ts";
import { datesIn, encodeState } from "../state-cell.ts";
import { isField, isOurs, isSla, STATE_KEY, TICKET_KEY } from "../ticket-columns.ts";
import type { TicketsSheet } from "../tickets-sheet.ts";

/** A ticket's new self and where it belongs; without a row number a row is added for it. */
export interface SavedRow {
  readonly rowNumber: number | undefined;
  readonly ticketId: string;
  readonly before: TicketState | undefined;
  readonly state: TicketState;
  readonly putBack: readonly PutBack[];
  readonly contents: Fields;
}

/** A row's own cells as they stand: its State, and the others by column key. */
interface Kept {
  readonly id: string;
  readonly row: number;
  readonly text: string;
  readonly cellAt: (key: string) => Cell;
}

export type PlacedRow = SavedRow & { readonly rowNumber: number };

/** Writes into Tickets rows: the desk's own columns, and of people's columns only what must be put right. */
export class RowWriter {
  /** Whether SLA columns were left as they were. */
  leavesSla = false;
  private readonly written = new Map<number, { id: string; state: string }>();
  private readonly blocks: { first: number; position: number; cells: Cell[][] }[] = [];
  private readonly added: PlacedRow[] = [];
  /** Rows that now show another ticket's number beside the saved self that was written there. */
  private readonly strangers = new Map<number, string>();

  constructor(
    private readonly tickets: TicketsSheet,
    private readonly frame: {
      readonly read: ReadonlyMap<number, TicketRow>;
      readonly clock: () => WallClock;
      readonly view: SlaView;
    },
  ) {}

  /** Queues a new row for each ticket that has none, below the last one, inserted so that nobody's typing there is overwritten. */
  addMissingRows(saved: readonly SavedRow[]): PlacedRow[] {
    const missing = saved.filter(({ rowNumber }) => rowNumber === undefined).length;
    let next = missing > 0 ? this.tickets.lastRow() : 0;
    if (missing > 0 && next > 1) this.tickets.sheet.insertRowsAfter(next, missing);
    return saved.map((row) => {
      if (row.rowNumber !== undefined) return { ...row, rowNumber: row.rowNumber };
      const placed = { ...row, rowNumber: ++next };
      this.added.push(placed);
      this.writeContents(placed, this.tickets.layout);
      return placed;
    });
  }

  /** Queues the cells of people's columns that must be put right; neighbouring columns of the same rows together. */
  putBack(rows: readonly PlacedRow[]): void {
    const byKeys = new Map<string, { keys: readonly string[]; first: number; rows: RowCells<Cell>[] }>();
    for (const { rowNumber, putBack } of rows) {
      const contents = new Map(putBack.map(({ key, content }) => [key, content]));
      contents.delete(TICKET_KEY);
      for (const { first, keys } of this.tickets.layout.runs((key) => contents.has(key))) {
        const block = byKeys.get(keys.join()) ?? { keys, first, rows: [] };
        block.rows.push({ rowNumber, cells: keys.map((key) => cellOf(contents.get(key) ?? "", this.frame.clock)) });
        byKeys.set(keys.join(), block);
      }
    }
    for (const block of byKeys.values()) this.writeBlocks(block.first, block.rows, () => undefined);
  }

  /** Of rows that show another number: gives them their own again, as far as that can be proved. */
  putNumbersBack(saved: readonly SavedRow[]): boolean {
    const numbers = new Map<number, string>();
    for (const { rowNumber, ticketId, putBack } of saved) {
      if (rowNumber !== undefined && putBack.some(({ key }) => key === TICKET_KEY)) numbers.set(rowNumber, ticketId);
    }
    return numbers.size === 0 || this.putNumbers(numbers);
  }

  /**
   * Writes ticket numbers by row, and reads back whether they went into the rows that were meant: those carry the saved selves that were read.
   * Nothing else may be written before: another ticket that was sorted into such a row is known by its saved self, and gets its number back.
   */
  putNumbers(numbers: ReadonlyMap<number, string>): boolean {
    const position = this.tickets.layout.find(TICKET_KEY) ?? 1;
    const rows = [...numbers].map(([rowNumber, id]) => ({ rowNumber, cells: [guarded(id)] }));
    this.writeBlocks(position, rows, () => undefined);
    const { first, last } = spanOf([...numbers.keys()]);
    const found = this.tickets.readIdentities({ first, last });
    return [...numbers].every(([rowNumber, id]) => {
      const row = found[rowNumber - first];
      return row?.id === id && row.state === (this.frame.read.get(rowNumber)?.savedText ?? row.state);
    });
  }

  /** Queues State and the derived columns; rows between, that were read and need nothing, are written again as they are. */
  writeOwn(rows: readonly PlacedRow[]): void {
    for (const { rowNumber, ticketId, state } of rows) this.note(rowNumber, ticketId, encodeState(state, rowNumber));
    for (const run of this.tickets.layout.runs(this.keysToWrite(rows))) {
      const cellsOf = (text: string, cellAt: (key: string) => Cell): Cell[] =>
        run.keys.map((key) => (key === STATE_KEY ? text : cellAt(key)));
      const cells = rows.map(({ rowNumber, state }) => {
        const text = this.written.get(rowNumber)?.state ?? "";
        return { rowNumber, cells: cellsOf(text, (key) => derivedCell(key, state, this.frame.view)) };
      });
      this.writeBlocks(run.first, cells, (rowNumber) => {
        const between = this.between(rowNumber);
        return between && cellsOf(between.text, between.cellAt);
      });
    }
  }

  /**
   * All of the desk's columns; but where the rows lie so scattered that bridging them means judging the clocks of thousands of others, only
   * what an edit can change without them: the timer writes the rest.
   */
  private keysToWrite(rows: readonly PlacedRow[]): (key: string) => boolean {
    this.leavesSla = areScattered(rows.length, spanOf(rows.map(({ rowNumber }) => rowNumber)));
    if (!this.leavesSla) return isOurs;
    const isNew = rows.some(({ before }) => !before);
    return (key) => isOurs(key) && !isSla(key) && (isNew || key !== "created");
  }

  /** Whether every row written shows its ticket's number and its new saved self: this reads back, and so flushes. */
  proves(): boolean {
    const rowNumbers = [...this.written.keys()];
    const { first, last } = spanOf(rowNumbers);
    const found = this.tickets.readIdentities({ first, last });
    const wrong = rowNumbers.filter((rowNumber) => {
      const wanted = this.written.get(rowNumber);
      const row = found[rowNumber - first];
      if (row && row.state === wanted?.state && row.id !== wanted.id) this.strangers.set(rowNumber, row.id);
      return row?.id !== wanted?.id || row?.state !== wanted?.state;
    });
    return wrong.length === 0;
  }

  /** Where the rows were sorted before this was written: gives people's cells back what `told` says that the tickets which stand there now had. */
  giveBackTo(told: (id: string) => Fields | undefined): void {
    const own = new Set(this.added.map(({ rowNumber }) => rowNumber));
    for (const { first, position, cells } of this.blocks.splice(0)) {
      const keys = (cells[0] ?? []).map((_, index) => this.tickets.layout.keyAt(position + index) ?? "");
      for (const [rowNumber, id] of this.strangers) {
        const isWritten = rowNumber >= first && rowNumber < first + cells.length && !own.has(rowNumber);
        const contents = isWritten && keys.every(isField) ? told(id) : undefined;
        if (!contents) continue;
        const before = keys.map((key) => cellOf(contents[key] ?? "", this.frame.clock));
        this.writeBlock(position, { first: rowNumber, cells: [before] });
      }
    }
  }

  /**
   * Where columns moved while this writer wrote: gives people's cells back what they held, and added rows their contents. The desk's own
   * columns are left to whoever begins anew.
   */
  takeBack(now: Layout): void {
    for (const { first, position, cells } of this.blocks.splice(0)) {
      for (let at = position; at < position + (cells[0]?.length ?? 0); at++)
        this.giveBack(now, { first, at, height: cells.length });
    }
    for (const row of this.added) this.writeContents(row, now);
  }

  private giveBack(now: Layout, { first, at, height }: { first: number; at: number; height: number }): void {
    const key = now.keyAt(at);
    if (key === this.tickets.layout.keyAt(at) || (key !== undefined && !isField(key))) return;
    const cells = Array.from({ length: height }, (_, index): Cell[] => {
      const content = key === undefined ? "" : (this.frame.read.get(first + index)?.fields[key] ?? "");
      return [cellOf(content, this.frame.clock)];
    });
    this.writeBlock(at, { first, cells });
  }

  /** A row that was read and stands at home: what to write there so that nothing changes. */
  private between(rowNumber: number): Kept | undefined {
    const row = this.frame.read.get(rowNumber);
    const kept = row && this.keptIn(row);
    if (!row || !kept || kept.row !== rowNumber || row.typedId !== kept.id) return undefined;
    const text = this.written.get(rowNumber)?.state ?? kept.text;
    this.note(rowNumber, row.typedId, text);
    return { ...kept, text };
  }

  private keptIn(row: TicketRow): Kept | undefined {
    const { savedText: text } = row;
    // Where SLA columns are left as they are, what a State cell says first is all that is needed.
    const dates = this.leavesSla && text !== undefined ? datesIn(text) : undefined;
    if (dates && text !== undefined)
      return { id: dates.state.id, row: dates.row, text, cellAt: (key) => datedCell(key, dates.state) ?? "" };
    const { saved } = row;
    if (!saved) return undefined;
    const cellAt = (key: string): Cell => derivedCell(key, saved.state, this.frame.view);
    return { id: saved.state.id, row: saved.row, text: text ?? encodeState(saved.state, row.rowNumber), cellAt };
  }

  private note(rowNumber: number, id: string, state: string): void {
    this.written.set(rowNumber, { id, state });
  }

  private writeContents({ rowNumber, ticketId, contents, putBack }: PlacedRow, layout: Layout): void {
    const all: Readonly<Record<string, Saved>> = {
      ...contents,
      ...Object.fromEntries(putBack.map(({ key, content }) => [key, content])),
    };
    const runs = layout.runs((key) => key === TICKET_KEY || key in all);
    for (const { first, keys } of runs) {
      const cells = keys.map((key) => cellOf(key === TICKET_KEY ? ticketId : (all[key] ?? ""), this.frame.clock));
      this.writeBlocks(first, [{ rowNumber, cells }], () => undefined);
    }
  }

  private writeBlocks(
    position: number,
    rows: readonly RowCells<Cell>[],
    between: (rowNumber: number) => readonly Cell[] | undefined,
  ): void {
    for (const block of rowBlocks(rows, between)) this.writeBlock(position, block);
  }

  private writeBlock(position: number, { first, cells }: { first: number; cells: Cell[][] }): void {
    this.blocks.push({ first, position, cells });
    this.tickets.sheet.getRange(first, position, cells.length, cells[0]?.length ?? 1).setValues(cells);
  }
}
