import type { Mark } from "../deadline/told.ts";
import { runningClocks } from "../deadline/running-clocks.ts";
import type { Threshold } from "../deadline/signals.ts";
import type { Calendars } from "../sla/clock.ts";
import type { Clocks } from "../sla/clocks.ts";
import type { Metric } from "../sla/policy.ts";
import { readClock } from "../sla/reading.ts";

/** A ticket that somebody is told of: what they need to know of it. */
export interface ToldTicket {
  readonly ticketId: string;
  readonly subject: string;
  readonly requester: string;
  readonly requesterName: string;
  readonly assignee: string;
  readonly tellings: readonly Telling[];
}

/** One clock of it: how much of its target is used up, when it runs out, and the working ms left (negative when over). */
export interface Telling {
  readonly metric: Metric;
  readonly threshold: Threshold;
  readonly dueAt: number;
  readonly remainingMs: number;
}

/** What marks still mean at an instant: the last of each clock that still runs. What was answered or resolved meanwhile needs no words. */
export function tellingsOf(clocks: Clocks, marks: readonly Mark[], now: number, calendars: Calendars): Telling[] {
  return runningClocks(clocks).flatMap(({ metric, cycle, clock }) => {
    const own = marks.filter((mark) => mark[0] === metric && mark[1] === cycle);
    const last = own[own.length - 1];
    if (!last) return [];
    const { remainingMs } = readClock(clock, now, calendars);
    return [{ metric, threshold: last[2], dueAt: last[3], remainingMs: remainingMs ?? 0 }];
  });
}

export const isBreached = ({ tellings }: ToldTicket): boolean => tellings.some(({ threshold }) => threshold === 100);
