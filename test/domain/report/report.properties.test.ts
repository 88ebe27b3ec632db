import fc from "fast-check";
import { workingTime } from "../../../src/domain/calendar/working-time.ts";
import { fold } from "../../../src/domain/sla/fold.ts";
import type { ClockEvent } from "../../../src/domain/sla/event.ts";
import type { Rules } from "../../../src/domain/sla/step.ts";
import { figuresOf } from "../../../src/domain/report/figures.ts";
import { happenedIn } from "../../../src/domain/report/happened.ts";
import { ticketReader } from "../../../src/domain/report/judge.ts";
import type { PeriodChoice } from "../../../src/domain/report/period.ts";
import type { Report } from "../../../src/domain/report/report.ts";
import type { TicketState } from "../../../src/domain/ticket/ticket.ts";
import { arbitraryCalendar } from "../calendar/arbitrary-calendar.ts";
import { arbitraryEvents } from "../sla/arbitrary-ticket.ts";
import { policy, rules } from "../sla/desk-week.ts";
import { clockEvents } from "../sla/naive-ticket.ts";
import { report } from "./report-of.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const targets = {
  low: { resolution: 3000 },
  normal: { firstResponse: 60, nextResponse: 60, resolution: 900 },
  high: { resolution: 300 },
};

interface World {
  readonly histories: readonly (readonly ClockEvent[])[];
  readonly states: readonly TicketState[];
  readonly now: number;
  readonly time: Rules["calendarOf"] extends (name: string) => infer T ? T : never;
  readonly made: Report;
}

const choices: fc.Arbitrary<PeriodChoice> = fc.constantFrom<PeriodChoice>(
  { kind: "weeks", count: 4 },
  { kind: "weeks", count: 13 },
  { kind: "this month" },
);
const world = fc.tuple(
  arbitraryCalendar,
  fc.array(fc.tuple(arbitraryEvents, fc.integer({ min: 0, max: 40 })), { maxLength: 12 }),
  fc.integer({ min: 0, max: 60 * 1440 }),
  choices,
);

/** Runs a check on reports of desks with generated histories, some of them without a ticket. */
function check(property: (world: World) => void): void {
  const run = fc.property(world, ([{ calendar, dayAt }, drawn, later, period]) => {
    const time = workingTime([calendar]);
    const its: Rules = { ...rules, calendarOf: () => time, policyOf: () => ({ ...policy, targets }) };
    const now = dayAt + later * MINUTE;
    const histories = drawn
      .map(([events, days]) => clockEvents(events, dayAt - days * DAY).filter(({ occurredAt }) => occurredAt <= now))
      .filter(({ length }) => length > 1);
    const states = histories.map((events, index) => stateOf(events, index + 1, its));
    const made = report(states, now, { period, calendars: its.calendarOf, priorities: [] });
    property({ histories, states, now, time, made });
  });
  fc.assert(run, { numRuns: 60 });
}

function stateOf(events: readonly ClockEvent[], number: number, its: Rules): TicketState {
  const clocks = fold(events, its);
  if (!clocks) throw new Error("no ticket");
  const createdAt = events[0]?.occurredAt ?? 0;
  const about = { id: `T-${number}`, seq: clocks.seq, createdAt, updatedAt: clocks.lastAt, updatedBy: "ann" };
  return { ...about, fields: { priority: clocks.priority, category: `C${number % 3}` }, clocks };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

it("created − stopped + reopened = backlog, at every instant", () => {
  check(({ states, now, time, made }) => {
    const tickets = states.map(ticketReader(now, () => time));
    for (const at of [...made.weeks.map(({ week }) => week.toAt - 1), now]) {
      const span = { fromAt: -Infinity, toAt: at + 1 };
      const [happened] = happenedIn(tickets, [span, span]);
      const { created, resolved, reopened, backlog } = figuresOf(happened, span, at);
      const open = states.filter(
        ({ createdAt, clocks }) => createdAt <= at && clocks && phaseAt(clocks.resolution, at) !== "stopped",
      );
      expect([(created.value ?? 0) - (resolved.value ?? 0) + (reopened.value ?? 0), backlog.value]).toEqual([
        open.length,
        open.length,
      ]);
    }
  });
});

function phaseAt(clock: NonNullable<TicketState["clocks"]>["resolution"], at: number): string {
  const stretches = [...clock.past, [clock.sinceAt, clock.phase] as const].filter(([fromAt]) => fromAt <= at);
  return stretches[stretches.length - 1]?.[1] ?? "";
}

it("every clock is in one state, and there is a cycle for each restart", () => {
  check(({ histories, states, now, time }) => {
    const clocks = states.map(ticketReader(now, () => time)).flatMap((one) => one.clocks);
    const restarts = sum(histories.map(restartsOf));
    expect(clocks).toHaveLength(2 * states.length + restarts);
    const decided = clocks.filter(({ state }) => state === "met" || state === "breached");
    const others = clocks.filter(({ state }) => ["running", "paused", "na"].includes(state));
    expect(decided.length + others.length).toBe(clocks.length);
    expect(clocks.filter(({ decidedAt }) => decidedAt !== null)).toEqual(decided);
    expect(decided.every(({ decidedAt }) => (decidedAt ?? Infinity) <= now)).toBe(true);
  });
});

/** Requester messages that began to wait for an answer, once the first had come. */
function restartsOf(events: readonly ClockEvent[]): number {
  let [isAnswered, isWaiting, restarts] = [false, false, 0];
  for (const event of events) {
    const { type } = event;
    const category = event.type === "created" || event.type === "status" ? event.payload.category : undefined;
    const isSolved = category === "resolved" || category === "closed";
    if (type === "requester_message" && isAnswered && !isWaiting) {
      restarts++;
      isWaiting = true;
    }
    if (type !== "agent_reply" && !isSolved) continue;
    isAnswered = true;
    isWaiting = false;
  }
  return restarts;
}

it("attainment is the mean over priorities, over weeks, and over VIPs and everybody else, each with its weight", () => {
  check(({ made }) => {
    const { figures, priorities, weeks, vips } = made;
    const all = figures.attainment;
    const hits = (rows: readonly { readonly attainment: Report["vips"][number]["attainment"] }[]): number[] => [
      sum(rows.map(({ attainment }) => attainment.all.n)),
      sum(rows.map(({ attainment: { all: one } }) => (one.value ?? 0) * one.n)),
    ];
    for (const rows of [priorities, weeks, vips]) {
      const [n, met = 0] = hits(rows);
      expect(n).toBe(all.n);
      expect(met).toBeCloseTo((all.value ?? 0) * all.n, 6);
    }
    const { firstResponseAttainment, nextResponseAttainment, resolutionAttainment } = figures;
    expect(firstResponseAttainment.n + nextResponseAttainment.n + resolutionAttainment.n).toBe(all.n);
    expect(sum(weeks.map(({ met, late, openLate }) => met + late + openLate))).toBe(resolutionAttainment.n);
  });
});

it("elapsed, paused and solved times fill the working time from creation to now, or to the last solving", () => {
  check(({ states, now, time }) => {
    for (const {
      clocks: [...clocks],
      solvings,
    } of states.map(ticketReader(now, () => time))) {
      const resolution = clocks[clocks.length - 1];
      if (!resolution) throw new Error("no clock");
      const { startAt, stoppedAt, elapsedMs, pausedMs } = resolution;
      const solvedMs = sum(
        solvings.map(({ at, reopenedAt }) => (reopenedAt === null ? 0 : time.elapsed(at, reopenedAt))),
      );
      expect(elapsedMs + pausedMs + solvedMs).toBe(time.elapsed(startAt, stoppedAt ?? now));
    }
  });
});

it("weeks add up to the period, shares lie in their intervals, nothing is NaN, and ids are tickets of the desk", () => {
  check(({ made, states }) => {
    const { figures, before, present, weeks, curve, breaches } = made;
    expect(sum(weeks.map(({ created }) => created))).toBe(figures.created.value);
    expect(sum(weeks.map(({ resolved }) => resolved))).toBe(figures.resolved.value);
    expect(sum(weeks.map(({ reopened }) => reopened))).toBe(figures.reopened.value);
    const ids = new Set(states.map(({ id }) => id));
    for (const { value, n, interval, ids: list } of Object.values({ ...figures, ...present, ...before })) {
      expect(value === null || Number.isFinite(value)).toBe(true);
      if (n === 0) expect(value === null || value === 0).toBe(true);
      if (interval && value !== null) {
        expect(interval[0]).toBeLessThanOrEqual(value + 1e-9);
        expect(interval[1]).toBeGreaterThanOrEqual(value - 1e-9);
      }
      expect(list(99).every((id) => ids.has(id))).toBe(true);
    }
    curve.forEach(({ solvedShare }, index) => expect(solvedShare).toBeGreaterThan(curve[index - 1]?.solvedShare ?? 0));
    expect(sum(breaches.map(({ count }) => count))).toBe(
      Math.round(figures.attainment.n * (1 - (figures.attainment.value ?? 1))),
    );
    expect(made.intake).toMatchObject({ given: states.length, inSheet: states.length, missing: [] });
  });
});
