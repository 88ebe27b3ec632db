import type { Book } from "../emulator/spreadsheet/model/book.ts";
import type { Grid } from "../emulator/spreadsheet/model/grid.ts";
import type { Workspace, WorkspaceOptions } from "../emulator/workspace.ts";
import { type BookShape, openProduct } from "../../scripts/product.ts";

export const OWNER = "olga@example.com";
export const ANA = "ana@example.com";
export const BEN = "ben@example.com";

/** A company whose desk is set up and has `tickets` tickets (T-1 in row 2, …), each typed by hand by Ana. */
export function aCompany(
  { tickets = 0, ...shape }: BookShape & { tickets?: number } = {},
  options: WorkspaceOptions = {},
) {
  const { workspace, book, project } = openProduct(shape, { owner: OWNER, ...options });
  const owner = windowOf(workspace, OWNER, book);
  owner.answers.push("OK");
  throwFailure(owner.clickMenu("Helpdesk", "Set up"));
  const ana = windowOf(workspace, ANA, book);
  if (tickets > 0) {
    const rows = Array.from({ length: tickets }, (_, index) => [`Issue ${index + 1}`, "Open", "Medium", BEN]);
    ana.paste("Tickets", "B2", rows);
  }
  return { workspace, book, project, owner, ana, ben: windowOf(workspace, BEN, book) };
}

export type Company = ReturnType<typeof aCompany>;

/** A person with the book and the sidebar open. */
export function windowOf(workspace: Workspace, email: string, book: Book) {
  const window = workspace.person(email).open(book);
  throwFailure(window.clickMenu("Helpdesk", "Open sidebar"));
  return window;
}

function throwFailure({ error }: { error?: Error }): void {
  if (error) throw error;
}

export function gridOf(book: Book, name: string): Grid {
  const grid = book.grids.find((candidate) => candidate.name === name);
  if (!grid) throw new Error(`There is no sheet ${name}.`);
  return grid;
}

/** The Tickets rows that hold anything, each by header; hidden columns too. */
export function ticketRows(book: Book): Record<string, string | number | boolean>[] {
  const grid = gridOf(book, "Tickets");
  const [headers = [], ...rows] = grid.valuesOf({ top: 0, left: 0, rows: grid.lastRow(), columns: grid.maxColumns });
  return rows.map((row) => Object.fromEntries(row.map((cell, column) => [String(headers[column]), cell])));
}

export interface RecordedEvent {
  readonly seq: number;
  readonly ticket: string;
  readonly type: string;
  readonly actor: string;
  readonly source: string;
  readonly at: number;
  readonly previous: number;
  readonly set: Record<string, unknown>;
}

/** What History holds, read without the product's own code. */
export function historyOf(book: Book): RecordedEvent[] {
  const grid = gridOf(book, "History");
  const rows = grid.valuesOf({ top: 1, left: 0, rows: Math.max(0, grid.lastRow() - 1), columns: 4 });
  return rows.map(
    ([seq, ticket, json]) =>
      ({ seq: Number(seq), ticket: String(ticket), ...(JSON.parse(String(json)) as object) }) as RecordedEvent,
  );
}

/** "Verify history", as from the sidebar: its last sentence and what it names. */
export function verify(company: Company): { text: string; differences: string[] } {
  for (let isFresh = true; ; isFresh = false) {
    const outcome = company.owner.call("sidebarVerify", { isFresh });
    if (outcome.error) throw outcome.error;
    const { data } = JSON.parse(String(outcome.value)) as {
      data: { done: boolean; text: string; differences: { sentence: string }[] };
    };
    if (data.done) return { text: data.text, differences: data.differences.map(({ sentence }) => sentence) };
  }
}
