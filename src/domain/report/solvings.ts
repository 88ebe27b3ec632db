import type { Clock } from "../sla/clock.ts";

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

export function isSolvedAt(solvings: readonly Solving[], at: number): boolean {
  return solvings.some((solving) => solving.at <= at && (solving.reopenedAt ?? Infinity) > at);
}
