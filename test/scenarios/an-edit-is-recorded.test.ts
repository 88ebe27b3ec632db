import { apiWrite } from "../emulator/people/api-write.ts";
import { aCompany, ANA, BEN, verify } from "./company.ts";
import { gridOf, historyOf, rowsAcross, ticketRows } from "./sheets.ts";

const lastEvent = (book: Parameters<typeof historyOf>[0]) => historyOf(book).at(-1);

test("a status typed in the grid is timed, attributed and recorded", () => {
  const { workspace, book, ben } = aCompany({ tickets: 3 });
  const at = workspace.clock.now();
  ben.type("Tickets", "C3", "Pending");
  expect(lastEvent(book)).toMatchObject({
    ticket: "T-2",
    type: "edited",
    actor: BEN,
    source: "sheet",
    at,
    set: { status: "Pending" },
  });
  expect(ticketRows(book)[1]).toMatchObject({ Ticket: "T-2", Status: "Pending", "Updated by": BEN });
});

test("fifty cells pasted are fifty events", () => {
  const company = aCompany({ tickets: 50 });
  company.ana.paste(
    "Tickets",
    "C2",
    Array.from({ length: 50 }, (_, index) => [index % 2 ? "Resolved" : "On hold"]),
  );
  const edits = historyOf(company.book).filter(({ type }) => type === "edited");
  expect(edits).toHaveLength(50);
  expect(new Set(edits.map(({ ticket }) => ticket)).size).toBe(50);
  expect(verify(company)).toEqual({
    text: "50 tickets, 100 events, 0 conversations, 0 mails, 0 differences",
    differences: [],
  });
});

test("a row typed by hand becomes a ticket once its subject is filled", () => {
  const company = aCompany({ tickets: 1 });
  company.ana.type("Tickets", "F3", "carla@example.com");
  expect(ticketRows(company.book)[1]).toMatchObject({ Ticket: "" });
  company.ana.type("Tickets", "B3", "Door lock stuck");
  expect(ticketRows(company.book)[1]).toMatchObject({
    Ticket: "T-2",
    Status: "New",
    Priority: "Medium",
    "Updated by": ANA,
  });
  // Who had typed the requester before is not known: the timer finds it.
  expect(lastEvent(company.book)).toMatchObject({ type: "created", actor: ANA, set: { subject: "Door lock stuck" } });
  expect(lastEvent(company.book)?.set).not.toHaveProperty("requester");
  company.workspace.clock.advance(5 * 60_000);
  expect(lastEvent(company.book)).toMatchObject({
    ...{ type: "edited", ticket: "T-2", actor: "unknown" },
    set: { requester: "carla@example.com" },
  });
  expect(verify(company).differences).toEqual([]);
});

const REFUSED = [
  // what               cell  typed       stays      sentence
  ["an unknown status", "C2", "Sleeping", "Open", /"Sleeping" is not a status/],
  ["a typed-over number", "A2", "T-77", "T-1", /T-1 keeps its number/],
  ["a status cleared", "C2", "", "Open", /always has a status/],
  ["New again", "C2", "New", "Open", /can't become New again/],
  ["an unknown priority", "D2", "Huge", "Medium", /"Huge" is not a priority/],
] as const;

test.each(REFUSED)("%s is put back with a sentence", (_what, cell, typed, stays, sentence) => {
  const company = aCompany({ tickets: 2 });
  const events = historyOf(company.book).length;
  company.ana.type("Tickets", cell, typed);
  const grid = gridOf(company.book, "Tickets");
  expect(grid.valueAt(1, cell.charCodeAt(0) - 65)).toBe(stays);
  expect(company.ana.toasts.at(-1)?.message).toMatch(sentence);
  expect(historyOf(company.book)).toHaveLength(events);
  expect(verify(company).differences).toEqual([]);
});

test("closed can be opened again by an agent, and become nothing else", () => {
  const company = aCompany({ tickets: 1 });
  company.ana.type("Tickets", "C2", "Closed");
  company.ana.type("Tickets", "C2", "Pending");
  expect(ticketRows(company.book)[0]).toMatchObject({ Status: "Closed" });
  company.ana.type("Tickets", "C2", "Open");
  expect(ticketRows(company.book)[0]).toMatchObject({ Status: "Open", Closed: "" });
});

test("a sort makes no event, and edits after it find their tickets", () => {
  const company = aCompany({ tickets: 5 });
  const events = historyOf(company.book).length;
  company.ana.sort("Tickets", rowsAcross(company, 2, 6), [{ column: 2, ascending: false }]);
  company.ana.type("Tickets", "C2", "Resolved");
  expect(ticketRows(company.book)[0]).toMatchObject({ Ticket: "T-5", Status: "Resolved" });
  expect(historyOf(company.book)).toHaveLength(events + 1);
  expect(lastEvent(company.book)).toMatchObject({ ticket: "T-5" });
  expect(verify(company).differences).toEqual([]);
});

test("a copied row gets its own number", () => {
  const company = aCompany({ tickets: 3 });
  const width = gridOf(company.book, "Tickets").maxColumns;
  company.ana.copyPaste("Tickets", `A2:${String.fromCharCode(64 + width)}2`, "Tickets", "A5", "all");
  expect(ticketRows(company.book).map(({ Ticket }) => Ticket)).toEqual(["T-1", "T-2", "T-3", "T-4"]);
  expect(lastEvent(company.book)).toMatchObject({ ticket: "T-4", type: "created" });
  expect(verify(company).differences).toEqual([]);
});

test("a deleted row is recorded with whoever deleted it, and undo brings it back", () => {
  const company = aCompany({ tickets: 3 });
  company.ana.deleteRows("Tickets", 3, 1);
  expect(lastEvent(company.book)).toMatchObject({ ticket: "T-2", type: "deleted", actor: ANA });
  expect(verify(company)).toMatchObject({ text: "2 tickets, 4 events, 0 conversations, 0 mails, 0 differences" });
  company.ana.undo();
  company.workspace.clock.advance(6 * 60_000);
  expect(lastEvent(company.book)).toMatchObject({ ticket: "T-2", type: "restored" });
  expect(verify(company).differences).toEqual([]);
});

test("a deleted ticket is restored from History, with its texts in full", () => {
  const company = aCompany({ tickets: 2 });
  const long = "It happened again. ".repeat(2000);
  company.ana.type("Tickets", "K2", long);
  company.ana.deleteRows("Tickets", 2, 1);
  const outcome = company.ana.call("sidebarRestore", { requestId: "r1", ticketId: "T-1" });
  expect(JSON.parse(String(outcome.value))).toEqual({ ok: true, data: { ticketId: "T-1", row: 3 } });
  expect(ticketRows(company.book)[1]).toMatchObject({
    Ticket: "T-1",
    Subject: "Issue 1",
    Description: long,
    Status: "Open",
  });
  expect(verify(company).differences).toEqual([]);
});

test("numbers are never used again, even of deleted tickets", () => {
  const company = aCompany({ tickets: 3 });
  company.ana.deleteRows("Tickets", 4, 1);
  company.ana.type("Tickets", "B4", "Another one");
  expect(ticketRows(company.book)[2]).toMatchObject({ Ticket: "T-4" });
});

test("what a script or the API writes is found by the timer", () => {
  const company = aCompany({ tickets: 3 });
  apiWrite(company.book, { sheet: "Tickets", a1: "C3" }, [["Resolved"]]);
  company.workspace.clock.advance(6 * 60_000);
  expect(lastEvent(company.book)).toMatchObject({
    ticket: "T-2",
    actor: "unknown",
    source: "reconcile",
    set: { status: "Resolved" },
  });
  expect(verify(company).differences).toEqual([]);
});

test("undo after an edit makes one event more, not a difference", () => {
  const company = aCompany({ tickets: 2 });
  company.ana.type("Tickets", "C2", "Resolved");
  company.ana.undo();
  company.workspace.clock.advance(6 * 60_000);
  expect(ticketRows(company.book)[0]).toMatchObject({ Status: "Open" });
  expect(verify(company)).toMatchObject({ text: "2 tickets, 4 events, 0 conversations, 0 mails, 0 differences" });
});

test("columns may be renamed, moved and added, and are recorded as they are", () => {
  const company = aCompany({ tickets: 2 });
  company.ana.type("Tickets", "C1", "Stand");
  company.ana.insertColumns("Tickets", 2, 1);
  company.ana.type("Tickets", "B1", "Serial no");
  company.ana.type("Tickets", "B2", "X-100");
  company.ana.moveColumns("Tickets", 4, 1, 2);
  company.ana.type("Tickets", "B2", "Resolved");
  expect(ticketRows(company.book)[0]).toMatchObject({ Stand: "Resolved", "Serial no": "X-100" });
  expect(lastEvent(company.book)).toMatchObject({ ticket: "T-1", set: { status: "Resolved" } });
  const configured = historyOf(company.book).filter(({ type }) => type === "configured");
  expect(configured.map(({ set }) => set["columns"]).join(" / ")).toMatch(
    /"Status" renamed to "Stand".*"Serial no" added/,
  );
  expect(verify(company).differences).toEqual([]);
});

const HOSTILE = [
  '=HYPERLINK("http://x","y")',
  "+1 555",
  "-foo",
  "@ana",
  "007",
  "1/2",
  "TRUE",
  "'quoted",
  "12:30",
  "Mar 3",
  "1e5",
  "<img src=x onerror=alert(1)>",
];

test.each(HOSTILE)("%j logged in the sidebar stays the text it is", (text) => {
  const company = aCompany({ tickets: 1 });
  const outcome = company.ana.call("sidebarLogTicket", {
    ...{
      requestId: `h-${text}`,
      requester: "carla@example.com",
      requesterName: text,
      subject: text,
      description: text,
    },
    ...{ category: "", priority: "High", channel: "phone", loggedOnBehalfOf: "" },
  });
  expect(JSON.parse(String(outcome.value))).toMatchObject({ ok: true, data: { ticketId: "T-2", row: 3 } });
  expect(ticketRows(company.book)[1]).toMatchObject({ Subject: text, Description: text, "Requester name": text });
  expect(gridOf(company.book, "Tickets").formulaAt(2, 1)).toBe("");
  expect(verify(company).differences).toEqual([]);
});
