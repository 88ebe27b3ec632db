import { type Content, type Fields, sameContent } from "../../domain/ticket/content.ts";
import type { TicketRow } from "../../use-cases/desk.ts";
import { type Cell, contentWritten, type WallClock } from "../cell.ts";
import type { Layout } from "../layout.ts";
import { isField } from "../ticket-columns.ts";
import type { TicketsSheet } from "../tickets-sheet.ts";
import { spansOf } from "../row-spans.ts";
import type { PlacedRow, RowWriter, Written } from "./row-writer.ts";

/** A cell of people's that holds what was meant for another: whose it is, what was written there, and what it held before. */
export interface Stray {
  readonly ticketId: string;
  readonly key: string;
  readonly wrote: Content;
  readonly held: Content;
}

/** The stray cells that are yet to be mended; a ticket's are mended with whatever is saved of its row next. */
export class Strays {
  private cells: Stray[] = [];
  private readonly hit = new Set<string>();
  private readonly settled = new Set<string>();
  private readonly unplaced = new Map<string, number>();
  private readonly littered = new Map<number, Record<string, Content>>();

  /** What is known of a cell already stays: the try that hit it had seen what it held. */
  add(strays: readonly Stray[]): void {
    this.cells.push(...strays.filter((stray) => !this.cells.some((known) => isSameHit(known, stray))));
  }

  /** Into the row of a ticket that was not meant: its own cells are to be written anew, whatever they hold. */
  addHit(ticketId: string): void {
    this.hit.add(ticketId);
  }

  /** All that others have noted. */
  take({ cells, littered, hit }: Strays): void {
    this.add(cells);
    for (const ticketId of hit) this.addHit(ticketId);
    for (const [rowNumber, wrote] of littered) this.addLittered(rowNumber, wrote);
  }

  /** The row that was added for this ticket, here, may show its number in another column than Ticket, or in none. */
  addUnplaced(ticketId: string, rowNumber: number): void {
    this.unplaced.set(ticketId, rowNumber);
  }

  /** Where the row was added for a ticket that may not show its number; it may have moved since. */
  unplacedAt(ticketId: string): number | undefined {
    return this.unplaced.get(ticketId);
  }

  /** The ticket for which a row was added there. */
  unplacedIn(rowNumber: number): string | undefined {
    return [...this.unplaced].find(([, row]) => row === rowNumber)?.[0];
  }

  /** A row without a ticket was written into, and this into its cells. It may have moved since: whoever looks there must know it again. */
  addLittered(rowNumber: number, wrote: Fields): void {
    this.littered.set(rowNumber, { ...this.littered.get(rowNumber), ...wrote });
  }

  /** The rows that were littered, each once, with what was written there. */
  takeLittered(): [rowNumber: number, wrote: Fields][] {
    const rows = [...this.littered];
    this.littered.clear();
    return rows;
  }

  get tickets(): string[] {
    return [...new Set([...this.cells.map(({ ticketId }) => ticketId), ...this.unplaced.keys(), ...this.hit])];
  }

  /** The row as it must stand: cells that still hold what was written there by mistake are owed what they held. */
  mended(row: TicketRow, ticketId: string): TicketRow {
    const held: Record<string, Content> = {};
    // Hit twice, it gets back what it held before the first time.
    for (const stray of [...this.cells].reverse())
      if (stray.ticketId === ticketId && sameContent(stray.wrote, held[stray.key] ?? row.fields[stray.key] ?? ""))
        held[stray.key] = stray.held;
    if (Object.keys(held).length === 0) return row;
    return { ...withOwed(row, held), wroteOver: { ...row.wroteOver, ...held } };
  }

  /** Whether this run has saved the ticket's row: what it wrote there, it wrote over what it had seen. */
  isSettled(ticketId: string): boolean {
    return this.settled.has(ticketId);
  }

  settle(ticketIds: ReadonlySet<string>): void {
    this.cells = this.cells.filter(({ ticketId }) => !ticketIds.has(ticketId));
    for (const ticketId of ticketIds) {
      this.settled.add(ticketId);
      this.unplaced.delete(ticketId);
      this.hit.delete(ticketId);
    }
  }
}

const isSameHit = (one: Stray, other: Stray): boolean =>
  one.ticketId === other.ticketId && one.key === other.key && sameContent(one.wrote, other.wrote);

/** The row with these contents owed to its cells. */
export function withOwed(row: TicketRow, owed: Fields): TicketRow {
  if (Object.keys(owed).length === 0) return row;
  return { ...row, fields: { ...row.fields, ...owed }, cells: row.cells ?? row.fields };
}

/** A cell in a column without a header, and what may have been written there. */
export interface Unnamed {
  readonly rowNumber: number;
  readonly at: number;
  readonly wrote: Content;
}

interface StrayLook {
  /** Where the columns stood when the run wrote, and the sheet as it stands now. */
  readonly before: Layout;
  readonly now: TicketsSheet;
  readonly clock: () => WallClock;
  /** What a ticket's cell held before the run wrote. */
  readonly heldBy: (ticketId: string, key: string) => Content;
}

/**
 * Notes which cells of people's hold what a run wrote for others, compared by content in the rows and columns as they stand now. What was written into
 * columns without a header, or was shifted there by another that was inserted since, is answered with: it is to be taken away, since nothing is known of them.
 */
export function noteStrays(writer: RowWriter, strays: Strays, look: StrayLook): Unnamed[] {
  const unnamed: Unnamed[] = [];
  const { before, now, clock, heldBy } = look;
  const written = [...new Set(writer.writes.flatMap(({ first, cells }) => cells.map((_, index) => first + index)))];
  const readRows = (rowNumbers: readonly number[]): TicketRow[] =>
    spansOf(rowNumbers).flatMap((span) => now.read(span));
  const rows = new Map(readRows(written).map((row) => [row.rowNumber, row]));
  const elsewhere = movedRows(writer, written, { rows, now });
  for (const row of readRows([...elsewhere.values()])) rows.set(row.rowNumber, row);
  const gridColumns = now.sheet.getMaxColumns();
  const unnamedNear = (at: number): number[] =>
    [at - 1, at, at + 1].filter((place) => place > 0 && place <= gridColumns && now.layout.keyAt(place) === undefined);
  const owners = ownersOf(writer, rows, { now, heldBy });
  for (const { rowNumber: writtenAt, at, cell } of cellsIn(writer.writes))
    for (const rowNumber of [writtenAt, elsewhere.get(writtenAt) ?? writtenAt].filter(isFirst)) {
      const [here, key] = [rows.get(rowNumber), now.layout.keyAt(at)];
      const [meant, ticketId = ""] = [writer.meantIn(writtenAt), owners.get(rowNumber)];
      const wrote = contentWritten(cell, clock);
      if (cell !== "") unnamed.push(...unnamedNear(at).map((place) => ({ rowNumber, at: place, wrote })));
      if (here && ticketId === "" && meant !== "")
        strays.addLittered(rowNumber, key !== undefined && isField(key) ? { [key]: wrote } : {});
      if (!here || ticketId === "") continue;
      if (ticketId !== meant) strays.addHit(ticketId);
      // Columns may have been moved once more since.
      for (const place of cell === "" || typeof wrote === "object" ? [at] : [at, at - 1, at + 1]) {
        const field = now.layout.keyAt(place);
        if (field === undefined || !isField(field) || (field === before.keyAt(at) && ticketId === meant)) continue;
        strays.add(strayIn(here, { ticketId, key: field, wrote, held: heldBy(ticketId, field) }));
      }
    }
  for (const row of writer.added) {
    const here = owners.get(row.rowNumber) === row.ticketId ? rows.get(row.rowNumber) : undefined;
    if (here) strays.add(straysInAdded(row, here, look));
  }
  return unnamed;
}

/** A row that was added is its ticket's alone: whatever else stands there by now came from other columns. */
function straysInAdded({ ticketId }: PlacedRow, here: TicketRow, { now, heldBy }: StrayLook): Stray[] {
  const keys = now.layout.columns.flatMap(({ key }) => (isField(key) ? [key] : []));
  const all = keys.map((key) => ({ ticketId, key, wrote: here.fields[key] ?? "", held: heldBy(ticketId, key) }));
  return all.filter(({ wrote, held }) => !sameContent(held, wrote));
}

const isFirst = (row: number, index: number, all: readonly number[]): boolean => all.indexOf(row) === index;

/** Of rows that show another ticket's number than was meant there, where that ticket stands now: it was moved before it was written, or after. */
function movedRows(
  writer: RowWriter,
  written: readonly number[],
  { rows, now }: { rows: ReadonlyMap<number, TicketRow>; now: TicketsSheet },
): Map<number, number> {
  const moved = written.filter((row) => writer.meantIn(row) && rows.get(row)?.typedId !== writer.meantIn(row));
  if (moved.length === 0) return new Map();
  const ids = now.allIds();
  return new Map(
    moved.flatMap((row) => {
      const place = ids.indexOf(writer.meantIn(row) ?? "");
      return place < 0 ? [] : [[row, place + 2]];
    }),
  );
}

function cellsIn(writes: readonly Written[]): { rowNumber: number; at: number; cell: Cell }[] {
  return writes.flatMap(({ first, position, cells }) =>
    cells.flatMap((row, index) =>
      row.map((cell, column) => ({ rowNumber: first + index, at: position + column, cell })),
    ),
  );
}

/** Columns in which many tickets hold the same word. */
const WORDS: readonly string[] = ["status", "priority"];

/**
 * Whose the rows are that a run wrote into: by the number that each shows. One without a number is the meant ticket's only where no other row shows that, and it holds one of its texts;
 * one whose number alone was to be put right, by its saved self; one that was added stays its ticket's, whatever stands under Ticket where columns moved.
 */
function ownersOf(
  writer: RowWriter,
  rows: ReadonlyMap<number, TicketRow>,
  { now, heldBy }: Pick<StrayLook, "now" | "heldBy">,
): Map<number, string> {
  return new Map(
    [...rows].map(([rowNumber, { typedId, saved, fields }]) => {
      const meant = writer.meantIn(rowNumber) ?? "";
      if (!writer.hasWrittenSelves && saved?.state.id === meant) return [rowNumber, meant];
      const added = writer.added.find((row) => row.rowNumber === rowNumber);
      if (added && isAmong(added.contents, typedId)) return [rowNumber, meant];
      if (typedId !== "") return [rowNumber, typedId];
      const holdsItsTexts = Object.entries(fields).some(([key, content]) => {
        return content !== "" && !WORDS.includes(key) && sameContent(content, heldBy(meant, key));
      });
      return [rowNumber, !holdsItsTexts || now.rowsShowing(meant).length > 0 ? "" : meant];
    }),
  );
}

/** Formats may show a date that was written there in another way: whatever isn't what was held counts as ours then. */
function strayIn(here: TicketRow, stray: Stray): Stray[] {
  const holds = here.fields[stray.key] ?? "";
  const isOurs = typeof stray.wrote === "object" || sameContent(stray.wrote, holds);
  return isOurs && !sameContent(stray.held, holds) ? [{ ...stray, wrote: holds }] : [];
}

/** Whether what stands under Ticket is a text of the ticket itself: columns changed places, and its number stands under another. */
export const isAmong = (contents: Fields, typedId: string): boolean =>
  typedId !== "" && Object.values(contents).some((content) => content === typedId);

/** Takes away what a run wrote into a column without a header, if it still stands there. */
export function takeAway({ sheet }: TicketsSheet, { rowNumber, at, wrote }: Unnamed, clock: () => WallClock): void {
  const cell = sheet.getRange(rowNumber, at);
  const holds = contentWritten(cell.getValue() as Cell, clock);
  // Dates may be shown in other ways, numbers as dates or as texts.
  if (typeof wrote === "object" || (typeof wrote === "number" && typeof holds === "object")) cell.setValue("");
  else if (typeof holds !== "object" && String(wrote) === String(holds)) cell.setValue("");
}
