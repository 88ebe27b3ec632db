import { encodeEvent, type ChainEnd } from "../../src/domain/history/encode.ts";
import type { NewEvent } from "../../src/domain/history/event.ts";
import { slaRules, type SlaSettings } from "../../src/domain/sla-settings/sla-settings.ts";
import { type FoldRules, foldTicket } from "../../src/domain/deadline/fold-ticket.ts";
import { DEFAULT_STATUSES } from "../../src/domain/ticket/field.ts";
import type { TicketState } from "../../src/domain/ticket/ticket.ts";
import type { Fields } from "../../src/domain/ticket/content.ts";
import { derivedCell, type SlaView } from "../../src/workbook/derived-cells.ts";
import { encodeState } from "../../src/workbook/state-cell.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import { serialOf } from "../../test/emulator/values/serial.ts";
import { openProduct } from "../product.ts";

export interface BigDeskShape {
  readonly tickets: number;
  readonly columns: number;
  readonly eventsEach: number;
  readonly communicationsEach: number;
}

export type BigDesk = ReturnType<typeof makeBigDesk>;

const STATUSES = ["Open", "Pending", "Open", "On hold", "Open", "Pending", "Resolved", "Closed"];
const START = Date.UTC(2025, 0, 6, 8);

/** A desk as years of work leave it: tickets with their events, written past the script, and acknowledged. */
export function makeBigDesk(shape: BigDeskShape) {
  const { workspace, book, project } = openProduct({}, { now: Date.UTC(2026, 2, 2, 9) });
  const window = workspace.person(workspace.owner).open(book);
  window.answers.push("OK");
  for (const item of ["Set up", "Open sidebar"]) {
    const { error } = window.clickMenu("Helpdesk", item);
    if (error) throw error;
  }
  const tickets = gridOf(book.grids, "Tickets");
  addCustomColumns(window, tickets, shape.columns);
  const properties = project.stores.propertiesOf(`document:${book.id}`);
  const { rows, end } = writeTickets(tickets, shape, rulesFrom(properties));
  writeRows(gridOf(book.grids, "History"), rows);
  if (shape.communicationsEach > 0) writeConversation(book, shape);
  properties.set(
    "head",
    JSON.stringify({ ...end, lastNumber: shape.tickets, room: gridOf(book.grids, "History").maxRows }),
  );
  return { workspace, book, project, window, tickets, shape };
}

function gridOf(grids: readonly Grid[], name: string): Grid {
  const grid = grids.find((candidate) => candidate.name === name);
  if (!grid) throw new Error(`There is no sheet ${name}.`);
  return grid;
}

type Window = ReturnType<ReturnType<typeof openProduct>["workspace"]["person"]>["open"] extends (
  ...args: never[]
) => infer W
  ? W
  : never;

/** Columns of the company's own, at the right, until the sheet has as many as wanted. */
function addCustomColumns(window: Window, tickets: Grid, columns: number): void {
  const had = tickets.maxColumns;
  if (columns <= had) return;
  window.insertColumns("Tickets", had + 1, columns - had);
  for (let column = had; column < columns; column++)
    window.type("Tickets", `${letters(column)}1`, `Own ${column - had + 1}`);
}

function letters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letters(Math.floor(column / 26) - 1) + letter;
}

/** The rules as set-up has kept them. */
function rulesFrom(properties: ReadonlyMap<string, string>): FoldRules {
  const parts = Array.from(
    { length: Number(properties.get("sla")) },
    (_, index) => properties.get(`sla.${index}`) ?? "",
  );
  return { statuses: DEFAULT_STATUSES, sla: slaRules(JSON.parse(parts.join("")) as SlaSettings, 14) };
}

function writeTickets(tickets: Grid, shape: BigDeskShape, rules: FoldRules): { rows: unknown[][]; end: ChainEnd } {
  const keys = keysOf(tickets);
  // all that has come by now was told long ago
  const view = { now: Date.UTC(2026, 2, 2, 9), calendarOf: rules.sla.calendarOf, isSilent: true };
  const states: (TicketState | undefined)[] = [];
  const history: unknown[][] = [];
  let end: ChainEnd = { seq: 0, hash: "" };
  for (let step = 0; step < shape.eventsEach; step++) {
    for (let number = 1; number <= shape.tickets; number++) {
      const state = states[number];
      const event = eventOf(number, step, state);
      const [row] = encodeEvent(event, event.occurredAt, end);
      if (!row) throw new Error("an event has at least one row");
      history.push([row.seq, row.ticketId, row.json, row.hash]);
      states[number] = foldTicket(state, { ...event, seq: row.seq, recordedAt: event.occurredAt }, rules);
      end = row;
    }
  }
  writeRows(
    tickets,
    states.slice(1).map((state, index) => ticketCells(state as TicketState, index + 2, { keys, view })),
  );
  return { rows: history, end };
}

/** The key of each column, in the order of set-up: fields, derived, state, then the company's own. */
function keysOf(tickets: Grid): string[] {
  const headers = tickets.valuesOf({ top: 0, left: 0, rows: 1, columns: tickets.maxColumns })[0] ?? [];
  return headers.map((header) => KEY_BY_HEADER[String(header)] ?? String(header));
}

const KEY_BY_HEADER: Readonly<Record<string, string>> = {
  ...{ Ticket: "ticket", Subject: "subject", Status: "status", Priority: "priority", Assignee: "assignee" },
  ...{
    Requester: "requester",
    "Requester name": "requesterName",
    Category: "category",
    Queue: "queue",
    Channel: "channel",
  },
  ...{ Description: "description", Tags: "tags", Created: "created", Resolved: "resolved", Closed: "closed" },
  ...{ SLA: "sla", "Time left": "timeLeft", "First response due": "firstResponseDue" },
  ...{ "Resolution due": "resolutionDue", "First responded": "firstResponded", "Next SLA instant": "nextSla" },
  ...{ Updated: "updated", "Updated by": "updatedBy", State: "state" },
};

function eventOf(number: number, step: number, state: TicketState | undefined): NewEvent {
  const occurredAt = START + number * 60_000 + step * 3_600_000;
  const about = {
    ticketId: `T-${number}`,
    occurredAt,
    actor: `agent${number % 7}@example.com`,
    role: "agent" as const,
    source: "sheet" as const,
  };
  if (step > 0)
    return {
      ...about,
      type: "edited",
      previous: state?.seq ?? 0,
      set: { status: STATUSES[(number + step) % 6] ?? "Open" },
    };
  return { ...about, type: "created", previous: 0, policy: ["Standard", 1], set: firstFields(number) };
}

function firstFields(number: number): Fields {
  return {
    ...{
      subject: `Printer ${number} on floor ${number % 9} prints stripes`,
      status: "New",
      priority: ["Low", "Medium", "High", "Urgent"][number % 4] ?? "Low",
    },
    ...{
      assignee: `agent${number % 7}@example.com`,
      requester: `person${number % 900}@example.com`,
      requesterName: `Person ${number % 900}`,
    },
    ...{
      category: "Hardware",
      channel: "phone",
      description: `It began this morning at desk ${number}. Restarting did not help, and the others wait for their papers.`,
    },
  };
}

function ticketCells(
  state: TicketState,
  rowNumber: number,
  { keys, view }: { keys: readonly string[]; view: SlaView },
): unknown[] {
  return keys.map((key) => {
    if (key === "ticket") return state.id;
    const field = state.fields[key];
    if (field !== undefined) return field;
    const cell = key === "state" ? encodeState(state, rowNumber) : derivedCell(key, state, view);
    return cell instanceof Date ? serialOf(cell.getTime(), "Etc/UTC") : cell;
  });
}

/** Puts values below the header as they are: no parsing, no queue. Looks of the second row are kept for all. */
function writeRows(grid: Grid, rows: readonly unknown[][]): void {
  grid.maxRows = rows.length + 202;
  grid.reach(rows.length);
  const looks = grid.looks[1];
  rows.forEach((cells, index) => {
    cells.forEach((cell, column) => {
      if (cell !== "") grid.store(index + 1, column, cell as string | number);
    });
    if (looks) grid.looks[index + 1] = looks;
  });
}

function writeConversation(book: ReturnType<typeof openProduct>["book"], shape: BigDeskShape): void {
  const grid = book.addGrid({ name: "Conversation" });
  grid.maxColumns = 7;
  const rows: unknown[][] = [];
  for (let index = 0; index < shape.tickets * shape.communicationsEach; index++) {
    const number = (index % shape.tickets) + 1;
    rows.push([
      index + 1,
      `T-${number}`,
      START + index * 1000,
      `person${number % 900}@example.com`,
      "inbound",
      "It still happens.",
      index + 1,
    ]);
  }
  writeRows(grid, rows);
}
