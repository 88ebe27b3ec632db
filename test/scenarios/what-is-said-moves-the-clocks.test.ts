import { aCompany, ANA, ask, type Company, setUp, verify } from "./company.ts";
import { gridOf, historyOf, ticketRows } from "./sheets.ts";

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
  const order = timeline.map(({ what }) => what).filter((what) => what !== "Told");
  expect(order.slice(-3)).toEqual(["Call", "Priority", "Status"]);
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

describe("the Conversation sheet", () => {
  const shown = ({ book }: Company): (string | number | boolean)[][] => {
    const grid = gridOf(book, "Conversation");
    return grid.valuesOf({ top: 1, left: 0, rows: Math.max(0, grid.lastRow() - 1), columns: 6 });
  };

  test("shows what was said, a row each, as text whatever it looks like, long texts cut with a mark", () => {
    const company = aCompany({ tickets: 1 });
    say(company, "reply", { text: "=1+1" });
    say(company, "call", { text: "x".repeat(60_000), happenedAt: company.workspace.clock.now() });
    const [reply, call] = shown(company);
    expect(reply).toEqual([2, "T-1", expect.any(Number), "Reply", ANA, "=1+1"]);
    expect(call?.slice(3, 5)).toEqual(["Call", ANA]);
    expect(String(call?.[5])).toMatch(/x… cut, full text in History$|x\n… cut, full text in History$/);
    company.ana.type("Tickets", "C2", "Pending");
    expect(shown(company)).toHaveLength(2);
  });

  test("comes back from History where it was deleted, in as many runs as it takes, and doubles nothing", () => {
    const company = aCompany({ tickets: 1 });
    for (const text of ["One", "Two", "z".repeat(120_000)]) say(company, "note", { text });
    const before = shown(company);
    company.owner.deleteSheet("Conversation");
    say(company, "note", { text: "Meanwhile" });
    setUp(company);
    say(company, "note", { text: "Since" });
    company.workspace.clock.advance(2 * 5 * 60_000);
    const texts = shown(company).map(([, , , , , text]) => text);
    expect([...texts].sort()).toEqual([...before.map(([, , , , , text]) => text), "Meanwhile", "Since"].sort());
    expect(verify(company).differences).toEqual([]);
  });
});

test("a row that somebody inserts into Conversation while something is said takes nothing away", () => {
  const open = (): Company => {
    const company = aCompany({ tickets: 1 });
    say(company, "note");
    return company;
  };
  const replied = (disturb: (company: Company, n: number) => void): string[] => {
    const company = open();
    company.workspace.onCall = ({ n }) => disturb(company, n);
    say(company, "reply");
    company.workspace.onCall = undefined;
    company.workspace.clock.advance(HOUR_MS / 6);
    const grid = gridOf(company.book, "Conversation");
    const rows = grid.valuesOf({ top: 1, left: 0, rows: grid.lastRow() - 1, columns: 6 });
    return rows.flatMap(([seq, , , , , text]) => (seq ? [String(text)] : [])).sort(); // the new one may come before those that were moved
  };
  let calls = 0;
  const wanted = replied((_company, n) => (calls = Math.max(calls, n)));
  expect(wanted).toEqual(["Said by note.", "Said by reply."]);
  for (let before = 1; before <= calls; before++) {
    const shown = replied(({ ben }, n) => void (n === before && ben.insertRows("Conversation", 2)));
    expect({ before, shown }).toEqual({ before, shown: wanted });
  }
});
