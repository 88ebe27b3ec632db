import { DAY } from "../calendar/local-time.ts";
import type { Clock } from "../sla/clock.ts";

/** A solving that is undone within so many days did not fix the issue; until they have passed nobody knows. */
export const PROVISIONAL_DAYS = 14;

/** One solving of a ticket and, where it was undone, when. Epoch ms. */
export interface Solving {
  readonly at: number;
  readonly reopenedAt: number | null;
}

/** How often a ticket was solved, and opened again, by the stretches of its resolution clock. */
export function solvingsOf({ past, phase, sinceAt }: Clock): Solving[] {
  const solvings: Solving[] = [];
  past.forEach(([fromAt, was], index) => {
    if (was === "stopped") solvings.push({ at: fromAt, reopenedAt: past[index + 1]?.[0] ?? sinceAt });
  });
  if (phase === "stopped") solvings.push({ at: sinceAt, reopenedAt: null });
  return solvings;
}

export function isUndone({ at, reopenedAt }: Solving): boolean {
  return reopenedAt !== null && reopenedAt - at <= PROVISIONAL_DAYS * DAY;
}

/** Solved, and none of the solvings undone within 14 days. */
export function areLasting(solvings: readonly Solving[]): boolean {
  return solvings[solvings.length - 1]?.reopenedAt === null && !solvings.some(isUndone);
}

export function isSolvedAt(solvings: readonly Solving[], at: number): boolean {
  for (const solving of solvings) if (solving.at <= at && (solving.reopenedAt ?? Infinity) > at) return true;
  return false;
}
