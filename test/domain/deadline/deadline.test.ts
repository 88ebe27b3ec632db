import { lateEntryProblem } from "../../../src/domain/deadline/late-logging.ts";
import { nextSignalAt, signalsAt } from "../../../src/domain/deadline/signals.ts";
import { slaRow } from "../../../src/domain/deadline/sla-row.ts";
import { compareUrgency, standingOf } from "../../../src/domain/deadline/standing.ts";
import { at, foldLines, opened, rules } from "../sla/desk-week.ts";

const MINUTE = 60_000;
const { calendarOf } = rules;
const open = (when: string, priority = "High", more: object = {}) => foldLines(opened(when, priority, more));

describe("warnings and breaches", () => {
  // High: first response in 60 minutes, resolution in 8 hours.
  const clocks = open("Mon 16:45");
  const cases = [
    // now, next, why
    ["Mon 16:45", "Tue 09:00", "75 % would fall on closing time: the next opening"],
    ["Tue 09:01", "Tue 09:09", "90 % of an hour, one quarter of it on Monday"],
    ["Tue 09:10", "Tue 09:15", "the first response runs out"],
    ["Tue 09:16", "Tue 14:15", "75 % of the resolution"],
    ["Wed 09:00", null, "all is over"],
  ] as const;
  it.each(cases)("after %s the next comes %s: %s", (now, next) => {
    expect(nextSignalAt(clocks, at(now), calendarOf)).toBe(next && at(next));
  });

  it("tell the highest threshold of each clock, and its deadline", () => {
    const told = (now: string) =>
      signalsAt(clocks, at(now), calendarOf)?.map(({ metric, threshold }) => `${metric} ${threshold}`);
    expect(told("Tue 09:05")).toEqual(["firstResponse 75"]);
    expect(told("Tue 09:15")).toEqual(["firstResponse 90"]);
    expect(told("Tue 09:16")).toEqual(["firstResponse 100"]);
    expect(signalsAt(clocks, at("Tue 09:16"), calendarOf)?.[0]?.dueAt).toBe(at("Tue 09:15"));
  });

  it("are told in working time only", () => {
    expect(signalsAt(clocks, at("Mon 17:30"), calendarOf)).toBeNull();
    expect(signalsAt(clocks, at("Tue 03:00"), calendarOf)).toBeNull();
  });

  it("drop while a ticket waits, and come again", () => {
    const paused = [
      ...opened("Mon 09:00", "High"),
      ["Mon 09:10", "agent_reply"],
      ["Mon 10:00", "status", { category: "waiting" }],
    ] as const;
    expect(nextSignalAt(foldLines(paused), at("Mon 11:00"), calendarOf)).toBeNull();
    const resumed = foldLines([...paused, ["Mon 12:00", "status", { category: "open" }]]);
    expect(nextSignalAt(resumed, at("Mon 12:00"), calendarOf)).toBe(at("Mon 17:00"));
  });

  it("keep the instant of a breach when the priority falls", () => {
    const fallen = foldLines([...opened("Mon 09:00", "High"), ["Tue 11:00", "priority", { to: "Medium" }]]);
    const signal = signalsAt(fallen, at("Tue 12:00"), calendarOf)?.find(({ metric }) => metric === "resolution");
    expect(signal).toMatchObject({ threshold: 100, dueAt: at("Mon 17:00") });
  });
});

describe("how a ticket stands", () => {
  const standing = (lines: Parameters<typeof foldLines>[0], now: string) =>
    standingOf(foldLines(lines), at(now), calendarOf);
  const start = opened("Mon 09:00", "High");
  const cases = [
    ["On track", start, "Mon 09:10", 50],
    ["Due soon", start, "Mon 09:45", 15],
    ["Breached", start, "Mon 10:01", -1],
    [
      "Paused",
      [...start, ["Mon 09:30", "agent_reply"], ["Mon 09:30", "status", { category: "waiting" }]],
      "Mon 12:00",
      450,
    ],
    ["Met", [...start, ["Mon 09:30", "status", { category: "resolved" }]], "Mon 12:00", null],
    ["Breached", [...start, ["Tue 12:00", "status", { category: "resolved" }]], "Wed 12:00", null],
    ["–", [...start, ["Mon 09:30", "merged"]], "Mon 12:00", null],
    ["–", opened("Mon 09:00", "Nothing"), "Mon 12:00", null],
  ] as const;
  it.each(cases)("%s", (verdict, lines, now, minutes) => {
    const found = standing(lines, now);
    expect([found.verdict, found.remainingMs]).toEqual([verdict, minutes === null ? null : minutes * MINUTE]);
  });

  it("orders work: over first, then the smaller share left, VIPs first within it", () => {
    const urgency = (isOver: boolean, share: number, isVip: boolean) => ({ isOver, share, isVip });
    const sorted = [
      urgency(true, -2, false),
      urgency(true, -1, false),
      urgency(false, 0.1, false),
      urgency(false, 0.5, true),
      urgency(false, 0.5, false),
      urgency(false, Infinity, false),
    ];
    expect([...sorted].reverse().sort(compareUrgency)).toEqual(sorted);
  });
});

it("gives the row its figures", () => {
  const clocks = foldLines([
    ...opened("Mon 09:00"),
    ["Mon 10:00", "agent_reply"],
    ["Mon 11:00", "requester_message"],
    ["Mon 11:30", "agent_reply"],
    ["Mon 12:00", "requester_message"],
    ["Mon 13:00", "status", { category: "waiting" }],
  ]);
  expect(slaRow(clocks, at("Mon 14:00"), calendarOf)).toMatchObject({
    slaSeq: 7,
    polVer: 1,
    frState: "met",
    frElapsedS: 3600,
    frStopAt: at("Mon 10:00"),
    nrStartAt: at("Mon 12:00"),
    nrDueAt: at("Tue 11:30"),
    nrCycles: 2,
    nrBreaches: 0,
    nrWorstS: 7200,
    resState: "paused",
    resDueAt: null,
    resAnchorAt: null,
    resElapsedS: 4 * 3600,
    pausedSince: at("Mon 13:00"),
    reopens: 0,
    slaNextAt: at("Tue 09:30"),
  });
});

describe("late entries", () => {
  const time = calendarOf("office");
  const cases = [
    ["Wed 10:00", "", undefined],
    ["Wed 12:01", "", undefined], // within the minute of now
    ["Wed 12:02", "", "time"],
    ["Mon 12:00", "was on the road", undefined],
    ["Mon 11:59", "was on the road", "time"],
    ["Tue 10:00", " ", "reason"],
    ["Tue 10:00", "was on the road", undefined],
  ] as const;
  it.each(cases)("%s, because “%s”: %s", (occurredAt, reason, about) => {
    const entry = { occurredAt: at(occurredAt), now: at("Wed 12:00"), createdAt: at("Mon 12:00") + 20_000, reason };
    expect(lateEntryProblem(entry, time)?.about).toBe(about);
  });

  it.each([NaN, -Infinity, 0, Date.UTC(1926, 2, 4)])("no creation at %d, whatever the reason", (occurredAt) => {
    expect(lateEntryProblem({ occurredAt, now: at("Wed 12:00"), reason: "typing" }, time)?.about).toBe("time");
  });
});
