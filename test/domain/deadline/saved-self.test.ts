import { packClocks } from "../../../src/domain/deadline/cell.ts";
import { selfDifference } from "../../../src/domain/deadline/saved-self.ts";
import type { Clocks } from "../../../src/domain/sla/clocks.ts";
import type { TicketState } from "../../../src/domain/ticket/ticket.ts";
import { aTicket } from "../../support/tickets.ts";
import { foldLines, opened } from "../sla/desk-week.ts";

const lines = [
  ...opened("Mon 09:00", "High"),
  ["Mon 09:30", "agent_reply"],
  ["Mon 10:00", "requester_message"],
  ["Mon 10:30", "status", { category: "waiting" }],
] as const;
const clocks = (): Clocks => foldLines(lines);
const told = aTicket({ clocks: clocks(), resolvedAt: 0, counts: [1, 0, 0, 3, 0, 5] });

/** As a row keeps it. */
function saved(changes: Partial<TicketState> = {}, turn: (clocks: Clocks) => void = () => undefined): TicketState {
  const own = clocks();
  turn(own);
  const { clocks: _, ...rest } = told;
  return { ...rest, packed: packClocks(own), ...changes };
}

it("has no difference where a row keeps what its events tell, packed or not", () => {
  expect(selfDifference(told, saved())).toBeUndefined();
  expect(selfDifference(told, told)).toBeUndefined();
});

const DIFFERENCES: readonly (readonly [wanted: string, saved: TicketState])[] = [
  [
    "its row says it was last updated 1970-01-01 00:00:00 UTC, History says 2026-03-02 09:00:00 UTC",
    saved({ updatedAt: 0 }),
  ],
  ["its row says it was closed 1970-01-01 00:00:05 UTC, History says never", saved({ closedAt: 5000 })],
  [
    "its row says it was last updated by eve@example.com, History says ada@example.com",
    saved({ updatedBy: "eve@example.com" }),
  ],
  [
    "its row counts 1 (replies), 0 (reassignments), 0 (changes of queue), 9 (touches) and 0 (late), History 1 (replies), 0 (reassignments), 0 (changes of queue), 3 (touches) and 0 (late)",
    saved({ counts: [1, 0, 0, 9, 0, 5] }),
  ],
  ["its row and History differ in which warnings were given", saved({ told: [["resolution", 0, 75, 1]] })],
  [
    "its resolution clock runs in its row, History says it is paused",
    saved({}, ({ resolution }) => void (resolution.phase = "running")),
  ],
  [
    "its first response clock has 90 minutes to keep in its row, History says it has 60 minutes to keep",
    saved({}, ({ firstResponse }) => void (firstResponse.targetMs = 90 * 60_000)),
  ],
  [
    "its next response clock had counted 7.5 minutes in its row, History says it had counted 0 minutes",
    saved({}, ({ cycles }) => cycles.forEach((cycle) => void (cycle.usedMs = 450_000))),
  ],
  ["its row lacks its next response clock, unlike History", saved({}, ({ cycles }) => void cycles.splice(0))],
  [
    "its row has its SLA clocks run under another policy, priority or calendar than History says",
    saved({}, (own) => void (own.isVip = true)),
  ],
];

it.each(DIFFERENCES)("names it: %s", (sentence, row) => {
  expect(selfDifference(told, row)).toBe(sentence);
});

it("names a row without clocks", () => {
  const { clocks: _, ...rest } = told;
  expect(selfDifference(told, rest)).toBe("its row has no SLA clocks");
});
