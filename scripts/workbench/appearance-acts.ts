import type { BookWindow } from "../../test/emulator/people/book-window.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import type { Axis } from "./protocol.ts";
import type { World } from "./world.ts";

interface Lines {
  grid: Grid;
  axis: Axis;
  from: number;
  count: number;
}

/** Hides rows or columns, or shows them again. */
export function setHidden(world: World, window: BookWindow, lines: Lines & { hidden: boolean }): void {
  change(world, window, () => forEachLine(lines, (line) => (line.hidden = lines.hidden)));
}

/** Makes columns wider or rows higher; `size` in px. */
export function setSize(world: World, window: BookWindow, lines: Lines & { size: number }): void {
  const key = lines.axis === "rows" ? "height" : "width";
  change(world, window, () => forEachLine(lines, (line) => (line[key] = lines.size)));
}

export function showSheet(world: World, window: BookWindow, { grid, hidden }: { grid: Grid; hidden: boolean }): void {
  const others = world.book.grids.filter((other) => other !== grid && !other.parts.hidden);
  if (hidden && others.length === 0) throw new Error("You can't hide all the sheets in a document.");
  change(world, window, () => {
    grid.parts.hidden = hidden;
    return () => (grid.parts.hidden = !hidden);
  });
}

/** Google tells scripts of such acts as a change of kind OTHER, and undoes them like any other. */
export function change(world: World, window: BookWindow, make: () => () => void): void {
  const { workspace, book } = world;
  const act = workspace.historyOf(book).perform(() => ({ changeType: "OTHER", undo: make() }));
  workspace.engine.acted(window, act);
}

interface Line {
  hidden?: boolean;
  width?: number;
  height?: number;
}

function forEachLine({ grid, axis, from, count }: Lines, set: (line: Line) => void): () => void {
  const undo: (() => void)[] = [];
  for (let index = from; index < from + count; index++) {
    const line: Line = axis === "rows" ? grid.extraOf(index) : (grid.columns[index] ??= {});
    const before = { hidden: line.hidden, width: line.width, height: line.height };
    set(line);
    undo.push(() => Object.assign(line, before));
  }
  return () => undo.forEach((back) => back());
}
