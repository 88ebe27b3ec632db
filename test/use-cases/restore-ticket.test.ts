import { recordDeletions } from "../../src/use-cases/record-deletions.ts";
import { recordEdits } from "../../src/use-cases/record-edits.ts";
import { restoreTicket } from "../../src/use-cases/restore-ticket.ts";
import { at } from "../support/at.ts";
import { aDesk, type MemoryDesk } from "../support/desk.ts";

const DESCRIPTION = "It smokes. ".repeat(1000);

/** T-1 in row 2 deleted, T-2 in row 2 now. */
function aDeskWithDeletion(): MemoryDesk {
  const desk = aDesk("Printer", "Mail");
  desk.type(2, { description: DESCRIPTION, c1: { formula: "=1+1" }, c2: { date: "2026-03-02T09:00:00" }, c3: "gone" });
  recordEdits(desk, desk.read());
  desk.type(2, { c3: "", status: "Closed" });
  recordEdits(desk, desk.read());
  const saved = desk.at(2).saved;
  desk.deleteRow(2);
  if (saved) recordDeletions(desk, [saved.state]);
  desk.now = at("Tue 09:00");
  return desk;
}

describe("restoreTicket", () => {
  it("gives a deleted ticket a row again, with all it held, long texts in full", () => {
    const desk = aDeskWithDeletion();
    restoreTicket(desk, "T-1", "r-1");
    expect(desk.at(3)).toMatchObject({ ticket: "T-1", saved: { row: 3 } });
    expect(desk.at(3).cells).toEqual({
      ...{ subject: "Printer", status: "Closed", priority: "Medium", description: DESCRIPTION },
      ...{ c1: { formula: "=1+1" }, c2: { date: "2026-03-02T09:00:00" } },
    });
    expect(desk.events.at(-1)).toMatchObject({
      ticketId: "T-1",
      type: "restored",
      previous: 4,
      set: {},
      requestId: "r-1",
    });
    expect(recordEdits(desk, desk.read())).toEqual({ edited: 0 });
  });

  it("restores once, however often it is asked", () => {
    const desk = aDeskWithDeletion();
    for (const requestId of ["r-1", "r-1", "r-2"]) restoreTicket(desk, "T-1", requestId);
    expect(desk.rows.map(({ ticket }) => ticket)).toEqual(["T-2", "T-1"]);
    expect(desk.events.filter(({ type }) => type === "restored")).toHaveLength(1);
  });

  it("leaves a ticket alone that stands in a row", () => {
    const desk = aDeskWithDeletion();
    restoreTicket(desk, "T-2", "r-1");
    expect(desk.rows).toHaveLength(1);
    expect(desk.events.at(-1)?.type).toBe("deleted");
  });

  it("says so where History knows no such ticket", () => {
    expect(() => restoreTicket(aDeskWithDeletion(), "T-9", "r-1")).toThrow("History knows no ticket T-9.");
  });
});

describe("recordDeletions", () => {
  it("records who found that a row is gone; the ticket keeps what it held", () => {
    const desk = aDeskWithDeletion();
    expect(desk.events.at(-1)).toMatchObject({
      ticketId: "T-1",
      type: "deleted",
      previous: 3,
      set: {},
      ...desk.author,
    });
    expect(desk.contentsFromHistory("T-1")?.state).toMatchObject({
      deletedAt: at("Mon 09:00"),
      fields: { subject: "Printer" },
    });
    expect(desk.rows.map(({ ticket }) => ticket)).toEqual(["T-2"]);
  });
});
