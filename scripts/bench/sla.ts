import { workingTime } from "../../src/domain/calendar/working-time.ts";
import { isNewBreach, timeIn } from "../../src/domain/sla/clock.ts";
import type { Clocks } from "../../src/domain/sla/clocks.ts";
import type { ClockEvent } from "../../src/domain/sla/event.ts";
import { fold } from "../../src/domain/sla/fold.ts";
import type { Rules } from "../../src/domain/sla/step.ts";

export interface BenchRow {
  readonly name: string;
  /** Processor time of the best of a few rounds. */
  readonly cpuMs: number;
  readonly cpuMsAtMost: number;
}

const HOURS = [["09:00", "17:30"]] as const;
export const OFFICE = { tz: "Europe/Berlin", weekly: { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS } };
const FROM = Date.parse("2023-01-01T00:00Z");
const DAY = 86_400_000;
const TICKETS = 100_000;

/** What the clocks cost: five million elapsed times, and a report's fold of 100,000 tickets. */
export function benchSla(): BenchRow[] {
  const time = workingTime([OFFICE]);
  const random = randomNumbers(7);
  const instants = Float64Array.from({ length: 1 << 16 }, () => FROM + Math.floor(random() * 1000 * DAY));
  const elapsed = (): number => {
    let sum = 0;
    for (let n = 0; n < 5_000_000; n++)
      sum += time.elapsed(instants[n & 0xffff] ?? 0, (instants[(n * 7) & 0xffff] ?? 0) + DAY);
    return sum;
  };
  const histories = Array.from({ length: TICKETS }, () => history(random));
  const rules: Rules = {
    calendarOf: () => time,
    policyOf: () => POLICY,
    reopenDays: 14,
  };
  const now = FROM + 1100 * DAY;
  const foldAll = (): number => histories.reduce((sum, events) => sum + breaches(fold(events, rules), now, rules), 0);
  const events = histories.reduce((sum, { length }) => sum + length, 0);
  return [
    measure("5,000,000 elapsed working times", 1000, elapsed),
    measure(`fold of ${TICKETS} tickets, ${events} events, with verdicts`, 300, foldAll),
  ];
}

export const POLICY = {
  id: "p",
  version: 1,
  calendarId: "office",
  targets: {
    High: { firstResponse: 60, nextResponse: 120, resolution: 480 },
    Medium: { firstResponse: 240, nextResponse: 480, resolution: 1440 },
  },
};

function breaches(clocks: Clocks | undefined, now: number, { calendarOf }: Rules): number {
  if (!clocks) return 0;
  const { firstResponse, resolution, cycles } = clocks;
  let count = 0;
  for (const clock of [firstResponse, resolution, ...cycles]) {
    if (clock.breachedAt !== undefined || isNewBreach(clock, timeIn("running", clock, now, calendarOf))) count++;
  }
  return count;
}

/** Eight events: opened, answered, waiting, resumed, answered or raised, solved. */
function history(random: () => number): ClockEvent[] {
  let [seq, occurredAt] = [0, FROM + Math.floor(random() * 1000) * DAY];
  // As decoded from History: every event has the same fields in the same order.
  const event = (type: ClockEvent["type"], payload: object = {}, hours = 8): ClockEvent => {
    occurredAt += Math.floor(random() * hours * 3_600_000);
    return { seq: ++seq, occurredAt, type, payload } as ClockEvent;
  };
  return [
    event("created", { priority: random() < 0.3 ? "High" : "Medium", vip: random() < 0.1 }),
    event("policy", { policyId: "p", version: 1 }, 0),
    event("agent_reply"),
    event("status", { category: "waiting" }),
    event("requester_message"),
    event("status", { category: "open" }, 0),
    random() < 0.3 ? event("priority", { to: "High" }) : event("agent_reply"),
    event("status", { category: "resolved" }),
  ];
}

export function measure(name: string, cpuMsAtMost: number, work: () => number): BenchRow {
  let cpuMs = Infinity;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    if (!isFinite(work())) throw new Error(`${name} gave no number`);
    const { user, system } = process.cpuUsage(before);
    cpuMs = Math.min(cpuMs, Math.round((user + system) / 1000));
  }
  return { name, cpuMs, cpuMsAtMost };
}

/** The same numbers in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
