import fc from "fast-check";
import { foldTicket, type FoldRules } from "../../../src/domain/deadline/fold-ticket.ts";
import type { EventType, TicketEvent } from "../../../src/domain/history/event.ts";
import { DEFAULT_STATUSES } from "../../../src/domain/ticket/field.ts";
import type { TicketState } from "../../../src/domain/ticket/ticket.ts";
import { rules as sla } from "../sla/desk-week.ts";

const copying: FoldRules = { statuses: DEFAULT_STATUSES, sla };
const moving: FoldRules = { ...copying, keepsLastOnly: true };
const START = Date.UTC(2026, 2, 2, 9);
const TYPES: readonly EventType[] = ["edited", "deleted", "restored", "warned", "inbound", "reply", "note", "call"];

interface Step {
  readonly type: EventType;
  readonly minutes: number;
  readonly late: number;
  readonly role: TicketEvent["role"];
  readonly set: TicketEvent["set"];
  readonly isTold: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  type: fc.constantFrom(...TYPES),
  minutes: fc.integer({ min: 0, max: 3000 }),
  late: fc.constantFrom(0, 0, 0, 90),
  role: fc.constantFrom("agent", "lead", "requester", "system"),
  set: fc.record(
    {
      status: fc.constantFrom(...DEFAULT_STATUSES.map(({ name }) => name), "Unheard of", ""),
      assignee: fc.constantFrom("ada", "bo", ""),
      priority: fc.constantFrom("High", "Medium", ""),
      queue: fc.constantFrom("Desk", "Field"),
      c1: fc.constantFrom(1, "x".repeat(600), ""),
      said: fc.constant("On my way"),
    },
    { requiredKeys: [] },
  ),
  isTold: fc.boolean(),
});

function eventsOf(steps: readonly Step[]): TicketEvent[] {
  let recordedAt = START;
  return steps.map(({ type, minutes, late, role, set, isTold }, index) => {
    recordedAt += minutes * 60_000;
    return {
      ...{ seq: index + 1, previous: index, ticketId: "T-1", type: index === 0 ? "created" : type },
      ...{
        occurredAt: recordedAt - late * 60_000,
        recordedAt,
        actor: `${role}@example.com`,
        role,
        source: "sheet",
        set,
      },
      ...(isTold && type === "warned" && { told: [["resolution", 0, 75, recordedAt]] as const }),
    };
  });
}

const foldAll = (events: readonly TicketEvent[], rules: FoldRules): TicketState | undefined =>
  events.reduce<TicketState | undefined>((before, event) => foldTicket(before, event, rules), undefined);

it("a state that is moved on in place tells what one copied at each event tells", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      expect(foldAll(eventsOf(steps), moving)).toEqual(foldAll(eventsOf(steps), copying));
    }),
    { numRuns: 400 },
  );
});

it("a copied state leaves the one before it as it was", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), (steps) => {
      const events = eventsOf(steps);
      const last = events.pop();
      const before = foldAll(events, copying);
      const asItWas = structuredClone(before);
      if (last) foldTicket(before, last, copying);
      expect(before).toEqual(asItWas);
    }),
    { numRuns: 200 },
  );
});
