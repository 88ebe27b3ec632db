import { type Content, type Fields } from "../../domain/ticket/content.ts";
import type { PutBack } from "../../domain/ticket/edit-rules.ts";
import { Problem } from "../../domain/problem.ts";
import { RowsMoved, type TicketRow } from "../../use-cases/desk.ts";
import type { WallClock } from "../cell.ts";
import type { SlaView } from "../derived-cells.ts";
import type { Memory } from "../memory.ts";
import { readLayout, stillStands } from "../settle-columns.ts";
import { TICKET_KEY } from "../ticket-columns.ts";
import { TicketsSheet } from "../tickets-sheet.ts";
import { untouched, withDeskWrites } from "./desk-writes.ts";
import { spansOf } from "../row-spans.ts";
import { type PlacedRow, RowWriter, type SavedRow } from "./row-writer.ts";
import { noteStrays, Strays, takeAway, type Unnamed } from "./strays.ts";
import type { Tries } from "./tries.ts";

/** Where at most so many rows are written, the header row is read once more right before. */
const ROWS_LOOKED_AT_AGAIN = 200;

/** How often it is looked what was hit, where columns are moved again and again. */
const LOOKS = 3;

interface SaverContext {
  readonly memory: Memory;
  readonly tries: Tries;
  readonly clock: () => WallClock;
  readonly view: SlaView;
  /** The present instant, epoch ms. */
  readonly instant: () => number;
  /** The rows of this run as it read them last. */
  readonly seen: ReadonlyMap<number, TicketRow>;
  /** What a ticket's cells hold as History tells it. */
  readonly contentsOf: (ticketId: string) => Fields;
}

/** Saves Tickets rows: looks again, writes, reads back. Whatever moved meanwhile is a RowsMoved, and what was hit is noted for the next try. */
export class RowSaver {
  constructor(
    private readonly tickets: TicketsSheet,
    private readonly context: SaverContext,
  ) {}

  /** Numbers by row; proved before anything else may be written. */
  putNumbers(numbers: ReadonlyMap<number, string>): void {
    this.written((writer) => {
      const isProved = writer.putNumbers(numbers);
      this.proveColumns();
      if (!isProved) throw new RowsMoved();
    });
  }

  /** Answers with the rows where they stand now, and whether their SLA columns were left as they were. */
  save(saved: readonly SavedRow[]): { placed: PlacedRow[]; leavesSla: boolean } {
    const { seen, instant, tries } = this.context;
    const numbers = saved.filter(({ putBack }) => putBack.some(({ key }) => key === TICKET_KEY));
    const byRow = numbers.flatMap(({ rowNumber, ticketId }) => (rowNumber ? [[rowNumber, ticketId] as const] : []));
    const outcome = this.written((writer) => {
      if (!writer.putNumbers(new Map(byRow))) throw new RowsMoved();
      const placed = writer.addRows(withDeskWrites(this.stillDue(saved), seen, instant()));
      const old = placed.filter((row) => !writer.added.includes(row));
      writer.writeOwn(old); // before people's cells, and sent together with them: State tells of them wherever they land
      writer.putBack(old);
      this.proveColumns();
      if (!writer.proves()) throw new RowsMoved();
      return { placed, leavesSla: writer.leavesSla };
    });
    tries.strays.settle(new Set(outcome.placed.map(({ ticketId }) => ticketId)));
    return outcome;
  }

  /** That the columns stand where they stood when this run read them. */
  proveColumns(): void {
    if (!stillStands(this.tickets.sheet, this.tickets.layout)) throw new RowsMoved();
  }

  /**
   * Rows with those cells of people's that may still be written: they hold what this run has read there, one call before they are written. Where somebody
   * has typed meanwhile, the cell is left to the run of that edit.
   */
  private stillDue(saved: readonly SavedRow[]): SavedRow[] {
    const rowNumbers = saved.flatMap(({ rowNumber, putBack }) =>
      rowNumber !== undefined && putBack.some(isPeoples) ? [rowNumber] : [],
    );
    // What would be written into other columns could hit what somebody has just typed there, unseen. Of many rows each call counts.
    const old = saved.filter(({ rowNumber }) => rowNumber !== undefined);
    if (rowNumbers.length === 0 && old.length > 0 && old.length <= ROWS_LOOKED_AT_AGAIN) this.proveColumns();
    const wanted = new Set(rowNumbers);
    const rows = spansOf(rowNumbers).flatMap((span) => this.tickets.readValues(span));
    const now = new Map(rows.map((row) => [row.rowNumber, row]));
    const still = saved.map((row) => {
      const { rowNumber = 0, ticketId, putBack } = row;
      if (!wanted.has(rowNumber)) return row;
      const [here, seen] = [now.get(rowNumber), this.context.seen.get(rowNumber)];
      if (here?.typedId !== ticketId || (seen && here.savedText !== seen.savedText)) throw new RowsMoved();
      return { ...row, putBack: untouched(putBack, here, seen) };
    });
    const countOf = (all: readonly SavedRow[]): number =>
      all.flatMap(({ putBack }) => putBack.filter(isPeoples)).length;
    // What looks like typing may be another column that stands there by now.
    if (countOf(still) < countOf(saved)) this.proveColumns();
    return still;
  }

  /** Writes and proves; where rows or columns moved meanwhile, or Google can't find them any more, notes first what was hit. */
  private written<T>(write: (writer: RowWriter) => T): T {
    const { seen, clock, view } = this.context;
    const writer = new RowWriter(this.tickets, { seen, clock, view });
    try {
      return write(writer);
    } catch (error) {
      this.noteHits(writer);
      throw error instanceof Problem ? error : new RowsMoved(error);
    }
  }

  private noteHits(writer: RowWriter): void {
    const { memory, clock, tries } = this.context;
    const { sheet, layout: before } = this.tickets;
    const heldBy = (id: string, key: string): Content => this.heldBefore(writer, id, key);
    for (let look = 1; look <= LOOKS; look++) {
      const now = new TicketsSheet(sheet, readLayout(sheet, memory, true).layout, clock);
      const found = new Strays();
      let unnamed: Unnamed[];
      try {
        unnamed = noteStrays(writer, found, { before, now, clock, heldBy });
      } catch (error) {
        if (look < LOOKS && error instanceof RowsMoved) continue;
        throw error;
      }
      if (look < LOOKS && !stillStands(sheet, now.layout)) continue; // columns were moved while it was looking
      for (const cell of unnamed) takeAway(now, cell, clock);
      tries.strays.take(found);
      break;
    }
    for (const { ticketId, rowNumber } of writer.added) tries.strays.addUnplaced(ticketId, rowNumber);
  }

  /** What a cell held, or was to hold, when this run read the rows. */
  private heldBefore(writer: RowWriter, ticketId: string, key: string): Content {
    const added = writer.added.find((row) => row.ticketId === ticketId);
    if (added) return added.contents[key] ?? "";
    const row = [...this.context.seen.values()].find(({ typedId }) => typedId === ticketId);
    if (row) return (row.cells ?? row.fields)[key] ?? "";
    return this.context.contentsOf(ticketId)[key] ?? "";
  }
}

const isPeoples = ({ key }: PutBack): boolean => key !== TICKET_KEY;
