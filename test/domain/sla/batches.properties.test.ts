import fc from "fast-check";
import { workingTime } from "../../../src/domain/calendar/working-time.ts";
import { packClocks, unpackClocks } from "../../../src/domain/deadline/cell.ts";
import { stretchesOf } from "../../../src/domain/explanation/segments.ts";
import type { ClockEvent } from "../../../src/domain/sla/event.ts";
import { fold, foldOn } from "../../../src/domain/sla/fold.ts";
import { readClock } from "../../../src/domain/sla/reading.ts";
import { arbitraryCalendar } from "../calendar/arbitrary-calendar.ts";
import { arbitraryEvents } from "./arbitrary-ticket.ts";
import { policy, rules } from "./desk-week.ts";
import { clockEvents } from "./naive-ticket.ts";

const targets = {
  low: { resolution: 3000 },
  normal: { firstResponse: 60, nextResponse: 60, resolution: 900 },
  high: { resolution: 300 },
};

const ticket = fc.tuple(arbitraryCalendar, arbitraryEvents, fc.integer({ min: 1, max: 14 }));

function check(property: (events: ClockEvent[], cut: number, its: typeof rules) => void): void {
  const run = fc.property(ticket, ([{ calendar, dayAt }, history, cut]) => {
    const time = workingTime([calendar]);
    const its = { ...rules, calendarOf: () => time, policyOf: () => ({ ...policy, targets }) };
    property(clockEvents(history, dayAt), cut, its);
  });
  fc.assert(run, { numRuns: 150 });
}

it("the clocks do not depend on how events are batched, nor on being kept in a cell", () => {
  check((events, cut, its) => {
    const whole = fold(events, its);
    const begun = fold(events.slice(0, cut + 1), its);
    const cell = begun && JSON.stringify(packClocks(begun));
    const kept = cell && unpackClocks(JSON.parse(cell) as ReturnType<typeof packClocks>);
    expect(kept).toEqual(begun);
    const added = kept && foldOn(kept, events.slice(cut + 1), its);
    expect(added).toEqual(whole);
    expect(added && packClocks(added)).toEqual(whole && packClocks(whole));
    expect(kept).toEqual(begun);
  });
});

it("an explanation has no gap and adds up to the figures shown", () => {
  check((events, _cut, its) => {
    const clocks = fold(events, its);
    if (!clocks) throw new Error("no ticket");
    const now = clocks.lastAt + 12_345_678;
    for (const clock of [clocks.firstResponse, ...clocks.cycles, clocks.resolution]) {
      const segments = stretchesOf(clock, now, its.calendarOf).flat();
      const sum = (kind: string): number =>
        segments.filter((one) => one.kind === kind).reduce((total, { workingMs }) => total + workingMs, 0);
      const { elapsedMs, pausedMs } = readClock(clock, now, its.calendarOf);
      expect([sum("counted"), sum("paused"), sum("closed")]).toEqual([elapsedMs, pausedMs, 0]);
      const endAt = clock.phase === "stopped" ? clock.sinceAt : now;
      expect([clock.startAt, ...segments.map(({ toAt }) => toAt)]).toEqual([
        ...segments.map(({ fromAt }) => fromAt),
        endAt,
      ]);
    }
  });
});

it("elapsed, paused and solved time together are all working time since the creation", () => {
  check((events, _cut, its) => {
    const clocks = fold(events, its);
    if (!clocks) throw new Error("no ticket");
    const { resolution } = clocks;
    const endAt = resolution.phase === "stopped" ? resolution.sinceAt : clocks.lastAt;
    const solved = stretchesOf(resolution, endAt, its.calendarOf)
      .flat()
      .filter(({ kind }) => kind === "solved");
    const { elapsedMs, pausedMs } = readClock(resolution, endAt, its.calendarOf);
    const solvedMs = solved.reduce((total, { workingMs }) => total + workingMs, 0);
    expect(elapsedMs + pausedMs + solvedMs).toBe(its.calendarOf("it").elapsed(resolution.startAt, endAt));
  });
});
