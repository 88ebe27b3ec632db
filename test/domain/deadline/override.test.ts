import fc from "fast-check";
import { foldAll } from "../../../src/domain/deadline/fold-ticket.ts";
import { overrideProblem, overridesOf, type OverrideWish } from "../../../src/domain/deadline/override.ts";
import { aheadOf, dueAhead } from "../../../src/domain/explanation/ahead.ts";
import { decodeEvents } from "../../../src/domain/history/decode.ts";
import { encodeEvent } from "../../../src/domain/history/encode.ts";
import type { TicketEvent } from "../../../src/domain/history/event.ts";
import { clockOf } from "../../../src/domain/sla/clocks.ts";
import { readClock } from "../../../src/domain/sla/reading.ts";
import { DEFAULT_STATUSES } from "../../../src/domain/ticket/field.ts";
import { anEvent, aRecordedEvent } from "../../support/tickets.ts";
import { at, foldLines, opened, rules } from "../sla/desk-week.ts";

const HOUR = 3_600_000;

describe("what a lead may do, at Mon 15:00 to a Medium ticket of Mon 09:00 (4 h, 8 h, 16 h)", () => {
  type Lines = Parameters<typeof foldLines>[0];
  const open = opened("Mon 09:00");
  const answered: Lines = [...open, ["Mon 10:00", "agent_reply"]];
  const solved: Lines = [...answered, ["Mon 11:00", "status", { category: "resolved" }]];
  const paused: Lines = [...answered, ["Mon 11:00", "status", { category: "waiting" }]];
  const moved: Lines = [...answered, ["Mon 11:00", "sla_override", { clock: "resolution", targetMinutes: 1800 }]];
  const excluded: Lines = [...answered, ["Mon 11:00", "sla_override", { clock: "resolution" }]];
  const asked: Lines = [...answered, ["Mon 12:00", "requester_message"]];
  const unpromised: Lines = [["Mon 09:00", "created", { priority: "Medium", vip: false }]];
  const spam: Lines = [...open, ["Mon 10:00", "spam"]];

  const cases: readonly (readonly [string, Lines, Partial<OverrideWish>, RegExp | undefined])[] = [
    ["more time", answered, { targetMinutes: 961 }, undefined],
    ["as much as the policy gives", answered, { targetMinutes: 960 }, /its target already/],
    ["less", answered, { targetMinutes: 480 }, /policy gives as much/],
    ["more time while it pauses", paused, { targetMinutes: 1000 }, undefined],
    ["more after more", moved, { targetMinutes: 2000 }, undefined],
    ["less than before, yet more than the policy", moved, { targetMinutes: 1000 }, undefined],
    ["the same again", moved, { targetMinutes: 1800 }, /its target already/],
    ["nothing", answered, { targetMinutes: 0 }, /whole target/],
    ["more than anybody waits", answered, { targetMinutes: 300_001 }, /whole target/],
    ["less than is used", open, { clock: "firstResponse", targetMinutes: 300 }, /used already/],
    ["more than is used, though breached", open, { clock: "firstResponse", targetMinutes: 400 }, undefined],
    ["more time for what is answered", answered, { clock: "firstResponse", targetMinutes: 900 }, /It is answered/],
    ["more time for what is solved", solved, { targetMinutes: 1000 }, /It is solved/],
    ["more time for what doesn't count", excluded, { targetMinutes: 1000 }, /take that back first/],
    ["not to count what is answered", answered, { clock: "firstResponse", choice: "exclude" }, undefined],
    ["not to count it twice", excluded, { choice: "exclude" }, /already/],
    ["not to count what was moved", moved, { choice: "exclude" }, undefined],
    ["to take it back", moved, { choice: "back" }, undefined],
    ["to take an exclusion back", excluded, { choice: "back" }, undefined],
    ["to take nothing back", answered, { choice: "back" }, /No lead/],
    ["what is not promised", unpromised, { targetMinutes: 1000 }, /No policy promises/],
    ["spam", spam, { choice: "exclude" }, /look again/],
    ["the next answer", asked, { clock: "nextResponse", startAt: at("Mon 12:00"), targetMinutes: 500 }, undefined],
    ["an answer that is not due any more", asked, { clock: "nextResponse", choice: "exclude" }, /look again/],
    ["an answer that never was due", answered, { clock: "nextResponse", choice: "exclude" }, /look again/],
    ["without a reason", answered, { targetMinutes: 961, reason: " " }, /Say why/],
  ];
  test.each(cases)("%s", (_, lines, changes, sentence) => {
    const wish = {
      clock: "resolution",
      startAt: at("Mon 09:00"),
      choice: "more",
      targetMinutes: 0,
      reason: "R",
    } as const;
    const problem = overrideProblem({ ...wish, ...changes }, foldLines(lines), { rules, now: at("Mon 15:00") });
    if (sentence) expect(problem?.sentence).toMatch(sentence);
    else expect(problem).toBeUndefined();
  });
});

type Told = readonly [when: string, changes: Partial<TicketEvent>];
const created: Told = [
  "Mon 09:00",
  { type: "created", set: { status: "Open", priority: "Medium" }, policy: ["standard", 1] },
];
const eventsOf = (told: readonly Told[]): TicketEvent[] =>
  [created, ...told].map(([when, changes], index) =>
    aRecordedEvent({ seq: index + 1, occurredAt: at(when), type: "promised", ...changes }),
  );
const stateOf = (told: readonly Told[]) => foldAll(eventsOf(told), { statuses: DEFAULT_STATUSES, sla: rules });

describe("taken back", () => {
  const others: Told[] = [
    ["Wed 16:00", { type: "edited", set: { status: "Resolved" } }],
    ["Thu 10:00", { type: "edited", set: { status: "Open" } }],
  ];
  const cases: readonly (readonly [string, Told[]])[] = [
    ["more time", [["Mon 10:00", { override: ["resolution", 1800] }]]],
    ["an exclusion of what is breached", [["Wed 10:00", { override: ["resolution", 0] }]]],
    [
      "one after the other",
      [
        ["Mon 10:00", { override: ["resolution", 1800] }],
        ["Mon 11:00", { override: ["resolution", 2000] }],
        ["Mon 12:00", { override: ["resolution", 0] }],
      ],
    ],
  ];
  test.each(cases)("%s: the clocks are as though it had never been", (_, overrides) => {
    const before = eventsOf([...overrides, ...others]);
    const wish = { clock: "resolution", startAt: at("Mon 09:00") } as const;
    const seqs = overridesOf(before, wish, DEFAULT_STATUSES);
    expect(seqs).toEqual(before.flatMap(({ seq, override }) => (override ? [seq] : [])));
    const state = stateOf([...overrides, ...others, ["Fri 09:00", { voided: ["resolution", ...seqs] }]]);
    const never = stateOf([...overrides.map(([when]): Told => [when, {}]), ...others, ["Fri 09:00", {}]]);
    expect(never?.clocks?.resolution.breachedAt).toBe(at("Tue 16:30"));
    expect(state?.clocks).toMatchObject({
      overrides: 0,
      resolution: never?.clocks?.resolution,
      firstResponse: never?.clocks?.firstResponse,
    });
  });

  test("of next responses only the last one's is", () => {
    const events = eventsOf([
      ["Mon 10:00", { type: "reply" }],
      ["Mon 11:00", { type: "inbound" }],
      ["Mon 12:00", { override: ["nextResponse", 0] }],
      ["Mon 13:00", { type: "reply" }],
      ["Mon 14:00", { type: "inbound" }],
      ["Mon 15:00", { override: ["nextResponse", 600] }],
    ]);
    const wish = { clock: "nextResponse", startAt: at("Mon 14:00") } as const;
    expect(overridesOf(events, wish, DEFAULT_STATUSES)).toEqual([7]);
    expect(overridesOf(events, { ...wish, clock: "resolution" }, DEFAULT_STATUSES)).toEqual([]);
  });
});

test.each([
  [["cycles", 5]],
  [["resolution"]],
  [["resolution", "5"]],
  [["resolution", -1]],
  ["resolution"],
  [5],
  [null],
])("a damaged override in History is none: %j", (payload) => {
  const [row] = encodeEvent(anEvent({ type: "promised" }), at("Mon 09:00"), { seq: 0, hash: "" });
  const json = JSON.stringify({ ...(JSON.parse(row?.json ?? "") as object), override: payload, voided: payload });
  const { events } = decodeEvents([{ seq: 1, ticketId: "T-1", hash: "", json }]);
  expect(events).toHaveLength(1);
  expect(events[0]).not.toHaveProperty("override");
  expect(events[0]).not.toHaveProperty("voided");
});

test("the deadline that the browser counts before it is saved is the one that the clock has then", () => {
  const cases = fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 961, max: 9000 }));
  fc.assert(
    fc.property(cases, ([minutesLater, targetMinutes]) => {
      const now = at("Mon 09:00") + minutesLater * 60_000;
      const before = foldLines(opened("Mon 09:00"));
      const usedMs = readClock(before.resolution, now, rules.calendarOf).elapsedMs;
      if (targetMinutes * 60_000 <= usedMs) return;
      const shown = dueAhead(aheadOf(before, now, rules.calendarOf)["office"] ?? [], targetMinutes * 60_000 - usedMs);
      const override = { type: "promised", override: ["resolution", targetMinutes] } as const;
      const after = foldAll([...eventsOf([]), aRecordedEvent({ seq: 2, occurredAt: now, ...override })], {
        statuses: DEFAULT_STATUSES,
        sla: rules,
      });
      const clock = after?.clocks && clockOf(after.clocks, "resolution");
      expect(clock && readClock(clock, now, rules.calendarOf).dueAt).toBe(shown);
    }),
    { numRuns: 200 },
  );
  expect(dueAhead([[0, HOUR]], 2 * HOUR)).toBeUndefined();
});
