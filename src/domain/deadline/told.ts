import type { Calendars } from "../sla/clock.ts";
import type { Clocks } from "../sla/clocks.ts";
import { type Metric, METRICS } from "../sla/policy.ts";
import { nextSignalAt, reachedSignals, type Signal, signalsAt, tellableFrom, type Threshold } from "./signals.ts";

/** One thing that was told of a ticket: it is never told again. Clocks don't listen to it. */
export type Mark = readonly [metric: Metric, cycle: number, threshold: Threshold, dueAt: number];

/** What is to be told of a ticket now, as marks: the highest threshold of each clock that was not told yet; nothing outside working time. */
export function untoldAt(
  { clocks, told }: { readonly clocks: Clocks; readonly told: readonly Mark[] },
  now: number,
  calendars: Calendars,
): Mark[] {
  return (signalsAt(clocks, now, calendars) ?? []).filter(isUntold(told)).map(markOf);
}

/**
 * When a ticket must be looked at again: as soon as somebody may be told what was not told yet (a raised priority may have made it due), else at
 * its next signal; null for never.
 */
export function nextLookAt(
  { clocks, told }: { readonly clocks: Clocks; readonly told: readonly Mark[] },
  now: number,
  calendars: Calendars,
): number | null {
  const next = nextSignalAt(clocks, now, calendars);
  if (!reachedSignals(clocks, now, calendars).some(isUntold(told))) return next;
  const soonest = Math.min(tellableFrom(clocks, now, calendars), next ?? Infinity);
  return isFinite(soonest) ? soonest : null;
}

const markOf = ({ metric, cycle, threshold, dueAt }: Signal): Mark => [metric, cycle, threshold, dueAt];

const isUntold =
  (told: readonly Mark[]) =>
  (signal: Signal): boolean =>
    !told.some((mark) => String(mark) === String(markOf(signal)));

/** Marks as a State cell keeps them: the metric by its place among the metrics. */
export type PackedMark = readonly [metric: number, cycle: number, threshold: Threshold, dueAt: number];

export const packMarks = (told: readonly Mark[]): PackedMark[] =>
  told.map(([metric, ...rest]) => [METRICS.indexOf(metric), ...rest]);

/** Without spreads: a report and a reconciler unpack those of every ticket. */
export function unpackMarks(packed: readonly PackedMark[]): Mark[] {
  const marks: Mark[] = [];
  for (const mark of packed) {
    const metric = METRICS[mark[0]];
    if (metric) marks.push([metric, mark[1], mark[2], mark[3]]);
  }
  return marks;
}
