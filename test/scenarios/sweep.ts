import { apiWrite } from "../emulator/people/api-write.ts";
import type { CallInfo, Execution } from "../emulator/core/execution.ts";
import { aCompany, BEN, type Company, reopened, verify } from "./company.ts";
import { DEADLINE_SET_BACK, overrideOf } from "./deadline-deed.ts";
import { gridOf, historyOf, rowsAcross, ticketRows } from "./sheets.ts";

const TICKETS = 4;
const FIVE_MINUTES = 5 * 60_000;

/** Something that a person does and that starts the product; `expect` are cells that must stand in the end, by ticket. */
export interface Deed {
  readonly name: string;
  act(company: Company): void;
  readonly expect?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** It takes a ticket's row away, so that one is recorded as deleted. */
  readonly deletes?: true;
}

/** A set-up desk with a few tickets, one of them deleted, opened anew for every case. */
export function startingPoint(): () => Company {
  const company = aCompany({ tickets: TICKETS + 1 });
  company.ana.deleteRows("Tickets", TICKETS + 2, 1);
  company.workspace.clock.advance(FIVE_MINUTES);
  company.ana.type("Tickets", "H5", "Hardware");
  company.owner.type("SLA policies", "F4", "20 h");
  company.owner.call("sidebarOverride", overrideOf(company, "T-3", { choice: "more", targetMinutes: 1800 }));
  const snapshot = company.workspace.snapshot();
  return () => reopened(snapshot);
}

/** How many service calls the first execution makes that the deed starts. */
export function callsOf(open: () => Company, deed: Deed): number {
  const company = open();
  let first: Execution | undefined;
  let calls = 0;
  company.workspace.onCall = ({ n, execution }) => {
    first ??= execution;
    if (execution === first) calls = n;
  };
  deed.act(company);
  company.workspace.onCall = undefined;
  return calls;
}

/** Does the deed, and something else right before the n-th service call of the first execution that it starts. */
export function disturbed(company: Company, deed: Deed, n: number, disturb: (call: CallInfo) => void): void {
  let first: Execution | undefined;
  company.workspace.onCall = (call) => {
    first ??= call.execution;
    if (call.execution !== first || call.n !== n) return;
    company.workspace.onCall = undefined;
    disturb(call);
  };
  deed.act(company);
  company.workspace.onCall = undefined;
}

/** Lets the timers finish what is left, and says everything that is wrong then; an empty list is right. */
export function wrongs(
  company: Company,
  { done, expected = done }: { done: readonly Deed[]; expected?: readonly Deed[] },
): string[] {
  company.workspace.clock.advance(FIVE_MINUTES);
  const found = verify(company).differences;
  const rows = ticketRows(company.book).filter(({ Subject }) => Subject !== "");
  const ids = rows.map(({ Ticket }) => String(Ticket));
  if (new Set(ids).size !== ids.length) found.push(`doubled number: ${ids.join(" ")}`);
  if (ids.some((id) => !/^T-\d+$/.test(id))) found.push(`no number: ${ids.join(" ")}`);
  if (!done.some(({ deletes }) => deletes)) found.push(...misplaced(rows), ...deletedByNobody(company));
  return [...found, ...strayed(rows), ...doubledEvents(company), ...uncopied(company), ...lost(rows, expected)];
}

/** What was said, but does not stand once, and whole, on the Conversation sheet. */
function uncopied({ book }: Company): string[] {
  const grid = gridOf(book, "Conversation");
  const rows = grid.valuesOf({ top: 1, left: 0, rows: Math.max(0, grid.lastRow() - 1), columns: 6 });
  const shown = rows.map(([seq, ticket, , , , text]) => `${String(seq)} ${String(ticket)} ${String(text)}`);
  const said = historyOf(book).filter(({ set }) => "said" in set);
  const wanted = said.map(({ seq, ticket, set }) => `${seq} ${ticket} ${String(set["said"])}`);
  return JSON.stringify(shown) === JSON.stringify(wanted)
    ? []
    : [`said: ${wanted.join("; ")}; shown: ${shown.join("; ")}`];
}

const LEGAL: readonly (readonly [header: string, cell: RegExp])[] = [
  ["Tags", /^$/], // left of the desk's own columns, and nobody writes any: what stands here was meant for another column
  ["Queue", /^$/],
  ["Status", /^(New|Open|Pending|On hold|Resolved|Closed)$/],
  ["Priority", /^(Urgent|High|Medium|Low)$/],
];

/** Cells that hold what belongs into another column. */
function strayed(rows: readonly Record<string, unknown>[]): string[] {
  return rows.flatMap((row) =>
    LEGAL.filter(([header, cell]) => !cell.test(String(row[header]))).map(
      ([header]) => `${String(row["Ticket"])}: ${header} holds "${String(row[header])}"`,
    ),
  );
}

/** Tickets that don't stand beside their own subjects any more. */
function misplaced(rows: readonly Record<string, unknown>[]): string[] {
  return Array.from({ length: TICKETS }, (_, index) => index + 1).flatMap((number) => {
    const subject = rows.find(({ Ticket }) => Ticket === `T-${number}`)?.["Subject"];
    return subject === `Issue ${number}` ? [] : [`T-${number} stands beside "${String(subject)}"`];
  });
}

function deletedByNobody({ book }: Company): string[] {
  const gone = historyOf(book).filter(({ type, ticket }) => type === "deleted" && ticket !== `T-${TICKETS + 1}`);
  return gone.map(({ ticket }) => `${ticket} was recorded as deleted`);
}

function doubledEvents({ book }: Company): string[] {
  const found: string[] = [];
  const values = new Map<string, string>();
  const events = historyOf(book);
  events.forEach(({ seq, ticket, type, set, vip, override, voided }, index) => {
    if (seq !== index + 1) found.push(`event ${seq} stands in place ${index + 1}`);
    const created = events.filter((event) => event.ticket === ticket && event.type === "created").length;
    if (type === "created" && created !== 1) found.push(`${ticket} was created ${created} times`);
    for (const [key, value] of Object.entries({ ...set, vip, override, voided })) {
      const text = JSON.stringify(value);
      if (text && values.get(`${ticket} ${key}`) === text)
        found.push(`${ticket}: ${key} became ${text} twice in a row`);
      values.set(`${ticket} ${key}`, text);
    }
  });
  return found;
}

function lost(rows: readonly Record<string, unknown>[], deeds: readonly Deed[]): string[] {
  return deeds.flatMap(({ name, expect = {} }) =>
    Object.entries(expect).flatMap(([subject, cells]) => {
      const matching = rows.filter(({ Subject }) => Subject === subject);
      if (matching.length !== 1) return [`${name}: ${matching.length} rows are called ${subject}`];
      return Object.entries(cells).flatMap(([header, value]) =>
        matching[0]?.[header] === value
          ? []
          : [`${name}: ${subject}.${header} is ${String(matching[0]?.[header])}, not ${value}`],
      );
    }),
  );
}

const logged = {
  requestId: "sweep-1",
  requester: "carla@example.com",
  requesterName: "Carla",
  subject: "Logged",
  description: "It smokes.",
};

/** Every kind of work that writes, each a run of its own. Rows: T-1 in row 2 … T-4 in row 5. */
export const DEEDS: readonly Deed[] = [
  {
    name: "an edit",
    act: ({ ana }) => ana.type("Tickets", "C3", "Pending"),
    expect: { "Issue 2": { Status: "Pending" } },
  },
  {
    name: "a paste",
    act: ({ ana }) => ana.paste("Tickets", "D2", [["High"], ["Low"], ["Urgent"], ["High"]]),
    expect: { "Issue 1": { Priority: "High" }, "Issue 3": { Priority: "Urgent" }, "Issue 4": { Priority: "High" } },
  },
  {
    name: "a new row",
    act: ({ ana }) => ana.type("Tickets", "B6", "Typed"),
    expect: { Typed: { Priority: "Medium" } },
  },
  {
    name: "a refused edit",
    act: ({ ana }) => ana.type("Tickets", "C4", "Nonsense"),
    expect: { "Issue 3": { Status: "Open" } },
  },
  {
    name: "a typed-over number",
    act: ({ ana }) => ana.type("Tickets", "A4", "T-1"),
    expect: { "Issue 3": { Ticket: "T-3" } },
  },
  {
    name: "a ticket logged",
    act: ({ ana }) => {
      ana.call("sidebarLogTicket", {
        ...logged,
        category: "",
        priority: "High",
        channel: "phone",
        loggedOnBehalfOf: "",
      });
    },
  },
  {
    name: "an update in the sidebar",
    act: ({ ana }) => {
      ana.call("sidebarUpdateTicket", {
        requestId: "sweep-2",
        ticketId: "T-1",
        changes: { priority: "Urgent" },
        said: { kind: "note", text: "Called back." },
      });
    },
  },
  {
    name: "a restored ticket",
    act: ({ ana }) => void ana.call("sidebarRestore", { requestId: "sweep-3", ticketId: "T-5" }),
  },
  {
    name: "a copied row",
    act: (company) => {
      const from = rowsAcross(company, 3, 3);
      company.ana.copyPaste("Tickets", from, "Tickets", "A6", "all");
    },
  },
  { name: "verify history", act: ({ ana }) => void ana.call("sidebarVerify", { isFresh: true }) },
  { name: "a deleted row", act: ({ ana }) => ana.deleteRows("Tickets", 5, 1), deletes: true },
  { name: "a column renamed", act: ({ ana }) => ana.type("Tickets", "E1", "Who"), expect: { "Issue 2": { Who: BEN } } },
  {
    name: "the timer",
    act: ({ book, project }) => {
      apiWrite(book, { sheet: "Tickets", a1: "E4" }, [["zoe@example.com"]]);
      project.run("onTimer", [], { trigger: "clock" });
    },
  },
  { name: "a settings sheet edited", act: ({ owner }) => owner.type("SLA policies", "D4", "2 h") },
  {
    name: "a VIP told by the timer",
    act: ({ book, project }) => {
      apiWrite(book, { sheet: "Tickets", a1: "F2:F3" }, [[BEN], [BEN]]);
      apiWrite(book, { sheet: "People", a1: "A4:D4" }, [[BEN, "Ben", "agent", "yes"]]);
      project.run("onTimer", [], { trigger: "clock" });
    },
  },
  {
    name: "a call logged late", // it took place before the last thing that is known of T-4
    act: ({ ana, workspace }) => {
      const said = { kind: "call", text: "Rang.", happenedAt: workspace.clock.now() - 2 * 60_000 };
      ana.call("sidebarUpdateTicket", { requestId: "sweep-4", ticketId: "T-4", changes: { status: "Pending" }, said });
    },
  },
  {
    name: "a policy applied to open tickets", // its targets were changed at the starting point
    act: ({ owner }) => void owner.call("sidebarRecomputeApply", { key: "Standard 2", from: 2 }),
  },
  DEADLINE_SET_BACK,
];
