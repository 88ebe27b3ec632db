import type { BookWindow } from "../../test/emulator/people/book-window.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import { columnLetters } from "../../test/emulator/spreadsheet/model/a1.ts";
import { setHidden, setSize, showSheet } from "./appearance-acts.ts";
import { filterAct } from "./filter-acts.ts";
import type { Act } from "./protocol.ts";
import { tickText } from "./choices.ts";
import { sheetOf } from "./requests.ts";
import { menuPath } from "./desk-view.ts";
import type { World } from "./world.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
type SheetAct = Extract<Act, { sheet: number }>;

/** Does what a person does in the grid; throws the sentence with which Google would refuse it. */
export function performAct(world: World, window: BookWindow, act: Act): void {
  if ("sheet" in act) return sheetAct(world, window, act);
  switch (act.kind) {
    case "undo":
      return window.undo();
    case "redo":
      return window.redo();
    case "addSheet":
      return window.addSheet(world.book.freeName());
    case "menu":
      return clickMenu(window, act.path);
    case "closePanel":
      return closePanel(window, act.which);
  }
}

function sheetAct(world: World, window: BookWindow, act: SheetAct): void {
  const grid = sheetOf(world.book, act.sheet);
  const { name } = grid;
  const target = (id: number): string => sheetOf(world.book, id).name;
  switch (act.kind) {
    case "type":
      return window.type(name, act.a1, act.text);
    case "tick":
      return window.type(name, act.a1, tickText(grid, act));
    case "clear":
      return window.clear(name, act.a1);
    case "paste":
      return window.paste(name, act.a1, act.values);
    case "copy":
      return window.copyPaste(name, act.from, target(act.toSheet), act.to, act.what);
    case "cut":
      return window.cutPaste(name, act.from, target(act.toSheet), act.to);
    case "fill":
      return window.fill(name, act.from, act.to);
    case "sort":
      return sort(window, grid, act);
    case "createFilter":
    case "removeFilter":
    case "filterColumn":
    case "sortFilter":
      return filterAct(world, window, { grid, act });
    case "select":
      return window.select(name, act.a1);
    case "renameSheet":
      return window.renameSheet(name, act.name);
    case "deleteSheet":
      return window.deleteSheet(name);
    case "deleteChart":
      return window.removeChart(name, act.chart);
    case "showSheet":
      return showSheet(world, window, { grid, hidden: act.hidden });
    default:
      return linesAct(world, window, act);
  }
}

function linesAct(world: World, window: BookWindow, act: Of<"insert" | "delete" | "move" | "hide" | "resize">): void {
  const grid = sheetOf(world.book, act.sheet);
  const isRows = act.axis === "rows";
  switch (act.kind) {
    case "insert":
      return window[isRows ? "insertRows" : "insertColumns"](grid.name, act.before + 1, act.count);
    case "delete":
      return window[isRows ? "deleteRows" : "deleteColumns"](grid.name, act.from + 1, act.count);
    case "move":
      return window[isRows ? "moveRows" : "moveColumns"](grid.name, act.from + 1, act.count, act.before + 1);
    case "hide":
      return setHidden(world, window, { ...act, grid });
    case "resize":
      return setSize(world, window, { ...act, grid });
  }
}

/** Sorts the sheet below its frozen rows, as "Sort sheet A to Z" does. */
function sort(window: BookWindow, grid: Grid, { column, ascending }: Of<"sort">): void {
  const first = grid.parts.frozenRows + 1;
  const last = Math.max(first, grid.lastRow());
  window.sort(grid.name, `A${first}:${columnLetters(grid.maxColumns - 1)}${last}`, [{ column: column + 1, ascending }]);
}

function clickMenu(window: BookWindow, path: number[]): void {
  const { error } = window.clickMenu(...menuPath(window, path));
  if (error) throw new Error(`${error.name}: ${error.message}`);
}

function closePanel(window: BookWindow, which: "sidebar" | "dialog"): void {
  if (which === "sidebar") window.closeSidebar();
  else window.closeDialog();
}
