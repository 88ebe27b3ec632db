import { encodeEvent, type ChainEnd } from "../../src/domain/history/encode.ts";
import type { NewEvent } from "../../src/domain/history/event.ts";
import { slaRules, type SlaSettings } from "../../src/domain/sla-settings/sla-settings.ts";
import { type FoldRules, foldTicket } from "../../src/domain/deadline/fold-ticket.ts";
import { untoldAt } from "../../src/domain/deadline/told.ts";
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
  const { rows, said, end } = writeTickets(tickets, shape, rulesFrom(properties));
  writeRows(gridOf(book.grids, "History"), rows);
  if (said.length > 0) writeRows(gridOf(book.grids, "Conversation"), said);
  properties.set(
    "head",
    JSON.stringify({ ...end, lastNumber: shape.tickets, room: gridOf(book.grids, "History").maxRows }),
  );
  const queueMails = (count: number): void => {
    writeMails(gridOf(book.grids, "Outbox"), count);
    properties.set("mail", JSON.stringify({ waiting: count }));
  };
  return { workspace, book, project, window, tickets, shape, queueMails };
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

function writeTickets(
  tickets: Grid,
  shape: BigDeskShape,
  rules: FoldRules,
): { rows: unknown[][]; said: unknown[][]; end: ChainEnd } {
  const keys = keysOf(tickets);
  const view = { now: Date.UTC(2026, 2, 2, 9), calendarOf: rules.sla.calendarOf };
  const states: (TicketState | undefined)[] = [];
  const history: unknown[][] = [];
  const said: unknown[][] = [];
  let end: ChainEnd = { seq: 0, hash: "" };
  for (let step = 0; step < shape.eventsEach; step++) {
    for (let number = 1; number <= shape.tickets; number++) {
      const state = states[number];
      const event = told(eventOf(number, { step, isNote: isNote(step, shape) }, state), state, {
        rules,
        now: view.now,
        isLast: step === shape.eventsEach - 1,
      });
      const [row] = encodeEvent(event, event.occurredAt, end);
      if (!row) throw new Error("an event has at least one row");
      history.push([row.seq, row.ticketId, row.json, row.hash]);
      if (isNote(step, shape)) said.push(saidCells(row.seq, event));
      states[number] = foldTicket(state, { ...event, seq: row.seq, recordedAt: event.occurredAt }, rules);
      end = row;
    }
  }
  writeRows(
    tickets,
    states.slice(1).map((state, index) => ticketCells(state as TicketState, index + 2, { keys, view })),
  );
  return { rows: history, said, end };
}

/** Whoever was to be told of a ticket was told with its last event, but of every 500th ticket. */
function told(
  event: NewEvent,
  state: TicketState | undefined,
  { rules, now, isLast }: { rules: FoldRules; now: number; isLast: boolean },
): NewEvent {
  if (!isLast || Number(event.ticketId.slice(2)) % 500 === 0) return event;
  const { clocks } = foldTicket(state, { ...event, seq: Infinity, recordedAt: now }, rules);
  return clocks ? { ...event, told: untoldAt({ clocks, told: [] }, now, rules.sla.calendarOf) } : event;
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

/** What was said in a ticket comes right after its creation; notes move no clock. */
const isNote = (step: number, { communicationsEach }: BigDeskShape): boolean => step > 0 && step <= communicationsEach;

function eventOf(
  number: number,
  { step, isNote: says }: { step: number; isNote: boolean },
  state: TicketState | undefined,
): NewEvent {
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
      type: says ? "note" : "edited",
      previous: state?.seq ?? 0,
      set: {
        status: STATUSES[(number + step) % 6] ?? "Open",
        ...(says && { said: `It still happens at desk ${number}, also after a restart.` }),
      },
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
    if (typeof cell === "string") return cell.replace(/^'/, ""); // the apostrophe is for Sheets, and no part of the text
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

/** Mails below those that stand there, waiting to be sent, as though they had been written with these. */
function writeMails(outbox: Grid, count: number): void {
  const first = outbox.lastRow();
  const above = outbox.valuesOf({ top: 1, left: 0, rows: 1, columns: 4 })[0] ?? [];
  const batch = String(above[0]).split("-")[0] ?? "";
  const [ticketId = ""] = String(above[3]).split(", ");
  outbox.maxRows = first + count + 20;
  outbox.reach(first + count - 1);
  for (let index = 0; index < count; index++) {
    const id = `${batch}-${first + index}/${first + count - 1}`;
    const start = [id, `agent${index}@example.com`, "1 ticket due soon", ticketId, "2026-03-03T09:00:00Z"];
    const says = `${ticketId} is due soon.`;
    const cells = [...start, "queued", "0", "", "", "", `${says}\n`.repeat(40), `<p>${says}</p>`];
    cells.forEach((cell, column) => outbox.store(first + index, column, cell));
  }
}

function saidCells(seq: number, { ticketId, occurredAt, actor, set }: NewEvent): unknown[] {
  return [seq, ticketId, serialOf(occurredAt, "Etc/UTC"), "Note", actor, set["said"]];
}
