import type { Book } from "../../test/emulator/spreadsheet/model/book.ts";
import { epochOf } from "../../test/emulator/values/serial.ts";
import { openProduct } from "../product.ts";
import type { IncidentState } from "./incidents.ts";

export interface Replayed {
  readonly tickets: Record<
    string,
    { status: string; priority: string; assignee: string; updatedAt: string; updatedBy: string }
  >;
  readonly events: number;
  readonly differences: number;
}

/** The editable columns that one paste fills, in their order on the sheet, two of them the company's own. */
const FIRST_COLUMN = "B";
const OWN_COLUMNS = ["Incident", "Mod count"];

/** Lives through a desk's incidents: each state is an edit in the grid by its author at its time. */
export function replayIncidents(states: readonly IncidentState[]): Replayed {
  const { workspace, book } = openProduct({}, { now: (states[0]?.at ?? 0) - 3_600_000 });
  workspace.clock.pass = () => undefined; // at a desk people's edits run beside one another: none puts off the next
  const owner = workspace.person(workspace.owner).open(book);
  owner.answers.push("OK");
  for (const item of ["Set up", "Open sidebar"]) {
    const { error } = owner.clickMenu("Helpdesk", item);
    if (error) throw error;
  }
  owner.insertColumns("Tickets", 13, OWN_COLUMNS.length);
  owner.paste("Tickets", "M1", [OWN_COLUMNS]);
  const rowOf = new Map<string, number>();
  const windows = new Map<string, ReturnType<typeof openWindow>>();
  const openWindow = (author: string) => workspace.person(author).open(book);
  for (const state of states) {
    workspace.clock.reach(state.at);
    const row = rowOf.get(state.number) ?? rowOf.size + 2;
    rowOf.set(state.number, row);
    const window = windows.get(state.author) ?? openWindow(state.author);
    windows.set(state.author, window);
    const { maxRows } = gridOf(book);
    if (row > maxRows) window.insertRows("Tickets", maxRows + 1, 500); // "Add more rows at the bottom"
    window.paste("Tickets", `${FIRST_COLUMN}${row}`, [cellsOf(state)]);
  }
  return { ...readBack(book, rowOf), ...verify(owner) };
}

function cellsOf({ number, status, priority, assignee, category, modCount }: IncidentState): string[] {
  const [requester, requesterName, queue, channel, description, tags] = ["", "", "", "phone", "", ""];
  const fields = [
    `Incident ${number}`,
    status,
    priority,
    assignee,
    requester,
    requesterName,
    category,
    queue,
    channel,
    description,
    tags,
  ];
  return [...fields, number, modCount];
}

function gridOf(book: Book): Book["grids"][number] {
  const grid = book.grids.find(({ name }) => name === "Tickets");
  if (!grid) throw new Error("There is no sheet Tickets.");
  return grid;
}

/** What the sheet shows of each incident at the end. */
function readBack(book: Book, rowOf: ReadonlyMap<string, number>): Pick<Replayed, "tickets"> {
  const grid = gridOf(book);
  const cells = grid.valuesOf(grid.whole);
  const headers = (cells[0] ?? []).map(String);
  const tickets: Replayed["tickets"] = {};
  for (const [number, row] of rowOf) {
    const at = (header: string): string | number | boolean => cells[row - 1]?.[headers.indexOf(header)] ?? "";
    tickets[number] = {
      ...{ status: String(at("Status")), priority: String(at("Priority")), assignee: String(at("Assignee")) },
      updatedAt: new Date(Math.round(epochOf(Number(at("Updated")), "Etc/UTC") / 1000) * 1000).toISOString(),
      updatedBy: String(at("Updated by")),
    };
  }
  return { tickets };
}

/** Verify history, as from the sidebar. */
function verify(window: {
  call(name: string, ...args: unknown[]): { value: unknown; error?: Error };
}): Pick<Replayed, "events" | "differences"> {
  for (let isFresh = true; ; isFresh = false) {
    const { value, error } = window.call("sidebarVerify", { isFresh });
    if (error) throw error;
    const { data } = JSON.parse(String(value)) as { data: { done: boolean; text: string } };
    const countOf = (what: string): number =>
      Number(new RegExp(`([\\d,]+) ${what}`).exec(data.text)?.[1]?.replaceAll(",", ""));
    if (data.done) return { events: countOf("event"), differences: countOf("difference") };
  }
}
