import { type Area, cellName, parseArea } from "./a1.ts";
import { app, complain } from "./app.ts";
import { linksWithText, type ShownLinks } from "./link-card.tsx";
import { mergeAround } from "./merges.ts";
import type { SheetPane } from "./sheet-pane.ts";

const STAY_MS = 350;

interface LinksHost {
  show(links: ShownLinks | null): void;
  showSheet(id: number): void;
}

/** Shows where cells lead, for the cell under the pointer or else the active one, and goes there. */
export class Links {
  private shown = "";
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly pane: SheetPane,
    private readonly host: LinksHost,
  ) {}

  /** The pointer is over this cell, or over none. */
  hover(at: { row: number; column: number } | null): void {
    const whole = at && mergeAround(this.pane.sheet, at.row, at.column);
    if (whole && this.has(whole)) return this.show(whole);
    this.leave();
  }

  /** The pointer is on the card itself. */
  stay(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** A moment later the card goes, so that the pointer can reach it. */
  leave(): void {
    if (this.shown !== "") this.timer ??= setTimeout(() => this.settle(), STAY_MS);
  }

  /** The active cell's card, where it leads anywhere and nobody writes in it. */
  settle(): void {
    const area = this.pane.activeArea();
    if (!this.pane.editor.isEditing && this.pane.selection.area.top === area.top && this.has(area)) this.show(area);
    else this.hide();
  }

  hide(): void {
    this.stay();
    if (this.shown === "") return;
    this.shown = "";
    this.host.show(null);
  }

  /** Follows the only link of the active cell; of several the first one takes the focus. */
  open(): boolean {
    const { top, left } = this.pane.activeArea();
    const links = this.pane.cells.at(top, left)?.h ?? [];
    if (links.length === 0) return false;
    if (links.length === 1) this.follow(links[0]!.url);
    else document.querySelector<HTMLElement>(".link-card a, .link-card button")?.focus();
    return true;
  }

  /** Elsewhere in a tab of its own, which knows nothing of this page; a place in this spreadsheet is shown. */
  follow(url: string): void {
    if (/^(https?:|mailto:)/i.test(url)) return void window.open(url, "_blank", "noopener,noreferrer");
    const [, gid, range] = /^#gid=(\d+)(?:&range=(.+))?$/.exec(url) ?? [];
    const sheet = app.book?.sheets.find(({ id }) => id === Number(gid));
    if (!sheet) return complain("The sheet that this link leads to is gone.");
    this.hide();
    this.host.showSheet(sheet.id);
    const area = range ? parseArea(range.includes(":") ? range : `${range}:${range}`, sheet.rows, sheet.columns) : null;
    if (!area) return;
    this.pane.selection.selectArea(area);
    this.pane.reveal(area.top, area.left);
  }

  private has({ top, left }: Area): boolean {
    return this.pane.cells.at(top, left)?.h !== undefined;
  }

  private show(area: Area): void {
    this.stay();
    const cell = this.pane.cells.at(area.top, area.left);
    const { x, y, height } = this.pane.onScreen(area);
    const box = this.pane.frame.getBoundingClientRect();
    const at = { x: Math.max(box.left, box.left + x), y: box.top + y + height };
    const key = JSON.stringify([this.pane.sheet.id, area, cell?.h, at]);
    if (key === this.shown || !cell) return;
    this.shown = key;
    this.host.show({ cell: cellName(area.top, area.left), links: linksWithText(cell), ...at });
  }
}
