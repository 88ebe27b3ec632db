import type { Question } from "../core/container.ts";
import type { Outcome } from "../core/outcome.ts";
import type { Project } from "../core/project.ts";
import type { Book } from "../spreadsheet/model/book.ts";
import type { PersonChip } from "../spreadsheet/model/cell.ts";
import { protectedCell } from "../spreadsheet/model/problem.ts";
import { isWarned } from "../spreadsheet/model/write.ts";
import { Selected } from "../spreadsheet/selected.ts";
import type { Workspace } from "../workspace.ts";
import type { Act, ChangeType } from "./act.ts";
import { ownCaller } from "./callers.ts";
import * as cells from "./cell-acts.ts";
import type { Person } from "./person.ts";
import { gridOf, rectOf, type Place } from "./place.ts";
import { remoteCall } from "./remote-call.ts";
import * as structure from "./structure-acts.ts";
import { WindowUi } from "./window-ui.ts";

const INVERSE: Partial<Record<ChangeType, ChangeType>> = {
  INSERT_ROW: "REMOVE_ROW",
  REMOVE_ROW: "INSERT_ROW",
  INSERT_COLUMN: "REMOVE_COLUMN",
  REMOVE_COLUMN: "INSERT_COLUMN",
  INSERT_GRID: "REMOVE_GRID",
  REMOVE_GRID: "INSERT_GRID",
};

const HEADS_UP: Question = {
  kind: "alert",
  title: "Heads up!",
  text: "You're trying to edit part of this sheet that shouldn't be changed accidentally. Edit anyway?",
  buttons: "OK_CANCEL",
};

/** A person with a spreadsheet open: everything they can do in the grid, the menu and the pages that scripts show. */
export class BookWindow extends WindowUi {
  readonly selected: Selected;
  /** Epoch ms of the last onSelectionChange event. */
  lastSelectionEvent: number | undefined;
  /** Calls of google.script.run that are under way. */
  callsRunning = 0;

  constructor(
    private readonly workspace: Workspace,
    readonly person: Person,
    readonly book: Book,
  ) {
    super();
    this.selected = new Selected(book);
  }

  get email(): string {
    return this.person.email;
  }
  get locale(): string {
    return this.person.locale;
  }

  /** Types into a cell; throws what a strict rule or a protection says. */
  type(sheet: string, a1: string, text: string): void {
    this.act(() => cells.typeInto(this.place(sheet, a1), text, this.remember));
  }

  setCheckbox(sheet: string, a1: string, checked: boolean): void {
    this.type(sheet, a1, checked ? "TRUE" : "FALSE");
  }

  /** Enters a people chip ("@" and a person). */
  putChip(sheet: string, a1: string, chip: PersonChip): void {
    this.act(() => cells.putChip(this.place(sheet, a1), chip, this.remember));
  }

  clear(sheet: string, a1: string): void {
    this.act(() => cells.clearCells(this.place(sheet, a1), this.remember));
  }

  /** Pastes text from outside; `a1` is the upper left cell. */
  paste(sheet: string, a1: string, rows: string[][]): void {
    this.act(() => cells.pasteText(this.place(sheet, a1), rows, this.remember));
  }

  copyPaste(sheet: string, from: string, ...[target, to, what]: [string, string, cells.CopyWhat]): void {
    this.act(() => cells.copyCells(this.place(sheet, from), this.place(target, to), { what, remember: this.remember }));
  }

  cutPaste(sheet: string, from: string, ...[target, to]: [string, string]): void {
    this.act(() => cells.cutCells(this.place(sheet, from), this.place(target, to), this.remember));
  }

  /** Drags the fill handle of `from` so that it covers `to` as well. */
  fill(sheet: string, from: string, to: string): void {
    this.act(() => cells.fillCells(this.place(sheet, from), this.place(sheet, to).rect, this.remember));
  }

  /** Columns are counted from 1 in the sheet. */
  sort(sheet: string, a1: string, keys: { column: number; ascending: boolean }[]): void {
    const zeroBased = keys.map(({ column, ascending }) => ({ column: column - 1, ascending }));
    const place = this.place(sheet, a1);
    if (this.goesOn(place)) this.act(() => cells.sortCells(place, zeroBased, this.remember));
  }

  insertRows(sheet: string, before: number, count = 1): void {
    this.rearrange(structure.insertLines, this.lines(sheet, "rows", [before, count]));
  }
  deleteRows(sheet: string, row: number, count = 1): void {
    this.rearrange(structure.deleteLines, this.lines(sheet, "rows", [row, count]));
  }
  moveRows(sheet: string, row: number, ...[count, before]: [number, number]): void {
    this.act(() => structure.moveLines(this.lines(sheet, "rows", [row, count]), before - 1));
  }
  insertColumns(sheet: string, before: number, count = 1): void {
    this.rearrange(structure.insertLines, this.lines(sheet, "columns", [before, count]));
  }
  deleteColumns(sheet: string, column: number, count = 1): void {
    this.rearrange(structure.deleteLines, this.lines(sheet, "columns", [column, count]));
  }
  moveColumns(sheet: string, column: number, ...[count, before]: [number, number]): void {
    this.act(() => structure.moveLines(this.lines(sheet, "columns", [column, count]), before - 1));
  }

  addSheet(name: string): void {
    this.act(() => structure.addSheet(this.book, name));
  }
  duplicateSheet(name: string): void {
    this.act(() => structure.duplicateSheet(gridOf(this.book, name)));
  }
  deleteSheet(name: string): void {
    this.act(() => structure.deleteSheet(gridOf(this.book, name)));
  }
  renameSheet(name: string, to: string): void {
    this.act(() => structure.renameSheet(gridOf(this.book, name), to));
  }
  /** Format > Convert to table; the columns under these headers get a type. */
  convertToTable(sheet: string, a1: string, typed: string[]): void {
    const { grid, rect } = this.place(sheet, a1);
    this.act(() => structure.convertToTable(grid, rect, typed));
  }
  /** Selects a chart and presses Delete. */
  removeChart(sheet: string, chartId: number): void {
    this.act(() => structure.removeChart(gridOf(this.book, sheet), chartId));
  }

  /** Takes back the book's last act; the event of an undo has a range and no values. */
  undo(): void {
    const act = this.workspace.historyOf(this.book).undo();
    if (act) this.changed({ ...act, changeType: INVERSE[act.changeType] ?? act.changeType });
  }
  redo(): void {
    const act = this.workspace.historyOf(this.book).redo();
    if (act) this.changed(act);
  }

  /** Selects cells; onSelectionChange runs unless the last one was less than two seconds ago. */
  select(sheet: string, a1: string): void {
    const { grid, rect } = this.place(sheet, a1);
    this.selected.select(grid, [rect]);
    this.workspace.engine.selected(this, { gridId: grid.id, rect });
  }

  /** Clicks a menu item, e.g. ("Helpdesk", "Set up"); more captions lead into submenus. */
  clickMenu(...path: string[]): Outcome {
    const { projectId, functionName } = this.menuItem(path);
    const project = this.workspace.projectById(projectId);
    project.enabledIn.add(this.book.id);
    return project.runAs(ownCaller(this, "menu"), functionName);
  }

  /** google.script.run from the page that is open: the dialog where there is one, else the sidebar. */
  call(name: string, ...args: unknown[]): Outcome {
    const page = this.dialog ?? this.sidebar;
    if (!page) throw new Error("No page is open.");
    return remoteCall(this, this.workspace.projectById(page.projectId), [name, args]);
  }

  /** Installs a published add-on: onInstall runs with full authority. */
  install(project: Project): Outcome {
    project.enabledIn.add(this.book.id);
    return project.runAs(ownCaller(this, "menu"), "onInstall", () => [{}]);
  }

  private rearrange(change: (lines: structure.Lines) => Act, lines: structure.Lines): void {
    if (this.goesOn({ grid: lines.grid, rect: structure.rectOfLines(lines) })) this.act(() => change(lines));
  }

  /** Whether the person sorts, inserts or deletes although a protection warns; throws where it forbids (platform C5). */
  private goesOn({ grid, rect }: Pick<Place, "grid" | "rect">): boolean {
    const reading = this.workspace.switches.warningAtRearranging;
    if (reading === "nothing" || !isWarned(grid, rect)) return true;
    if (reading === "blocks") throw protectedCell();
    return this.ask(HEADS_UP).button === "OK";
  }

  private act(perform: () => Act): void {
    this.workspace.engine.acted(this, this.workspace.historyOf(this.book).perform(perform));
  }

  private changed({ edited, changeType, undo }: Act): void {
    const fires = this.workspace.switches.undoEvent === "fires" && edited !== undefined;
    this.workspace.engine.acted(this, { changeType, undo, ...(fires && { edited }) });
  }

  private get remember(): cells.Remember {
    return this.workspace.switches.undoScope === "script writes too" ? cells.rememberSheet : cells.rememberCells;
  }

  private place(sheet: string, a1: string): Place {
    const grid = gridOf(this.book, sheet);
    return { grid, rect: rectOf(grid, a1), writer: this.email };
  }

  private lines(sheet: string, of: "rows" | "columns", [first, count]: [number, number]): structure.Lines {
    return { grid: gridOf(this.book, sheet), of, at: first - 1, count, writer: this.email };
  }
}
