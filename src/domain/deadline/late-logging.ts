import type { WorkingTime } from "../calendar/working-time.ts";

/** Further back than this in business time, logging needs a reason. */
const FREE_MS = 8 * 3_600_000;

/** An event that a person says happened earlier than it is written down. */
export interface LateEntry {
  readonly occurredAt: number;
  readonly now: number;
  /** Undefined for the creation itself. */
  readonly createdAt?: number;
  readonly reason: string;
}

/** Why an instant can't be taken, as a sentence; undefined where it can. */
export function lateEntryProblem(entry: LateEntry, time: WorkingTime): string | undefined {
  const { occurredAt, now, createdAt, reason } = entry;
  if (occurredAt > now) return "That lies in the future; what has not happened yet can't be logged.";
  if (createdAt !== undefined && occurredAt < createdAt) return "That lies before the ticket was created.";
  if (time.elapsed(occurredAt, now) > FREE_MS && !reason.trim()) {
    return "That lies more than 8 business hours back; please say why it is logged so late.";
  }
  return undefined;
}
