import { type Fields, type Saved, sameContent } from "../../domain/ticket/content.ts";
import type { PutBack } from "../../domain/ticket/edit-rules.ts";
import type { DeskWrite, TicketState } from "../../domain/ticket/ticket.ts";
import type { TicketRow } from "../../use-cases/desk.ts";
import { type Cell, cellOf, type WallClock } from "../cell.ts";
import { datedCell, derivedCell, type SlaView } from "../derived-cells.ts";
import { guarded } from "../guard.ts";
import { areScattered, rowBlocks, type RowCells, spanOf } from "../row-blocks.ts";
import { datesIn, encodeState } from "../state-cell.ts";
import { isOurs, isSla, STATE_KEY, TICKET_KEY } from "../ticket-columns.ts";
import type { TicketsSheet } from "../tickets-sheet.ts";

/** A ticket's new self and where it belongs; without a row number a row is added for it. */
export interface SavedRow {
  readonly rowNumber: number | undefined;
  readonly ticketId: string;
  readonly before: TicketState | undefined;
  /** Undefined where the row stays without a ticket: what the desk wrote there is taken away. */
  readonly state: TicketState | undefined;
  readonly putBack: readonly PutBack[];
  readonly contents: Fields;
  /** Which of people's cells are written with it, and over what. */
  readonly deskWrite?: DeskWrite | undefined;
}

export type PlacedRow = SavedRow & { readonly rowNumber: number };

/** A row's own cells as they stand: its State, and the others by column key. */
interface Kept {
  readonly id: string;
  readonly row: number;
  readonly text: string;
  readonly cellAt: (key: string) => Cell;
}

/** Cells that were queued in one call. */
export interface Written {
  readonly first: number;
  readonly position: number;
  readonly cells: Cell[][];
}

/** Writes into Tickets rows: the desk's own columns, and of people's columns only what must be put right. */
export class RowWriter {
  /** Whether SLA columns were left as they were. */
  leavesSla = false;
  /** What was queued where, for whoever looks afterwards what it hit. */
  readonly writes: Written[] = [];
  readonly added: PlacedRow[] = [];
  private readonly selves = new Map<number, { id: string; state: string }>();
  private readonly meant = new Map<number, string>();

  constructor(
    private readonly tickets: TicketsSheet,
    private readonly context: {
      readonly seen: ReadonlyMap<number, TicketRow>;
      readonly clock: () => WallClock;
      readonly view: SlaView;
    },
  ) {}

  /** Whether more than numbers was queued. */
  get hasWrittenSelves(): boolean {
    return this.selves.size > 0;
  }

  /** Whose row was meant. */
  meantIn(rowNumber: number): string | undefined {
    return this.meant.get(rowNumber);
  }

  /**
   * Writes ticket numbers by row, and reads back whether they went into the rows that were meant: those hold what was read, their saved selves too.
   * Nothing else may be written before: another ticket that was sorted into such a row is known by its saved self, and gets its number back.
   */
  putNumbers(numbers: ReadonlyMap<number, string>): boolean {
    if (numbers.size === 0) return true;
    const position = this.tickets.layout.find(TICKET_KEY) ?? 1;
    for (const [rowNumber, id] of numbers) this.meant.set(rowNumber, id);
    const rows = [...numbers].map(([rowNumber, id]) => ({ rowNumber, cells: [guarded(id)] }));
    this.writeBlocks(position, rows);
    const found = new Map(this.tickets.readValues(spanOf([...numbers.keys()])).map((row) => [row.rowNumber, row]));
    return [...numbers].every(([rowNumber, id]) => {
      const [here, seen] = [found.get(rowNumber), this.context.seen.get(rowNumber)];
      return here?.typedId === id && (!seen || (here.savedText === seen.savedText && holdsStill(here, seen)));
    });
  }

  /**
   * Queues a row of its own for each ticket that has none, below the last one, so that nobody's typing is written over. Each is written whole, in one
   * call: where columns move meanwhile, it stays in one piece.
   */
  addRows(saved: readonly SavedRow[]): PlacedRow[] {
    const count = saved.filter(({ rowNumber }) => rowNumber === undefined).length;
    let next = count > 0 ? this.tickets.addRows(count) : 0;
    const placed = saved.map((row) => ({ ...row, rowNumber: row.rowNumber ?? next++ }));
    this.added.push(...placed.filter((_, index) => saved[index]?.rowNumber === undefined));
    const { layout } = this.tickets;
    const keys = Array.from({ length: layout.width }, (_, index) => layout.keyAt(index + 1) ?? "");
    const rows = this.added.map((row) => {
      const state = this.note(row);
      const shown = this.contentsOf(row);
      const cellAt = (key: string): Cell => {
        if (key === STATE_KEY) return state;
        return isOurs(key) ? this.derived(key, row.state) : (shown.get(key) ?? "");
      };
      return { rowNumber: row.rowNumber, cells: keys.map(cellAt) };
    });
    this.writeBlocks(1, rows);
    return placed;
  }

  /** Queues State and the derived columns; rows between, that were read and need nothing, are written again as they are. */
  writeOwn(rows: readonly PlacedRow[]): void {
    if (rows.length === 0) return;
    for (const row of rows) this.note(row);
    for (const run of this.tickets.layout.runs(this.keysToWrite(rows))) {
      const cellsOf = (text: string, cellAt: (key: string) => Cell): Cell[] =>
        run.keys.map((key) => (key === STATE_KEY ? text : cellAt(key)));
      const cells = rows.map(({ rowNumber, state }) => {
        const text = this.selves.get(rowNumber)?.state ?? "";
        return { rowNumber, cells: cellsOf(text, (key) => this.derived(key, state)) };
      });
      this.writeBlocks(run.first, cells, (rowNumber) => {
        const between = this.between(rowNumber);
        return between && cellsOf(between.text, between.cellAt);
      });
    }
  }

  /** Queues the cells of people's columns that must be put right; neighbouring columns of the same rows together. */
  putBack(rows: readonly PlacedRow[]): void {
    const byKeys = new Map<string, { keys: readonly string[]; first: number; rows: RowCells<Cell>[] }>();
    for (const { rowNumber, putBack } of rows) {
      const contents = new Map(putBack.map(({ key, content }) => [key, content]));
      contents.delete(TICKET_KEY);
      for (const { first, keys } of this.tickets.layout.runs((key) => contents.has(key))) {
        const block = byKeys.get(keys.join()) ?? { keys, first, rows: [] };
        block.rows.push({ rowNumber, cells: keys.map((key) => cellOf(contents.get(key) ?? "", this.context.clock)) });
        byKeys.set(keys.join(), block);
      }
    }
    for (const block of byKeys.values()) this.writeBlocks(block.first, block.rows);
  }

  /** Whether every row written shows its ticket's number and its new saved self: this reads back, and so sends. */
  proves(): boolean {
    const rowNumbers = [...this.selves.keys()];
    const { first, last } = spanOf(rowNumbers);
    const found = this.tickets.readIdentities({ first, last });
    return rowNumbers.every((rowNumber) => {
      const [wanted, row] = [this.selves.get(rowNumber), found[rowNumber - first]];
      return row?.id === wanted?.id && row?.state === wanted?.state;
    });
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

  /** A row that was read and stands at home: what to write there so that nothing changes. */
  private between(rowNumber: number): Kept | undefined {
    const row = this.context.seen.get(rowNumber);
    const kept = row && this.keptIn(row);
    if (!row || !kept || kept.row !== rowNumber || row.typedId !== kept.id) return undefined;
    const text = this.selves.get(rowNumber)?.state ?? kept.text;
    this.noteSelf(rowNumber, { id: row.typedId, state: text });
    return { ...kept, text };
  }

  private keptIn(row: TicketRow): Kept | undefined {
    const text = row.isBehind ? undefined : row.savedText;
    // Where SLA columns are left as they are, what a State cell says first is all that is needed.
    const dates = this.leavesSla && text !== undefined ? datesIn(text) : undefined;
    if (dates && text !== undefined)
      return { id: dates.state.id, row: dates.row, text, cellAt: (key) => datedCell(key, dates.state) ?? "" };
    const { saved } = row;
    if (!saved) return undefined;
    const cellAt = (key: string): Cell => this.derived(key, saved.state);
    return { id: saved.state.id, row: saved.row, text: text ?? encodeState(saved.state, row.rowNumber), cellAt };
  }

  /** Notes the saved self that this row is to show, and answers with it. */
  private note({ rowNumber, ticketId, state, deskWrite }: PlacedRow): string {
    const text = state ? encodeState(state, rowNumber, deskWrite) : "";
    this.noteSelf(rowNumber, { id: ticketId, state: text });
    return text;
  }

  private derived(key: string, state: TicketState | undefined): Cell {
    return state ? derivedCell(key, state, this.context.view) : "";
  }

  private noteSelf(rowNumber: number, self: { id: string; state: string }): void {
    this.meant.set(rowNumber, self.id);
    this.selves.set(rowNumber, self);
  }

  private contentsOf({ ticketId, contents, putBack }: PlacedRow): Map<string, Cell> {
    const all: [string, Saved][] = [
      ...Object.entries(contents),
      ...putBack.map(({ key, content }) => [key, content] as [string, Saved]),
    ];
    const cells = all.map(([key, content]) => [key, cellOf(content, this.context.clock)] as const);
    return new Map([...cells, [TICKET_KEY, guarded(ticketId)]]);
  }

  private writeBlocks(
    position: number,
    rows: readonly RowCells<Cell>[],
    between: (rowNumber: number) => readonly Cell[] | undefined = () => undefined,
  ): void {
    for (const { first, cells } of rowBlocks(rows, between)) this.writeBlock({ first, position, cells });
  }

  private writeBlock(block: Written): void {
    const { first, position, cells } = block;
    this.writes.push(block);
    this.tickets.sheet.getRange(first, position, cells.length, cells[0]?.length ?? 1).setValues(cells);
  }
}

/** Whether a row without a saved self is the one that was read: what stood in it still does. */
const holdsStill = (here: TicketRow, seen: TicketRow): boolean =>
  seen.saved !== undefined ||
  Object.entries(seen.cells ?? seen.fields).every(([key, content]) => {
    return (typeof content === "object" && "formula" in content) || sameContent(content, here.fields[key]);
  });
