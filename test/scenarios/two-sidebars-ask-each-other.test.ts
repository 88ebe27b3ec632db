import { aCompany, ask, BEN, type Company, verify } from "./company.ts";
import { historyOf, ticketRows } from "./sheets.ts";

const SEEN = { status: "Open", priority: "Medium", assignee: BEN };

const save = (company: Company, who: "ana" | "ben", requestId: string, rest: object): Record<string, unknown> =>
  ask(company[who], "sidebarUpdateTicket", { requestId, ticketId: "T-1", seen: SEEN, ...rest });

const row = ({ book }: Company): Record<string, unknown> | undefined =>
  ticketRows(book).find(({ Ticket }) => Ticket === "T-1");

test("a field that another changed meanwhile is asked about, with both contents; nothing is saved", () => {
  const company = aCompany({ tickets: 2 });
  expect(save(company, "ben", "b-1", { changes: { status: "Pending" } })).toMatchObject({ ok: true });
  const events = historyOf(company.book).length;
  const said = { kind: "note", text: "Solved on the phone." };
  const answer = save(company, "ana", "a-1", { changes: { status: "Resolved", priority: "High" }, said });
  expect(answer).toMatchObject({
    ok: false,
    problem: {
      kind: "conflict",
      conflicts: [{ field: "status", yours: "Resolved", theirs: "Pending", by: BEN }],
    },
  });
  expect(String((answer["problem"] as { sentence: string }).sentence)).toContain("Nothing of yours was saved yet");
  expect(row(company)).toMatchObject({ Status: "Pending", Priority: "Medium" });
  expect(historyOf(company.book)).toHaveLength(events);
});

test("the agent's own choice goes through once it is decided, and a repeated call saves nothing twice", () => {
  const company = aCompany({ tickets: 2 });
  save(company, "ben", "b-1", { changes: { status: "Pending" } });
  save(company, "ana", "a-1", { changes: { status: "Resolved" } });
  const decided = { changes: { status: "Resolved" }, seen: { ...SEEN, status: "Pending" } };
  expect(save(company, "ana", "a-1", decided)).toMatchObject({ ok: true, data: { status: "Resolved" } });
  const events = historyOf(company.book).length;
  expect(save(company, "ana", "a-1", decided)).toMatchObject({ ok: true, data: { status: "Resolved" } });
  expect(historyOf(company.book)).toHaveLength(events);
  expect(row(company)).toMatchObject({ Status: "Resolved" });
  expect(verify(company).differences).toEqual([]);
});

test("a change that nobody else touched goes through, and so does one that both wanted", () => {
  const company = aCompany({ tickets: 2 });
  save(company, "ben", "b-1", { changes: { status: "Pending" } });
  const changes = { status: "Pending", priority: "High" };
  expect(save(company, "ana", "a-1", { changes })).toMatchObject({ ok: true });
  expect(row(company)).toMatchObject({ Status: "Pending", Priority: "High" });
});

test("what a colleague typed into the cell, and no run has recorded yet, is asked about too", () => {
  const company = aCompany({ tickets: 2 });
  company.workspace.holdTriggers(() => {
    company.ben.type("Tickets", "C2", "On hold");
    const answer = save(company, "ana", "a-1", { changes: { status: "Resolved" } });
    expect(answer).toMatchObject({ problem: { conflicts: [{ theirs: "On hold", yours: "Resolved", by: "unknown" }] } });
  });
  expect(row(company)).toMatchObject({ Status: "On hold" });
});
