import { aCompany, ANA, ask } from "./company.ts";
import { historyOf, ticketRows } from "./sheets.ts";

const REPORT = {
  ...{ requestId: "r-1", requester: "carla@example.com", requesterName: "Carla", subject: "Screen stays dark" },
  ...{
    description: "Since this morning.",
    category: "Hardware",
    priority: "High",
    channel: "phone",
    loggedOnBehalfOf: "",
  },
};

test("a submission that is repeated logs one ticket and answers twice with its number", () => {
  const company = aCompany({ tickets: 1 });
  const first = ask(company.ana, "sidebarLogTicket", REPORT);
  expect(first).toEqual({ ok: true, data: { ticketId: "T-2", row: 3 } });
  expect(ask(company.ana, "sidebarLogTicket", REPORT)).toEqual(first);
  expect(ticketRows(company.book).filter(({ Subject }) => Subject !== "")).toHaveLength(2);
});

test("a ticket without a subject is refused beside its field, and no number is spent", () => {
  const company = aCompany({ tickets: 1 });
  const answer = ask(company.ana, "sidebarLogTicket", { ...REPORT, subject: " " });
  expect(answer).toMatchObject({ ok: false, problem: { field: "subject" } });
  expect(ask(company.ana, "sidebarLogTicket", REPORT)).toMatchObject({ data: { ticketId: "T-2" } });
});

test("the selected row is shown with its timeline", () => {
  const company = aCompany({ tickets: 2 });
  company.ana.type("Tickets", "C3", "Pending");
  company.ana.select("Tickets", "B3");
  const { data } = ask(company.ana, "sidebarSelected", {}) as { data: { timeline: { what: string }[] } };
  expect(data).toMatchObject({ ticketId: "T-2", row: 3, status: "Pending", updatedBy: ANA });
  expect(data.timeline.at(-1)).toMatchObject({ what: "Status", before: "Open", after: "Pending", actor: ANA });
});

test("an update changes what it names, keeps the note, and changes nothing else that a page may send", () => {
  const company = aCompany({ tickets: 1 });
  const changes = { priority: "Urgent", ticket: "T-99", subject: "Overwritten" };
  const answer = ask(company.ana, "sidebarUpdateTicket", {
    requestId: "u-1",
    ticketId: "T-1",
    changes,
    note: "Called back.",
  });
  expect(answer).toMatchObject({ ok: true, data: { ticketId: "T-1", priority: "Urgent", subject: "Issue 1" } });
  expect(historyOf(company.book).at(-1)).toMatchObject({
    type: "note",
    set: { priority: "Urgent", said: "Called back." },
  });
});

test("health says what is well, each in a sentence", () => {
  const company = aCompany({ tickets: 1 });
  company.workspace.clock.advance(6 * 60_000);
  const { data } = ask(company.owner, "sidebarHealth", {}) as { data: { name: string; state: string }[] };
  expect(data.map(({ name, state }) => `${name} ${state}`)).toEqual(
    ["Sheets", "Columns", "Timer", "Settings", "Time zone", "History", "Size"].map((name) => `${name} ok`),
  );
});
