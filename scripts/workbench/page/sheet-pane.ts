import type { CellWindow, SheetView } from "../protocol.ts";
import { type Area, areaName, cellName } from "./a1.ts";
import { Cells } from "./cells.ts";
import { Charts } from "./charts.ts";
import { Editor, type Leaving } from "./editor.ts";
import { type Geometry, HEADER_HEIGHT, NUMBERS_WIDTH, type Rect, geometryOf, rectOf } from "./geometry.ts";
import { Grid } from "./grid.ts";
import { post } from "./link.ts";
import { Overlay, type Shape } from "./overlay.ts";
import { Selection } from "./selection.ts";
import { mergeAround, styledMerge } from "./merges.ts";

export interface Copied {
  sheet: number;
  area: Area;
  text: string;
  isCut: boolean;
}

export interface PaneWatcher {
  selected(pane: SheetPane): void;
  typed(text: string | null): void;
  commit(text: string, leaving: Leaving): void;
}

/** The sheet on the screen: cells, selection and editor, kept in step with one another. */
export class SheetPane {
  readonly editor: Editor;
  readonly frame: HTMLElement;
  sheet!: SheetView;
  geometry!: Geometry;
  cells!: Cells;
  selection!: Selection;
  copied: Copied | null = null;
  fillTo: Area | null = null;
  readonly charts: Charts;
  private readonly grid: Grid;
  private readonly overlay: Overlay;
  private readonly remembered = new Map<number, Area>();
  private blocks: number[] = [];

  constructor(
    frame: HTMLElement,
    private readonly watcher: PaneWatcher,
  ) {
    this.frame = frame;
    this.grid = new Grid(frame);
    this.overlay = new Overlay(frame);
    this.charts = new Charts(frame);
    this.editor = new Editor(frame, {
      commit: (text, leaving) => watcher.commit(text, leaving),
      cancelled: () => watcher.typed(null),
      typed: (text) => watcher.typed(text),
      cellRect: () => this.onScreen(this.activeArea()),
      options: () => this.choices(),
    });
    frame.addEventListener("scroll", () => this.followScroll(), { capture: true, passive: true });
    frame.addEventListener("focusin", ({ target }) => {
      if (target !== this.editor.input && !this.charts.of(target)) this.editor.focus();
    });
    new ResizeObserver(() => this.isShowing && this.followScroll()).observe(frame);
  }

  get isShowing(): boolean {
    return this.sheet !== undefined;
  }

  /** Shows another sheet, or the same one after its shape has changed. */
  show(sheet: SheetView): void {
    const isOther = this.sheet?.id !== sheet.id;
    if (!isOther && shapeOf(sheet) === shapeOf(this.sheet)) return this.showCharts(sheet);
    if (isOther && this.sheet) this.remembered.set(this.sheet.id, this.selection.area);
    this.sheet = sheet;
    this.geometry = geometryOf(sheet);
    if (isOther) this.openSheet(sheet);
    else this.selection.adopt(sheet, this.geometry);
    this.grid.show(sheet, this.geometry, this.cells);
    this.overlay.show(this.geometry);
    this.charts.show(sheet, this.geometry);
    this.frame.classList.toggle("lineless", sheet.hiddenGridlines);
    if (isOther) this.grid.scrollTo({ top: 0, left: 0 });
    this.redraw();
    requestAnimationFrame(() => this.followScroll());
  }

  /** Only charts have changed: the cells stay as they are. */
  private showCharts(sheet: SheetView): void {
    this.sheet = sheet;
    this.charts.draw(sheet);
  }

  private openSheet(sheet: SheetView): void {
    this.blocks = []; // those in view are told to the server again: they are of another sheet now
    this.cells = new Cells(sheet.id, () => this.redraw());
    this.selection = new Selection(sheet, this.geometry, () => this.afterSelecting());
    const area = this.remembered.get(sheet.id);
    if (area) this.selection.selectArea(area);
    else this.selection.select({ row: this.geometry.rows.shown[0] ?? 0, column: this.geometry.columns.shown[0] ?? 0 });
  }

  take(version: number, windows: CellWindow[]): void {
    if (this.isShowing) this.cells.take(version, windows, this.blocks);
  }

  /** After the server was gone: it knows nothing of this page, and may have opened another state. */
  reconnect(): void {
    if (!this.isShowing) return;
    this.blocks = [];
    this.cells.beginAnew();
    this.followScroll();
  }

  activeArea(): Area {
    const { row, column } = this.selection.active;
    return mergeAround(this.sheet, row, column);
  }

  /** What the active cell offers to choose from, where it offers anything. */
  choices(): string[] | undefined {
    return this.cells.list(this.selection.active.row, this.selection.active.column);
  }

  /** Text as the formula bar shows it. */
  editText(row = this.selection.active.row, column = this.selection.active.column): string {
    const cell = this.cells.at(row, column);
    if (cell?.c !== undefined) return cell.e ?? cell.t ?? (cell.c ? "TRUE" : "FALSE");
    return cell?.e ?? cell?.t ?? "";
  }

  /** Where an area lies within the frame, as the scrolling stands. */
  onScreen(area: Area): Rect {
    const rect = rectOf(this.geometry, area);
    const scroll = this.grid.scroll();
    const { rows, columns } = this.geometry;
    const isFrozenRow = rows.placeOf(area.top) < rows.frozen;
    const isFrozenColumn = columns.placeOf(area.left) < columns.frozen;
    return {
      ...rect,
      x: rect.x + NUMBERS_WIDTH - (isFrozenColumn ? 0 : scroll.left),
      y: rect.y + HEADER_HEIGHT - (isFrozenRow ? 0 : scroll.top),
    };
  }

  scroll(): { top: number; left: number } {
    return this.grid.scroll();
  }

  scrollBy(top: number, left: number): void {
    const now = this.grid.scroll();
    this.grid.scrollTo({
      ...(top ? { top: Math.max(0, now.top + top) } : {}),
      ...(left ? { left: Math.max(0, now.left + left) } : {}),
    });
  }

  /** Brings a cell into view with as little scrolling as needed. */
  reveal(row: number, column: number): void {
    const rect = this.onScreen({ top: row, bottom: row, left: column, right: column });
    const { rows, columns } = this.geometry;
    const low = { x: NUMBERS_WIDTH + columns.frozenSize, y: HEADER_HEIGHT + rows.frozenSize };
    const high = { x: this.frame.clientWidth - 16, y: this.frame.clientHeight - 16 };
    const moved = { top: 0, left: 0 };
    if (rows.placeOf(row) >= rows.frozen) moved.top = neededMove(rect.y, rect.height, low.y, high.y);
    if (columns.placeOf(column) >= columns.frozen) moved.left = neededMove(rect.x, rect.width, low.x, high.x);
    if (moved.top || moved.left) this.scrollBy(moved.top, moved.left);
  }

  /** To the first cell that scrolls, with the sheet at its beginning. */
  goHome(): void {
    const { rows, columns } = this.geometry;
    this.grid.scrollTo({ top: 0, left: 0 });
    const row = rows.shown[Math.min(rows.frozen, rows.shown.length - 1)] ?? 0;
    this.selection.select({ row, column: columns.shown[Math.min(columns.frozen, columns.shown.length - 1)] ?? 0 });
  }

  visibleRows(): number {
    return Math.max(1, Math.floor((this.frame.clientHeight - HEADER_HEIGHT - this.geometry.rows.frozenSize) / 21) - 1);
  }

  /** Marks cells that were found, instead of those marked before. */
  mark(cells: readonly [row: number, column: number][]): void {
    this.grid.found = new Set(cells.map(([row, column]) => `${row},${column}`));
    this.grid.redraw();
  }

  redraw(): void {
    this.grid.redraw();
    this.drawOverlay();
    this.watcher.selected(this);
  }

  drawOverlay(): void {
    const { area, kind } = this.selection;
    const shapes: Shape[] = this.sheet.merges.map((merge) => styledMerge(merge, this.cells));
    shapes.push({ area, className: this.selection.isSingle() ? "selected single" : "selected" });
    shapes.push({ area: this.activeArea(), className: "active" });
    shapes.push({ area: { ...area, top: area.bottom, left: area.right }, className: "fill-handle" });
    if (this.copied?.sheet === this.sheet.id) shapes.push({ area: this.copied.area, className: "copied" });
    if (this.fillTo) shapes.push({ area: this.fillTo, className: "fill-preview" });
    this.overlay.draw(shapes, { area, rows: kind === "rows", columns: kind === "columns" });
    this.overlay.follow(this.grid.scroll());
    this.charts.follow(this.grid.scroll());
  }

  private afterSelecting(): void {
    if (!this.selection) return;
    this.charts.select(null);
    const { row, column } = this.selection.headSpot;
    if (this.selection.kind === "cells") this.reveal(row, column);
    this.drawOverlay();
    this.watcher.selected(this);
  }

  /** What a screen reader hears about the active cell. */
  label(): string {
    const { row, column } = this.selection.active;
    const name = this.selection.isSingle() ? cellName(row, column) : areaName(this.selection.area);
    const note = this.cells.at(row, column)?.n;
    return [name, this.cells.at(row, column)?.t ?? "empty", note && `note: ${note}`].filter(Boolean).join(", ");
  }

  private followScroll(): void {
    if (!this.isShowing) return;
    this.overlay.follow(this.grid.scroll());
    this.charts.follow(this.grid.scroll());
    this.editor.place();
    const blocks = this.grid.blocksInView();
    if (blocks.join() === this.blocks.join()) return;
    this.blocks = blocks;
    void post("/view", { sheet: this.sheet.id, blocks });
  }
}

const shapeOf = (sheet: SheetView): string => JSON.stringify({ ...sheet, charts: [] });

function neededMove(start: number, size: number, low: number, high: number): number {
  if (start < low || size > high - low) return start - low;
  return start + size > high ? start + size - high : 0;
}
