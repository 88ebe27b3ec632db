import type { Act, Answer, Axis, FilterColumn } from "../protocol.ts";
import { type Area, areaName, cellName, sameArea, sizeOf } from "./a1.ts";
import { complain, update } from "./app.ts";
import { fromClipboardText, toClipboardText } from "./clipboard.ts";
import { act, getJson } from "./link.ts";
import type { Spot } from "./selection.ts";
import type { SheetPane } from "./sheet-pane.ts";

/** What a person can do to the sheet, whether by key, menu or mouse. Acts go to the server one after the other. */
export class Commands {
  /** The next sheet to appear is one that was asked for here, and is shown. */
  isAddingSheet = false;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly pane: SheetPane) {}

  send(it: Act): Promise<Answer> {
    const sent = this.queue.then(() => act(it));
    this.queue = sent;
    if (it.kind !== "select") showWhileRunning(sent);
    return sent.then((answer) => {
      if (answer.ok || it.kind === "select") return answer;
      complain(answer.sentence);
      this.pane.cells.forget();
      return answer;
    });
  }

  type(text: string): void {
    if (text === this.pane.editText()) return;
    const a1 = areaName(this.pane.activeArea());
    this.change(this.pane.selection.active, text, { kind: "type", sheet: this.pane.sheet.id, a1, text });
  }

  toggle(row: number, column: number): void {
    const ticked = !this.pane.cells.at(row, column)?.c;
    const a1 = cellName(row, column);
    this.change({ row, column }, String(ticked), { kind: "tick", sheet: this.pane.sheet.id, a1, ticked });
  }

  private change({ row, column }: Spot, shown: string, it: Act): void {
    const settle = this.pane.cells.expect(row, column, shown);
    void this.send(it).then((answer) => settle(answer.ok ? answer.version : undefined));
  }

  clear(): void {
    void this.send({ kind: "clear", sheet: this.pane.sheet.id, a1: this.a1() });
  }

  /** Takes the selected chart away. */
  deleteChart(): void {
    const { sheet, charts } = this.pane;
    if (charts.selected !== null) void this.send({ kind: "deleteChart", sheet: sheet.id, chart: charts.selected });
  }

  addSheet(): void {
    this.isAddingSheet = true;
    void this.send({ kind: "addSheet" });
  }

  undo = (): void => void this.send({ kind: "undo" });
  redo = (): void => void this.send({ kind: "redo" });

  /** Ctrl+D: the first row of the selection goes down over the rest; Ctrl+R likewise to the right. */
  fillDown(): void {
    const { area } = this.pane.selection;
    if (area.bottom > area.top) this.fill({ ...area, bottom: area.top }, area);
    else if (area.top > 0) this.copyTo({ ...area, top: area.top - 1, bottom: area.top - 1 }, area);
  }

  fillRight(): void {
    const { area } = this.pane.selection;
    if (area.right > area.left) this.fill({ ...area, right: area.left }, area);
  }

  fill(from: Area, to: Area): void {
    void this.send({ kind: "fill", sheet: this.pane.sheet.id, from: areaName(from), to: areaName(to) });
    this.pane.selection.selectArea(to);
  }

  private copyTo(from: Area, to: Area): void {
    const sheet = this.pane.sheet.id;
    void this.send({ kind: "copy", sheet, from: areaName(from), toSheet: sheet, to: areaName(to), what: "all" });
  }

  /** The text of the selection, for the clipboard; marks the cells as copied. */
  async copy(isCut: boolean): Promise<string> {
    const { sheet, selection } = this.pane;
    const area = selection.area;
    const values =
      this.textInView(area) ??
      (await getJson<string[][]>(`/text?sheet=${sheet.id}&a1=${encodeURIComponent(areaName(area))}`));
    const text = toClipboardText(values);
    this.pane.copied = { sheet: sheet.id, area, text, isCut };
    this.pane.drawOverlay();
    return text;
  }

  /** The selected text where all of it has been read already: a copy event can wait for nothing. */
  textInView(area: Area): string[][] | undefined {
    const { rows, columns } = sizeOf(area);
    if (rows * columns > 20_000) return undefined;
    const values: string[][] = [];
    for (const row of this.pane.geometry.rows.shown.filter((r) => r >= area.top && r <= area.bottom)) {
      const line = this.pane.geometry.columns.shown.filter((c) => c >= area.left && c <= area.right);
      const cells = line.map((column) => this.pane.cells.at(row, column));
      if (cells.some((cell) => cell === undefined)) return undefined;
      values.push(cells.map((cell) => cell?.t ?? (cell?.c === undefined ? "" : cell.c ? "TRUE" : "FALSE")));
    }
    return values;
  }

  paste(text: string, what: "all" | "values" | "format"): void {
    const { sheet, selection, copied } = this.pane;
    const to = selection.area;
    if (copied && sameText(copied.text, text)) return this.pasteCells(copied, to, what);
    if (what === "format" || text === "") return;
    const values = spread(fromClipboardText(text), sizeOf(to));
    const area = { ...to, bottom: to.top + values.length - 1, right: to.left + values[0]!.length - 1 };
    void this.send({ kind: "paste", sheet: sheet.id, a1: areaName({ ...to, bottom: to.top, right: to.left }), values });
    selection.selectArea(this.held(area));
  }

  private pasteCells(copied: NonNullable<SheetPane["copied"]>, to: Area, what: "all" | "values" | "format"): void {
    const source = { sheet: copied.sheet, from: areaName(copied.area), toSheet: this.pane.sheet.id };
    if (copied.isCut)
      void this.send({ kind: "cut", ...source, to: areaName({ ...to, bottom: to.top, right: to.left }) });
    else void this.send({ kind: "copy", ...source, to: areaName(to), what });
    const { rows, columns } = sizeOf(copied.area);
    const isBigger = rows > sizeOf(to).rows || columns > sizeOf(to).columns;
    if (isBigger || copied.isCut)
      this.pane.selection.selectArea(this.held({ ...to, bottom: to.top + rows - 1, right: to.left + columns - 1 }));
    if (copied.isCut) this.pane.copied = null;
    this.pane.drawOverlay();
  }

  insert(axis: Axis, where: "before" | "after"): void {
    const { first, count } = this.span(axis);
    void this.send({
      kind: "insert",
      sheet: this.pane.sheet.id,
      axis,
      before: where === "before" ? first : first + count,
      count,
    });
  }

  remove(axis: Axis): void {
    const { first, count } = this.span(axis);
    void this.send({ kind: "delete", sheet: this.pane.sheet.id, axis, from: first, count });
  }

  /** Moves the selected rows or columns before another, or by one place. */
  move(axis: Axis, to: { before: number } | { by: 1 | -1 }): void {
    const { first, count } = this.span(axis);
    const before = "before" in to ? to.before : to.by < 0 ? first - 1 : first + count + 1;
    const limit = axis === "rows" ? this.pane.sheet.rows : this.pane.sheet.columns;
    if (before < 0 || before > limit) return;
    void this.send({ kind: "move", sheet: this.pane.sheet.id, axis, from: first, count, before });
    const start = before > first ? before - count : before;
    const { area, kind } = this.pane.selection;
    const moved =
      axis === "rows"
        ? { ...area, top: start, bottom: start + count - 1 }
        : { ...area, left: start, right: start + count - 1 };
    this.pane.selection.selectArea(moved, kind);
  }

  hide(axis: Axis): void {
    const { first, count } = this.span(axis);
    void this.send({ kind: "hide", sheet: this.pane.sheet.id, axis, from: first, count, hidden: true });
  }

  /** Shows again what is hidden within the selection or beside it. */
  unhide(axis: Axis): void {
    const { first, count } = this.span(axis);
    const from = Math.max(0, first - 1);
    void this.send({
      kind: "hide",
      sheet: this.pane.sheet.id,
      axis,
      from,
      count: count + first - from + 1,
      hidden: false,
    });
  }

  sort(ascending: boolean): void {
    void this.send({ kind: "sort", sheet: this.pane.sheet.id, column: this.pane.selection.active.column, ascending });
  }

  /** Gives the sheet a filter, or takes it away. */
  toggleFilter = (): void => {
    const { sheet } = this.pane;
    if (sheet.filter) void this.send({ kind: "removeFilter", sheet: sheet.id });
    else void this.send({ kind: "createFilter", sheet: sheet.id, a1: this.a1() });
  };

  /** Opens the filter of a column below its header cell. */
  async openFilter(column: number): Promise<void> {
    const { sheet, frame } = this.pane;
    if (!sheet.filter) return;
    const shown = await getJson<FilterColumn>(`/filter?sheet=${sheet.id}&column=${column}`).catch((error: unknown) => {
      complain(error instanceof Error ? error.message : String(error));
    });
    const { top } = sheet.filter;
    const { x, y, height } = this.pane.onScreen({ top, bottom: top, left: column, right: column });
    const box = frame.getBoundingClientRect();
    if (shown) update({ filter: { column, x: box.left + x, y: box.top + y + height, shown } });
  }

  private span(axis: Axis): { first: number; count: number } {
    const { top, bottom, left, right } = this.pane.selection.area;
    return axis === "rows" ? { first: top, count: bottom - top + 1 } : { first: left, count: right - left + 1 };
  }

  private a1(): string {
    return areaName(this.pane.selection.area);
  }

  private held(area: Area): Area {
    const { rows, columns } = this.pane.sheet;
    const held = { ...area, bottom: Math.min(area.bottom, rows - 1), right: Math.min(area.right, columns - 1) };
    return sameArea(held, area) ? area : held;
  }
}

const PATIENCE_MS = 500;

/** Says that a script is at work, where it takes a while. */
function showWhileRunning(sent: Promise<unknown>): void {
  const timer = setTimeout(() => update({ running: "Running script…" }), PATIENCE_MS);
  void sent.finally(() => {
    clearTimeout(timer);
    update({ running: null });
  });
}

const sameText = (a: string, b: string): boolean => a === b.replace(/\r\n?/g, "\n").replace(/\n$/, "") || a === b;

/** A small piece pasted over a larger selection repeats, where it fits a whole number of times. */
function spread(values: string[][], size: { rows: number; columns: number }): string[][] {
  const height = values.length;
  const width = values[0]!.length;
  if (size.rows % height !== 0 || size.columns % width !== 0 || (size.rows === height && size.columns === width))
    return values;
  return Array.from({ length: size.rows }, (_, row) =>
    Array.from({ length: size.columns }, (_unused, column) => values[row % height]![column % width]!),
  );
}
