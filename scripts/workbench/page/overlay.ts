import type { Area } from "./a1.ts";
import { type Geometry, HEADER_HEIGHT, NUMBERS_WIDTH, type Rect, rectOf } from "./geometry.ts";

export interface Shape {
  area: Area;
  className: string;
  text?: string;
}

export interface Scroll {
  top: number;
  left: number;
}

type Side = "frozen" | "main";

/** Rectangles above the cells (selection, copied cells, merges) and marks on the headers, in the four panes that freezing makes. */
export class Overlay {
  private readonly root = document.createElement("div");
  private readonly panes: { element: HTMLElement; inner: HTMLElement; x: Side | "numbers"; y: Side | "letters" }[] = [];
  private geometry: Geometry | null = null;

  constructor(host: HTMLElement) {
    this.root.className = "overlay";
    for (const y of ["letters", "frozen", "main"] as const)
      for (const x of ["numbers", "frozen", "main"] as const)
        if (x !== "numbers" || y !== "letters") this.addPane(x, y);
    host.append(this.root);
  }

  show(geometry: Geometry): void {
    this.geometry = geometry;
    const xs = { numbers: [0, NUMBERS_WIDTH], frozen: [NUMBERS_WIDTH, geometry.columns.frozenSize] } as const;
    const ys = { letters: [0, HEADER_HEIGHT], frozen: [HEADER_HEIGHT, geometry.rows.frozenSize] } as const;
    for (const { element, x, y } of this.panes) {
      const left = x === "main" ? NUMBERS_WIDTH + geometry.columns.frozenSize : xs[x][0];
      const top = y === "main" ? HEADER_HEIGHT + geometry.rows.frozenSize : ys[y][0];
      element.style.left = `${left}px`;
      element.style.top = `${top}px`;
      element.style.width = x === "main" ? `calc(100% - ${left}px)` : `${xs[x][1]}px`;
      element.style.height = y === "main" ? `calc(100% - ${top}px)` : `${ys[y][1]}px`;
      element.classList.toggle("frozen-right", x === "frozen" && geometry.columns.frozen > 0);
      element.classList.toggle("frozen-bottom", y === "frozen" && geometry.rows.frozen > 0);
    }
  }

  draw(shapes: readonly Shape[], marks: { area: Area; rows: boolean; columns: boolean }): void {
    const geometry = this.geometry;
    if (!geometry) return;
    const rects = shapes.map((shape) => ({ shape, rect: rectOf(geometry, shape.area) }));
    const marked = rectOf(geometry, marks.area);
    for (const { inner, x, y } of this.panes) {
      if (y === "letters") inner.replaceChildren(mark({ ...marked, y: 0, height: HEADER_HEIGHT }, marks.columns));
      else if (x === "numbers") inner.replaceChildren(mark({ ...marked, x: 0, width: NUMBERS_WIDTH }, marks.rows));
      else inner.replaceChildren(...rects.map(({ shape, rect }) => drawn(shape, rect)));
    }
  }

  follow(scroll: Scroll): void {
    if (!this.geometry) return;
    const { rows, columns } = this.geometry;
    for (const { inner, x, y } of this.panes) {
      const dx = x === "main" ? columns.frozenSize + scroll.left : 0;
      const dy = y === "main" ? rows.frozenSize + scroll.top : 0;
      inner.style.transform = `translate(${-dx}px,${-dy}px)`;
    }
  }

  private addPane(x: Side | "numbers", y: Side | "letters"): void {
    const element = document.createElement("div");
    const inner = document.createElement("div");
    element.className = "pane";
    inner.className = "pane-inner";
    element.append(inner);
    this.root.append(element);
    this.panes.push({ element, inner, x, y });
  }
}

function drawn(shape: Shape, rect: Rect): HTMLElement {
  const element = document.createElement("div");
  element.className = shape.className;
  place(element, rect);
  if (shape.text !== undefined) element.textContent = shape.text;
  return element;
}

function mark(rect: Rect, isWhole: boolean): HTMLElement {
  const element = document.createElement("div");
  element.className = isWhole ? "header-mark whole" : "header-mark";
  place(element, rect);
  return element;
}

function place(element: HTMLElement, { x, y, width, height }: Rect): void {
  element.style.left = `${x - 1}px`;
  element.style.top = `${y - 1}px`;
  element.style.width = `${width + 1}px`;
  element.style.height = `${height + 1}px`;
}
