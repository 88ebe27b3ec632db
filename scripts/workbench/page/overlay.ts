import type { Area } from "./a1.ts";
import { type Geometry, HEADER_HEIGHT, NUMBERS_WIDTH, type Rect, rectOf } from "./geometry.ts";
import { Panes, type Scroll } from "./panes.ts";

export interface Shape {
  area: Area;
  className: string;
  /** Made anew for each pane that shows it. */
  content?: readonly Node[];
}

/** Rectangles above the cells (selection, copied cells, merges) and marks on the headers. */
export class Overlay {
  private readonly panes: Panes;

  constructor(host: HTMLElement) {
    this.panes = new Panes(host, { className: "overlay", withHeaders: true });
  }

  show(geometry: Geometry): void {
    this.panes.show(geometry);
  }

  draw(shapes: readonly Shape[], marks: { area: Area; rows: boolean; columns: boolean }): void {
    const { geometry } = this.panes;
    if (!geometry) return;
    const rects = shapes.map((shape) => ({ shape, rect: rectOf(geometry, shape.area) }));
    const marked = rectOf(geometry, marks.area);
    for (const { inner, x, y } of this.panes.all) {
      if (y === "letters") inner.replaceChildren(mark({ ...marked, y: 0, height: HEADER_HEIGHT }, marks.columns));
      else if (x === "numbers") inner.replaceChildren(mark({ ...marked, x: 0, width: NUMBERS_WIDTH }, marks.rows));
      else inner.replaceChildren(...rects.map(({ shape, rect }) => drawn(shape, rect)));
    }
  }

  follow(scroll: Scroll): void {
    this.panes.follow(scroll);
  }
}

function drawn(shape: Shape, rect: Rect): HTMLElement {
  const element = document.createElement("div");
  element.className = shape.className;
  place(element, rect);
  if (shape.content) element.append(...shape.content.map((node) => node.cloneNode(true)));
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
