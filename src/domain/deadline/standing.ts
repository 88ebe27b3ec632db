import type { Calendars } from "../sla/clock.ts";
import type { Clocks } from "../sla/clocks.ts";
import { type Reading, readClock } from "../sla/reading.ts";

export type Verdict = "On track" | "Due soon" | "Paused" | "Breached" | "Met" | "–";

/** How a ticket stands at an instant; instants are epoch ms, durations ms of working time. */
export interface Standing {
  /** A breach shows for good; else what is nearest to one. */
  readonly verdict: Verdict;
  readonly firstResponse: Reading;
  readonly cycles: readonly Reading[];
  readonly resolution: Reading;
  /** The earliest deadline of the running clocks. */
  readonly nextDueAt: number | null;
  /** Left on the unstopped clock with the smallest share left; negative when over. */
  readonly remainingMs: number | null;
  readonly urgency: Urgency;
}

/** What the queue is ordered by. */
export interface Urgency {
  /** A clock that still runs or waits is over. */
  readonly isOver: boolean;
  /** Smallest remaining share of a target; Infinity where nothing is left to keep. */
  readonly share: number;
  readonly isVip: boolean;
}

const DUE_SOON = 0.25;

export function standingOf(clocks: Clocks, now: number, calendars: Calendars): Standing {
  const all = [clocks.firstResponse, ...clocks.cycles, clocks.resolution].map((clock) => {
    const reading = readClock(clock, now, calendars);
    const isOpen = clock.phase !== "stopped" && clock.targetMs > 0 && !clocks.isCancelled;
    const remainingMs = isOpen ? clock.targetMs - reading.elapsedMs : Infinity;
    return { reading: clocks.isCancelled ? NONE : reading, remainingMs, share: remainingMs / (clock.targetMs || 1) };
  });
  const readings = all.map(({ reading }) => reading);
  const nearest = all.reduce((one, other) => (other.share < one.share ? other : one));
  const running = readings.filter(({ state }) => state === "running");
  const nextDueAt = Math.min(...running.map(({ dueAt }) => dueAt ?? Infinity));
  const [firstResponse = NONE, ...rest] = readings;
  const isOver = all.some(({ reading, share }) => reading.state === "breached" && isFinite(share));
  return {
    verdict: verdictOf(readings),
    firstResponse,
    cycles: rest.slice(0, -1),
    resolution: rest[rest.length - 1] ?? NONE,
    nextDueAt: isFinite(nextDueAt) ? nextDueAt : null,
    remainingMs: isFinite(nearest.remainingMs) ? nearest.remainingMs : null,
    urgency: { isOver, share: nearest.share, isVip: clocks.isVip },
  };
}

/** Work order: over first, then the smallest remaining share, VIPs first within an equal one. */
export function compareUrgency(a: Urgency, b: Urgency): number {
  if (a.isOver !== b.isOver) return a.isOver ? -1 : 1;
  if (a.share !== b.share) return a.share < b.share ? -1 : 1;
  return Number(b.isVip) - Number(a.isVip);
}

const NONE: Reading = {
  state: "na",
  elapsedMs: 0,
  pausedMs: 0,
  dueAt: null,
  breachAt: null,
  breachedAt: null,
  remainingMs: null,
};

function verdictOf(readings: readonly Reading[]): Verdict {
  const has = (state: Reading["state"]): boolean => readings.some((reading) => reading.state === state);
  if (has("breached")) return "Breached";
  if (readings.some(isDueSoon)) return "Due soon";
  if (has("running")) return "On track";
  if (has("paused")) return "Paused";
  return has("met") ? "Met" : "–";
}

function isDueSoon({ state, elapsedMs, remainingMs }: Reading): boolean {
  return state === "running" && remainingMs !== null && remainingMs <= DUE_SOON * (elapsedMs + remainingMs);
}
