import type { ChartView, SheetView } from "../protocol.ts";
import type { Geometry, Rect } from "./geometry.ts";
import { Panes, type Scroll } from "./panes.ts";

/** The charts of a sheet as pictures over its cells; at most one of them is selected. */
export class Charts {
  /** The id of the selected chart. */
  selected: number | null = null;
  private readonly panes: Panes;
  private sheet: SheetView | null = null;

  constructor(host: HTMLElement) {
    this.panes = new Panes(host, { className: "overlay charts", withHeaders: false });
  }

  show(sheet: SheetView, geometry: Geometry): void {
    if (sheet.id !== this.sheet?.id) this.selected = null;
    this.panes.show(geometry);
    this.draw(sheet);
  }

  /** Pictures that look as before stay, so that nothing flickers. */
  draw(sheet: SheetView): void {
    this.sheet = sheet;
    for (const { inner, x, y } of this.panes.all) {
      const known = new Map([...inner.children].map((child) => [(child as HTMLElement).dataset["chart"], child]));
      const isRead = x === "main" && y === "main";
      const pictures = sheet.charts.map((chart) => {
        const picture = (known.get(String(chart.id)) as HTMLImageElement | undefined) ?? new Image();
        this.dress(picture, chart, isRead);
        return picture;
      });
      // Whatever is taken out and put back loses the focus.
      const isSame = pictures.length === inner.children.length && pictures.every((one, n) => one === inner.children[n]);
      if (!isSame) inner.replaceChildren(...pictures);
    }
  }

  private dress(picture: HTMLImageElement, chart: ChartView, isRead: boolean): void {
    const { geometry } = this.panes;
    const source = `/chart/${chart.id}?sheet=${this.sheet?.id ?? 0}&look=${chart.digest}`;
    if (picture.getAttribute("src") !== source) picture.src = source;
    picture.dataset["chart"] = String(chart.id);
    picture.className = chart.id === this.selected ? "chart chosen" : "chart";
    picture.alt = isRead ? `Chart: ${chart.title || "without a title"}. ${chart.summary}` : "";
    if (isRead) picture.tabIndex = 0;
    if (!geometry) return;
    const { x, y, width, height } = placeOf(chart, geometry);
    Object.assign(picture.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
  }

  /** The uppermost chart at a point of the sheet, in px without headers and scrolling. */
  at(alongX: number, alongY: number): number | null {
    const { geometry } = this.panes;
    if (!geometry) return null;
    const found = [...(this.sheet?.charts ?? [])].reverse().find((chart) => {
      const { x, y, width, height } = placeOf(chart, geometry);
      return alongX >= x && alongX < x + width && alongY >= y && alongY < y + height;
    });
    return found?.id ?? null;
  }

  /** The chart that a key or the focus is on. */
  of(target: EventTarget | null): ChartView | undefined {
    const id = target instanceof HTMLImageElement ? target.dataset["chart"] : undefined;
    return this.sheet?.charts.find((chart) => String(chart.id) === id);
  }

  select(id: number | null): void {
    if (this.selected === id) return;
    this.selected = id;
    if (this.sheet) this.draw(this.sheet);
  }

  follow(scroll: Scroll): void {
    this.panes.follow(scroll);
  }
}

function placeOf(chart: ChartView, { rows, columns }: Geometry): Rect {
  const x = (columns.starts[columns.placeOf(chart.column)] ?? 0) + chart.x;
  const y = (rows.starts[rows.placeOf(chart.row)] ?? 0) + chart.y;
  return { x, y, width: chart.width, height: chart.height };
}
