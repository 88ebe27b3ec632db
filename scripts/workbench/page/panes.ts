import { type Geometry, HEADER_HEIGHT, NUMBERS_WIDTH } from "./geometry.ts";

export interface Scroll {
  top: number;
  left: number;
}

type Side = "frozen" | "main";

/** One of the parts into which freezing cuts the sheet, or a strip of its headers; `inner` follows the scrolling. */
export interface Pane {
  element: HTMLElement;
  inner: HTMLElement;
  x: Side | "numbers";
  y: Side | "letters";
}

/** What lies above the cells is drawn in each part that freezing makes, and each shows its own piece of it. */
export class Panes {
  readonly all: Pane[] = [];
  geometry: Geometry | null = null;
  private readonly root = document.createElement("div");

  constructor(host: HTMLElement, { className, withHeaders }: { className: string; withHeaders: boolean }) {
    this.root.className = className;
    for (const y of withHeaders ? (["letters", "frozen", "main"] as const) : (["frozen", "main"] as const))
      for (const x of withHeaders ? (["numbers", "frozen", "main"] as const) : (["frozen", "main"] as const))
        if (x !== "numbers" || y !== "letters") this.add(x, y);
    host.append(this.root);
  }

  show(geometry: Geometry): void {
    this.geometry = geometry;
    const xs = { numbers: [0, NUMBERS_WIDTH], frozen: [NUMBERS_WIDTH, geometry.columns.frozenSize] } as const;
    const ys = { letters: [0, HEADER_HEIGHT], frozen: [HEADER_HEIGHT, geometry.rows.frozenSize] } as const;
    for (const { element, x, y } of this.all) {
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

  follow(scroll: Scroll): void {
    if (!this.geometry) return;
    const { rows, columns } = this.geometry;
    for (const { inner, x, y } of this.all) {
      const dx = x === "main" ? columns.frozenSize + scroll.left : 0;
      const dy = y === "main" ? rows.frozenSize + scroll.top : 0;
      inner.style.transform = `translate(${-dx}px,${-dy}px)`;
    }
  }

  private add(x: Pane["x"], y: Pane["y"]): void {
    const element = document.createElement("div");
    const inner = document.createElement("div");
    element.className = "pane";
    inner.className = "pane-inner";
    element.append(inner);
    this.root.append(element);
    this.all.push({ element, inner, x, y });
  }
}
