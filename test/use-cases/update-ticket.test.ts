import { Problem } from "../../src/domain/problem.ts";
import { recordEdits } from "../../src/use-cases/record-edits.ts";
import { type Said, updateTicket, type UpdateRequest } from "../../src/use-cases/update-ticket.ts";
import { aDesk, type MemoryDesk } from "../support/desk.ts";

function aDeskWithTicket(): MemoryDesk {
  const desk = aDesk("Printer");
  recordEdits(desk, desk.read());
  return desk;
}

const said = (kind: Said["kind"], text: string, more: Partial<Said> = {}): Said => ({
  kind,
  text,
  happenedAt: undefined,
  lateReason: "",
  ...more,
});
const aNote = (text: string): Said => said("note", text);

function update(desk: MemoryDesk, request: Partial<UpdateRequest>): void {
  const [row] = desk.read({ first: 2, last: 2 });
  if (!row) throw new Error("There is a row");
  updateTicket(desk, row, { fields: {}, said: undefined, requestId: "r-1", ...request });
}

describe("updateTicket", () => {
  it("changes what is asked for, on the sheet and in History", () => {
    const desk = aDeskWithTicket();
    update(desk, { fields: { status: "pending", assignee: "bo@example.com" } });
    expect(desk.at(2).cells).toMatchObject({ status: "Pending", assignee: "bo@example.com" });
    expect(desk.events[1]).toMatchObject({
      ...{ ticketId: "T-1", type: "edited", previous: 1, row: 2, requestId: "r-1" },
      set: { status: "Pending", assignee: "bo@example.com" },
    });
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
  });

  it("clears a field", () => {
    const desk = aDeskWithTicket();
    update(desk, { fields: { assignee: "bo@example.com" } });
    update(desk, { fields: { assignee: "" }, requestId: "r-2" });
    expect(desk.at(2).cells).not.toHaveProperty("assignee");
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
  });

  it("records a note as what was said, beside the changes that came with it", () => {
    const desk = aDeskWithTicket();
    update(desk, { fields: { status: "Pending" }, said: aNote("  Waiting for toner.\n") });
    expect(desk.events[1]).toMatchObject({ type: "note", set: { status: "Pending", said: "Waiting for toner." } });
    expect(desk.at(2).saved?.state.fields).toEqual({ subject: "Printer", status: "Pending", priority: "Medium" });
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
  });

  it.each([
    ["nothing", {}],
    ["what is so already", { fields: { status: "Open", priority: "medium" } }],
    ["a blank note", { said: aNote("  ") }],
  ])("records nothing where it is asked for %s", (_why, request) => {
    const desk = aDeskWithTicket();
    update(desk, request);
    expect(desk.events).toHaveLength(1);
  });

  it("does a repeated request once", () => {
    const desk = aDeskWithTicket();
    update(desk, { said: aNote("Called back.") });
    update(desk, { said: aNote("Called back.") });
    expect(desk.events).toHaveLength(2);
  });

  it("leaves an edit that nobody has recorded yet to be found", () => {
    const desk = aDeskWithTicket();
    desk.type(2, { subject: "Printer is wet" });
    update(desk, { fields: { assignee: "bo@example.com" } });
    recordEdits(desk, desk.read());
    expect(desk.events.map(({ set }) => set)).toMatchObject([
      {},
      { assignee: "bo@example.com" },
      { subject: "Printer is wet" },
    ]);
  });

  it.each([
    ["an unknown status", { fields: { assignee: "bo@example.com", status: "Done" } }, "status"],
    ["a status that may not follow", { fields: { assignee: "bo@example.com", status: "New" } }, "status"],
    ["an unknown priority", { fields: { assignee: "bo@example.com", priority: "P1" } }, "priority"],
  ])("refuses %s as a whole, beside its field", (_why, request, field) => {
    const desk = aDeskWithTicket();
    const refused = expect.objectContaining({ kind: "not-allowed", field }) as Problem;
    expect(() => update(desk, { ...request, said: aNote("lost?") })).toThrow(refused);
    expect(desk.events).toHaveLength(1);
    expect(desk.at(2).cells).not.toHaveProperty("assignee");
  });

  it("refuses a row that is no ticket yet", () => {
    const desk = aDesk();
    desk.type(2, { assignee: "bo@example.com" });
    expect(() => update(desk, { said: aNote("x") })).toThrow(Problem);
  });
});

describe("what was said", () => {
  const cases = [
    ["Pending", "inbound", "Open", "a waiting ticket is open again"],
    ["On hold", "inbound", "Open", "whatever it waits for"],
    ["Resolved", "inbound", "Open", "so is a solved one"],
    ["Open", "inbound", "Open", "an open one stays so"],
    ["Pending", "reply", "Pending", "an answer changes no status"],
    ["Resolved", "call", "Resolved", "nor does a call"],
    ["Pending", "note", "Pending", "nor a note"],
  ] as const;
  it.each(cases)("%s, then %s: %s (%s)", (before, kind, after) => {
    const desk = aDeskWithTicket();
    if (before !== "Open") update(desk, { fields: { status: before }, requestId: "r-0" });
    update(desk, { said: said(kind, "Thanks.") });
    expect(desk.events.at(-1)).toMatchObject({ type: kind, set: { said: "Thanks." }, actor: desk.author.actor });
    expect(desk.at(2).cells["status"]).toBe(after);
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
  });

  it("leaves the status to the agent who chooses one", () => {
    const desk = aDeskWithTicket();
    update(desk, { fields: { status: "Pending" }, requestId: "r-0" });
    update(desk, { fields: { status: "Resolved" }, said: said("inbound", "It works.") });
    expect(desk.at(2).cells["status"]).toBe("Resolved");
  });

  it.each([
    ["Closed", 0, /T-1 is closed: log a new ticket/],
    ["Resolved", 15, /T-1 was solved more than 14 days ago: log a new ticket/],
  ])("begins another ticket where this one is %s for %i days", (status, days, sentence) => {
    const desk = aDeskWithTicket();
    update(desk, { fields: { status }, requestId: "r-0" });
    desk.now += days * 86_400_000;
    expect(() => update(desk, { said: said("inbound", "Again!") })).toThrow(sentence);
    expect(desk.events).toHaveLength(2);
  });

  it("keeps when it happened, and why it is written down late", () => {
    const desk = aDeskWithTicket();
    const createdAt = desk.now;
    desk.now += 10 * 3_600_000;
    const called = (more: Partial<Said>): void => update(desk, { said: said("call", "Rang.", more) });
    const field = (name: string): Problem => expect.objectContaining({ field: name }) as Problem;
    expect(() => called({ happenedAt: desk.now + 120_000 })).toThrow(field("happenedAt"));
    expect(() => called({ happenedAt: createdAt - 60_000 })).toThrow(field("happenedAt"));
    expect(() => called({ happenedAt: createdAt })).toThrow(field("lateReason"));
    called({ happenedAt: createdAt, lateReason: " On the road. " });
    expect(desk.events.at(-1)).toMatchObject({
      type: "call",
      occurredAt: createdAt,
      recordedAt: desk.now,
      because: "Logged late: On the road.",
    });
  });
});
