import { apiWrite } from "../emulator/people/api-write.ts";
import { SheetProblem } from "../emulator/spreadsheet/model/problem.ts";
import { ask, BEN, type Company, guest, setUp } from "./company.ts";
import { question } from "./question.ts";
import { cell, gridOf, historyOf, outboxRows, rowsAcross, ticketRows } from "./sheets.ts";

const FIVE_MINUTES = 5 * 60_000;

/** Something that people do all day, on a desk of four tickets; throws where the desk doesn't show and record it as it should. */
export type CoreScenario = (company: Company) => void;

const subjects = ({ book }: Company): unknown[] => ticketRows(book).map(({ Subject }) => Subject);
const numbers = ({ book }: Company): unknown[] => ticketRows(book).map(({ Ticket }) => Ticket);
const last = ({ book }: Company) => historyOf(book).at(-1);
/** Ben as an edit's run knows him: a simple trigger may be told nobody's address. */
const benEditing = ({ workspace }: Company): string =>
  workspace.switches.activeUserInSimpleTrigger === "throws" ? "unknown" : BEN;
const row = ({ book }: Company, id: string) => ticketRows(book).find(({ Ticket }) => Ticket === id);

/** Lets a colleague act once, in the midst of whatever runs next, before its n-th call; what Sheets refuses them is their affair. */
function meanwhile({ workspace }: Company, n: number, act: () => void): void {
  workspace.onCall = (call) => {
    if (call.n !== n) return;
    workspace.onCall = undefined;
    try {
      act();
    } catch (error) {
      if (!(error instanceof SheetProblem)) throw error;
    }
  };
}

function insertedMeanwhile(company: Company, n: number): void {
  meanwhile(company, n, () => company.ana.insertRows("Tickets", 2));
  company.ben.type("Tickets", "C3", "Resolved");
  company.workspace.clock.advance(FIVE_MINUTES);
  expect(row(company, "T-2")).toMatchObject({ Status: "Resolved", Subject: "Issue 2" });
  expect(row(company, "T-1")).toMatchObject({ Status: "Open", Subject: "Issue 1" });
}

export const CORE_SCENARIOS: Record<string, CoreScenario> = {
  "an edit": (company) => {
    company.ben.type("Tickets", "C2", "Resolved");
    expect(last(company)).toMatchObject({ ticket: "T-1", actor: benEditing(company), set: { status: "Resolved" } });
    expect(row(company, "T-1")).toMatchObject({ Status: "Resolved", "Updated by": benEditing(company) });
  },

  "a refused edit": (company) => {
    company.ben.type("Tickets", "C2", "Nonsense");
    expect(row(company, "T-1")).toMatchObject({ Status: "Open" });
    expect(historyOf(company.book)).toHaveLength(4);
  },

  "a new row": (company) => {
    company.ben.type("Tickets", "B6", "Typed");
    expect(last(company)).toMatchObject({
      ticket: "T-5",
      type: "created",
      actor: benEditing(company),
      set: { subject: "Typed" },
    });
    expect(row(company, "T-5")).toMatchObject({ Subject: "Typed", Status: "New", Priority: "Medium" });
  },

  "a paste": (company) => {
    company.ben.paste("Tickets", "D2", [["High"], ["Low"], ["Urgent"]]);
    expect(historyOf(company.book).slice(4)).toMatchObject([
      { ticket: "T-1", actor: benEditing(company), set: { priority: "High" } },
      { ticket: "T-2", actor: benEditing(company), set: { priority: "Low" } },
      { ticket: "T-3", actor: benEditing(company), set: { priority: "Urgent" } },
    ]);
  },

  "a log from the sidebar": (company) => {
    expect(ask(company.ben, "sidebarLogTicket", question())).toEqual({ ok: true, data: { ticketId: "T-5", row: 6 } });
    expect(row(company, "T-5")).toMatchObject({ Subject: "It smokes", Priority: "High", "Updated by": BEN });
  },

  "texts that look like something else": (company) => {
    const texts = { subject: "=1+1", description: "'quoted", requesterName: "007", category: "1-2" };
    ask(company.ben, "sidebarLogTicket", question(texts));
    expect(row(company, "T-5")).toMatchObject({
      ...{ Subject: "=1+1", Description: "'quoted", "Requester name": "007", Category: "1-2" },
    });
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(last(company)).toMatchObject({ ticket: "T-5", type: "created" });
  },

  "an update by the sidebar": (company) => {
    const said = { kind: "note", text: "Looked at it." };
    const changes = { status: "Pending", priority: "High" };
    const answer = ask(company.ben, "sidebarUpdateTicket", { requestId: "u", ticketId: "T-2", changes, said });
    expect(answer).toMatchObject({ ok: true });
    expect(row(company, "T-2")).toMatchObject({ Status: "Pending", Priority: "High", "Updated by": BEN });
  },

  "a sort": (company) => {
    company.ben.sort("Tickets", rowsAcross(company, 2, 5), [{ column: 2, ascending: false }]);
    company.ben.type("Tickets", "C2", "Resolved");
    expect(numbers(company)).toEqual(["T-4", "T-3", "T-2", "T-1"]);
    expect(last(company)).toMatchObject({ ticket: "T-4", set: { status: "Resolved" } });
  },

  "an undo": (company) => {
    company.ben.type("Tickets", "C2", "Resolved");
    company.ben.undo();
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(row(company, "T-1")).toMatchObject({ Status: "Open" });
    expect(last(company)).toMatchObject({ ticket: "T-1", set: { status: "Open" } });
  },

  "what only the timer sees": (company) => {
    apiWrite(company.book, { sheet: "Tickets", a1: "B6" }, [["From a script", "Open", "Low"]]);
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(last(company)).toMatchObject({ ticket: "T-5", type: "created", source: "reconcile" });
  },

  "a warning by mail": (company) => {
    company.ben.type("Tickets", "D2", "Urgent");
    company.workspace.clock.advance(7 * FIVE_MINUTES);
    expect(outboxRows(company.book).length).toBeGreaterThan(0);
  },

  "a row copied": (company) => {
    company.ben.copyPaste("Tickets", rowsAcross(company, 2, 2), "Tickets", "A6", "all");
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(numbers(company)).toEqual(["T-1", "T-2", "T-3", "T-4", "T-5"]);
    expect(subjects(company).at(-1)).toBe("Issue 1");
  },

  "a column copied": (company) => {
    const { maxColumns } = gridOf(company.book, "Tickets");
    company.ben.insertColumns("Tickets", maxColumns + 1);
    const from = cell(company, "Status", "");
    const to = cell(company, "", "");
    company.ben.copyPaste("Tickets", `${from}:${from}`, "Tickets", `${to}:${to}`, "all");
    company.ben.type("Tickets", `${from}2`, "Resolved");
    expect(last(company)).toMatchObject({ ticket: "T-1", set: { status: "Resolved" } });
  },

  "the sheet duplicated": (company) => {
    company.ben.duplicateSheet("Tickets");
    company.ben.type("Tickets", "C2", "Resolved");
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(last(company)).toMatchObject({ ticket: "T-1", set: { status: "Resolved" } });
    expect(company.book.grids.map(({ name }) => name)).toContain("Copy of Tickets");
  },

  "rows and columns inserted": (company) => {
    company.ben.insertRows("Tickets", 2, 2);
    company.ben.insertColumns("Tickets", 3);
    company.ben.type("Tickets", `${cell(company, "Status", 4)}`, "Resolved");
    const events = historyOf(company.book).filter(({ ticket }) => ticket === "T-1");
    expect(events.at(-1)).toMatchObject({ actor: benEditing(company), set: { status: "Resolved" } });
  },

  "an edit by somebody whom Google hides": (company) => {
    guest(company, "dora@example.com", { identity: "hidden" }).type("Tickets", "C2", "Resolved");
    expect(last(company)).toMatchObject({ ticket: "T-1", actor: "unknown", set: { status: "Resolved" } });
  },

  "a colleague inserts a row early in the saving of an edit": (company) => insertedMeanwhile(company, 5),
  "a colleague inserts a row in the midst of it": (company) => insertedMeanwhile(company, 9),
  "a colleague inserts a row late in it": (company) => insertedMeanwhile(company, 12),

  "a colleague sorts in the midst of it": (company) => {
    const keys = [{ column: 2, ascending: false }];
    meanwhile(company, 9, () => company.ana.sort("Tickets", rowsAcross(company, 2, 5), keys));
    company.ben.type("Tickets", "C3", "Resolved");
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(row(company, "T-2")).toMatchObject({ Status: "Resolved", Subject: "Issue 2" });
    expect(row(company, "T-3")).toMatchObject({ Status: "Open", Subject: "Issue 3" });
  },

  "set up again": (company) => {
    expect(setUp(company)).not.toBe("");
    company.ben.type("Tickets", "C2", "Resolved");
    expect(last(company)).toMatchObject({ ticket: "T-1", set: { status: "Resolved" } });
  },
};
