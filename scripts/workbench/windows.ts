import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import { displayAt } from "../../test/emulator/spreadsheet/model/display.ts";
import { cellLook } from "./cell-look.ts";
import { choicesOf, tickOf } from "./choices.ts";
import { conditionsOf, type Conditions } from "./conditional.ts";
import { editText } from "./edit-text.ts";
import { linksOf } from "./links.ts";
import { BLOCK, type CellStyle, type CellView, type CellWindow } from "./protocol.ts";

/** Equal things of a window are sent once and named by their index. */
class Pool<T> {
  readonly items: T[] = [];
  private readonly indexes = new Map<string, number>();

  indexOf(item: T): number {
    const key = JSON.stringify(item);
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    this.indexes.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}

interface Pools {
  styles: Pool<CellStyle>;
  lists: Pool<string[]>;
  conditions: Conditions;
}

/** One block of rows of a sheet as the page draws it. */
export function readWindow(grid: Grid, block: number): CellWindow {
  const pools: Pools = { styles: new Pool(), lists: new Pool(), conditions: conditionsOf(grid) };
  const rows: CellWindow["rows"] = [];
  const end = Math.min(grid.maxRows, (block + 1) * BLOCK);
  for (let row = block * BLOCK; row < end; row++) rows.push(readRow(grid, row, pools));
  return { sheet: grid.id, block, styles: pools.styles.items, lists: pools.lists.items, rows };
}

function readRow(grid: Grid, row: number, pools: Pools): CellWindow["rows"][number] {
  const cells: (CellView | 0)[] = [];
  for (let column = 0; column < grid.maxColumns; column++) {
    const cell = readCell(grid, { row, column }, pools);
    cells.push(cell ?? 0);
  }
  while (cells.length > 0 && cells[cells.length - 1] === 0) cells.pop();
  return cells.length > 0 ? cells : null;
}

function readCell(grid: Grid, { row, column }: { row: number; column: number }, pools: Pools): CellView | undefined {
  const look = grid.lookAt(row, column);
  const view: CellView = {};
  const text = displayAt(grid, row, column);
  if (text !== "") view.t = text;
  const tick = tickOf(grid, row, column);
  if (tick !== undefined) view.c = tick;
  const typed = editText(grid, row, column);
  if (typed !== text) view.e = typed;
  const style = cellLook(grid, { row, column, look }, pools.conditions);
  if (style) view.s = pools.styles.indexOf(style);
  const note = grid.noteAt(row, column);
  if (note) view.n = note;
  const choices = look.validation && choicesOf(grid.book, look.validation);
  if (choices) view.l = pools.lists.indexOf(choices);
  const links = linksOf(grid, row, column);
  if (links.length > 0) view.h = links;
  return Object.keys(view).length > 0 ? view : undefined;
}
