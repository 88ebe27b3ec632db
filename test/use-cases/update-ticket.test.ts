import { Problem } from "../../src/domain/problem.ts";
import { recordEdits } from "../../src/use-cases/record-edits.ts";
import { updateTicket, type UpdateRequest } from "../../src/use-cases/update-ticket.ts";
import { aDesk, type MemoryDesk } from "../support/desk.ts";

function aDeskWithTicket(): MemoryDesk {
  const desk = aDesk("Printer");
  recordEdits(desk, desk.read());
  return desk;
}

function update(desk: MemoryDesk, request: Partial<UpdateRequest>): void {
  const [row] = desk.read({ first: 2, last: 2 });
  if (!row) throw new Error("There is a row");
  updateTicket(desk, row, { fields: {}, note: "", requestId: "r-1", ...request });
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
    update(desk, { fields: { status: "Pending" }, note: "  Waiting for toner.\n" });
    expect(desk.events[1]).toMatchObject({ type: "note", set: { status: "Pending", said: "Waiting for toner." } });
    expect(desk.at(2).saved?.state.fields).toEqual({ subject: "Printer", status: "Pending", priority: "Medium" });
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
  });

  it.each([
    ["nothing", {}],
    ["what is so already", { fields: { status: "Open", priority: "medium" } }],
    ["a blank note", { note: "  " }],
  ])("records nothing where it is asked for %s", (_why, request) => {
    const desk = aDeskWithTicket();
    update(desk, request);
    expect(desk.events).toHaveLength(1);
  });

  it("does a repeated request once", () => {
    const desk = aDeskWithTicket();
    update(desk, { note: "Called back." });
    update(desk, { note: "Called back." });
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
    expect(() => update(desk, { ...request, note: "lost?" })).toThrow(refused);
    expect(desk.events).toHaveLength(1);
    expect(desk.at(2).cells).not.toHaveProperty("assignee");
  });

  it("refuses a row that is no ticket yet", () => {
    const desk = aDesk();
    desk.type(2, { assignee: "bo@example.com" });
    expect(() => update(desk, { note: "x" })).toThrow(Problem);
  });
});
