import { HEADER_HEIGHT, NUMBERS_WIDTH } from "./geometry.ts";
import type { SheetView } from "../protocol.ts";
import { type Area, contains } from "./a1.ts";
import { mergeAround } from "./merges.ts";
import type { SheetPane } from "./sheet-pane.ts";

export interface Hit {
  zone: "corner" | "columns" | "rows" | "cells";
  row: number;
  column: number;
  /** The chart that lies over the cell there. */
  chart: number | null;
  /** The column or row whose far edge is under the pointer, for resizing. */
  edge?: number;
}

export interface PointerActs {
  edit(): void;
  toggle(row: number, column: number): void;
  openChoices(): void;
  openFilter(column: number): void;
  follow(link: string): void;
  fill(from: Area, to: Area): void;
  resize(axis: "rows" | "columns", index: number, size: number): void;
  move(axis: "rows" | "columns", before: number): void;
  contextMenu(hit: Hit, x: number, y: number): void;
  note(text: string | null, x: number, y: number): void;
  /** The pointer rests on this cell, or on none. */
  over(at: { row: number; column: number } | null): void;
}

/** What lies under a point of the frame. */
function hitAt(pane: SheetPane, x: number, y: number): Hit {
  const { rows, columns } = pane.geometry;
  const scroll = pane.scroll();
  const inX = x - NUMBERS_WIDTH;
  const inY = y - HEADER_HEIGHT;
  const alongX = inX < columns.frozenSize ? inX : inX + scroll.left;
  const alongY = inY < rows.frozenSize ? inY : inY + scroll.top;
  const columnPlace = columns.placeAt(alongX);
  const rowPlace = rows.placeAt(alongY);
  const zone = y < HEADER_HEIGHT ? (x < NUMBERS_WIDTH ? "corner" : "columns") : x < NUMBERS_WIDTH ? "rows" : "cells";
  const chart = zone === "cells" ? pane.charts.at(alongX, alongY) : null;
  const hit: Hit = { zone, chart, row: rows.shown[rowPlace] ?? 0, column: columns.shown[columnPlace] ?? 0 };
  if (zone === "columns") return { ...hit, ...edgeNear(columns, columnPlace, alongX) };
  return zone === "rows" ? { ...hit, ...edgeNear(rows, rowPlace, alongY) } : hit;
}

function edgeNear(lane: { starts: Float64Array; shown: number[] }, place: number, along: number): { edge?: number } {
  if (lane.starts[place + 1]! - along < 4) return { edge: lane.shown[place]! };
  return place > 0 && along - lane.starts[place]! < 4 ? { edge: lane.shown[place - 1]! } : {};
}

/** Selecting, filling, resizing, moving and clicking with the mouse. */
export class Pointer {
  private readonly box: () => DOMRect;

  constructor(
    private readonly pane: SheetPane,
    private readonly acts: PointerActs,
  ) {
    const { frame } = pane;
    this.box = () => frame.getBoundingClientRect();
    frame.addEventListener("pointerdown", (event) => this.down(event), { capture: true });
    frame.addEventListener("dblclick", (event) => this.isOnCell(event) && !this.isInEditor(event) && acts.edit());
    frame.addEventListener("contextmenu", (event) => this.menu(event));
    frame.addEventListener("pointermove", (event) => this.hover(event));
    frame.addEventListener("pointerleave", () => {
      acts.note(null, 0, 0);
      if (pane.isShowing) acts.over(null);
    });
  }

  private hit(event: MouseEvent): Hit {
    const box = this.box();
    return hitAt(this.pane, event.clientX - box.left, event.clientY - box.top);
  }

  private isOnCell(event: MouseEvent): boolean {
    const { zone, chart } = this.hit(event);
    return zone === "cells" && chart === null;
  }

  private isInEditor(event: Event): boolean {
    const target = event.target as HTMLElement;
    return (target === this.pane.editor.input && this.pane.editor.isEditing) || target.closest(".dropdown") !== null;
  }

  private down(event: PointerEvent): void {
    const box = this.box();
    const isScrollBar =
      event.clientX > box.left + this.pane.frame.clientWidth ||
      (event.target as HTMLElement).closest("revogr-scroll-virtual");
    if (!this.pane.isShowing || this.isInEditor(event) || isScrollBar) return;
    event.preventDefault();
    event.stopPropagation();
    this.pane.editor.finish("stay");
    this.pane.editor.focus();
    const hit = this.hit(event);
    this.pane.charts.select(hit.chart);
    if (hit.chart !== null) return;
    if (event.button === 2) return this.selectForMenu(hit);
    if (event.button !== 0) return;
    if (hit.edge !== undefined) return this.resize(event, hit.zone === "rows" ? "rows" : "columns", hit.edge);
    if (this.isOnHandle(event)) return this.fill(event);
    if (hit.zone === "cells") return this.cell(event, hit);
    this.header(event, hit);
  }

  private cell(event: PointerEvent, hit: Hit): void {
    const { selection, cells } = this.pane;
    if (event.shiftKey) selection.extend(hit);
    else selection.select({ row: hit.row, column: hit.column });
    const whole = mergeAround(this.pane.sheet, hit.row, hit.column);
    const cell = cells.at(whole.top, whole.left);
    const rect = this.pane.onScreen(whole);
    const fromLeft = event.clientX - this.box().left - rect.x;
    const [link, another] = cell?.h ?? [];
    if (link && !another && (event.ctrlKey || event.metaKey)) return this.acts.follow(link.url);
    if (cell?.c !== undefined && Math.abs(fromLeft - rect.width / 2) < 10)
      return this.acts.toggle(whole.top, whole.left);
    if (isFilterHeader(this.pane.sheet, hit) && rect.width - fromLeft < 24) return this.acts.openFilter(hit.column);
    if (cell?.l !== undefined && rect.width - fromLeft < 22 && !event.shiftKey) return this.acts.openChoices();
    this.drag(event, (to) => this.pane.selection.extend(to));
  }

  private header(event: PointerEvent, hit: Hit): void {
    const { selection, sheet } = this.pane;
    if (hit.zone === "corner")
      return selection.selectArea({ top: 0, left: 0, bottom: sheet.rows - 1, right: sheet.columns - 1 });
    const kind = hit.zone === "rows" ? "rows" : "columns";
    const isSelected = selection.kind === kind && contains(selection.area, hit.row, hit.column);
    if (isSelected && !event.shiftKey) return this.moveOrSelect(event, kind, hit);
    if (event.shiftKey && selection.kind === kind) selection.extend(hit);
    else selection.select(kind === "rows" ? { row: hit.row, column: 0 } : { row: 0, column: hit.column }, kind);
    this.drag(event, (to) => selection.extend(to));
  }

  private moveOrSelect(event: PointerEvent, axis: "rows" | "columns", from: Hit): void {
    let to: Hit | null = null;
    this.pane.frame.classList.add("moving");
    const done = (): void => {
      this.pane.frame.classList.remove("moving");
      const key = axis === "rows" ? "row" : "column";
      if (to && !contains(this.pane.selection.area, to.row, to.column))
        this.acts.move(axis, to[key] > from[key] ? to[key] + 1 : to[key]);
      else
        this.pane.selection.select(
          axis === "rows" ? { row: from.row, column: 0 } : { row: 0, column: from.column },
          axis,
        );
    };
    this.drag(event, (hit) => (to = hit), done);
  }

  private fill(event: PointerEvent): void {
    const from = this.pane.selection.area;
    const preview = (hit: Hit): void => {
      this.pane.fillTo = stretched(from, hit);
      this.pane.drawOverlay();
    };
    this.drag(event, preview, () => {
      const to = this.pane.fillTo;
      this.pane.fillTo = null;
      if (to) this.acts.fill(from, to);
      else this.pane.drawOverlay();
    });
  }

  private resize(event: PointerEvent, axis: "rows" | "columns", index: number): void {
    const start = axis === "rows" ? event.clientY : event.clientX;
    const lane = this.pane.geometry[axis];
    const before = lane.size(lane.placeOf(index));
    const up = (end: PointerEvent): void => {
      const size = Math.max(12, before + (axis === "rows" ? end.clientY : end.clientX) - start);
      if (Math.abs(size - before) > 2) this.acts.resize(axis, index, Math.round(size));
    };
    addEventListener("pointerup", up, { once: true });
  }

  /** Follows the pointer until it is released, scrolling when it leaves the frame. */
  private drag(event: PointerEvent, onMove: (hit: Hit) => void, onEnd?: () => void): void {
    let last = event;
    const move = (next: PointerEvent): void => {
      last = next;
      onMove(this.hit(next));
    };
    const timer = setInterval(() => this.scrollAtEdge(last) && onMove(this.hit(last)), 50);
    const stop = (): void => {
      clearInterval(timer);
      removeEventListener("pointermove", move);
      onEnd?.();
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", stop, { once: true });
  }

  private scrollAtEdge(event: PointerEvent): boolean {
    const box = this.box();
    const dy = event.clientY > box.bottom - 8 ? 42 : event.clientY < box.top + HEADER_HEIGHT ? -42 : 0;
    const dx = event.clientX > box.right - 8 ? 60 : event.clientX < box.left + NUMBERS_WIDTH ? -60 : 0;
    if (dx || dy) this.pane.scrollBy(dy, dx);
    return dx !== 0 || dy !== 0;
  }

  private selectForMenu(hit: Hit): void {
    const { selection } = this.pane;
    const kind = hit.zone === "rows" || hit.zone === "columns" ? hit.zone : "cells";
    if (selection.kind === kind && contains(selection.area, hit.row, hit.column)) return;
    if (kind === "cells") selection.select(hit);
    else selection.select(kind === "rows" ? { row: hit.row, column: 0 } : { row: 0, column: hit.column }, kind);
  }

  private menu(event: MouseEvent): void {
    event.preventDefault();
    if (this.pane.isShowing && !this.isInEditor(event))
      this.acts.contextMenu(this.hit(event), event.clientX, event.clientY);
  }

  private isOnHandle(event: MouseEvent): boolean {
    const { area } = this.pane.selection;
    const rect = this.pane.onScreen({ ...area, top: area.bottom, left: area.right });
    const box = this.box();
    return (
      Math.hypot(event.clientX - box.left - rect.x - rect.width, event.clientY - box.top - rect.y - rect.height) < 6
    );
  }

  private hover(event: PointerEvent): void {
    if (!this.pane.isShowing || event.buttons) return;
    const hit = this.hit(event);
    const cursor =
      hit.edge !== undefined
        ? hit.zone === "rows"
          ? "row-resize"
          : "col-resize"
        : this.isOnHandle(event)
          ? "crosshair"
          : "";
    this.pane.frame.style.cursor = cursor;
    const { top, left } = mergeAround(this.pane.sheet, hit.row, hit.column);
    const note = hit.zone === "cells" && hit.chart === null ? this.pane.cells.at(top, left)?.n : undefined;
    this.acts.note(note ?? null, event.clientX, event.clientY);
    this.acts.over(hit.zone === "cells" && hit.chart === null && !this.isInEditor(event) ? hit : null);
  }
}

/** Whether the funnel of a filter stands in a cell. */
export function isFilterHeader({ filter }: SheetView, { row, column }: { row: number; column: number }): boolean {
  return filter !== null && row === filter.top && column >= filter.left && column <= filter.right;
}

/** The area that dragging the handle to a cell would fill: down, up, right or left, whichever goes farther. */
function stretched(from: Area, { row, column }: Hit): Area | null {
  const down = Math.max(row - from.bottom, from.top - row);
  const right = Math.max(column - from.right, from.left - column);
  if (down <= 0 && right <= 0) return null;
  if (down >= right) return { ...from, top: Math.min(from.top, row), bottom: Math.max(from.bottom, row) };
  return { ...from, left: Math.min(from.left, column), right: Math.max(from.right, column) };
}
