import { defineCustomElements } from "@revolist/revogrid/loader";
import type { CellTemplateProp, ColumnRegular, HyperFunc, RowDefinition, VNode } from "@revolist/revogrid";
import { BLOCK, type CellStyle, type CellView, type SheetView } from "../protocol.ts";
import { columnLetters } from "./a1.ts";
import type { Cells } from "./cells.ts";
import { type Flow, type RowFlows, firstLine, flowsOf } from "./flow.ts";
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
  private filter: SheetView["filter"] = null;
  /** Cells to be marked as found, as "row,column". */
  found: ReadonlySet<string> = new Set();
  private readonly flows = new Map<number, RowFlows>();

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
    this.filter = sheet.filter;
    this.merged = mergedCells(sheet);
    this.flows.clear();
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
    this.flows.clear();
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
      cellProperties: ({ model }) => this.cellLook((model as RowModel).row, column, place),
      cellTemplate: (h, { model }) => this.content(h, { row: (model as RowModel).row, column, place }),
    };
  }

  private cellLook(
    row: number,
    column: number,
    place: number,
  ): { class: Record<string, boolean>; style?: Record<string, string> } {
    const cell = this.cells?.at(row, column);
    const style = classOf(this.cells?.style(row, column));
    const { flows, crossed } = this.flowsOf(row);
    const classes = {
      ...{ cell: true, note: Boolean(cell?.n), waiting: cell === undefined },
      ...(style ? { [style]: true } : {}),
      ...{ flows: flows.has(place), crossed: crossed.has(place), found: this.found.has(`${row},${column}`) },
    };
    return flows.has(place) ? { class: classes, style: { justifyContent: "flex-start" } } : { class: classes };
  }

  private content(h: HyperFunc<VNode>, { row, column, place }: At): VNode | VNode[] | null {
    const cell = this.cells?.at(row, column);
    if (!cell || this.merged.has(`${row},${column}`)) return null;
    const mark = this.filterMark(row, column);
    if (mark) return [h("span", { class: "text header" }, cell.t ?? ""), h("span", { class: mark })];
    if (cell.c !== undefined) return h("span", { class: cell.c ? "box ticked" : "box" });
    if (cell.l !== undefined) return dropdown(h, cell);
    if (!cell.t) return null;
    const text = this.cells?.style(row, column)?.wrap === "wrap" ? cell.t : firstLine(cell.t);
    const flow = this.flowsOf(row).flows.get(place);
    const look = { class: "text", ...(flow ? { style: flowStyle(flow) } : {}) };
    if (!cell.h) return h("span", look, text);
    const parts = pieces(text, cell.h).map((piece) => h("span", piece.isLink ? { class: "link" } : null, piece.text));
    return h("span", look, parts);
  }

  /** The class of the funnel in a filter's header cell. */
  private filterMark(row: number, column: number): string | undefined {
    const { filter } = this;
    if (!filter || row !== filter.top || column < filter.left || column > filter.right) return undefined;
    return filter.active.includes(column) ? "funnel active" : "funnel";
  }

  /** What runs over its neighbours in a row; kept until the cells are drawn anew. */
  private flowsOf(row: number): RowFlows {
    const known = this.flows.get(row);
    if (known) return known;
    const { shown, frozen } = this.geometry!.columns;
    const found = flowsOf({
      ...{ count: shown.length, frozen, needed: textWidth },
      size: (place) => this.geometry!.columns.size(place),
      cell: (place) => (this.merged.has(`${row},${shown[place]}`) ? undefined : this.cells?.at(row, shown[place]!)),
      style: (place) => this.cells?.style(row, shown[place]!),
    });
    this.flows.set(row, found);
    return found;
  }
}

interface At {
  row: number;
  column: number;
  place: number;
}

const flowStyle = ({ left, width }: Flow): Record<string, string> => ({
  flex: "none",
  marginLeft: `${-left}px`,
  width: `${width - 6}px`,
});

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
