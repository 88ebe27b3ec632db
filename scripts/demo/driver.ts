import type { BookWindow } from "../../test/emulator/people/book-window.ts";
import { cellName } from "../../test/emulator/spreadsheet/model/a1.ts";
import { displayAt } from "../../test/emulator/spreadsheet/model/display.ts";
import type { Book } from "../../test/emulator/spreadsheet/model/book.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import type { Workspace } from "../../test/emulator/workspace.ts";
import type { DemoAct } from "./acts.ts";

type Of<Does extends DemoAct["does"]> = Extract<DemoAct, { does: Does }>;
const HALF_DAY_MS = 12 * 3_600_000;

/** Plays acts of people one after the other, through grid, menu and sidebar, as they would do them. */
export class Driver {
  private readonly windows = new Map<string, BookWindow>();
  private readonly remembered = new Map<string, string>();

  constructor(
    private readonly workspace: Workspace,
    private readonly book: Book,
  ) {}

  /** Does one act at its time. Timers run once each morning only: eight weeks of them would take minutes. */
  play(act: DemoAct): void {
    const { clock } = this.workspace;
    const isMorning = act.at - clock.now() > HALF_DAY_MS;
    clock.reach(act.at);
    if (isMorning) clock.advance(0);
    const window = this.windowOf(act.by);
    if (act.does === "menu") check(act, window.clickMenu(...act.path).error);
    else if (act.does === "deleteSheet") window.deleteSheet(act.sheet);
    else if (act.does === "paste") window.paste(act.sheet, act.a1, act.rows);
    else if (act.does === "call") this.call(window, act);
    else if (act.does === "set") this.set(window, act);
    else this.append(window, act);
  }

  private windowOf(email: string): BookWindow {
    const known = this.windows.get(email);
    if (known) return known;
    const window = this.workspace.person(email).open(this.book);
    this.windows.set(email, window);
    return window;
  }

  private call(window: BookWindow, act: Of<"call">): void {
    const { value, error } = window.call(act.name, this.filled(act.question));
    check(act, error);
    const answer = JSON.parse(String(value)) as {
      ok: boolean;
      data?: Record<string, unknown>;
      problem?: { sentence: string };
    };
    if (!answer.ok) throw new Error(`${act.name}: ${answer.problem?.sentence ?? "no reason given"}`);
    if (act.remember) this.remembered.set(act.remember, String(Object.values(answer.data ?? {})[0]));
  }

  private set(window: BookWindow, { sheet, row, column, text }: Of<"set">): void {
    const grid = gridNamed(this.book, sheet);
    const wanted = this.remembered.get(row) ?? row;
    for (let at = 1; at < grid.lastRow(); at++) {
      if (displayAt(grid, at, 0) === wanted) return window.type(sheet, cellName(at, columnOf(grid, column)), text);
    }
    throw new Error(`The sheet ${sheet} has no row ${wanted}.`);
  }

  private append(window: BookWindow, { sheet, cells, remember }: Of<"append">): void {
    const grid = gridNamed(this.book, sheet);
    let row = 1;
    while (row < grid.maxRows && displayAt(grid, row, 0) + displayAt(grid, row, 1) !== "") row++;
    for (const [header, text] of Object.entries(cells)) window.type(sheet, cellName(row, columnOf(grid, header)), text);
    if (remember) this.remembered.set(remember, displayAt(grid, row, 0));
  }

  private filled(question: Record<string, unknown>): Record<string, unknown> {
    const fill = (value: unknown): unknown =>
      typeof value === "string"
        ? value.replace(/^\{(\w+)\}$/, (whole, name: string) => this.remembered.get(name) ?? whole)
        : value;
    return Object.fromEntries(Object.entries(question).map(([key, value]) => [key, fill(value)]));
  }
}

function check(act: DemoAct, error: Error | undefined): void {
  if (error) throw new Error(`The demo could not go on at "${act.does}": ${error.message}`);
}

function gridNamed(book: Book, name: string): Grid {
  const grid = book.gridNamed(name);
  if (!grid) throw new Error(`The add-on made no sheet "${name}".`);
  return grid;
}

function columnOf(grid: Grid, header: string): number {
  for (let column = 0; column < grid.maxColumns; column++) if (displayAt(grid, 0, column) === header) return column;
  throw new Error(`The sheet ${grid.name} has no column "${header}".`);
}
