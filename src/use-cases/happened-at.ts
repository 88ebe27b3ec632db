import { lateEntryProblem } from "../domain/deadline/late-logging.ts";
import { Problem } from "../domain/problem.ts";
import type { TicketState } from "../domain/ticket/ticket.ts";
import type { Desk } from "./desk.ts";

/** When something happened, as somebody says who writes it down now. */
export interface Happened {
  /** Epoch ms; undefined for now. */
  readonly happenedAt: number | undefined;
  /** Why it is written down so late; "" for no reason. */
  readonly lateReason: string;
}

/** The instant that counts, and the reason in words; throws a Problem beside its field where the rules of late logging forbid it. */
export function whenItHappened(
  desk: Desk,
  { happenedAt, lateReason }: Happened,
  state?: TicketState,
): { occurredAt: number; because?: string } {
  const { now } = desk;
  if (happenedAt === undefined) return { occurredAt: now };
  const createdAt = state?.createdAt ?? -Infinity;
  const saidAt = Math.floor(happenedAt);
  const entry = { occurredAt: saidAt, now, createdAt, reason: lateReason };
  const problem = lateEntryProblem(entry, desk.workingTimeOf(state));
  if (problem)
    throw new Problem("invalid-input", problem.sentence, problem.about === "time" ? "happenedAt" : "lateReason");
  const reason = lateReason.trim();
  const occurredAt = Math.max(createdAt, Math.min(saidAt, now));
  return { occurredAt, ...(reason !== "" && { because: `Logged late: ${reason}` }) };
}
