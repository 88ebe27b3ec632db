import { recordEdits } from "../../src/use-cases/record-edits.ts";
import { at } from "../support/at.ts";
import { aDesk } from "../support/desk.ts";

/** A desk whose tickets are recorded already. */
function aRecordedDesk(...subjects: readonly string[]) {
  const desk = aDesk(...subjects);
  recordEdits(desk, desk.read());
  desk.now = at("Mon 10:00");
  return desk;
}

describe("rows typed by hand", () => {
  it("become tickets with numbers of their own, in the order in which they stand", () => {
    const desk = aDesk("Printer", "Mail");
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 2 });
    expect(desk.rows.map(({ ticket }) => ticket)).toEqual(["T-1", "T-2"]);
    expect(desk.events).toMatchObject([
      { ticketId: "T-1", type: "created", previous: 0, row: 2, set: { subject: "Printer" } },
      { ticketId: "T-2", type: "created", previous: 0, row: 3, set: { subject: "Mail" } },
    ]);
    expect(desk.told).toEqual([]);
  });

  it("get status and priority where they are blank, on the sheet and in History", () => {
    const desk = aDesk();
    desk.type(2, { subject: "Printer" });
    recordEdits(desk, desk.read());
    expect(desk.at(2).cells).toEqual({ subject: "Printer", status: "New", priority: "Medium" });
    expect(desk.events[0]?.set).toEqual({ subject: "Printer", status: "New", priority: "Medium" });
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
    expect(desk.told).toEqual([]);
  });

  it("wait until they have a subject", () => {
    const desk = aDesk();
    desk.type(2, { assignee: "bo@example.com" });
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
    expect([desk.history, desk.lastNumber]).toEqual([[], 0]);
  });

  it("keep the number that a killed run reserved for them", () => {
    const desk = aDesk();
    desk.type(2, { subject: "Printer", ticket: "T-4" });
    desk.lastNumber = 4;
    recordEdits(desk, desk.read());
    expect([desk.at(2).ticket, desk.lastNumber, desk.told]).toEqual(["T-4", 4, []]);
  });

  it("lose a number that somebody made up, and are told why", () => {
    const desk = aRecordedDesk("Printer");
    desk.type(3, { subject: "Mail", ticket: "T-77" });
    recordEdits(desk, desk.read());
    expect(desk.at(3).ticket).toBe("T-2");
    expect(desk.told).toEqual(['Ticket numbers are given by the desk: "T-77" was replaced.']);
  });
});

describe("edits", () => {
  it("are recorded with time, author, source, row and the event before", () => {
    const desk = aRecordedDesk("Printer", "Mail");
    desk.author = { actor: "bo@example.com", role: "lead", source: "reconcile" };
    desk.type(3, { status: "Pending", c1: 4, assignee: "cy@example.com" });
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 1 });
    expect(desk.events[2]).toEqual({
      ...{ ticketId: "T-2", type: "edited", seq: 3, previous: 2, row: 3 },
      ...{ occurredAt: at("Mon 10:00"), recordedAt: at("Mon 10:00") },
      ...{ actor: "bo@example.com", role: "lead", source: "reconcile" },
      set: { status: "Pending", c1: 4, assignee: "cy@example.com" },
    });
    expect(desk.at(3).saved).toMatchObject({
      row: 3,
      state: { updatedAt: at("Mon 10:00"), updatedBy: "bo@example.com" },
    });
  });

  it("are recorded once", () => {
    const desk = aRecordedDesk("Printer");
    desk.type(2, { subject: "Printer is wet" });
    recordEdits(desk, desk.read());
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
    expect(desk.events).toHaveLength(2);
  });

  it("that clear a cell are recorded as blanks", () => {
    const desk = aRecordedDesk("Printer");
    desk.type(2, { c1: 5 });
    recordEdits(desk, desk.read());
    desk.type(2, { c1: "" });
    recordEdits(desk, desk.read());
    expect(desk.events[2]?.set).toEqual({ c1: "" });
    expect(desk.at(2).saved?.state.fields).not.toHaveProperty("c1");
  });

  it("that undo one another are two edits", () => {
    const desk = aRecordedDesk("Printer");
    for (const subject of ["Mail", "Printer"]) {
      desk.type(2, { subject });
      recordEdits(desk, desk.read());
    }
    expect(desk.events.map(({ set }) => set["subject"])).toEqual(["Printer", "Mail", "Printer"]);
  });

  it("of a text longer than a cell are recorded whole, and the cut on the sheet is no edit", () => {
    const desk = aRecordedDesk("Printer");
    const description = "too long ".repeat(8000);
    const [row] = desk.read();
    if (!row) throw new Error("There is a row");
    recordEdits(desk, [{ ...row, fields: { ...row.fields, description } }]);
    desk.type(2, { description });
    expect(desk.at(2).cells["description"]).toMatch(/… cut, full text in History$/);
    expect(desk.events[1]?.set["description"]).toBe(description);
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
  });
});

describe("what the rules forbid", () => {
  it("is put back, with one sentence for one reason", () => {
    const desk = aRecordedDesk("Printer", "Mail", "Phone");
    for (const row of [2, 3, 4]) desk.type(row, { status: "Done", assignee: "bo@example.com" });
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 3 });
    expect(desk.rows.map(({ cells }) => [cells["status"], cells["assignee"]])).toEqual(
      [2, 3, 4].map(() => ["Open", "bo@example.com"]),
    );
    expect(desk.told).toEqual(['"Done" is not a status. Choose one of New, Open, Pending, On hold, Resolved, Closed.']);
  });

  it("leaves no event where nothing else was edited", () => {
    const desk = aRecordedDesk("Printer");
    desk.type(2, { status: "New" });
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
    expect(desk.told).toEqual(["T-1 is Open and can't become New again."]);
    expect(desk.events).toHaveLength(1);
  });

  it("is told for three reasons at the most, and how many more there are", () => {
    const desk = aRecordedDesk("a", "b", "c", "d", "e");
    for (const row of [2, 3, 4, 5, 6]) desk.type(row, { status: "New" });
    recordEdits(desk, desk.read());
    expect(desk.told).toEqual([
      "T-1 is Open and can't become New again. T-2 is Open and can't become New again. T-3 is Open and can't become New again. … and 2 more.",
    ]);
  });

  it("is corrected without a word where only the spelling was free", () => {
    const desk = aRecordedDesk("Printer");
    desk.type(2, { status: " pENDING" });
    recordEdits(desk, desk.read());
    expect(desk.at(2).cells["status"]).toBe("Pending");
    expect([desk.events[1]?.set, desk.told]).toEqual([{ status: "Pending" }, []]);
  });

  it.each(["", "mine!", "T-2", "T-500"])("puts a number back that was typed over with %j", (typed) => {
    const desk = aRecordedDesk("Printer", "Mail");
    desk.type(2, { ticket: typed });
    recordEdits(desk, desk.read({ first: 2, last: 2 }));
    expect(desk.at(2).ticket).toBe("T-1");
    expect(desk.told).toEqual([`T-1 keeps its number: "${typed}" was put back.`]);
    expect(desk.events).toHaveLength(2);
  });

  it("is told where somebody typed over the desk's own columns, which are written anew", () => {
    const desk = aRecordedDesk("Printer");
    const records: unknown[] = [];
    const recording = {
      ...{
        now: desk.now,
        author: desk.author,
        settings: desk.settings,
        tickets: desk,
        promise: () => ({}),
        news: () => ({}),
      },
      workingTimeOf: () => desk.workingTimeOf(),
      record: (some: readonly unknown[]) => void records.push(...some),
      tell: (sentence: string) => desk.tell(sentence),
    };
    recordEdits(recording, desk.read(), { ours: ["Updated", "Updated by"] });
    expect(records).toMatchObject([{ rowNumber: 2, ticketId: "T-1", event: undefined }]);
    expect(desk.told).toEqual(["The desk keeps Updated, Updated by itself: what was typed there was put back."]);
  });
});

describe("rows that moved", () => {
  it("are no edit when they were sorted, and save where they stand now", () => {
    const desk = aRecordedDesk("Printer", "Mail", "Phone");
    desk.rows.reverse();
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
    expect(desk.rows.map(({ ticket, saved }) => [ticket, saved?.row])).toEqual([
      ["T-3", 2],
      ["T-2", 3],
      ["T-1", 4],
    ]);
    expect([desk.events.length, desk.told]).toEqual([3, []]);
  });

  it("are recorded when they were edited before they were sorted", () => {
    const desk = aRecordedDesk("Printer", "Mail");
    desk.type(2, { subject: "Printer is wet" });
    desk.rows.reverse();
    recordEdits(desk, desk.read());
    expect(desk.events[2]).toMatchObject({ ticketId: "T-1", row: 3, set: { subject: "Printer is wet" } });
  });

  it.each([
    ["below", 4],
    ["far below", 9],
  ])("become tickets of their own when they were copied %s", (_where, to) => {
    const desk = aRecordedDesk("Printer", "Mail");
    desk.copyRow(2, to);
    desk.type(to, { subject: "Printer again" });
    recordEdits(desk, desk.read());
    expect([desk.at(2).ticket, desk.at(to).ticket]).toEqual(["T-1", "T-3"]);
    expect(desk.events[2]).toMatchObject({
      ticketId: "T-3",
      type: "created",
      previous: 0,
      set: { subject: "Printer again" },
    });
    expect(desk.told).toEqual(["The copy of T-1 became a ticket of its own."]);
  });

  it("become tickets of their own when they were copied above", () => {
    const desk = aRecordedDesk("Printer", "Mail");
    desk.copyRow(3, 2);
    recordEdits(desk, desk.read());
    expect(desk.rows.map(({ ticket }) => ticket)).toEqual(["T-3", "T-2"]);
  });

  it("that lost their saved self find it in History", () => {
    const desk = aRecordedDesk("Printer");
    desk.at(2).saved = undefined;
    desk.type(2, { subject: "Printer is wet" });
    recordEdits(desk, desk.read());
    expect(desk.at(2).ticket).toBe("T-1");
    expect(desk.events[1]).toMatchObject({
      ticketId: "T-1",
      type: "edited",
      previous: 1,
      set: { subject: "Printer is wet" },
    });
  });

  it("that were deleted in History are restored when they stand there again", () => {
    const desk = aRecordedDesk("Printer");
    const [row] = desk.read();
    if (!row?.saved) throw new Error("The row is saved");
    const deleted = { ...row.saved.state, deletedAt: at("Mon 09:30") };
    recordEdits(desk, [{ ...row, saved: { row: 2, state: deleted } }]);
    expect(desk.events[1]).toMatchObject({ type: "restored", previous: 1, set: {} });
    expect(desk.at(2).saved?.state).not.toHaveProperty("deletedAt");
  });
});
