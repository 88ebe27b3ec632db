import type { Explanation } from "../../src/domain/explanation/explain-ticket.ts";
import type { RecomputePreview } from "../../src/sidebar/api.ts";
import { apiWrite } from "../emulator/people/api-write.ts";
import { ask, BEN, type Company, OWNER } from "./company.ts";
import { asked, type Deed } from "./deed.ts";
import { overrideOf } from "./override-of.ts";
import { historyOf, rowsAcross, ticketRows } from "./sheets.ts";

const UNKNOWN = "unknown";
const HOUR_MS = 3_600_000;

const logged = {
  ...{ requestId: "sweep-1", requester: "carla@example.com", requesterName: "Carla", subject: "Logged" },
  ...{ description: "It smokes.", category: "", priority: "High", channel: "phone", loggedOnBehalfOf: "" },
};

/** Typed and pasted. Rows: T-1 in row 2 … T-4 in row 5. */
const TYPED: readonly Deed[] = [
  {
    name: "an edit",
    act: ({ ana }) => ana.type("Tickets", "C3", "Pending"),
    expect: { "T-2": { Status: "Pending" } },
  },
  {
    name: "a paste",
    act: ({ ana }) => ana.paste("Tickets", "D2", [["High"], ["Low"], ["Urgent"], ["High"]]),
    expect: {
      ...{ "T-1": { Priority: "High" }, "T-2": { Priority: "Low" } },
      ...{ "T-3": { Priority: "Urgent" }, "T-4": { Priority: "High" } },
    },
  },
  {
    name: "a new row",
    act: ({ ana }) => ana.type("Tickets", "B6", "Typed"),
    expect: { Typed: { Status: "New", Priority: "Medium" } },
  },
  {
    name: "a refused edit",
    act: ({ ana }) => ana.type("Tickets", "C4", "Nonsense"),
    expect: { "T-3": { Status: "Open" } },
    tells: /Nonsense/,
  },
  {
    name: "a typed-over number",
    act: ({ ana }) => ana.type("Tickets", "A4", "T-1"),
    expect: { "T-3": { Subject: "Issue 3" } },
    tells: /T-3/,
  },
  {
    name: "a copied row",
    act: (company) => {
      const from = rowsAcross(company, 3, 3);
      company.ana.copyPaste("Tickets", from, "Tickets", "A6", "all");
    },
    tells: /T-2/,
    wrongs: ({ book }) => {
      const copies = ticketRows(book).filter(({ Subject, Assignee }) => Subject === "Issue 2" && Assignee === BEN);
      return copies.length === 2 ? [] : [`Issue 2 stands in ${copies.length} rows`];
    },
  },
  { name: "a deleted row", act: ({ ana }) => ana.deleteRows("Tickets", 5, 1), deletes: "T-4" },
  {
    name: "a column renamed",
    act: ({ ana }) => ana.type("Tickets", "E1", "Who"),
    expect: { "T-2": { Who: BEN } },
    wrongs: ({ book }) =>
      historyOf(book).filter(({ set }) => String(set["columns"]).includes('renamed to "Who"')).length === 1
        ? []
        : ["the renamed column is not recorded once"],
  },
];

/** Asked of the sidebar, and promised by its answer. */
const ASKED: readonly Deed[] = [
  {
    name: "a ticket logged",
    act: ({ ana }) => asked(ana, "sidebarLogTicket", logged),
    requestId: "sweep-1",
    expect: {
      Logged: {
        ...{ Requester: "carla@example.com", "Requester name": "Carla", Description: "It smokes." },
        ...{ Status: "New", Priority: "High", Channel: "phone", Assignee: "" },
      },
    },
  },
  {
    name: "an update in the sidebar",
    act: ({ ana }) => {
      const changes = { priority: "Urgent", status: "Pending", assignee: "zoe@example.com" };
      const said = { kind: "note", text: "Called back." };
      return asked(ana, "sidebarUpdateTicket", { requestId: "sweep-2", ticketId: "T-1", changes, said });
    },
    requestId: "sweep-2",
    expect: { "T-1": { Priority: "Urgent", Status: "Pending", Assignee: "zoe@example.com" } },
    said: { "T-1": "Called back." },
  },
  {
    name: "a restored ticket",
    act: ({ ana }) => asked(ana, "sidebarRestore", { requestId: "sweep-3", ticketId: "T-5" }),
    requestId: "sweep-3",
    restores: "T-5",
    expect: { "T-5": { Subject: "Issue 5", Status: "Open", Priority: "Medium", Assignee: BEN } },
  },
  {
    name: "a call logged late", // it took place before the last thing that is known of T-4
    act: ({ ana, workspace }) => {
      const happenedAt = workspace.clock.now() - 2 * 60_000;
      const said = { kind: "call", text: "Rang.", happenedAt };
      const changes = { status: "Pending" };
      return asked(ana, "sidebarUpdateTicket", { requestId: "sweep-4", ticketId: "T-4", changes, said });
    },
    requestId: "sweep-4",
    expect: { "T-4": { Status: "Pending", Category: "Hardware" } },
    said: { "T-4": "Rang." },
  },
  {
    name: "a policy applied to open tickets", // its targets were changed at the starting point
    act: ({ owner }) => {
      for (let tries = 1; ; tries++) {
        const answer = asked(owner, "sidebarRecomputeApply", { key: "Standard 2", from: 2 });
        if (answer !== "ok" || tries === 3) return answer;
        // Whoever applies is shown what is left: rows may have moved meanwhile.
        const { policies } = ask(owner, "sidebarRecompute", { from: 2 })["data"] as RecomputePreview;
        if (policies.length === 0) return answer;
      }
    },
    by: OWNER,
    wrongs: ({ book }) => {
      const events = historyOf(book);
      const there = ticketRows(book).filter(({ Ticket }) => /^T-[1-4]$/.test(String(Ticket)));
      return there.flatMap(({ Ticket }) => {
        const own = events.flatMap(({ ticket, policy }) => (ticket === Ticket && policy ? [policy.join(" ")] : []));
        const last = own[own.length - 1];
        return last === "Standard 2" ? [] : [`${String(Ticket)} is under ${String(last)}, not under Standard 2`];
      });
    },
  },
  {
    name: "a deadline set back in the sidebar",
    act: (company) =>
      asked(company.owner, "sidebarOverride", overrideOf(company, "T-3", { requestId: "sweep-5", choice: "back" })),
    by: OWNER,
    requestId: "sweep-5",
    wrongs: (company) => [...targetWrongs(company, "T-3", 24), ...voidedOnce(company, "T-3")],
  },
  { name: "verify history", act: ({ ana }) => asked(ana, "sidebarVerify", { isFresh: true }) },
];

/** Found by the timer, or by nobody's edit of Tickets. */
const FOUND: readonly Deed[] = [
  {
    name: "the timer",
    act: ({ book, project }) => {
      apiWrite(book, { sheet: "Tickets", a1: "E4" }, [["zoe@example.com"]]);
      project.run("onTimer", [], { trigger: "clock" });
    },
    by: UNKNOWN,
    expect: { "T-3": { Assignee: "zoe@example.com" } },
  },
  { name: "a settings sheet edited", act: ({ owner }) => owner.type("SLA policies", "D4", "2 h") },
  {
    name: "a VIP told by the timer",
    act: ({ book, project }) => {
      apiWrite(book, { sheet: "Tickets", a1: "F2:F3" }, [[BEN], [BEN]]);
      apiWrite(book, { sheet: "People", a1: "A4:D4" }, [[BEN, "Ben", "agent", "yes"]]);
      project.run("onTimer", [], { trigger: "clock" });
    },
    by: UNKNOWN,
    expect: { "T-1": { Requester: BEN }, "T-2": { Requester: BEN } },
    wrongs: ({ book }) => {
      const told = historyOf(book).flatMap(({ ticket, vip }) => (vip === true ? [ticket] : []));
      const there = ticketRows(book).filter(({ Requester }) => Requester === BEN);
      return there.flatMap(({ Ticket }) => (told.includes(String(Ticket)) ? [] : [`${String(Ticket)} is no VIP's`]));
    },
  },
];

/** Every kind of work that writes, each a run of its own. */
export const DEEDS: readonly Deed[] = [...TYPED, ...ASKED, ...FOUND];

/** What is wrong with a ticket's target to be resolved, as *Explain this deadline* shows it. */
export function targetWrongs(company: Company, ticketId: string, hours: number): string[] {
  const { clocks } = ask(company.owner, "sidebarExplain", { ticketId })["data"] as Explanation;
  const target = clocks.find(({ metric }) => metric === "resolution")?.targetMs;
  return target === hours * HOUR_MS ? [] : [`${ticketId} is explained by ${String(target)} ms, not by ${hours} h`];
}

function voidedOnce({ book }: Company, ticketId: string): string[] {
  const events = historyOf(book).filter(({ ticket, voided }) => ticket === ticketId && voided);
  return events.length === 1 && events[0]?.actor === OWNER ? [] : [`set back ${events.length} times`];
}
