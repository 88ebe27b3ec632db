import { calendarProblems } from "../../../src/domain/sla-settings/calendar-problems.ts";
import { findPolicy } from "../../../src/domain/sla-settings/policy-choice.ts";
import { policyProblems } from "../../../src/domain/sla-settings/policy-problems.ts";
import { type PolicyVersion, targetMs } from "../../../src/domain/sla/policy.ts";
import { office } from "../sla/desk-week.ts";

const MINUTE = 60_000;

describe("what people get wrong in a calendar", () => {
  const weekly = office.weekly;
  const cases = [
    ["nothing", office, []],
    [
      "periods that touch",
      {
        ...office,
        weekly: {
          mon: [
            ["09:00", "12:00"],
            ["12:00", "17:00"],
          ],
        },
      },
      [],
    ],
    [
      "an overlap",
      {
        ...office,
        weekly: {
          mon: [
            ["12:00", "17:00"],
            ["09:00", "12:30"],
          ],
        },
      },
      ["weekly mon"],
    ],
    ["25:00", { ...office, weekly: { ...weekly, tue: [["09:00", "25:00"]] } }, ["weekly tue"]],
    ["24:30", { ...office, weekly: { ...weekly, tue: [["09:00", "24:30"]] } }, ["weekly tue"]],
    ["words for a time", { ...office, weekly: { ...weekly, tue: [["nine", "17:00"]] } }, ["weekly tue"]],
    [
      "hours over midnight in one period",
      { ...office, weekly: { ...weekly, fri: [["22:00", "06:00"]] } },
      ["weekly fri"],
    ],
    ["an unknown zone", { ...office, tz: "Europe/Atlantis" }, ["tz"]],
    ["no zone", { ...office, tz: "" }, ["tz"]],
    ["no open time", { tz: "Etc/UTC", weekly: { mon: [] } }, ["weekly"]],
    [
      "dates that are none",
      { ...office, holidays: ["2026-02-30", "24.12.2026", "2026-12-24"] },
      ["holidays 2026-02-30", "holidays 24.12.2026"],
    ],
    [
      "a break on no date",
      { ...office, breaks: { "2026-13-01": [["10:00", "09:00"]] } },
      ["breaks 2026-13-01", "breaks 2026-13-01"],
    ],
    ["a beginning on no date", { ...office, effectiveFrom: "tomorrow" }, ["effectiveFrom"]],
  ] as const;
  it.each(cases)("%s", (_, calendar, where) => {
    const problems = calendarProblems(calendar);
    expect(problems.map((problem) => problem.where)).toEqual(where);
    expect(problems.every(({ sentence }) => /^[A-Z0-9“].*\.$/.test(sentence))).toBe(true);
  });
});

const versions: PolicyVersion[] = [
  { id: "gold", version: 1, calendarId: "office", queues: ["Gold"], targets: { High: { resolution: 60 } } },
  {
    id: "gold",
    version: 2,
    effectiveFrom: "2026-04-01",
    calendarId: "office",
    queues: ["Gold"],
    channels: ["phone"],
    targets: {},
  },
  { id: "all", version: 1, calendarId: "office", targets: { High: { resolution: 480 } } },
];

describe("which policy a ticket gets", () => {
  const cases = [
    ["2026-03-31", "Gold", "mail", "gold 1"],
    ["2026-04-01", "Gold", "phone", "gold 2"],
    ["2026-04-01", "Gold", "mail", "all 1"],
    ["2026-03-31", "Other", "mail", "all 1"],
  ] as const;
  it.each(cases)("on %s in %s by %s: %s", (on, queue, channel, expected) => {
    const found = findPolicy(versions, { on, queue, category: "", channel });
    expect(found && `${found.id} ${found.version}`).toBe(expected);
  });

  it("none without a match", () => {
    expect(
      findPolicy(versions.slice(0, 2), { on: "2026-03-31", queue: "x", category: "", channel: "" }),
    ).toBeUndefined();
  });
});

it("finds policies that can never match, unknown calendars and targets that are none", () => {
  const [gold, , all] = versions;
  if (!gold || !all) throw new Error("no policies");
  expect(policyProblems([gold, all], ["office"])).toEqual([]);
  expect(policyProblems([all, gold], ["office"])).toEqual([
    { where: "gold", sentence: expect.stringMatching(/never match/) as string },
  ]);
  const wrong = { ...all, vipCalendarId: "moon", targets: { High: { resolution: -5, firstResponse: 1.5 } } };
  expect(policyProblems([wrong], ["office"]).map(({ where }) => where)).toEqual(["all", "all High", "all High"]);
});

it("gives VIPs without a row half the time, rounded up to a minute", () => {
  const policy: PolicyVersion = {
    id: "p",
    version: 1,
    calendarId: "c",
    targets: {
      High: { firstResponse: 15, resolution: 480 },
      Low: { resolution: 100 },
      "Low+vip": { firstResponse: 5 },
    },
  };
  expect(targetMs(policy, "High", true, "firstResponse")).toBe(8 * MINUTE);
  expect(targetMs(policy, "High", true, "resolution")).toBe(240 * MINUTE);
  expect(targetMs(policy, "High", true, "nextResponse")).toBe(0);
  expect(targetMs(policy, "Low", true, "resolution")).toBe(0);
  expect(targetMs(policy, "Low", true, "firstResponse")).toBe(5 * MINUTE);
  expect(targetMs(policy, "None", false, "resolution")).toBe(0);
});
