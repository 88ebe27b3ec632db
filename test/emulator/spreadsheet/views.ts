import type { Execution } from "../core/execution.ts";
import { Grid } from "./model/grid.ts";
import type { Rect } from "./model/rect.ts";
import { capture, restore } from "./model/region.ts";
import { fillGrid } from "./model/sheets.ts";

const viewsOf = new WeakMap<Execution, Map<Grid, Grid>>();
const originals = new WeakMap<Grid, Grid>();

/** The sheet as it stands at Google, of what may be an execution's view of it. */
export const originalOf = (grid: Grid): Grid => originals.get(grid) ?? grid;

/** What a reading method looks at: the sheet, or what this execution first saw of it (switch `laterReads`). */
export function seenBy(run: Execution, grid: Grid): Grid {
  if (!run.isReading || run.workspace.switches.laterReads === "fresh") return grid;
  const views = viewsOf.get(run) ?? new Map<Grid, Grid>();
  viewsOf.set(run, views);
  const view = views.get(grid) ?? viewOf(grid);
  views.set(grid, view);
  return view;
}

function viewOf(grid: Grid): Grid {
  const { id, name, maxRows, maxColumns } = grid;
  const view = new Grid(grid.book, { id, name, rows: maxRows, columns: maxColumns });
  fillGrid(grid, view);
  Object.assign(view.parts, grid.parts);
  originals.set(view, grid);
  return view;
}

/** Lets an execution see what it has itself written into cells. */
export function seesOwnWrite(run: Execution, grid: Grid, rect: Rect): void {
  const view = viewsOf.get(run)?.get(grid);
  if (view) restore(view, capture(grid, rect));
}

/** Lets an execution's next read of a sheet, or of any, see it as it stands. */
export function forgetView(run: Execution, grid?: Grid): void {
  if (grid) viewsOf.get(run)?.delete(grid);
  else viewsOf.delete(run);
}
