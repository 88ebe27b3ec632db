import { aCompany, ANA, ask, type Company, verify } from "./company.ts";
import { historyOf, ticketRows } from "./sheets.ts";

const HOUR_MS = 3_600_000;
let request = 0;

const say = ({ ana }: Company, kind: string, more: object = {}, changes: object = {}): Record<string, unknown> =>
  ask(ana, "sidebarUpdateTicket", {
    ...{ requestId: `said-${++request}`, ticketId: "T-1", changes },
    said: { kind, text: `Said by ${kind}.`, ...more },
  });

const row = ({ book }: Company) => ticketRows(book)[0];

test("a note stops nothing, a reply is the first response, and what the requester says next asks for another", () => {
  const company = aCompany({ tickets: 1 });
  say(company, "note");
  expect(row(company)).toMatchObject({ "First responded": "", "Time left": 4 });
  say(company, "reply");
  expect(row(company)?.["First responded"]).not.toBe("");
  expect(row(company)).toMatchObject({ "First response due": "" });
  say(company, "inbound");
  const answer = say(company, "note");
  expect(answer["data"]).toMatchObject({
    deadlines: [{ title: "Next response", state: "running" }, { title: "Resolution" }],
  });
  expect(say(company, "call")["data"]).toMatchObject({ deadlines: [{ title: "Resolution" }] });
  const timeline = (answer["data"] as { timeline: { what: string; kind?: string; after: string; actor: string }[] })
    .timeline;
  expect(timeline.filter(({ kind }) => kind).map(({ what, after, actor }) => [what, after, actor])).toEqual([
    ["Note", "Said by note.", ANA],
    ["Reply", "Said by reply.", ANA],
    ["Requester said", "Said by inbound.", ANA],
    ["Note", "Said by note.", ANA],
  ]);
  expect(verify(company).differences).toEqual([]);
});

test("what the requester says opens a ticket that waits or was solved, in the same event", () => {
  const company = aCompany({ tickets: 1 });
  for (const status of ["Pending", "Resolved"]) {
    company.ana.type("Tickets", "C2", status);
    const events = historyOf(company.book).length;
    say(company, "inbound");
    expect(row(company)).toMatchObject({ Status: "Open" });
    expect(historyOf(company.book).slice(events)).toMatchObject([
      { type: "inbound", set: { status: "Open", said: "Said by inbound." } },
    ]);
  }
  company.ana.type("Tickets", "C2", "Closed");
  expect(say(company, "inbound")).toMatchObject({
    ok: false,
    problem: { field: "said", sentence: expect.stringMatching(/log a new ticket/) as string },
  });
  expect(verify(company).differences).toEqual([]);
});

test("a call counts from when it took place, though the ticket was changed since, and though it is logged late", () => {
  const company = aCompany({ tickets: 1 });
  const calledAt = company.workspace.clock.now() + HOUR_MS / 2;
  company.workspace.clock.advance(HOUR_MS);
  company.ana.type("Tickets", "D2", "High"); // answer within an hour
  company.workspace.clock.advance(HOUR_MS);
  company.ana.type("Tickets", "C2", "Pending");
  expect(row(company)).toMatchObject({ SLA: "Breached" });
  const answer = say(company, "call", { happenedAt: calledAt });
  expect(row(company)).toMatchObject({ SLA: "Paused", "First response due": "" });
  const { timeline } = answer["data"] as { timeline: { what: string; at: number; loggedAt?: number }[] };
  expect(timeline.slice(-3).map(({ what }) => what)).toEqual(["Call", "Priority", "Status"]);
  expect(timeline.find(({ what }) => what === "Call")).toMatchObject({
    at: calledAt,
    loggedAt: expect.any(Number) as number,
  });
  expect(say(company, "reply", { happenedAt: calledAt - 24 * HOUR_MS })).toMatchObject({
    problem: { field: "happenedAt" },
  });
  company.ana.type("Tickets", "C2", "Open"); // the row knows its clocks by what was said late, too
  company.workspace.clock.advance(5 * 60_000);
  expect(verify(company).differences).toEqual([]);
});

test("what a page may not say is refused", () => {
  const company = aCompany({ tickets: 1 });
  expect(say(company, "deleted")).toMatchObject({ ok: false, problem: { field: "said" } });
  expect(historyOf(company.book)).toHaveLength(1);
});

test("hostile and endless texts stay the texts they are", () => {
  const company = aCompany({ tickets: 1 });
  const text = `=IMPORTXML("x")<script>alert(1)</script>${"ü".repeat(60_000)}`;
  const { timeline } = say(company, "reply", { text })["data"] as { timeline: { kind?: string; after: string }[] };
  expect(timeline.find(({ kind }) => kind === "reply")?.after).toBe(text);
  expect(verify(company).differences).toEqual([]);
});
