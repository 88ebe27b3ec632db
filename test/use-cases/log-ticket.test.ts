import { Problem } from "../../src/domain/problem.ts";
import { logTicket, type Report } from "../../src/use-cases/log-ticket.ts";
import { recordEdits } from "../../src/use-cases/record-edits.ts";
import { at } from "../support/at.ts";
import { aDesk } from "../support/desk.ts";

const aReport = (changes: Partial<Report> = {}): Report => ({
  fields: { subject: "Printer on fire", status: "New", priority: "High", requester: "bo@example.com" },
  happenedAt: undefined,
  lateReason: "",
  onBehalfOf: "",
  isAnsweredLive: false,
  requestId: "r-1",
  ...changes,
});

describe("logTicket", () => {
  it("adds a row with the next number, and records who logged it", () => {
    const desk = aDesk("Mail");
    recordEdits(desk, desk.read());
    expect(logTicket(desk, aReport())).toEqual({ ticketId: "T-2" });
    expect(desk.at(3)).toMatchObject({ ticket: "T-2", cells: aReport().fields, saved: { row: 3 } });
    expect(desk.events[1]).toEqual({
      ...{ ticketId: "T-2", type: "created", seq: 2, previous: 0, requestId: "r-1", set: aReport().fields },
      ...{ occurredAt: desk.now, recordedAt: desk.now, ...desk.author },
    });
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
  });

  it("answers a repeated submission with the number it got, however often it comes", () => {
    const desk = aDesk();
    const ids = [1, 2, 3].map(() => logTicket(desk, aReport()).ticketId);
    expect(ids).toEqual(["T-1", "T-1", "T-1"]);
    expect([desk.rows.length, desk.history.length, desk.lastNumber]).toEqual([1, 1, 1]);
    expect(logTicket(desk, aReport({ requestId: "r-2" })).ticketId).toBe("T-2");
  });

  it("chooses status and priority where nobody did", () => {
    const desk = aDesk();
    logTicket(desk, aReport({ fields: { subject: "Printer" } }));
    expect(desk.at(2).cells).toEqual({ subject: "Printer", status: "New", priority: "Medium" });
    expect(desk.events[0]?.set).toEqual({ subject: "Printer", status: "New", priority: "Medium" });
  });

  it("keeps when it happened apart from when it was logged", () => {
    const desk = aDesk();
    desk.now = at("Tue 09:00");
    const late = aReport({ happenedAt: at("Mon 16:30"), onBehalfOf: "Dora" });
    const refused = expect.objectContaining({ field: "lateReason" }) as Problem;
    expect(() => logTicket(desk, late)).toThrow(refused); // more than eight hours on the wall's clock
    logTicket(desk, { ...late, lateReason: "No power." });
    expect(desk.events[0]).toMatchObject({
      ...{ occurredAt: at("Mon 16:30"), recordedAt: at("Tue 09:00") },
      because: "Logged on behalf of Dora. Logged late: No power.",
    });
    expect(desk.at(2).saved?.state).toMatchObject({ createdAt: at("Mon 16:30"), updatedAt: at("Tue 09:00") });
  });

  it.each([
    ["phone", true, true],
    ["visit", true, true],
    ["phone", false, undefined],
    ["mail", true, undefined],
    ["", true, undefined],
  ])("over channel %j, answered on the spot: %j", (channel, isAnsweredLive, live) => {
    const desk = aDesk();
    logTicket(desk, aReport({ fields: { subject: "Printer", channel }, isAnsweredLive }));
    expect(desk.events[0]?.live).toBe(live);
  });

  it.each([
    ["Bo Smith", "Logged on behalf of Bo Smith."],
    ["  Bo ", "Logged on behalf of Bo."],
    ["  ", undefined],
  ])("says on whose behalf it was logged: %j", (onBehalfOf, because) => {
    const desk = aDesk();
    logTicket(desk, aReport({ onBehalfOf }));
    expect(desk.events[0]?.because).toBe(because);
  });

  it("keeps a description of any length: whole in History, cut with a mark on the sheet", () => {
    const desk = aDesk();
    const description = `=${"é".repeat(70_000)}`;
    logTicket(desk, aReport({ fields: { ...aReport().fields, description } }));
    expect(desk.events[0]?.set["description"]).toBe(description);
    expect(desk.at(2).cells["description"]).toMatch(/^=é+\n… cut, full text in History$/);
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
  });

  const now = at("Mon 09:00");
  const refusals: readonly (readonly [why: string, changes: Partial<Report>, field: string])[] = [
    ["no subject", { fields: { priority: "High" } }, "subject"],
    ["a blank subject", { fields: { subject: " \n " } }, "subject"],
    ["an unknown priority", { fields: { subject: "x", priority: "Sky-high" } }, "priority"],
    ["an unknown status", { fields: { subject: "x", status: "Done" } }, "status"],
    ["tomorrow", { happenedAt: at("Tue 09:00") }, "happenedAt"],
    ["more than a minute ahead", { happenedAt: now + 60_001 }, "happenedAt"],
  ];
  it.each(refusals)("refuses %s beside its field, and wastes no number", (_why, changes, field) => {
    const desk = aDesk();
    const refused = expect.objectContaining({
      field,
      message: expect.stringMatching(/\w{3}.*\.$/) as string,
    }) as Problem;
    expect(() => logTicket(desk, aReport(changes))).toThrow(refused);
    expect([desk.rows, desk.history, desk.lastNumber]).toEqual([[], [], 0]);
  });

  it("takes a clock that is a minute ahead", () => {
    expect(logTicket(aDesk(), aReport({ happenedAt: now + 60_000 }))).toEqual({ ticketId: "T-1" });
  });
});
