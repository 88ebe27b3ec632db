import { DEFAULT_STATUSES } from "../../../src/domain/ticket/field.ts";
import type { Role, TicketState } from "../../../src/domain/ticket/ticket.ts";
import { decidePriority, decideStatus } from "../../../src/domain/ticket/transition.ts";
import { at } from "../../support/at.ts";
import { aTicket, SETTINGS } from "../../support/tickets.ts";

const NAMES = DEFAULT_STATUSES.map(({ name }) => name);
const NOW = at("Fri 12:00");

const ticketIn = (status: string, changes: Partial<TicketState> = {}): TicketState =>
  aTicket({ fields: { subject: "Printer", status }, closedAt: at("Thu 12:00"), ...changes });

const decide = (state: TicketState | undefined, wanted: string, role: Role = "agent", now = NOW) =>
  decideStatus(state, wanted, { settings: SETTINGS, role, now });

describe("decideStatus", () => {
  const pairs = NAMES.flatMap((from) => NAMES.map((to) => [from, to] as const));
  const isAllowed = (from: string, to: string): boolean =>
    from === to || (to !== "New" && (from !== "Closed" || to === "Open"));
  it.each(pairs)("%s to %s", (from, to) => {
    const choice = decide(ticketIn(from), to);
    if (isAllowed(from, to)) expect(choice).toEqual({ kind: "chosen", value: to });
    else expect(choice).toEqual({ kind: "refused", because: expect.stringContaining("T-1") as string });
  });

  it.each(NAMES)("lets a newcomer start as %s", (status) => {
    expect(decide(undefined, status)).toEqual({ kind: "chosen", value: status });
    expect(decide(aTicket({ fields: { subject: "Printer" } }), status)).toEqual({ kind: "chosen", value: status });
  });

  const reopenings: readonly (readonly [why: string, role: Role, now: number, because: string | undefined])[] = [
    ["an agent, a day later", "agent", NOW, undefined],
    ["a lead", "lead", NOW, undefined],
    ["the desk itself", "system", NOW, undefined],
    ["the last instant of the window", "agent", at("Thu 12:00", 2), undefined],
    [
      "a minute after it",
      "agent",
      at("Thu 12:01", 2),
      "T-1 was closed more than 14 days ago: log a new ticket and mention T-1 in it.",
    ],
    ["the requester", "requester", NOW, "T-1 is closed: only an agent can open it again."],
  ];
  it.each(reopenings)("reopens a closed ticket: %s", (_why, role, now, because) => {
    const wanted = because === undefined ? { kind: "chosen", value: "Open" } : { kind: "refused", because };
    expect(decide(ticketIn("Closed"), "Open", role, now)).toEqual(wanted);
  });

  it("counts the window from the last update where nobody knows when it was closed", () => {
    const { closedAt: _, ...state } = ticketIn("Closed", { updatedAt: at("Mon 12:00") });
    expect(decide(state, "Open", "agent", at("Mon 12:00", 2)).kind).toBe("chosen");
    expect(decide(state, "Open", "agent", at("Mon 12:01", 2)).kind).toBe("refused");
  });

  it.each([
    ["open", "Open"],
    ["OPEN", "Open"],
    ["  Open ", "Open"],
    ["on HOLD", "On hold"],
    ["\u00a0Resolved", "Resolved"],
  ])("spells %j as the settings do", (typed, value) => {
    expect(decide(ticketIn("New"), typed)).toEqual({ kind: "chosen", value });
  });

  it.each([
    ["Done", '"Done" is not a status. Choose one of New, Open, Pending, On hold, Resolved, Closed.'],
    ["Onhold", '"Onhold" is not a status. Choose one of New, Open, Pending, On hold, Resolved, Closed.'],
    ["", "A ticket always has a status: New, Open, Pending, On hold, Resolved, Closed."],
    ["   ", "A ticket always has a status: New, Open, Pending, On hold, Resolved, Closed."],
    [
      "x".repeat(50_000),
      `"${"x".repeat(40)}" is not a status. Choose one of New, Open, Pending, On hold, Resolved, Closed.`,
    ],
  ])("refuses %j with a sentence", (typed, because) => {
    expect(decide(ticketIn("Open"), typed)).toEqual({ kind: "refused", because });
    expect(decide(undefined, typed)).toEqual({ kind: "refused", because });
  });

  it("lets a ticket leave a status that the settings don't know any more", () => {
    expect(decide(ticketIn("Parked"), "Open")).toEqual({ kind: "chosen", value: "Open" });
  });

  it("goes by category where a company has its own words", () => {
    const statuses = [
      { name: "Neu", category: "open" },
      { name: "In Arbeit", category: "open" },
      { name: "Gelöst", category: "resolved" },
      { name: "Zu", category: "closed" },
      { name: "Abgelehnt", category: "closed" },
    ] as const;
    const own = (from: string, to: string) =>
      decideStatus(ticketIn(from), to, { settings: { ...SETTINGS, statuses }, role: "agent", now: NOW }).kind;
    expect(own("Neu", "in arbeit")).toBe("chosen");
    expect(own("Neu", "GELÖST")).toBe("chosen");
    expect(own("Neu", "Gelo\u0308st")).toBe("chosen"); // as some keyboards type it
    expect(own("Zu", "In Arbeit")).toBe("chosen");
    expect(own("Zu", "Neu")).toBe("refused");
    expect(own("Zu", "Abgelehnt")).toBe("refused");
    expect(own("Gelöst", "Abgelehnt")).toBe("chosen");
  });
});

describe("decidePriority", () => {
  it.each([
    ["Urgent", "Urgent"],
    ["urgent", "Urgent"],
    [" HIGH ", "High"],
  ])("spells %j as %s", (typed, value) => {
    expect(decidePriority(typed, SETTINGS)).toEqual({ kind: "chosen", value });
  });

  it.each([
    ["P1", '"P1" is not a priority. Choose one of Urgent, High, Medium, Low.'],
    ["", "A ticket always has a priority: Urgent, High, Medium, Low."],
  ])("refuses %j", (typed, because) => {
    expect(decidePriority(typed, SETTINGS)).toEqual({ kind: "refused", because });
  });
});
