import { apiWrite } from "../emulator/people/api-write.ts";
import { READINGS } from "../emulator/switches.ts";
import { aCompany, ANA, BEN, type Company, guest, verify } from "./company.ts";
import { cell, gridOf, historyOf, type RecordedEvent, rowsAcross, ticketRows } from "./sheets.ts";

const FIVE_MINUTES = 5 * 60_000;

/** What an act adds to History. */
function added(company: Company, act: () => void): RecordedEvent[] {
  const before = historyOf(company.book).length;
  act();
  return historyOf(company.book).slice(before);
}

const column = (company: Company, header: string): unknown[] => ticketRows(company.book).map((row) => row[header]);

/** Nothing differs, whatever the timers still find. */
function expectSettled(company: Company): void {
  expect(added(company, () => company.workspace.clock.advance(2 * FIVE_MINUTES))).toEqual([]);
  expect(verify(company).differences).toEqual([]);
}

test("clearing several cells is an event each, and Updated tells of it", () => {
  const company = aCompany({ tickets: 4 });
  company.workspace.clock.advance(3_600_000);
  const events = added(company, () => company.ben.clear("Tickets", "E2:E4"));
  expect(events.map(({ ticket, set, actor }) => [ticket, set, actor])).toEqual([
    ["T-1", { assignee: "" }, BEN],
    ["T-2", { assignee: "" }, BEN],
    ["T-3", { assignee: "" }, BEN],
  ]);
  expect(column(company, "Assignee")).toEqual(["", "", "", BEN]);
  expect(column(company, "Updated by")).toEqual([BEN, BEN, BEN, ANA]);
  expectSettled(company);
});

test("filling down is an event for each row that differs", () => {
  const company = aCompany({ tickets: 5 });
  company.ana.type("Tickets", "D2", "High");
  const events = added(company, () => company.ana.fill("Tickets", "D2", "D2:D5"));
  expect(events.map(({ ticket, set }) => [ticket, set])).toEqual(
    ["T-2", "T-3", "T-4"].map((id) => [id, { priority: "High" }]),
  );
  expectSettled(company);
});

test("1,000 rows pasted, beyond the spare rows, become 1,000 tickets, and pasted over, 1,000 edits", () => {
  const company = aCompany();
  const rows = (status: string) => Array.from({ length: 1000 }, (_, index) => [`Pasted ${index}`, status, "Low"]);
  const created = added(company, () => company.ana.paste("Tickets", "B2", rows("Open")));
  expect(created.filter(({ type }) => type === "created")).toHaveLength(1000);
  expect(new Set(column(company, "Ticket")).size).toBe(1000);
  const edited = added(company, () => company.ben.paste("Tickets", "B2", rows("Pending")));
  expect(edited).toHaveLength(1000);
  expect(new Set(column(company, "Updated by"))).toEqual(new Set([BEN]));
  expectSettled(company);
  const { maxRows } = gridOf(company.book, "Tickets");
  expect(maxRows).toBeGreaterThanOrEqual(1001 + 50); // the timer keeps rows ready to type in
});

test("copied cells that bring other rules and formats get the column's own again", () => {
  const company = aCompany({ tickets: 3 });
  company.ana.addSheet("Elsewhere");
  company.ana.type("Elsewhere", "A1", "Pending");
  const before = [2, 3].map((column) => gridOf(company.book, "Tickets").lookAt(2, column));
  company.ana.copyPaste("Elsewhere", "A1:B1", "Tickets", "C3", "all");
  const after = [2, 3].map((column) => gridOf(company.book, "Tickets").lookAt(2, column));
  expect(after.map(({ numberFormat, validation }) => [numberFormat, validation?.values])).toEqual(
    before.map(({ numberFormat, validation }) => [numberFormat, validation?.values]),
  );
  expect(ticketRows(company.book)[1]).toMatchObject({ Status: "Pending", Priority: "Medium" });
  expectSettled(company);
});

test("a row cut and pasted elsewhere keeps its number and makes no event", () => {
  const company = aCompany({ tickets: 3 });
  const events = added(company, () => company.ana.cutPaste("Tickets", rowsAcross(company, 3, 3), "Tickets", "A9"));
  expect(events).toEqual([]);
  expect(gridOf(company.book, "Tickets").valueAt(8, 0)).toBe("T-2");
  company.ana.type("Tickets", "C9", "Resolved");
  expect(historyOf(company.book).at(-1)).toMatchObject({ ticket: "T-2", set: { status: "Resolved" } });
  expectSettled(company);
});

test("a row dragged up keeps its number and makes no event", () => {
  const company = aCompany({ tickets: 4 });
  const events = added(company, () => company.ana.moveRows("Tickets", 5, 1, 2));
  expect(events).toEqual([]);
  expect(column(company, "Ticket")).toEqual(["T-4", "T-1", "T-2", "T-3"]);
  company.ana.type("Tickets", "C2", "Resolved");
  expect(historyOf(company.book).at(-1)).toMatchObject({ ticket: "T-4", set: { status: "Resolved" } });
  expectSettled(company);
});

test("a row typed into the middle becomes a ticket of its own", () => {
  const company = aCompany({ tickets: 3 });
  company.ana.insertRows("Tickets", 3, 1);
  const [created, ...more] = added(company, () => company.ben.type("Tickets", "B3", "Between"));
  expect(created).toMatchObject({ ticket: "T-4", type: "created", actor: BEN, set: { subject: "Between" } });
  expect(more).toEqual([]);
  expect(column(company, "Ticket")).toEqual(["T-1", "T-4", "T-2", "T-3"]);
  expectSettled(company);
});

test("a whole row cleared is a deleted ticket, which can be restored", () => {
  const company = aCompany({ tickets: 3 });
  const events = added(company, () => {
    company.ana.clear("Tickets", rowsAcross(company, 3, 3));
    company.workspace.clock.advance(FIVE_MINUTES);
  });
  expect(events).toMatchObject([{ ticket: "T-2", type: "deleted" }]);
  expect(verify(company)).toMatchObject({ differences: [] });
  company.ana.call("sidebarRestore", { requestId: "r", ticketId: "T-2" });
  expect(ticketRows(company.book).find(({ Ticket }) => Ticket === "T-2")).toMatchObject({ Subject: "Issue 2" });
  expectSettled(company);
});

test("a whole column cleared is an event for each ticket, and what a ticket can't be without is put back", () => {
  const company = aCompany({ tickets: 4 });
  const assignee = cell(company, "Assignee", "");
  const cleared = added(company, () => company.ana.clear("Tickets", `${assignee}2:${assignee}`));
  expect(cleared.map(({ set }) => set)).toEqual(Array.from({ length: 4 }, () => ({ assignee: "" })));
  const refused = added(company, () => company.ana.clear("Tickets", "C2:C"));
  expect(refused).toEqual([]);
  expect(column(company, "Status")).toEqual(["Open", "Open", "Open", "Open"]);
  expect(company.ana.toasts.at(-1)?.message).toMatch(/always has a status/);
  expectSettled(company);
});

test("a header cleared with its column loses no content: what the cells held is in History", () => {
  const company = aCompany({ tickets: 2 });
  company.ana.clear("Tickets", "E1:E201");
  company.ana.type("Tickets", "E1", "Assignee");
  company.workspace.clock.advance(FIVE_MINUTES);
  expect(verify(company).differences).toEqual([]);
  expect(
    historyOf(company.book)
      .filter(({ type }) => type === "created")
      .map(({ set }) => set["assignee"]),
  ).toEqual([BEN, BEN]);
});

test("edits whose triggers never ran are found by the timer, with nobody's name", () => {
  const company = aCompany({ tickets: 6 });
  const events = added(company, () => {
    company.workspace.holdTriggers(() => {
      for (let row = 2; row <= 7; row++) company.ben.type("Tickets", `C${row}`, "Pending");
    });
    company.workspace.clock.advance(FIVE_MINUTES);
  });
  expect(company.workspace.engine.queue.dropped).toBe(4);
  expect(events).toHaveLength(6);
  expect(events.filter(({ source }) => source === "sheet").map(({ actor }) => actor)).toEqual([BEN, BEN]);
  expect(events.filter(({ source }) => source === "reconcile").map(({ actor }) => actor)).toEqual(
    Array.from({ length: 4 }, () => "unknown"),
  );
  expectSettled(company);
});

const UNDO = READINGS.undoScope.flatMap((undoScope) =>
  READINGS.undoEvent.map((undoEvent) => ({ undoScope, undoEvent })),
);

describe.each(UNDO)("undo and redo, taking $undoScope along, edit event $undoEvent", (how) => {
  const ACTS = [
    ["an edit", (c: Company) => c.ana.type("Tickets", "C2", "Resolved")],
    ["a cleared cell", (c: Company) => c.ana.clear("Tickets", "E3")],
    ["a paste", (c: Company) => c.ana.paste("Tickets", "D2", [["High"], ["Low"]])],
    ["a new row", (c: Company) => c.ana.type("Tickets", "B6", "Typed")],
    ["a refused edit", (c: Company) => c.ana.type("Tickets", "C2", "Nonsense")],
    ["a typed-over number", (c: Company) => c.ana.type("Tickets", "A2", "T-9")],
    ["a deleted row", (c: Company) => c.ana.deleteRows("Tickets", 3, 1)],
    ["a sort", (c: Company) => c.ana.sort("Tickets", rowsAcross(c, 2, 9), [{ column: 2, ascending: false }])],
    ["a copied row", (c: Company) => c.ana.copyPaste("Tickets", rowsAcross(c, 2, 2), "Tickets", "A6", "all")],
    ["a renamed column", (c: Company) => c.ana.type("Tickets", "E1", "Who")],
  ] as const;

  test.each(ACTS)("of %s leave no difference and no doubled number", (_what, act) => {
    const company = aCompany({ tickets: 4 });
    Object.assign(company.workspace.switches, how);
    act(company);
    company.ben.type("Tickets", "F5", "dora@example.com");
    const steps = ["undo", "undo", "redo", "redo", "undo"] as const;
    for (const step of steps) {
      company.ana[step]();
      company.workspace.clock.advance(FIVE_MINUTES);
      expect([step, verify(company).differences]).toEqual([step, []]);
      const ids = column(company, "Ticket").filter((id) => id !== "");
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

test("what a script writes into a new row becomes a ticket too", () => {
  const company = aCompany({ tickets: 1 });
  apiWrite(company.book, { sheet: "Tickets", a1: "B3" }, [["From a script", "Open", "Low"]]);
  const events = added(company, () => company.workspace.clock.advance(FIVE_MINUTES));
  expect(events).toMatchObject([{ ticket: "T-2", type: "created", actor: "unknown", source: "reconcile" }]);
  expectSettled(company);
});

const IDENTITIES = [
  ["an agent of the company", "zoe@example.com", "visible"],
  ["somebody whom Google hides", "unknown", "hidden"],
] as const;

test.each(IDENTITIES)("%s is recorded as %s", (_who, actor, identity) => {
  const company = aCompany({ tickets: 1 });
  const zoe = guest(company, "zoe@example.com", { identity });
  const events = added(company, () => zoe.type("Tickets", "C2", "Pending"));
  expect(events).toMatchObject([{ actor, set: { status: "Pending" } }]);
  expect(column(company, "Updated by")).toEqual([actor]);
});

test("an anonymous editor fires no trigger: the timer finds the edit and names nobody, above all not the owner", () => {
  const company = aCompany({ tickets: 2 });
  const nobody = guest(company, "", { identity: "anonymous" });
  nobody.type("Tickets", "C2", "Pending");
  nobody.deleteRows("Tickets", 3, 1);
  company.workspace.clock.advance(FIVE_MINUTES);
  const last = historyOf(company.book).slice(-2);
  expect(last.map(({ type }) => type).sort()).toEqual(["deleted", "edited"]);
  expect(last.find(({ type }) => type === "edited")).toMatchObject({ actor: "unknown" });
  expectSettled(company);
});
