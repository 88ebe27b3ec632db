import { defineCustomElements } from "@revolist/revogrid/loader";
import type { CellTemplateProp, ColumnRegular, HyperFunc, RowDefinition, VNode } from "@revolist/revogrid";
import { BLOCK, type CellStyle, type CellView, type SheetView } from "../protocol.ts";
import { columnLetters } from "./a1.ts";
import type { Cells } from "./cells.ts";
import { type Geometry, NUMBERS_WIDTH, ROW_HEIGHT } from "./geometry.ts";
import { pieces } from "./link-card.tsx";
import { classOf } from "./styles.ts";

interface RowModel {
  row: number;
}

/** The part of RevoGrid that draws: virtual rows and columns, frozen panes, headers. Selection and editing lie above it. */
export class Grid {
  readonly element = document.createElement("revo-grid");
  private cells: Cells | null = null;
  private geometry: Geometry | null = null;
  private merged = new Set<string>();

  constructor(host: HTMLElement) {
    defineCustomElements();
    Object.assign(this.element, {
      theme: "compact",
      rowSize: ROW_HEIGHT,
      readonly: true,
      canFocus: false,
      range: false,
      useClipboard: false,
      filter: false,
      accessible: false,
      hideAttribution: true,
      rowHeaders: { size: NUMBERS_WIDTH, cellTemplate: (h: HyperFunc<VNode>, p: CellTemplateProp) => rowNumber(h, p) },
    });
    this.element.addEventListener("aftergridrender", () => this.openToKeys());
    host.append(this.element);
  }

  /** Panes that scroll can take the focus; the sheet's pane hands it on to the editor. */
  private openToKeys(): void {
    for (const pane of this.element.querySelectorAll(".vertical-inner")) pane.setAttribute("tabindex", "0");
  }

  show(sheet: SheetView, geometry: Geometry, cells: Cells): void {
    this.cells = cells;
    this.geometry = geometry;
    this.merged = mergedCells(sheet);
    const { rows, columns } = geometry;
    const model = (row: number): RowModel => ({ row });
    Object.assign(this.element, {
      columns: columns.shown.map((column, place) => this.column(column, place)),
      pinnedTopSource: rows.shown.slice(0, rows.frozen).map(model),
      source: rows.shown.slice(rows.frozen).map(model),
      rowDefinitions: rowDefinitions(sheet, geometry),
    });
  }

  /** The element is an empty one until the browser has defined it and the page holds it; it then takes over what was set before. */
  private get isDefined(): boolean {
    return "refresh" in this.element;
  }

  redraw(): void {
    if (this.isDefined) void this.element.refresh("all");
  }

  /** Blocks of rows that are on the screen, the frozen ones included. */
  blocksInView(): number[] {
    const rows = this.geometry?.rows;
    if (!rows) return [];
    const { top } = this.scroll();
    const first = rows.placeAt(top + rows.frozenSize);
    const last = rows.placeAt(top + rows.frozenSize + this.element.clientHeight);
    const blocks = new Set<number>();
    for (let place = 0; place < rows.frozen; place++) blocks.add(Math.floor((rows.shown[place] ?? 0) / BLOCK));
    for (let place = first; place <= last; place++) blocks.add(Math.floor((rows.shown[place] ?? 0) / BLOCK));
    return [...blocks];
  }

  scroll(): { top: number; left: number } {
    const pane = this.element.querySelector<HTMLElement>("revogr-viewport-scroll.rgCol");
    return { top: pane?.querySelector(".vertical-inner")?.scrollTop ?? 0, left: pane?.scrollLeft ?? 0 };
  }

  scrollTo(position: { top?: number; left?: number }): void {
    if (!this.isDefined) return;
    if (position.top !== undefined) void this.element.scrollToCoordinate({ y: position.top });
    if (position.left !== undefined) void this.element.scrollToCoordinate({ x: position.left });
  }

  private column(column: number, place: number): ColumnRegular {
    const { columns } = this.geometry!;
    return {
      prop: String(column),
      name: columnLetters(column),
      size: columns.size(place),
      minSize: 8,
      ...(place < columns.frozen ? { pin: "colPinStart" as const } : {}),
      cellProperties: ({ model }) => ({ class: this.cellClass((model as RowModel).row, column) }),
      cellTemplate: (h, { model }) => this.content(h, (model as RowModel).row, column),
    };
  }

  private cellClass(row: number, column: number): Record<string, boolean> {
    const cell = this.cells?.at(row, column);
    const style = classOf(this.cells?.style(row, column));
    return { cell: true, ...(style ? { [style]: true } : {}), note: Boolean(cell?.n), waiting: cell === undefined };
  }

  private content(h: HyperFunc<VNode>, row: number, column: number): VNode | VNode[] | null {
    const cell = this.cells?.at(row, column);
    if (!cell || this.merged.has(`${row},${column}`)) return null;
    if (cell.c !== undefined) return h("span", { class: cell.c ? "box ticked" : "box" });
    if (cell.l !== undefined) return dropdown(h, cell);
    if (!cell.t) return null;
    // Rows do not grow by themselves here: of several lines the first is shown, unless the cell wraps.
    const text = this.cells?.style(row, column)?.wrap === "wrap" ? cell.t : cell.t.split("\n", 1)[0]!;
    const width = this.overflow(row, column, text);
    const look = { class: "text", ...(width ? { style: { minWidth: `${width}px` } } : {}) };
    if (!cell.h) return h("span", look, text);
    const parts = pieces(text, cell.h).map((piece) => h("span", piece.isLink ? { class: "link" } : null, piece.text));
    return h("span", look, parts);
  }

  /** Long text runs over empty neighbours to the right, as in every spreadsheet; the width it may take, or 0. */
  private overflow(row: number, column: number, text: string): number {
    const style = this.cells?.style(row, column);
    const lane = this.geometry!.columns;
    const place = lane.placeOf(column);
    const needed = textWidth(text, style) + 6;
    let width = lane.size(place);
    if (needed <= width || style?.wrap || (style?.align && style.align !== "left")) return 0;
    const end = place < lane.frozen ? lane.frozen : lane.shown.length;
    let next = place + 1;
    for (; next < end && width < needed && this.isBlank(row, lane.shown[next]!); next++) width += lane.size(next);
    return next > place + 1 ? width - 1 : 0;
  }

  private isBlank(row: number, column: number): boolean {
    const cell = this.cells?.at(row, column);
    return (
      cell !== undefined &&
      !cell.t &&
      cell.c === undefined &&
      cell.l === undefined &&
      !this.cells?.style(row, column)?.background
    );
  }
}

const ruler = document.createElement("canvas").getContext("2d");

function textWidth(text: string, style: CellStyle | undefined): number {
  if (!ruler || text.length > 500) return text.length * 7;
  ruler.font = `${style?.bold ? "bold " : ""}${Math.round(((style?.size ?? 10) * 4) / 3)}px Arial, "Liberation Sans"`;
  return ruler.measureText(text).width;
}

function rowNumber(h: HyperFunc<VNode>, { model }: CellTemplateProp): VNode {
  return h("span", null, String(((model as RowModel | undefined)?.row ?? 0) + 1));
}

function dropdown(h: HyperFunc<VNode>, cell: CellView): VNode {
  if (!cell.t) return h("span", { class: "caret" });
  return h("span", { class: "chip" }, [h("span", { class: "chip-text" }, cell.t), h("span", { class: "caret" })]);
}

function rowDefinitions(sheet: SheetView, { rows }: Geometry): RowDefinition[] {
  return sheet.heights.map(([row, size]) => {
    const place = rows.placeOf(row);
    return place < rows.frozen
      ? { type: "rowPinStart", index: place, size }
      : { type: "rgRow", index: place - rows.frozen, size };
  });
}

/** Cells that lie inside a merge; the merge itself is drawn above the grid. */
function mergedCells({ merges }: SheetView): Set<string> {
  const inside = new Set<string>();
  for (const [row, column, rows, columns] of merges)
    for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) inside.add(`${r},${c}`);
  return inside;
}
