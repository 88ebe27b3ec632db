import type { SavedIdentity } from "../domain/ticket/ticket.ts";
import { RowsMoved, type RowSpan, type TicketRow } from "../use-cases/desk.ts";
import type { Cell, WallClock } from "./cell.ts";
import type { Layout } from "./layout.ts";
import { fillsNeighbours, RowCells } from "./row-cells.ts";
import { decodeState, identityIn } from "./state-cell.ts";
import { STATE_KEY, TICKET_KEY } from "./ticket-columns.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Up to this many rows, everything between number and saved self is read in one call rather than in two. */
const TOGETHER_AT_MOST = 1000;
const SPARE_ROWS_AT_LEAST = 50;
const SPARE_ROWS_ADDED = 200;

/** Reads Tickets rows as the desk sees them: number, saved self and the editable fields. */
export class TicketsSheet {
  private readonly rows: RowCells;

  constructor(
    readonly sheet: Sheet,
    readonly layout: Layout,
    clock: () => WallClock,
  ) {
    this.rows = new RowCells(sheet, layout, clock);
  }

  /** Rows beyond the grid's end are left out; throws RowsMoved where columns are gone since the layout was read. */
  read({ first, last }: RowSpan): TicketRow[] {
    const height = last - first + 1;
    if (height < 1) return [];
    try {
      return this.rows.read(first, height);
    } catch (error) {
      this.checkColumns(error);
      const gridRows = this.sheet.getMaxRows();
      if (gridRows >= last) throw error; // not the grid's end: a bug or a failing Google
      return this.read({ first, last: gridRows });
    }
  }

  /** The same without formulas, by one call: whether rows still hold what they held. */
  readValues({ first, last }: RowSpan): TicketRow[] {
    return this.whereColumnsAre(() => this.rows.readValues(first, last - first + 1));
  }

  /** Numbers and saved selves only: the cheapest proof of which ticket stands where. */
  readIdentities({ first, last }: RowSpan): { id: string; state: string }[] {
    const height = last - first + 1;
    const [idAt, stateAt] = [this.layout.find(TICKET_KEY) ?? 1, this.layout.find(STATE_KEY) ?? 1];
    const ends = { first: Math.min(idAt, stateAt), last: Math.max(idAt, stateAt) };
    if (height > TOGETHER_AT_MOST) {
      const states = this.columnCells(stateAt, first, height);
      return this.columnCells(idAt, first, height).map((id, row) => ({ id: String(id), state: String(states[row]) }));
    }
    const width = ends.last - ends.first + 1;
    const cells = this.whereColumnsAre(() => this.sheet.getRange(first, ends.first, height, width).getValues());
    return cells.map((row) => ({ id: String(row[idAt - ends.first]), state: String(row[stateAt - ends.first]) }));
  }

  /** Of neighbouring rows read earlier, the row numbers that still hold the ticket they held, with its saved self. */
  stillStanding(rows: readonly TicketRow[]): Set<number> {
    const [first] = rows;
    if (!first) return new Set();
    const found = this.readIdentities({ first: first.rowNumber, last: first.rowNumber + rows.length - 1 });
    const still = rows.filter(({ typedId, savedText }, index) => {
      const { id, state } = found[index] ?? { id: "", state: "" };
      return id === typedId && state === savedText;
    });
    return new Set(still.map(({ rowNumber }) => rowNumber));
  }

  /** Rows that show a ticket number, ascending. */
  rowsShowing(id: string): number[] {
    const position = this.layout.find(TICKET_KEY);
    if (position === undefined || id === "") return [];
    const column = columnLetters(position);
    const found = this.sheet
      .getRange(`${column}2:${column}`)
      .createTextFinder(id)
      .matchEntireCell(true)
      .matchCase(true)
      .findAll();
    return found.map((range) => range.getRow()).sort((one, other) => one - other);
  }

  /** Rows in which any cell holds just this text: the whole sheet is searched. */
  rowsHolding(text: string): number[] {
    const found = this.sheet.createTextFinder(text).matchEntireCell(true).matchCase(true).findAll();
    return [...new Set(found.map((range) => range.getRow()))];
  }

  /** Every row's ticket number from row 2 on; and some empty rows always stand ready below, for people to type in. */
  takeRoll(): string[] {
    const position = this.layout.find(TICKET_KEY);
    const lastRow = this.lastRow();
    const gridRows = this.sheet.getMaxRows();
    if (gridRows - lastRow < SPARE_ROWS_AT_LEAST) this.sheet.insertRowsAfter(gridRows, SPARE_ROWS_ADDED);
    return position === undefined || lastRow < 2 ? [] : this.columnCells(position, 2, lastRow - 1).map(String);
  }

  /** A column's cells from row 2 on; empty where it was deleted. */
  cellsOf(key: string): Cell[] {
    const position = this.layout.find(key);
    return position === undefined ? [] : this.cellsAt(position);
  }

  /** The cells of the column that stands at this position, from row 2 on. */
  cellsAt(position: number): Cell[] {
    const height = this.lastRow() - 1;
    return height < 1 ? [] : this.columnCells(position, 2, height);
  }

  /** The same and the blank cells below them, by one call less. */
  cellsToEndOf(key: string): Cell[] {
    const position = this.layout.find(key);
    if (position === undefined) return [];
    const column = columnLetters(position);
    return this.sheet
      .getRange(`${column}2:${column}`)
      .getValues()
      .map(([cell]) => cell as Cell);
  }

  /** Every row's ticket number from row 2 on, in one read of one column. */
  allIds(): string[] {
    return this.cellsOf(TICKET_KEY).map(String);
  }

  /** The ticket whose saved self stands in a row. */
  savedIn(rowNumber: number): string | undefined {
    const [found] = this.readIdentities({ first: rowNumber, last: rowNumber });
    return decodeState(found?.state)?.state.id;
  }

  /** Of the saved selves that stand in any row, whatever number that row shows: which ticket, and its last event. */
  savedSelves(): SavedIdentity[] {
    return this.cellsOf(STATE_KEY).flatMap((cell) => identityIn(cell) ?? []);
  }

  /** A formula in a header may fill the whole column below it: what stands there is nobody's edit. */
  seeHeaderFormulas(): void {
    const [formulas = []] = this.sheet.getRange(1, 1, 1, this.layout.width).getFormulas();
    for (const { key, position } of this.layout.columns) {
      if (fillsNeighbours(formulas[position - 1] ?? "")) this.layout.spills.add(key);
    }
  }

  /** Columns that no array formula fills any more are people's again. */
  forgetSpills(): void {
    const spilled = this.layout.columns.filter(({ key }) => this.layout.spills.has(key));
    const [first, last] = [spilled[0], spilled[spilled.length - 1]];
    if (!first || !last) return;
    const width = last.position - first.position + 1;
    const formulas = this.sheet.getRange(1, first.position, Math.max(1, this.lastRow()), width).getFormulas();
    for (const { key, position } of spilled) {
      const isFilled = formulas.some((row) => fillsNeighbours(row[position - first.position] ?? ""));
      if (!isFilled) this.layout.spills.delete(key);
    }
  }

  lastRow(): number {
    return this.sheet.getLastRow();
  }

  /** Queues new rows below the last one, and answers with the number of the first: what people type at the end meanwhile moves down. */
  addRows(count: number): number {
    const last = this.lastRow();
    if (last > 1) this.sheet.insertRowsAfter(last, count);
    else this.sheet.insertRowsBefore(2, count); // in the look of the rows below, not of the header
    return last + 1;
  }

  private columnCells(position: number, first: number, height: number): Cell[] {
    const cells = this.whereColumnsAre(() => this.sheet.getRange(first, position, height, 1).getValues());
    return cells.map(([cell]) => cell as Cell);
  }

  /** What was read; RowsMoved where so many columns are gone since the layout was read that there is nothing to read. */
  private whereColumnsAre<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      this.checkColumns(error);
      throw error;
    }
  }

  private checkColumns(error: unknown): void {
    if (this.sheet.getMaxColumns() < this.layout.width) throw new RowsMoved(error);
  }
}

/** 1 → "A", 27 → "AA". */
export function columnLetters(position: number): string {
  const letter = String.fromCharCode(65 + ((position - 1) % 26));
  return position <= 26 ? letter : columnLetters(Math.floor((position - 1) / 26)) + letter;
}
