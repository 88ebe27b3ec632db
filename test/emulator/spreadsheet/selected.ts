import type { Execution } from "../core/execution.ts";
import type { Book } from "./model/book.ts";
import type { Grid } from "./model/grid.ts";
import { contains, type Rect } from "./model/rect.ts";

/** What is selected in a book: a sheet, blocks of it, and the one cell that is being edited. */
export class Selected {
  constructor(
    readonly book: Book,
    private sheetId: number = book.grids[0]?.id ?? 0,
    public rects: Rect[] = [{ top: 0, left: 0, rows: 1, columns: 1 }],
    public current = { row: 0, column: 0 },
  ) {}

  /** The active sheet; the first one when it has been deleted. */
  get grid(): Grid {
    const grid = this.book.findGrid(this.sheetId) ?? this.book.grids[0];
    if (!grid) throw new Error("A spreadsheet always has a sheet.");
    return grid;
  }

  select(grid: Grid, rects: Rect[]): void {
    const first = rects[0] ?? { top: 0, left: 0, rows: 1, columns: 1 };
    this.sheetId = grid.id;
    this.rects = rects.map((rect) => ({ ...rect }));
    this.current = { row: first.top, column: first.left };
  }

  /** Makes another sheet active, with its first cell selected. */
  show(grid: Grid): void {
    if (grid.id !== this.sheetId) this.select(grid, [{ top: 0, left: 0, rows: 1, columns: 1 }]);
  }

  /** Makes a cell current; the selection stays where it contains the cell. */
  moveTo(grid: Grid, cell: Rect): void {
    const isInside = grid.id === this.sheetId && this.rects.some((rect) => contains(rect, cell));
    if (isInside) this.current = { row: cell.top, column: cell.left };
    else this.select(grid, [cell]);
  }
}

/** A window that keeps a selection of its own; the script sees it and may change it. */
export interface SelectionHost {
  selected: Selected;
}

const ofExecution = new WeakMap<Execution, Map<Book, Selected>>();

/** The selection an execution works with: that of its window where it has one, else one of its own per book. */
export function selectionOf(run: Execution, book: Book): Selected {
  const host = run.window as Partial<SelectionHost> | undefined;
  if (host?.selected?.book === book) return host.selected;
  let own = ofExecution.get(run);
  if (!own) ofExecution.set(run, (own = new Map<Book, Selected>()));
  const known = own.get(book) ?? new Selected(book);
  own.set(book, known);
  return known;
}
