import { apiWrite } from "../../test/emulator/people/api-write.ts";
import type { BookWindow } from "../../test/emulator/people/book-window.ts";
import { SheetProblem } from "../../test/emulator/spreadsheet/model/problem.ts";
import type { Job, Place } from "./job.ts";
import { elsewhere, settings } from "./other-sheets.ts";
import { type Act, die, type PersonKind } from "./plan.ts";
import { DESKS_OWN, letters, type Table } from "./table.ts";
import type { World } from "./world.ts";

/** Where an act falls: the row's identity, its number in the sheet (1-based) and the column's (0-based). */
interface Target {
  readonly id: string;
  readonly row: number;
  readonly column: number;
}

/** What a person, or a script, does in the grid; answers with a sentence for the log, undefined where it was not possible. */
export function actInGrid(world: World, act: Act): string | undefined {
  const who = act.kind === "script" ? "" : world.window(act).email;
  const job = prepare(world, act);
  if (!job) return undefined;
  try {
    world.changedBy(act, who, job);
  } catch (error) {
    if (!(error instanceof SheetProblem)) throw error;
    return `${job.text} – the sheet refuses: ${error.message}`;
  }
  return job.text;
}

function prepare(world: World, act: Act): Job | undefined {
  if (act.kind === "elsewhere") return elsewhere(world, act);
  if (act.kind === "settings") return settings(world, act);
  const window = world.window(act);
  const sheet = world.tickets.name;
  const rowJob = ROW_JOBS[act.kind as PersonKind];
  if (rowJob) return rowJob({ world, act, window, sheet });
  const target = targetOf(world, act);
  const cellJob = CELL_JOBS[act.kind as PersonKind | "script"];
  return target && cellJob?.({ world, act, window, sheet, target });
}

interface Scene {
  readonly world: World;
  readonly act: Act;
  readonly window: BookWindow;
  readonly sheet: string;
}

type AtCell = Scene & { readonly target: Target };

const CELL_JOBS: Partial<Record<PersonKind | "script", (scene: AtCell) => Job | undefined>> = {
  type: ({ act, window, sheet, target, world }) => {
    const [a1, value] = [a1Of(target), textOf(act, act.column)];
    world.touched = target.id;
    return {
      text: `types "${value}" into ${act.column} ${a1}`,
      run: () => window.type(sheet, a1, value),
      claim: { id: target.id, column: act.column, value },
    };
  },
  clear: ({ act, window, sheet, target }) => ({
    text: `clears ${act.column} ${a1Of(target)}`,
    run: () => window.clear(sheet, a1Of(target)),
    covers: [{ row: target.id, column: act.column }],
  }),
  paste: (scene) => pasteBlock(scene),
  fill: ({ act, window, sheet, target, world }) => {
    const last = Math.min(world.tickets.maxRows, target.row + 1 + Math.floor(die(act, 1) * 3));
    if (last === target.row) return undefined;
    const [from, to] = [a1Of(target), `${a1Of(target)}:${letters(target.column)}${last}`];
    const covers = cellsFrom(world, target, { height: last - target.row + 1, columns: [act.column] });
    return { text: `fills ${act.column} from ${from} over ${to}`, run: () => window.fill(sheet, from, to), covers };
  },
  copy: (scene) =>
    toAnotherRow(scene, "copies", ({ window, sheet }, from, to) => window.copyPaste(sheet, from, sheet, to, "values")),
  cut: (scene) => toAnotherRow(scene, "cuts", ({ window, sheet }, from, to) => window.cutPaste(sheet, from, sheet, to)),
  copyRow: ({ act, window, sheet, target, world }) => {
    const to = targetOf(world, { ...act, row: "new" });
    if (!to) return undefined;
    const from = `A${target.row}:${letters(world.tickets.maxColumns - 1)}${target.row}`;
    return {
      text: `copies row ${target.row} to row ${to.row}`,
      run: () => window.copyPaste(sheet, from, sheet, `A${to.row}`, "all"),
      moves: { row: to.id },
    };
  },
  overtype: ({ act, window, sheet, target, world }) => {
    const own = [...world.markers.columns()].filter(([id]) => DESKS_OWN.has(id) && id !== "State");
    const [id, column] = own[Math.floor(die(act, 1) * own.length)]!;
    const value = id === "Ticket" && die(act, 2) < 0.5 ? "T-1" : `junk-${act.id}`;
    const a1 = a1Of({ ...target, column });
    return { text: `types "${value}" over ${id} ${a1}`, run: () => window.type(sheet, a1, value) };
  },
  script: ({ act, sheet, target, world }) => {
    const [a1, value] = [a1Of(target), textOf(act, act.column)];
    return {
      text: `a script writes "${value}" into ${act.column} ${a1}`,
      run: () => apiWrite(world.company.book, { sheet, a1 }, [[value]]),
    };
  },
};

const ROW_JOBS: Partial<Record<PersonKind, (scene: Scene) => Job | undefined>> = {
  pasteRows: ({ world, act, window, sheet }) => {
    const start = targetOf(world, { ...act, row: "new", column: "Subject" });
    if (!start) return undefined;
    const rows = ["a", "b"].map((letter) => [`subject-${act.id}${letter}`, "Open", "High"]);
    return { text: `pastes two new rows at ${a1Of(start)}`, run: () => window.paste(sheet, a1Of(start), rows) };
  },
  sort: ({ world, act, window, sheet }) => {
    const column = world.markers.columns().get(act.column);
    if (column === undefined) return undefined;
    const all = `A2:${letters(world.tickets.maxColumns - 1)}${world.tickets.maxRows}`;
    const ascending = die(act, 1) < 0.4;
    const text = `sorts by ${act.column}, ${ascending ? "ascending" : "descending"}`;
    return { text, run: () => window.sort(sheet, all, [{ column: column + 1, ascending }]) };
  },
  hide: ({ world, act }) => {
    const target = targetOf(world, act);
    if (!target) return undefined;
    const extra = world.tickets.extraOf(target.row - 1);
    return { text: `hides row ${target.row}, as a filter does`, run: () => void (extra.hidden = !extra.hidden) };
  },
  undo: ({ window }) => ({ text: "undoes", run: () => window.undo() }),
  redo: ({ window }) => ({ text: "redoes", run: () => window.redo() }),
  insertRow: ({ world, act, window, sheet }) => {
    const before = 2 + Math.floor(die(act, 0) * (ticketRows(world.table()).length + 1));
    const count = die(act, 1) < 0.7 ? 1 : 2;
    return { text: `inserts ${count} row(s) before row ${before}`, run: () => window.insertRows(sheet, before, count) };
  },
  deleteRow: ({ world, act, window, sheet }) => {
    const target = targetOf(world, { ...act, row: act.row === "new" ? "any" : act.row });
    if (!target) return undefined;
    return { text: `deletes row ${target.row}`, run: () => window.deleteRows(sheet, target.row, 1) };
  },
  moveRow: ({ world, act, window, sheet }) => {
    const target = targetOf(world, act);
    const to = 2 + Math.floor(die(act, 1) * 7);
    if (!target || to === target.row || to === target.row + 1) return undefined;
    const run = (): void => window.moveRows(sheet, target.row, 1, to);
    return { text: `moves row ${target.row} before row ${to}`, run, moves: { row: target.id } };
  },
  insertColumn: ({ world, act, window, sheet }) => {
    const before = 1 + Math.floor(die(act, 0) * world.tickets.maxColumns);
    return {
      text: `inserts a column before ${letters(before - 1)}`,
      run: () => window.insertColumns(sheet, before, 1),
    };
  },
  deleteColumn: ({ world, act, window, sheet }) => {
    const spare = [...world.markers.columns()].filter(([id]) => SPARE.test(id));
    const [id, column] = spare[Math.floor(die(act, 0) * spare.length)] ?? [];
    if (column === undefined) return undefined;
    return { text: `deletes the column ${id}`, run: () => window.deleteColumns(sheet, column + 1, 1) };
  },
  moveColumn: ({ world, act, window, sheet }) => {
    const from = Math.floor(die(act, 0) * world.tickets.maxColumns);
    const to = Math.floor(die(act, 1) * world.tickets.maxColumns);
    if (to === from || to === from + 1) return undefined;
    return {
      text: `moves column ${letters(from)} before ${letters(to)}`,
      run: () => window.moveColumns(sheet, from + 1, 1, to + 1),
      moves: { column: [...world.markers.columns()].find(([, column]) => column === from)?.[0] ?? "" },
    };
  },
  renameColumn: ({ world, act, window, sheet }) => {
    const column = Math.floor(die(act, 0) * world.tickets.maxColumns);
    const text = `${String(world.tickets.valueAt(0, column))} ${act.id}`;
    const a1 = `${letters(column)}1`;
    return { text: `renames the column ${letters(column)} to "${text}"`, run: () => window.type(sheet, a1, text) };
  },
  renameTab: ({ act, window, sheet }) => ({
    text: `renames the sheet ${sheet} to "Desk ${act.id}"`,
    run: () => window.renameSheet(sheet, `Desk ${act.id}`),
  }),
};

/** Columns that people may delete without taking the desk's own away. */
const SPARE = /^(column \d+|Tags|Queue)$/;

const a1Of = ({ row, column }: Pick<Target, "row" | "column">): string => `${letters(column)}${row}`;

/** Rows that hold a ticket, or something that people have begun. */
function ticketRows(table: Table): string[] {
  return [...table].flatMap(([id, cells]) => (isBlank(cells) ? [] : [id]));
}

const isBlank = (cells: ReadonlyMap<string, string>): boolean =>
  [...cells].every(([column, value]) => value === "" || (DESKS_OWN.has(column) && column !== "Ticket"));

function targetOf(world: World, act: Act): Target | undefined {
  const column = world.markers.columns().get(act.column);
  const id = rowOf(world, act);
  const row = id === undefined ? undefined : world.markers.rows().get(id);
  return id === undefined || row === undefined || column === undefined ? undefined : { id, row: row + 1, column };
}

function rowOf(world: World, act: Act): string | undefined {
  const table = world.table();
  if (act.row === "new") return [...table].find(([, cells]) => isBlank(cells))?.[0];
  if (act.row === "same" && world.touched !== undefined && table.has(world.touched)) return world.touched;
  const rows = ticketRows(table);
  return rows[Math.floor(die(act, 0) * rows.length)];
}

/** What is typed: the plan's word, or a text that nobody else types. */
function textOf({ id, text }: Act, column: string, place = ""): string {
  if (text !== "") return text;
  const name = column.toLowerCase().replace(/ /g, "-");
  return column === "Assignee" || column === "Requester"
    ? `${name}-${id}${place}@example.com`
    : `${name}-${id}${place}`;
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  Status: ["Open", "Pending", "On hold", "Resolved"],
  Priority: ["Urgent", "High", "Low"],
};

/** One to three rows of one or two columns. */
function pasteBlock({ world, act, window, sheet, target }: AtCell): Job | undefined {
  const byPlace = new Map([...world.markers.columns()].map(([id, column]) => [column, id]));
  const next = byPlace.get(target.column + 1) ?? "Ticket";
  const columns = die(act, 1) < 0.5 && !DESKS_OWN.has(next) ? [act.column, next] : [act.column];
  const rows = Array.from({ length: 1 + Math.floor(die(act, 2) * 3) }, (_, row) =>
    columns.map((column, at) => {
      const words = WORDS[column];
      if (words) return words[Math.floor(die(act, 3) * words.length + row) % words.length]!;
      return textOf({ ...act, text: "" }, column, `.${row}${at}`);
    }),
  );
  const a1 = a1Of(target);
  world.touched = target.id;
  return {
    text: `pastes ${JSON.stringify(rows)} at ${columns.join("+")} ${a1}`,
    run: () => window.paste(sheet, a1, rows),
    covers: cellsFrom(world, target, { height: rows.length, columns }),
  };
}

/** So many rows from this one down, in these columns. */
function cellsFrom(
  world: World,
  { row: first }: Target,
  { height, columns }: { height: number; columns: readonly string[] },
): Required<Place>[] {
  const rows = [...world.markers.rows()].filter(([, row]) => row + 1 >= first && row + 1 < first + height);
  return rows.flatMap(([row]) => columns.map((column) => ({ row, column })));
}

function toAnotherRow(
  scene: AtCell,
  verb: string,
  run: (scene: Scene, from: string, to: string) => void,
): Job | undefined {
  const { act, world, target } = scene;
  const to = targetOf(world, { ...act, row: "any", dice: [die(act, 4)] });
  if (!to || to.row === target.row) return undefined;
  const [from, onto] = [a1Of(target), a1Of(to)];
  const covers = [{ row: to.id, column: act.column }];
  return { text: `${verb} ${act.column} ${from} to ${onto}`, run: () => run(scene, from, onto), covers };
}
