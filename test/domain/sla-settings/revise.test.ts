import type { Clocks } from "../../../src/domain/sla/clocks.ts";
import { newsFor } from "../../../src/domain/sla-settings/news.ts";
import { lateDays, restatementsOf, type SpecialDay } from "../../../src/domain/sla-settings/restated.ts";
import { type Drafts, revise } from "../../../src/domain/sla-settings/revise.ts";
import { calendarVersions, NO_SLA, slaRules, type SlaSettings } from "../../../src/domain/sla-settings/sla-settings.ts";
import { at, foldLines, office, opened, policy } from "../sla/desk-week.ts";

const { version: _, ...standard } = policy;
const HOUR = 3_600_000;
const now = at("Wed 12:00");

const drafts = (changes: Partial<Drafts> = {}): Drafts => ({
  ...{ calendars: { office }, policies: [standard], mistaken: [], vips: [], days: [] },
  ...changes,
});
const inForce = revise(NO_SLA, drafts(), { now, seq: 0 });
const versionsOf = ({ policies }: SlaSettings): string[] => policies.map(({ id, version }) => `${id} ${version}`);
const faster = { ...standard, targets: { High: { resolution: 60 } } };

describe("what people change", () => {
  it("is nothing new where they wrote the same", () => {
    expect(revise(inForce, drafts(), { now: now + HOUR, seq: 9 })).toEqual(inForce);
  });

  it("is a policy's next version once a ticket may be under the last; before, it is that version", () => {
    const changed = revise(inForce, drafts({ policies: [faster] }), { now, seq: 0 });
    expect(versionsOf(changed)).toEqual(["standard 1"]);
    expect(changed.policies[0]?.targets).toEqual(faster.targets);
    expect(versionsOf(revise(inForce, drafts({ policies: [faster] }), { now, seq: 1 }))).toEqual([
      "standard 1",
      "standard 2",
    ]);
  });

  it("leaves a policy with a mistake as it was", () => {
    const mistaken = revise(inForce, drafts({ policies: [], mistaken: ["standard"] }), { now, seq: 5 });
    expect([versionsOf(mistaken), mistaken.order]).toEqual([["standard 1"], ["standard"]]);
  });

  it("is a calendar from tomorrow on, unless no policy ever counted by it", () => {
    const shut = { ...office, weekly: { mon: office.weekly.mon } };
    const changed = revise(inForce, drafts({ calendars: { office: shut, nights: office } }), { now, seq: 5 });
    expect(changed.calendars["office"]?.map(({ effectiveFrom }) => effectiveFrom)).toEqual([undefined, "2026-03-05"]);
    const again = revise(changed, drafts({ calendars: { office: shut, nights: shut } }), { now, seq: 6 });
    expect(again.calendars["nights"]).toEqual([shut]);
  });
});

const day = (date: string, more: Partial<SpecialDay> = {}): SpecialDay => ({
  ...{ calendarId: "", date, name: "", periods: [], reason: "" },
  ...more,
});

describe("days that are over", () => {
  const noon = [["09:00", "12:00"]] as const;
  const cases: readonly (readonly [string, SpecialDay, string])[] = [
    ["yesterday without a reason", day("2026-03-03"), "late"],
    ["today without a reason", day("2026-03-04"), "late"],
    ["tomorrow", day("2026-03-05"), "no news"],
    ["yesterday with a reason", day("2026-03-03", { reason: "Flood." }), "closed 2026-03-03"],
    ["other hours with a reason", day("2026-03-03", { reason: "Flood.", periods: noon }), "special 2026-03-03"],
    ["another calendar's", day("2026-03-03", { reason: "Flood.", calendarId: "nights" }), "no news"],
    ["what the calendar knew", day("2026-03-02"), "no news"],
    [
      "a holiday that was open after all",
      day("2026-03-02", { reason: "Worked.", periods: noon }),
      "special 2026-03-02",
    ],
  ];
  const known = revise(NO_SLA, drafts({ calendars: { office: { ...office, holidays: ["2026-03-02"] } } }), {
    now,
    seq: 0,
  });
  it.each(cases)("%s", (_name, written, expected) => {
    const late = lateDays(known, [written], now).map(() => "late");
    const told = restatementsOf(known, [written], now).flatMap(({ closed, special }) => [
      ...closed.map((date) => `closed ${date}`),
      ...Object.keys(special).map((date) => `special ${date}`),
    ]);
    expect([...late, ...told].join() || "no news").toBe(expected);
  });

  it("are told once, and later versions of the calendar know them too", () => {
    const written = drafts({ days: [day("2026-03-03", { reason: "Flood." })] });
    const once = revise(inForce, written, { now, seq: 3 });
    expect(once.restatements).toMatchObject([{ calendarId: "office", version: 1, closed: ["2026-03-03"] }]);
    const twice = revise(
      once,
      drafts({ days: written.days, calendars: { office: { ...office, holidays: ["2026-03-03"] } } }),
      { now, seq: 4 },
    );
    expect(twice.restatements).toEqual(once.restatements);
    expect(calendarVersions(twice, "office@1").map(({ holidays }) => holidays?.includes("2026-03-03"))).toEqual([
      true,
      true,
    ]);
    expect(slaRules(twice, 14).calendarOf("office@1").elapsed(at("Mon 09:00"), at("Wed 09:00"))).toBe(8.5 * HOUR);
    expect(slaRules(twice, 14).calendarOf("office").elapsed(at("Mon 09:00"), at("Wed 09:00"))).toBe(17 * HOUR);
  });
});

describe("what a ticket's clocks have not heard", () => {
  const open = foldLines(opened("Mon 09:00"));
  const solved = foldLines([...opened("Mon 09:00"), ["Mon 12:00", "status", { category: "resolved" }]]);
  const restated = revise(inForce, drafts({ days: [day("2026-03-03", { reason: "Flood." })] }), { now, seq: 3 });
  const news = (settings: SlaSettings, clocks: Clocks, when = "Wed 12:00") =>
    newsFor(
      { ...settings, vips: ["ben@example.com"] },
      { clocks, requester: " Ben@example.com ", now: at(when), reopenDays: 14 },
    );
  const cases: readonly (readonly [string, object, object])[] = [
    ["its requester is a VIP", news(inForce, open), { vip: true }],
    ["known already", news(inForce, { ...open, isVip: true }), {}],
    ["solved, but it may be opened again", news(restated, solved), { vip: true }],
    ["solved too long ago", news(restated, solved, "Wed+3 12:00"), {}],
    ["spam", news(restated, { ...open, isCancelled: true }), {}],
    ["a day put right", news(restated, { ...open, isVip: true }), { restated: ["office", 1], because: "Flood." }],
    ["heard", news(restated, { ...open, isVip: true, restated: "office@1" }), {}],
    ["a day before its time", news(restated, { ...foldLines(opened("Wed 09:00")), isVip: true }), {}],
  ];
  it.each(cases)("%s", (_name, found, expected) => expect(found).toEqual(expected));
});
