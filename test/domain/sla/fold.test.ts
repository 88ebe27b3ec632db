import { fold, foldOn } from "../../../src/domain/sla/fold.ts";
import { readClock } from "../../../src/domain/sla/reading.ts";
import { at, eventsOf, foldLines, opened, rules } from "./desk-week.ts";

const HOUR = 3_600_000;
const read = (clocks: ReturnType<typeof foldLines>, when: string) =>
  readClock(clocks.resolution, at(when), rules.calendarOf);
const status = (category: string) => ({ category });

describe("the golden scenario", () => {
  const story = [
    ...opened("Fri 16:30"),
    ["Fri 17:00", "agent_reply"],
    ["Fri 17:00", "status", status("waiting")],
    ["Mon+1 11:00", "requester_message"],
    ["Mon+1 11:00", "status", status("open")],
    ["Mon+1 12:00", "priority", { to: "High" }],
    ["Mon+1 15:00", "status", status("resolved")],
    ["Tue+1 10:00", "requester_message"],
    ["Tue+1 10:00", "status", status("open")],
    ["Tue+1 12:00", "status", status("resolved")],
  ] as const;

  it("is due Tue 10:00 after the change of priority", () => {
    expect(read(foldLines(story.slice(0, 7)), "Mon+1 12:00")).toMatchObject({
      state: "running",
      dueAt: at("Tue+1 10:00"),
      elapsedMs: 1.5 * HOUR,
      pausedMs: 2.5 * HOUR,
    });
  });

  it("is met at 4.5 h when solved first", () => {
    expect(read(foldLines(story.slice(0, 8)), "Tue+1 09:30")).toMatchObject({ state: "met", elapsedMs: 4.5 * HOUR });
  });

  it("is due Tue 13:30 after reopening, and met at 6.5 h in the end", () => {
    expect(read(foldLines(story.slice(0, 10)), "Tue+1 10:30")).toMatchObject({ dueAt: at("Tue+1 13:30") });
    const clocks = foldLines(story);
    expect(read(clocks, "Wed+1 09:00")).toMatchObject({ state: "met", elapsedMs: 6.5 * HOUR, breachedAt: null });
    expect(clocks).toMatchObject({ reopens: 1, firstStop: { at: at("Mon+1 15:00"), usedMs: 4.5 * HOUR } });
  });
});

it("judges an answer before opening by the time used, not by the deadline", () => {
  const clocks = foldLines([...opened("Mon 16:30", "High"), ["Tue 08:59", "agent_reply"]]);
  const reading = readClock(clocks.firstResponse, at("Tue 09:30"), rules.calendarOf);
  expect(reading).toMatchObject({ state: "met", dueAt: at("Mon 17:30"), breachAt: at("Tue 09:00"), breachedAt: null });
});

describe("corrections", () => {
  const lines = [
    ...opened("Mon 09:00", "High"),
    ["Mon 09:30", "agent_reply"],
    ["Mon 10:00", "status", status("resolved")],
  ] as const;

  it("leave out a voided event, and a voided voiding", () => {
    const voided = [...lines, ["Mon 11:00", "event_voided", { seq: 4 }]] as const;
    expect(foldLines(voided).resolution.phase).toBe("running");
    expect(foldLines([...voided, ["Mon 12:00", "event_voided", { seq: 5 }]]).resolution.phase).toBe("stopped");
  });

  it("move an event to its corrected time, the last word counting", () => {
    const corrected = foldLines([
      ...lines,
      ["Mon 12:00", "time_corrected", { seq: 3, occurredAt: at("Mon 09:10") }],
      ["Mon 12:30", "time_corrected", { seq: 3, occurredAt: at("Mon 09:20") }],
    ]);
    expect(corrected.firstResponse).toMatchObject({ stoppedBy: "reply", usedMs: HOUR / 3 });
  });

  it("put an event logged late where it belongs", () => {
    const late = eventsOf([...lines, ["Mon 09:05", "agent_reply"]]);
    expect(fold(late, rules)?.firstResponse).toMatchObject({ usedMs: HOUR / 12 });
    const before = fold(late.slice(0, 4), rules);
    expect(before && foldOn(before, late.slice(4), rules)).toBeUndefined();
  });

  it("restate a calendar for open clocks, and for stopped ones only if they say so", () => {
    const before = [...opened("Mon 16:30", "High"), ["Tue 10:00", "agent_reply"]] as const;
    const restated = (payload: object) =>
      foldLines([...before, ["Wed 09:30", "calendar_restated", { calendarId: "office", version: 2, ...payload }]]);
    const kept = restated({});
    expect(readClock(kept.firstResponse, at("Wed 10:00"), rules.calendarOf)).toMatchObject({
      state: "breached",
      elapsedMs: 2 * HOUR,
    });
    expect(read(kept, "Wed 10:00")).toMatchObject({ elapsedMs: 2 * HOUR, dueAt: at("Wed 16:00") });
    const again = restated({ includesStopped: true });
    expect(readClock(again.firstResponse, at("Wed 10:00"), rules.calendarOf)).toMatchObject({
      state: "met",
      elapsedMs: HOUR,
    });
  });
});

it("counts nothing any more for a merged ticket, nor for spam", () => {
  for (const type of ["merged", "spam"] as const) {
    expect(foldLines([...opened("Mon 09:00"), ["Mon 10:00", type], ["Mon 11:00", "agent_reply"]])).toMatchObject({
      isCancelled: true,
      firstResponse: { phase: "running" },
    });
  }
});

describe("a lead's override", () => {
  it("extends a clock and stands against a later priority", () => {
    const clocks = foldLines([
      ...opened("Mon 09:00", "Medium"),
      ["Mon 10:00", "sla_override", { clock: "resolution", targetMinutes: 1200 }],
      ["Mon 11:00", "priority", { to: "High" }],
    ]);
    expect(clocks).toMatchObject({
      overrides: 1,
      resolution: { targetMs: 20 * HOUR },
      firstResponse: { targetMs: HOUR },
    });
  });

  it("excludes a clock, breached or not", () => {
    const clocks = foldLines([...opened("Mon 09:00", "High"), ["Tue 12:00", "sla_override", { clock: "resolution" }]]);
    expect(read(clocks, "Tue 13:00")).toMatchObject({ state: "na", dueAt: null, breachedAt: null });
  });
});

it("takes a VIP's calendar from the event on", () => {
  const clocks = foldLines([
    ["Mon 16:30", "created", { priority: "High", vip: false }],
    ["Mon 16:30", "policy", { policyId: "night", version: 1 }],
    ["Mon 19:30", "vip", { value: true }],
  ]);
  // One hour in the office, the remaining three of half the target by the clock on the wall.
  expect(read(clocks, "Mon 20:00")).toMatchObject({ elapsedMs: 1.5 * HOUR, dueAt: at("Mon 22:30") });
});

it("has no SLA without a policy, and counts from the event that brings one", () => {
  const lines = [["Mon 09:00", "created", { priority: "High", vip: false }]] as const;
  expect(read(foldLines(lines), "Mon 12:00").state).toBe("na");
  const later = foldLines([...lines, ["Mon 12:00", "policy", { policyId: "standard", version: 1 }]]);
  expect(read(later, "Mon 13:00")).toMatchObject({ state: "running", elapsedMs: HOUR, dueAt: at("Tue 11:30") });
});

it("marks a breach that only a raised priority made", () => {
  const clocks = foldLines([...opened("Mon 09:00"), ["Tue 12:00", "priority", { to: "High" }]]);
  expect(clocks.resolution).toMatchObject({ breachedAt: at("Tue 12:00"), breachedByChange: true });
  expect(read(clocks, "Tue 12:00")).toMatchObject({ state: "breached", dueAt: at("Mon 17:00") });
});

it("gives nothing for events without a creation", () => {
  expect(fold([], rules)).toBeUndefined();
  expect(fold(eventsOf([["Mon 09:00", "agent_reply"]]), rules)).toBeUndefined();
});
