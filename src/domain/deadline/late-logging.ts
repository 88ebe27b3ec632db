import type { WorkingTime } from "../calendar/working-time.ts";
import { DAY, MINUTE } from "../calendar/local-time.ts";

/** Further back than this in business time, logging needs a reason. */
const FREE_MS = 8 * 3_600_000;
/** Further back than this nobody means what they typed. */
const LONGEST_MS = 1000 * DAY;

/** An event that a person says happened earlier than it is written down. */
export interface LateEntry {
  readonly occurredAt: number;
  readonly now: number;
  /** Undefined for the creation itself. */
  readonly createdAt?: number;
  readonly reason: string;
}

/** Why an instant can't be taken: something is wrong with it, or it needs a reason. */
export interface LateProblem {
  readonly about: "time" | "reason";
  readonly sentence: string;
}

/** Undefined where the instant can be taken. People write minutes: what lies within the minute of now, or of the creation, is meant so. */
export function lateEntryProblem(entry: LateEntry, time: Pick<WorkingTime, "elapsed">): LateProblem | undefined {
  const { occurredAt, now, createdAt = -Infinity, reason } = entry;
  if (!(occurredAt >= now - LONGEST_MS))
    return { about: "time", sentence: "That is no time of the last years: check date and time." };
  if (occurredAt > now + MINUTE)
    return { about: "time", sentence: "It can't have happened in the future: check date and time." };
  if (occurredAt < Math.floor(createdAt / MINUTE) * MINUTE)
    return { about: "time", sentence: "That lies before the ticket was created." };
  if (time.elapsed(occurredAt, now) <= FREE_MS || reason.trim() !== "") return undefined;
  return { about: "reason", sentence: "It happened more than 8 business hours ago: say why it is logged so late." };
}
