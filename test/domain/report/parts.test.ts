import { AGE_NAMES } from "../../../src/domain/report/backlog.ts";
import { nearestRank, wilson } from "../../../src/domain/report/figure.ts";
import { PROVISIONAL_DAYS } from "../../../src/domain/report/solvings.ts";
import { type PeriodChoice, periodOf } from "../../../src/domain/report/period.ts";
import { deletedByWhom } from "../../../src/domain/report/intake.ts";
import { changeOf } from "../../../src/domain/report/report.ts";
import { solvedAt } from "../../../src/domain/report/solved-share.ts";
import { intlOffsets } from "../../../src/domain/calendar/offsets.ts";
import { at } from "../sla/desk-week.ts";
import { aTicket, report } from "./report-of.ts";

const HOUR = 3_600_000;
const solved = (when: string) => [when, "status", { category: "resolved" }] as const;
const reopened = (when: string) => [when, "status", { category: "open" }] as const;

describe("nearest rank", () => {
  const cases = [
    [[5], 0.5, 5],
    [[1, 2], 0.5, 1],
    [[1, 2, 3], 0.5, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
    [Array.from({ length: 70 }, (_, index) => index + 1), 0.9, 63],
  ] as const;
  it.each(cases)("%j at %d is %d", (values, p, expected) => {
    expect(nearestRank(Float64Array.from(values), p)).toBe(expected);
  });
});

it("says where a share of few lies (Wilson, as in the textbooks)", () => {
  const rounded = (p: number, n: number) => wilson(p, n).map((bound) => Math.round(bound * 1000) / 1000);
  expect(rounded(0.9, 10)).toEqual([0.596, 0.982]);
  expect(rounded(1, 5)).toEqual([0.566, 1]);
  expect(rounded(0, 5)).toEqual([0, 0.434]);
});

describe("periods in Berlin, on Wednesday, 1 April 2026, three days after the clocks went forward", () => {
  const now = Date.parse("2026-04-01T10:00Z");
  const cases: [PeriodChoice, string, string, string, number][] = [
    [{ kind: "weeks", count: 4 }, "2026-03-08T23:00Z", "2026-04-05T22:00Z", "2026-02-08T23:00Z", 4],
    [{ kind: "weeks", count: 13 }, "2026-01-04T23:00Z", "2026-04-05T22:00Z", "2025-10-05T22:00Z", 13],
    [{ kind: "this month" }, "2026-03-31T22:00Z", "2026-04-30T22:00Z", "2026-02-28T23:00Z", 5],
    [
      { kind: "custom", fromOn: "2026-03-28", toOn: "2026-03-30" },
      "2026-03-27T23:00Z",
      "2026-03-30T22:00Z",
      "2026-03-24T23:00Z",
      2,
    ],
    [
      { kind: "custom", fromOn: "2026-03-30", toOn: "2026-03-28" },
      "2026-03-27T23:00Z",
      "2026-03-30T22:00Z",
      "2026-03-24T23:00Z",
      2,
    ],
  ];
  it.each(cases)("%j", (choice, from, to, before, weeks) => {
    const period = periodOf(choice, now, intlOffsets("Europe/Berlin"));
    expect([period.fromAt, period.toAt, period.before.fromAt]).toEqual(
      [from, to, before].map((text) => Date.parse(text)),
    );
    expect(period.weeks).toHaveLength(weeks);
    expect(period.weeks[0]?.fromAt).toBe(period.fromAt);
    expect(period.weeks[weeks - 1]?.toAt).toBe(period.toAt);
    period.weeks.slice(1).forEach(({ fromAt }, index) => expect(fromAt).toBe(period.weeks[index]?.toAt));
  });

  it("compare with as much of the period before as has passed", () => {
    const { fromAt, before } = periodOf({ kind: "this month" }, now, intlOffsets("Europe/Berlin"));
    expect(before.toAt - before.fromAt).toBe(now - fromAt);
  });
});

it("draws the share solved against working hours, with open tickets as far as they are known", () => {
  const made = report(
    [
      aTicket("T-1", "Mon 09:00", [solved("Mon 10:00")]), // 1 h
      aTicket("T-2", "Mon 09:00", [solved("Mon 12:00")]), // 3 h
      aTicket("T-3", "Mon 15:30", []), // open after 2 h
      aTicket("T-4", "Mon 13:00", []), // open after 4.5 h
    ],
    at("Mon 17:30"),
  );
  expect(made.curve).toEqual([
    { elapsedMs: HOUR, solvedShare: 1 / 4, atRisk: 4 },
    { elapsedMs: 3 * HOUR, solvedShare: 1 - (3 / 4) * (1 / 2), atRisk: 2 },
  ]);
  const cases = [
    [0, 0],
    [HOUR - 1, 0],
    [HOUR, 0.25],
    [3 * HOUR, 0.625],
    [99 * HOUR, 0.625],
  ] as const;
  expect(cases.map(([ms]) => solvedAt(made.curve, ms))).toEqual(cases.map(([, share]) => share));
});

it("counts a reopening within 14 days only against the solving", () => {
  const late = aTicket("T-1", "Mon 09:00", [solved("Mon 10:00"), reopened("Mon+2 10:00"), solved("Mon+2 11:00")]);
  const made = report([late], at("Fri+3 12:00"));
  expect(PROVISIONAL_DAYS).toBe(14);
  expect(made.figures.reopenRate.value).toBe(1);
  expect(made.figures.provisional.value).toBe(0);
  expect(made.figures.quality.value).toBe(0);
});

it("compares with the period before, and says nothing where either has no tickets", () => {
  const tickets = [
    aTicket("T-1", "Mon 09:00", [solved("Mon 11:00")]),
    aTicket("T-2", "Mon+4 09:00", [solved("Mon+4 10:00")]),
  ];
  const made = report(tickets, at("Fri+4 12:00"));
  expect(changeOf(made, "resolutionMedian")).toBe(-HOUR);
  expect(changeOf(made, "overrunMedian")).toBeNull();
  expect(changeOf(report(tickets.slice(1), at("Fri+4 12:00")), "resolutionMedian")).toBeNull();
});

it("sorts the backlog by age and priority, and keeps rows for priorities without one", () => {
  const open = [
    aTicket("T-1", "Mon 09:00", [], { priority: "High" }),
    aTicket("T-2", "Thu 12:00", []),
    aTicket("T-3", "Fri 09:00", []),
  ];
  expect(AGE_NAMES).toHaveLength(6);
  expect(report(open, at("Fri 12:00")).ages).toEqual([
    { priority: "High", byAge: [0, 0, 1, 0, 0, 0] },
    { priority: "Medium", byAge: [1, 1, 0, 0, 0, 0] },
    { priority: "Low", byAge: [0, 0, 0, 0, 0, 0] },
  ]);
});

it("holds arrivals against opening hours", () => {
  const { arrivals } = report(
    [aTicket("T-1", "Mon 17:45", []), aTicket("T-2", "Mon+1 17:00", []), aTicket("T-3", "Sat 03:10", [])],
    at("Mon+1 18:00"),
  );
  expect([arrivals.created[0]?.[17], arrivals.created[5]?.[3], arrivals.created[1]?.[9]]).toEqual([2, 1, 0]);
  expect([arrivals.staffed[0]?.[17], arrivals.staffed[0]?.[8], arrivals.staffed[5]?.[12]]).toEqual([0.5, 0, 0]);
});

it("ranks breaches by category, and accounts for every number", () => {
  const tickets = ["Mail", "Mail", "Printer", "Door"].map((category, index) =>
    aTicket(`T-${index + 1}`, "Mon 09:00", category === "Door" ? [["Mon 09:05", "spam"]] : [], {
      category,
      priority: "High",
    }),
  );
  const made = report(tickets, at("Thu 12:00"), {
    numbers: { prefix: "T-", lastNumber: 9, goneBy: (number) => ["ann", "bob", "ann", ""][number - 6] },
  });
  expect(made.breaches).toEqual([
    { category: "Mail", count: 4, cumulativeShare: 4 / 6 },
    { category: "Printer", count: 2, cumulativeShare: 1 },
  ]);
  expect(made.intake).toEqual({
    ...{ given: 9, inSheet: 4, cancelled: ["T-4"], unused: 1, missing: ["T-5"] },
    byChannel: new Map([["mail", 3]]),
    deleted: [
      { id: "T-8", by: "ann" },
      { id: "T-7", by: "bob" },
      { id: "T-6", by: "ann" },
    ],
  });
  expect(deletedByWhom(made.intake.deleted)).toEqual([
    ["ann", 2],
    ["bob", 1],
  ]);
});

it("ranks no agent with fewer than 20 solved tickets", () => {
  const by = (assignee: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      aTicket(`T-${assignee}${index}`, "Mon 09:00", [solved("Mon 10:00")], { assignee }),
    );
  const { agents } = report([...by("zoe", 20), ...by("ann", 19), ...by("bob", 20)], at("Tue 12:00"));
  expect(agents.map(({ assignee, solved: n, rank }) => [assignee, n, rank])).toEqual([
    ["bob", 20, 1],
    ["zoe", 20, 1],
    ["ann", 19, null],
  ]);
});

it("has only null and empty tables where there is nothing to say", () => {
  const made = report([], at("Fri 12:00"));
  const values = Object.values({ ...made.figures, ...made.before, ...made.present }).map(({ value }) => value);
  expect(values.every((value) => value === null || value === 0)).toBe(true);
  expect([made.curve, made.breaches, made.agents]).toEqual([[], [], []]);
  expect(made.weeks.map(({ backlog }) => backlog)).toEqual([0, 0, 0, 0]);
});
