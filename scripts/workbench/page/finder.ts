import type { FoundCells } from "../protocol.ts";
import { app, complain, update } from "./app.ts";
import { getJson } from "./link.ts";
import type { SheetPane } from "./sheet-pane.ts";

const PAUSE_MS = 150;

/** Finds a text in the sheet in view and goes from one place to the next; the server knows all cells. */
export class Finder {
  private found: FoundCells["cells"] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(private readonly pane: SheetPane) {}

  open(): void {
    this.pane.editor.finish("stay"); // else what is being written would go along to the cell that is found
    update({ find: app.find ?? { text: "", at: 0, count: 0, isCut: false, isSearching: false } });
    document.querySelector<HTMLInputElement>(".find input")?.select();
    this.search();
  }

  close(): void {
    clearTimeout(this.timer);
    this.asked++;
    this.found = [];
    update({ find: null });
    this.pane.mark([]);
    this.pane.editor.focus();
  }

  type(text: string): void {
    if (!app.find) return;
    update({ find: { ...app.find, text, isSearching: text !== "" } });
    this.later({ goes: true });
  }

  /** Other cells are shown than before, or the same ones anew. */
  refresh(): void {
    if (app.find?.text) this.later({ goes: false });
  }

  step(by: 1 | -1): void {
    const { find } = app;
    if (!find || this.found.length === 0) return;
    this.goTo((find.at - 1 + by + this.found.length) % this.found.length);
  }

  private later(how: { goes: boolean }): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(how), PAUSE_MS);
  }

  private search({ goes } = { goes: false }): void {
    if (!app.find || !this.pane.isShowing) return;
    const asked = ++this.asked;
    const query = new URLSearchParams({ sheet: String(this.pane.sheet.id), text: app.find.text });
    getJson<FoundCells>(`/find?${query.toString()}`).then(
      (found) => asked === this.asked && this.take(found, goes),
      () => complain("The local Workspace does not answer."),
    );
  }

  private take({ cells, isCut }: FoundCells, goes: boolean): void {
    if (!app.find) return;
    this.found = cells;
    this.pane.mark(cells);
    const { row, column } = this.pane.selection.active;
    const here = cells.findIndex(([r, c]) => r === row && c === column);
    update({ find: { ...app.find, at: here + 1, count: cells.length, isCut, isSearching: false } });
    const next = cells.findIndex(([r, c]) => r > row || (r === row && c >= column));
    if (goes && cells.length > 0) this.goTo(Math.max(0, next));
  }

  private goTo(index: number): void {
    const cell = this.found[index];
    if (!cell || !app.find) return;
    const [row, column] = cell;
    update({ find: { ...app.find, at: index + 1 } });
    this.pane.selection.select({ row, column });
    this.pane.reveal(row, column);
  }
}
