import { aCompany, ANA, ask, BEN, OWNER, verify } from "./company.ts";
import { historyOf, ticketRows } from "./sheets.ts";
import { question } from "./question.ts";

const FIVE_MINUTES = 5 * 60_000;

describe("logging", () => {
  test("gives a number and a row, with everything that was said", () => {
    const company = aCompany({ tickets: 2 });
    const at = company.workspace.clock.now();
    const answer = ask(
      company.ben,
      "sidebarLogTicket",
      question({ happenedAt: at - 3_600_000, loggedOnBehalfOf: "Dora", category: "Hardware" }),
    );
    expect(answer).toEqual({ ok: true, data: { ticketId: "T-3", row: 4 } });
    expect(ticketRows(company.book)[2]).toMatchObject({
      Subject: "It smokes",
      Status: "New",
      Priority: "High",
      Requester: "carla@example.com",
      "Requester name": "Carla",
      Category: "Hardware",
      Channel: "phone",
      "Updated by": BEN,
    });
    expect(historyOf(company.book).at(-1)).toMatchObject({
      type: "created",
      actor: BEN,
      source: "sidebar",
      at: at - 3_600_000,
      because: "Logged on behalf of Dora.",
    });
    expect(verify(company).differences).toEqual([]);
  });

  test("takes no other fields than a new ticket has, and nothing but texts for them", () => {
    const company = aCompany();
    const more = { status: "Closed", ticket: "T-9", c1: "x", said: "x", state: "{}", updatedBy: "nobody", evil: "x" };
    const formula = { formula: '=IMPORTXML("https://example.com","//a")' };
    for (const wrong of [more, ...Object.entries(more).map(([key, value]) => ({ [key]: value }))])
      expect(ask(company.ana, "sidebarLogTicket", { ...question(), ...wrong })).toMatchObject({ ok: false });
    for (const wrong of [{ description: formula }, { category: 5 }])
      expect(ask(company.ana, "sidebarLogTicket", { ...question(), ...wrong })).toMatchObject({ ok: false });
    expect(historyOf(company.book)).toEqual([]);
    expect(ticketRows(company.book)).toEqual([]);
    ask(company.ana, "sidebarLogTicket", { ...question(), channel: null });
    const [event] = historyOf(company.book);
    expect(Object.keys(event?.set ?? {}).sort()).toEqual([
      "priority",
      "requester",
      "requesterName",
      "status",
      "subject",
    ]);
    expect(ticketRows(company.book)[0]).toMatchObject({ Ticket: "T-1", Status: "New", Description: "" });
  });

  test("twice with one request is one ticket; with another request it is another", () => {
    const company = aCompany({ tickets: 1 });
    const first = ask(company.ben, "sidebarLogTicket", question());
    expect(ask(company.ben, "sidebarLogTicket", question())).toEqual(first);
    expect(ask(company.ben, "sidebarLogTicket", question({ requestId: "q2" }))).toMatchObject({
      data: { ticketId: "T-3" },
    });
    expect(historyOf(company.book)).toHaveLength(3);
  });

  const REFUSED = [
    ["no subject", { subject: "  " }, "subject", /needs a subject/],
    ["a moment to come", { happenedAt: Date.UTC(2030, 0, 1) }, "happenedAt", /can't have happened in the future/],
    ["an unknown priority", { priority: "Huge" }, "priority", /"Huge" is not a priority/],
  ] as const;

  test.each(REFUSED)("%s is refused beside its field, and writes nothing", (_what, more, field, sentence) => {
    const company = aCompany({ tickets: 1 });
    const answer = ask(company.ben, "sidebarLogTicket", question(more));
    expect(answer).toMatchObject({
      ok: false,
      problem: { field, sentence: expect.stringMatching(sentence) as string },
    });
    expect(ticketRows(company.book)).toHaveLength(1);
    expect(historyOf(company.book)).toHaveLength(1);
    expect(ask(company.ben, "sidebarLogTicket", question())).toMatchObject({ data: { ticketId: "T-2" } });
  });
});

describe("a ticket", () => {
  test("is shown with its timeline in words, newest last", () => {
    const company = aCompany({ tickets: 2 });
    company.ben.type("Tickets", "C2", "Pending");
    company.ana.type("Tickets", "C1", "Stand");
    ask(company.ana, "sidebarUpdateTicket", {
      requestId: "u",
      ticketId: "T-1",
      changes: {},
      said: { kind: "note", text: "Called her." },
    });
    const { data } = ask(company.owner, "sidebarTicket", { ticketId: "T-1" }) as {
      data: { timeline: { what: string }[] };
    };
    expect(data).toMatchObject({
      ticketId: "T-1",
      row: 2,
      subject: "Issue 1",
      status: "Pending",
      statusCategory: "waiting",
      priority: "Medium",
      assignee: BEN,
      updatedBy: ANA,
    });
    expect(data.timeline.slice(-2)).toMatchObject([
      { actor: BEN, source: "sheet", what: "Stand", before: "Open", after: "Pending" },
      { actor: ANA, source: "sidebar", what: "Note", before: null, after: "Called her." },
    ]);
  });

  const SELECTED = [
    ["a ticket's row", "Tickets", "C3", "T-2"],
    ["the header", "Tickets", "A1", null],
    ["an empty row", "Tickets", "A50", null],
    ["another sheet", "People", "A2", null],
  ] as const;

  test.each(SELECTED)("selected: %s", (_what, sheet, at, ticketId) => {
    const company = aCompany({ tickets: 3 });
    company.ana.select(sheet, at);
    const { data } = ask(company.ana, "sidebarSelected", {});
    expect(data === null ? null : (data as { ticketId: string }).ticketId).toBe(ticketId);
  });

  test("nobody knows is a sentence", () => {
    const company = aCompany({ tickets: 1 });
    for (const ticketId of ["T-9", "", "=1+1", "Issue 1"])
      expect(ask(company.ana, "sidebarTicket", { ticketId })).toMatchObject({
        ok: false,
        problem: { kind: "not-found" },
      });
  });
});

describe("an update", () => {
  test("changes what it names, once, and answers with the ticket as it is then", () => {
    const company = aCompany({ tickets: 2 });
    const update = {
      requestId: "u1",
      ticketId: "T-2",
      changes: { status: "Pending", assignee: ANA },
      said: { kind: "note", text: "Waiting." },
    };
    const answer = ask(company.ana, "sidebarUpdateTicket", update);
    expect(answer).toMatchObject({
      ok: true,
      data: { status: "Pending", assignee: ANA, priority: "Medium", updatedBy: ANA, row: 3 },
    });
    expect((answer["data"] as { updatedAt: number }).updatedAt).toBe(historyOf(company.book).at(-1)?.at);
    ask(company.ana, "sidebarUpdateTicket", update);
    expect(historyOf(company.book).slice(2)).toMatchObject([
      { type: "note", set: { status: "Pending", assignee: ANA, said: "Waiting." } },
    ]);
    expect(ticketRows(company.book)[1]).toMatchObject({ Status: "Pending", Assignee: ANA });
    expect(verify(company).differences).toEqual([]);
  });

  test("that changes nothing records nothing", () => {
    const company = aCompany({ tickets: 1 });
    expect(
      ask(company.ana, "sidebarUpdateTicket", { requestId: "u", ticketId: "T-1", changes: { status: "Open" } }),
    ).toMatchObject({ ok: true });
    expect(historyOf(company.book)).toHaveLength(1);
  });

  test("cannot change what the page has no field for", () => {
    const company = aCompany({ tickets: 1 });
    const changes = { subject: "Hacked", ticket: "T-9", state: "{}", updatedBy: "nobody" };
    const formula = { assignee: { formula: "=A1" } };
    ask(company.ana, "sidebarUpdateTicket", { requestId: "u", ticketId: "T-1", changes });
    ask(company.ana, "sidebarUpdateTicket", { requestId: "v", ticketId: "T-1", changes: formula });
    const kept = { Ticket: "T-1", Subject: "Issue 1", Assignee: BEN, "Updated by": ANA };
    expect(ticketRows(company.book)[0]).toMatchObject(kept);
    expect(historyOf(company.book)).toHaveLength(1);
  });

  const REFUSED = [
    [{ status: "New" }, "status", /can't become New again/],
    [{ status: "Sleeping" }, "status", /not a status/],
    [{ status: "" }, "status", /always has a status/],
    [{ priority: "Huge" }, "priority", /not a priority/],
    [{ priority: "High", status: "Sleeping" }, "status", /not a status/],
  ] as const;

  test.each(REFUSED)("of %j is refused as a whole, beside its field", (changes, field, sentence) => {
    const company = aCompany({ tickets: 1 });
    const answer = ask(company.ana, "sidebarUpdateTicket", {
      requestId: "u",
      ticketId: "T-1",
      changes,
      said: { kind: "note", text: "Lost?" },
    });
    expect(answer).toMatchObject({
      ok: false,
      problem: { field, sentence: expect.stringMatching(sentence) as string },
    });
    expect(historyOf(company.book)).toHaveLength(1);
    expect(ticketRows(company.book)[0]).toMatchObject({ Status: "Open", Priority: "Medium" });
  });

  test("records what was typed into the row meanwhile as its own edit, by whoever it can be said of", () => {
    const company = aCompany({ tickets: 1 });
    company.workspace.holdTriggers(() => {
      company.ben.type("Tickets", "F2", "dora@example.com");
      ask(company.ana, "sidebarUpdateTicket", { requestId: "u", ticketId: "T-1", changes: { priority: "Low" } });
    });
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(
      historyOf(company.book)
        .slice(1)
        .map(({ set }) => Object.keys(set)),
    ).toEqual([["priority"], ["requester"]]);
    expect(verify(company).differences).toEqual([]);
  });
});

describe("deleted tickets", () => {
  test("are listed newest first with whoever deleted them, and come back whole", () => {
    const company = aCompany({ tickets: 3 });
    company.ana.deleteRows("Tickets", 2, 1);
    company.workspace.clock.advance(60_000);
    company.ben.deleteRows("Tickets", 3, 1);
    expect(ask(company.owner, "sidebarDeleted", {})["data"]).toMatchObject([
      { ticketId: "T-3", subject: "Issue 3", deletedBy: BEN },
      { ticketId: "T-1", subject: "Issue 1", deletedBy: ANA },
    ]);
    expect(ask(company.owner, "sidebarRestore", { requestId: "r1", ticketId: "T-1" })).toEqual({
      ok: true,
      data: { ticketId: "T-1", row: 3 },
    });
    expect(ask(company.owner, "sidebarDeleted", {})["data"]).toMatchObject([{ ticketId: "T-3" }]);
    expect(ticketRows(company.book)[1]).toMatchObject({
      Ticket: "T-1",
      Subject: "Issue 1",
      Assignee: BEN,
      "Updated by": OWNER,
    });
    expect(verify(company).differences).toEqual([]);
  });

  test("restored twice, by one request or two, stand in one row", () => {
    const company = aCompany({ tickets: 2 });
    company.ana.deleteRows("Tickets", 2, 1);
    for (const requestId of ["r1", "r1", "r2"])
      expect(ask(company.ana, "sidebarRestore", { requestId, ticketId: "T-1" })).toMatchObject({ ok: true });
    expect(ticketRows(company.book)).toHaveLength(2);
    expect(historyOf(company.book).filter(({ type }) => type === "restored")).toHaveLength(1);
    expect(verify(company).differences).toEqual([]);
  });

  test("nobody knows can't be restored", () => {
    const company = aCompany({ tickets: 1 });
    expect(ask(company.ana, "sidebarRestore", { requestId: "r", ticketId: "T-77" })).toMatchObject({
      ok: false,
      problem: { kind: "not-found" },
    });
  });
});
