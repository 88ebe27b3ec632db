import { type Counts, countsAfter } from "../../../src/domain/deadline/counts.ts";
import { foldTicket } from "../../../src/domain/deadline/fold-ticket.ts";
import type { TicketEvent } from "../../../src/domain/history/event.ts";
import { DEFAULT_STATUSES } from "../../../src/domain/ticket/field.ts";
import type { TicketState } from "../../../src/domain/ticket/ticket.ts";
import { decodeState, encodeState } from "../../../src/workbook/state-cell.ts";
import { rules } from "../sla/desk-week.ts";

const START = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;

/** Events a minute apart, of an agent where nothing else is said. */
function events(...changes: Partial<TicketEvent>[]): TicketEvent[] {
  return changes.map((change, index) => {
    const at = START + index * MINUTE;
    const about = { seq: index + 1, ticketId: "T-1", occurredAt: at, recordedAt: at, previous: index };
    const by = { actor: "ann@example.com", role: "agent", source: "sheet" } as const;
    return { ...about, ...by, type: index === 0 ? "created" : "edited", set: {}, ...change };
  });
}

const fold = (all: readonly TicketEvent[]): TicketState | undefined =>
  all.reduce<TicketState | undefined>(
    (before, event) => foldTicket(before, event, { statuses: DEFAULT_STATUSES, sla: rules }),
    undefined,
  );

const cases: [string, Partial<TicketEvent>[], Counts][] = [
  ["an agent logs a ticket", [{}], [0, 0, 0, 1, 0, START]],
  ["a requester writes one", [{ role: "requester" }], [0, 0, 0, 0, 0, 0]],
  ["somebody who isn't in People edits one", [{ role: "editor" }], [0, 0, 0, 1, 0, START]],
  [
    "a reply and a call are answers, a note is none",
    [{}, { type: "reply" }, { type: "call" }, { type: "note" }],
    [2, 0, 0, 4, 0, START + 3 * MINUTE],
  ],
  [
    "the first assignment is no reassignment, nor is taking it away",
    [{}, { set: { assignee: "a" } }, { set: { assignee: "" } }, { set: { assignee: "b" } }, { set: { assignee: "c" } }],
    [0, 1, 0, 5, 0, START + 4 * MINUTE],
  ],
  [
    "a move to another queue",
    [{ set: { queue: "Desk" } }, { set: { queue: "Field" } }],
    [0, 0, 1, 2, 0, START + MINUTE],
  ],
  [
    "what came in by itself is nobody's touch",
    [{}, { type: "inbound", role: "requester" }, { role: "system" }],
    [0, 0, 0, 1, 0, START],
  ],
  ["written down half an hour late", [{ recordedAt: START + 30 * MINUTE }, {}], [0, 0, 0, 2, 1, START + MINUTE]],
];

it.each(cases)("counts: %s", (_name, changes, counts) => {
  const state = fold(events(...changes));
  expect(state?.counts).toEqual(counts);
  expect(state && decodeState(encodeState(state, 2))?.state.counts).toEqual(counts);
});

it("a ticket whose first events were not counted stays uncounted", () => {
  const [first, second] = events({}, { type: "reply" });
  if (!first || !second) throw new Error("two events");
  const { counts, ...old } = fold([first]) ?? {};
  expect(counts).toBeDefined();
  expect(countsAfter(old as TicketState, second)).toBeUndefined();
});
