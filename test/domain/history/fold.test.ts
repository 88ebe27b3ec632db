import { fold } from "../../../src/domain/history/fold.ts";
import type { TicketEvent } from "../../../src/domain/history/event.ts";
import { DEFAULT_STATUSES, type Status } from "../../../src/domain/ticket/field.ts";
import type { TicketState } from "../../../src/domain/ticket/ticket.ts";
import { at } from "../../support/at.ts";
import { aRecordedEvent, aTicket } from "../../support/tickets.ts";

function foldAll(events: readonly Partial<TicketEvent>[], statuses: readonly Status[] = DEFAULT_STATUSES): TicketState {
  const [first, ...rest] = events.map((event, index) => aRecordedEvent({ seq: index + 1, ...event }));
  if (!first) throw new Error("A ticket has at least one event");
  return rest.reduce((state, event) => fold(state, event, statuses), fold(undefined, first, statuses));
}

const WEEK = ["Mon 09:00", "Tue 10:00", "Wed 11:00"];

const to = (status: string, day: string): Partial<TicketEvent> => ({ occurredAt: at(day), set: { status } });

describe("fold", () => {
  it("makes a ticket of its first event", () => {
    const event = aRecordedEvent({
      ...{ seq: 5, ticketId: "T-9", type: "created", set: { subject: "Printer", status: "New" } },
      ...{ occurredAt: at("Mon 08:00"), recordedAt: at("Mon 09:00"), actor: "bo@example.com" },
    });
    expect(fold(undefined, event, DEFAULT_STATUSES)).toEqual({
      ...{ id: "T-9", seq: 5, fields: { subject: "Printer", status: "New" } },
      ...{ createdAt: at("Mon 08:00"), updatedAt: at("Mon 09:00"), updatedBy: "bo@example.com" },
    });
  });

  it("lets the later of two events win, field by field", () => {
    const { fields, seq, updatedBy } = foldAll([
      { set: { subject: "one", assignee: "ada@example.com", c1: 1 } },
      { set: { subject: "two" }, actor: "bo@example.com" },
      { set: { c1: 3 }, actor: "cy@example.com" },
    ]);
    expect(fields).toEqual({ subject: "two", assignee: "ada@example.com", c1: 3 });
    expect([seq, updatedBy]).toEqual([3, "cy@example.com"]);
  });

  it("keeps when the ticket was raised, whatever comes after", () => {
    const raised = foldAll([{ occurredAt: at("Mon 08:00") }, { occurredAt: at("Tue 08:00") }]);
    expect(raised.createdAt).toBe(at("Mon 08:00"));
  });

  it.each([
    ["clears a field", { set: { assignee: "" } }, { subject: "Printer", status: "Open" }],
    [
      "keeps zero and false",
      { set: { assignee: 0, c1: false } },
      { subject: "Printer", status: "Open", assignee: 0, c1: false },
    ],
    [
      "keeps what was said out of the fields",
      { set: { said: "On my way" } },
      { subject: "Printer", status: "Open", assignee: "ada" },
    ],
    [
      "knows a long text by its digest",
      { set: { subject: "a".repeat(501) } },
      { subject: { length: 501, digest: expect.any(String) as string }, status: "Open", assignee: "ada" },
    ],
  ])("%s", (_why, event, fields) => {
    expect(foldAll([{ set: { subject: "Printer", status: "Open", assignee: "ada" } }, event]).fields).toEqual(fields);
  });

  it("leaves the ticket before it as it was", () => {
    const before = aTicket();
    const copy = structuredClone(before);
    fold(before, aRecordedEvent({ seq: 2, set: { subject: "", status: "Closed" } }), DEFAULT_STATUSES);
    expect(before).toEqual(copy);
  });

  const rejected: Status = { name: "Rejected", category: "closed" };
  const instants: readonly (readonly [why: string, events: Partial<TicketEvent>[], ends: (string | undefined)[]])[] = [
    ["open", [to("Open", "Mon 09:00")], []],
    ["resolved", [to("Open", "Mon 09:00"), to("Resolved", "Tue 10:00")], ["Tue 10:00"]],
    ["closed later", [to("Resolved", "Tue 10:00"), to("Closed", "Wed 11:00")], ["Tue 10:00", "Wed 11:00"]],
    ["closed at once", [to("Open", "Mon 09:00"), to("Closed", "Wed 11:00")], ["Wed 11:00", "Wed 11:00"]],
    ["created as closed", [to("Closed", "Mon 09:00")], ["Mon 09:00", "Mon 09:00"]],
    ["reopened", [to("Resolved", "Tue 10:00"), to("Closed", "Wed 11:00"), to("Open", "Thu 12:00")], []],
    ["resolved twice", ["Resolved", "Open", "Resolved"].map((status, day) => to(status, WEEK[day] ?? "")), [WEEK[2]]],
    ["waiting again", [to("Resolved", "Tue 10:00"), to("Pending", "Wed 11:00")], []],
    ["edited when closed", [to("Closed", "Tue 10:00"), { set: { subject: "x" } }], ["Tue 10:00", "Tue 10:00"]],
    ["closed otherwise", [to("Closed", "Tue 10:00"), to("Rejected", "Wed 11:00")], ["Tue 10:00", "Wed 11:00"]],
    ["a status that is not known any more", [to("Resolved", "Tue 10:00"), to("Parked", "Wed 11:00")], []],
  ];
  it.each(instants)("tells when it was resolved and closed: %s", (_why, events, [resolved, closed]) => {
    const state = foldAll(events, [...DEFAULT_STATUSES, rejected]);
    expect(state.resolvedAt).toBe(resolved && at(resolved));
    expect(state.closedAt).toBe(closed && at(closed));
  });

  it("tells when it was deleted, until it is restored", () => {
    const created = { set: { subject: "Printer", status: "Closed" }, occurredAt: at("Mon 09:00") };
    const deleted = { type: "deleted", occurredAt: at("Tue 09:00") } as const;
    const restored = { type: "restored", occurredAt: at("Wed 09:00") } as const;
    expect(foldAll([created, deleted])).toMatchObject({ deletedAt: at("Tue 09:00"), fields: created.set });
    const back = foldAll([created, deleted, restored]);
    expect(back).not.toHaveProperty("deletedAt");
    expect(back).toMatchObject({ fields: created.set, closedAt: at("Mon 09:00"), seq: 3 });
  });

  it("never holds an instant that is undefined: the state must equal itself after JSON", () => {
    const state = foldAll([to("Resolved", "Tue 10:00"), to("Open", "Wed 10:00")]);
    expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
  });
});
