import fc from "fast-check";
import { explainTicket, type Explanation } from "../../../src/domain/explanation/explain-ticket.ts";
import { minutesInWords, wordsIn } from "../../../src/domain/explanation/in-words.ts";
import type { Line } from "../../../src/domain/explanation/lines.ts";
import { calendarNamed } from "../../../src/domain/sla-settings/named-calendar.ts";
import { slaRules, type SlaSettings } from "../../../src/domain/sla-settings/sla-settings.ts";
import type { TicketEvent } from "../../../src/domain/history/event.ts";
import { DEFAULT_STATUSES } from "../../../src/domain/ticket/field.ts";
import { at, office, policy } from "../sla/desk-week.ts";
import { aRecordedEvent } from "../../support/tickets.ts";

const SLA: SlaSettings = {
  policies: [
    policy,
    { ...policy, version: 2, targets: { High: { resolution: 240 }, Medium: { resolution: 480 } } },
    { ...policy, id: "Gold", vipCalendarId: "Nights" },
  ],
  calendars: {
    office: [{ ...office, holidays: ["2026-03-10"], exceptions: { "2026-03-12": [["10:00", "12:00"]] } }],
    Nights: [{ tz: "Asia/Tokyo", weekly: { mon: [["00:00", "24:00"]], tue: [["00:00", "24:00"]] } }],
  },
  order: ["standard"],
  vips: [],
  dayNames: { " 2026-03-10": "Founders' day", "office 2026-03-12": "Stocktaking" },
  restatements: [
    { calendarId: "office", version: 1, closed: ["2026-03-03"], special: {}, reason: "The office was flooded." },
  ],
};

type Told = readonly [when: string, changes: Partial<TicketEvent>];

const eventsOf = (told: readonly Told[]): TicketEvent[] =>
  told.map(([when, changes], index) => aRecordedEvent({ seq: index + 1, occurredAt: at(when), ...changes }));

function explain(told: readonly Told[], now: string | number): Explanation {
  const instant = typeof now === "number" ? now : at(now);
  const explanation = explainTicket(eventsOf(told), {
    now: instant,
    rules: { statuses: DEFAULT_STATUSES, sla: slaRules(SLA, 14) },
    words: wordsIn("Etc/UTC", instant),
    calendarNamed: (name) => calendarNamed(SLA, name),
  });
  if (!explanation) throw new Error("no explanation");
  return explanation;
}

const created = (when: string, more: Partial<TicketEvent> = {}): Told => [
  when,
  { type: "created", set: { status: "Open", priority: "Medium" }, policy: ["standard", 1], ...more },
];
const words = wordsIn("Etc/UTC", at("Mon 09:00"));

/** "Mon 2 Mar 09:00 counted 8 h 30 min: because" */
const inWords = ({ kind, fromAt, toAt, minutes, because }: Line): string =>
  kind === "rule"
    ? `${words.instant(fromAt)} ${because}`
    : `${words.instant(fromAt)} – ${words.instant(toAt)} ${kind} ${minutesInWords(minutes)}: ${because}`;

function linesOf(told: readonly Told[], now: string, title = "Resolution"): string[] {
  return (
    explain(told, now)
      .clocks.find((clock) => clock.title === title)
      ?.lines.map(inWords) ?? []
  );
}

test("the golden scenario, line by line", () => {
  const told: Told[] = [
    created("Fri 16:30"),
    ["Fri 17:00", { type: "reply", set: { status: "Pending" }, actor: "ana@example.com" }],
    ["Mon+1 11:00", { type: "inbound", set: { status: "Open" } }],
    ["Mon+1 12:00", { set: { priority: "High" } }],
    ["Mon+1 15:00", { set: { status: "Resolved" } }],
    ["Wed+1 10:00", { set: { status: "Open" } }],
  ];
  expect(linesOf(told, "Thu+1 11:00")).toEqual([
    "Fri 6 Mar 16:30 Created: the clock starts.",
    "Fri 6 Mar 16:30 Policy “standard”, version 1: 16 h for Medium.",
    "Fri 6 Mar 16:30 – Fri 6 Mar 17:00 counted 30 min: Business hours of “office”: Fri 09:00–17:30.",
    "Fri 6 Mar 17:00 Pending: the ticket waits, so the resolution pauses.",
    "Fri 6 Mar 17:00 – Mon 9 Mar 11:00 paused 2 h 30 min: Waiting since Fri 6 Mar 17:00 (Pending): the resolution pauses.",
    "Mon 9 Mar 11:00 Open: the clock runs on.",
    "Mon 9 Mar 11:00 – Mon 9 Mar 12:00 counted 1 h: Business hours of “office”: Mon 09:00–17:30.",
    "Mon 9 Mar 12:00 Priority changed to High: the target fell from 16 h to 8 h; the time used is kept.",
    "Mon 9 Mar 12:00 – Mon 9 Mar 15:00 counted 3 h: Business hours of “office”: Mon 09:00–17:30.",
    "Mon 9 Mar 15:00 Resolved: the clock stops.",
    "Mon 9 Mar 15:00 – Wed 11 Mar 10:00 solved 3 h 30 min: Solved since Mon 9 Mar 15:00 (Resolved), until it was opened again: not counted.",
    "Wed 11 Mar 10:00 Open: opened again in time, so the same clock goes on; the time it was solved does not count.",
    "Wed 11 Mar 10:00 – Wed 11 Mar 17:30 counted 7 h 30 min: Business hours of “office”: Wed 09:00–17:30.",
    "Wed 11 Mar 13:30 The target of 8 h was used up: breached for good.",
    "Wed 11 Mar 17:30 – Thu 12 Mar 10:00 closed 0 min: Special hours: Stocktaking (Thu 12 Mar) 10:00–12:00. Business hours of “office”: Wed 09:00–17:30.",
    "Thu 12 Mar 10:00 – Thu 12 Mar 11:00 counted 1 h: Special hours: Stocktaking (Thu 12 Mar) 10:00–12:00.",
  ]);
  expect(linesOf(told, "Thu+1 11:00", "First response").slice(-1)).toEqual([
    "Fri 6 Mar 17:00 Answered by ana@example.com: the clock stops.",
  ]);
  expect(linesOf(told.slice(0, 3), "Mon+1 12:00", "Next response")).toEqual([
    "Mon 9 Mar 11:00 The requester wrote: the next answer is due within 8 h.",
    "Mon 9 Mar 11:00 – Mon 9 Mar 12:00 counted 1 h: Business hours of “office”: Mon 09:00–17:30.",
  ]);
});

test("weeks are put together, nights between them too; weekends and holidays are named", () => {
  expect(linesOf([created("Mon 16:30")], "Wed+1 10:00").slice(2)).toEqual([
    "Mon 2 Mar 16:30 – Fri 6 Mar 17:30 counted 35 h: Business hours of “office”: Mon–Fri 09:00–17:30. Closed in between.",
    "Wed 4 Mar 15:30 The target of 16 h was used up: breached for good.",
    "Fri 6 Mar 17:30 – Mon 9 Mar 09:00 closed 0 min: Business hours of “office”: Fri, Mon 09:00–17:30; Sat, Sun closed.",
    "Mon 9 Mar 09:00 – Mon 9 Mar 17:30 counted 8 h 30 min: Business hours of “office”: Mon 09:00–17:30.",
    "Mon 9 Mar 17:30 – Wed 11 Mar 09:00 closed 0 min: Holiday: Founders' day (Tue 10 Mar). Business hours of “office”: Mon, Wed 09:00–17:30.",
    "Wed 11 Mar 09:00 – Wed 11 Mar 10:00 counted 1 h: Business hours of “office”: Wed 09:00–17:30.",
  ]);
});

const turns: readonly (readonly [string, Partial<TicketEvent>, RegExp])[] = [
  [
    "a new version",
    { type: "promised", policy: ["standard", 2] },
    /^Policy “standard”, version 2: the target fell from 16 h to 8 h; .*kept\. The time used by then, 9 h 30 min, is more: breached by this change\.$/,
  ],
  [
    "a VIP",
    { type: "promised", vip: true },
    /^The requester is a VIP from here on: the target fell from 16 h to 8 h; .*breached by this change/,
  ],
  [
    "a VIP's own calendar",
    { type: "promised", vip: true, policy: ["Gold", 1] },
    /calendar “Nights” counts from here on\.$/,
  ],
  [
    "a priority without a promise",
    { set: { priority: "Urgent" } },
    /^Priority changed to Urgent: nothing is promised from here on\.$/,
  ],
  [
    "a calendar put right",
    { type: "promised", restated: ["office", 1], because: "The office was flooded." },
    /^Calendar “office” was put right afterwards \(The office was flooded\.\): what lies behind is counted again\.$/,
  ],
  [
    "more time by a lead",
    { type: "promised", override: ["resolution", 1200], actor: "lea@example.com", because: "Strike" },
    /^lea@example.com, a lead, gave it 20 h instead of 16 h; the time used is kept\. Why: “Strike”$/,
  ],
  [
    "an exclusion",
    { type: "promised", override: ["resolution", 0], actor: "lea@example.com", because: "Strike" },
    /^lea@example.com, a lead, decided that it doesn't count\. Why: “Strike”$/,
  ],
  ["more time for another clock", { type: "promised", override: ["firstResponse", 1200] }, /^$/],
  [
    "what is taken back",
    { type: "promised", voided: ["resolution", 7], actor: "lea@example.com", because: "No strike" },
    /^lea@example.com, a lead, took back what had been decided: .* Why: “No strike”$/,
  ],
];
test.each(turns)("%s is told with its rule", (_, changes, sentence) => {
  const told = linesOf([created("Mon 16:30"), ["Wed 09:00", changes]], "Wed 10:00");
  const sentences = told
    .filter((line) => line.startsWith("Wed 4 Mar 09:00 ") && !line.includes("–"))
    .map((line) => line.slice(16));
  expect(sentences.join(" ")).toMatch(sentence);
});

test("a day known later to have been closed is not counted", () => {
  const told: Told[] = [created("Mon 16:30"), ["Wed 09:30", { type: "promised", restated: ["office", 1] }]];
  expect(explain(told, "Wed 10:00").clocks[1]?.elapsedMs).toBe(2 * 3_600_000);
});

test("what was said counts from when it was said, however late it is logged", () => {
  const told: Told[] = [
    created("Mon 09:00"),
    ["Mon 11:00", { set: { status: "Pending" } }],
    ["Mon 10:00", { type: "call", recordedAt: at("Mon 12:00") }],
  ];
  expect(explain(told, "Mon 12:00").clocks[0]).toMatchObject({
    state: "met",
    endAt: at("Mon 10:00"),
    elapsedMs: 3_600_000,
  });
});

describe("whatever happened", () => {
  const happening = fc.constantFrom<Partial<TicketEvent>>(
    { set: { status: "Pending" } },
    { set: { status: "Open" } },
    { set: { status: "Resolved" } },
    { set: { priority: "High" } },
    { type: "reply" },
    { type: "inbound" },
    { type: "promised", vip: true },
    { type: "promised", policy: ["standard", 2] },
    { type: "promised", restated: ["office", 1] },
    { type: "promised", vip: true, policy: ["Gold", 1] },
    { type: "promised", override: ["resolution", 1200], because: "Strike" },
    { type: "promised", override: ["firstResponse", 0], because: "Strike" },
    { type: "promised", voided: ["resolution", 2, 3, 4], because: "No strike" },
  );
  const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 40_000 }), happening), { maxLength: 8 });
  const explained = (happened: readonly (readonly [number, Partial<TicketEvent>])[]): Explanation => {
    let minutes = 0;
    const start = at("Mon 09:00");
    const events = happened.map(([gap, changes]): Told => {
      minutes += gap;
      return ["Mon 09:00", { ...changes, occurredAt: start + minutes * 60_000 }];
    });
    return explain([created("Mon 09:00"), ...events], start + (minutes + 600) * 60_000);
  };
  const sum = (lines: readonly Line[], kind: Line["kind"]): number =>
    lines.filter((line) => line.kind === kind).reduce((total, { workingMs }) => total + workingMs, 0);

  it("the lines add up to the clock's figures, and leave no gap", () => {
    fc.assert(
      fc.property(history, (happened) => {
        for (const { lines, elapsedMs, pausedMs, startAt, endAt } of explained(happened).clocks) {
          expect([sum(lines, "counted"), sum(lines, "paused")]).toEqual([elapsedMs, pausedMs]);
          const times = lines.filter(({ kind }) => kind !== "rule");
          expect([startAt, ...times.map(({ toAt }) => toAt)]).toEqual([...times.map(({ fromAt }) => fromAt), endAt]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("the parts of a line add up to it, and its days have the hours that it says", () => {
    fc.assert(
      fc.property(history, (happened) => {
        for (const line of explained(happened).clocks.flatMap(({ lines }) => lines)) {
          if (!line.parts) continue;
          expect(sum(line.parts, "counted")).toBe(line.workingMs);
          expect([line.parts[0]?.fromAt, line.parts.at(-1)?.toAt]).toEqual([line.fromAt, line.toAt]);
        }
      }),
      { numRuns: 100 },
    );
  });
});
