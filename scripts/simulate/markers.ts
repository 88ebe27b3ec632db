import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";

/** Ends a header's note; the desk writes such notes itself and never reads them. */
const COLUMN_MARK = /\u2063(.+)$/s;
const ROW_MARK = /^\u2063(r\d+)$/;
const HOME = "Ticket";

/**
 * Who is who in Tickets, whatever the cells say: a note in each row's Ticket cell and one in each header cell. The
 * Workspace lets notes travel with sort, move, cut, insertion, deletion and undo, cell by cell as Google does, so that
 * nothing has to be computed beside it; the product neither reads nor writes notes there.
 */
export class Markers {
  private given = 0;

  constructor(private readonly grid: Grid) {
    for (let column = 0; column < grid.maxColumns; column++) {
      const header = String(grid.valueAt(0, column));
      if (header !== "") this.markColumn(column, header);
    }
    this.stamp();
  }

  /** Columns by identity: the header that they had first. */
  columns(): Map<string, number> {
    const found = new Map<string, number>();
    for (let column = 0; column < this.grid.maxColumns; column++) {
      const id = COLUMN_MARK.exec(this.grid.noteAt(0, column))?.[1];
      if (id !== undefined && !found.has(id)) found.set(id, column);
    }
    return found;
  }

  /** Rows by identity, 0-based in the sheet. */
  rows(): Map<string, number> {
    const home = this.home();
    const found = new Map<string, number>();
    for (let row = 1; row < this.grid.maxRows; row++) {
      const id = ROW_MARK.exec(this.grid.noteAt(row, home))?.[1];
      if (id !== undefined && !found.has(id)) found.set(id, row);
    }
    return found;
  }

  /** Gives every row and column that has no identity yet one of its own. */
  stamp(): void {
    const { grid } = this;
    for (let column = 0; column < grid.maxColumns; column++)
      if (!COLUMN_MARK.test(grid.noteAt(0, column))) this.markColumn(column, `column ${++this.given}`);
    const home = this.home();
    for (let row = 1; row < grid.maxRows; row++) if (!ROW_MARK.test(grid.noteAt(row, home))) this.markRow(row, home);
  }

  /** After an act that copied notes along: the copies take back what stood at their places, or become rows of their own. */
  separate(before: ReadonlyMap<string, number>): void {
    const home = this.home();
    const places = new Map<string, number[]>();
    for (let row = 1; row < this.grid.maxRows; row++) {
      const id = ROW_MARK.exec(this.grid.noteAt(row, home))?.[1];
      if (id !== undefined) places.set(id, [...(places.get(id) ?? []), row]);
    }
    const idBefore = new Map([...before].map(([id, row]) => [row, id]));
    for (const [id, rows] of places) {
      if (rows.length < 2) continue;
      const original = rows.find((row) => before.get(id) === row) ?? rows[0];
      for (const row of rows) if (row !== original) this.markAnew(row, idBefore.get(row), places);
    }
  }

  private markAnew(row: number, id: string | undefined, places: ReadonlyMap<string, unknown>): void {
    if (id !== undefined && !places.has(id)) this.grid.setNote(row, this.home(), `\u2063${id}`);
    else this.markRow(row, this.home());
  }

  private home(): number {
    const column = this.columns().get(HOME);
    if (column === undefined) throw new Error("The simulator has lost the Ticket column.");
    return column;
  }

  private markRow(row: number, home: number): void {
    this.grid.setNote(row, home, `\u2063r${++this.given}`);
  }

  private markColumn(column: number, id: string): void {
    this.grid.setNote(0, column, `${this.grid.noteAt(0, column)}\u2063${id}`);
  }
}
