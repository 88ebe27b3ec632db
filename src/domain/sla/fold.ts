import type { Clock } from "./clock.ts";
import type { Clocks } from "./clocks.ts";
import { effectiveEvents } from "./effective-events.ts";
import type { ClockEvent, Restatement } from "./event.ts";
import { begin, type Rules, step } from "./step.ts";

/** The clocks of one ticket from all its events in order of `seq`; undefined where none of them is its creation. */
export function fold(events: readonly ClockEvent[], rules: Rules): Clocks | undefined {
  const [first] = events;
  if (first?.type === "created") {
    const clocks = begin(first, "", rules);
    if (stepOn(clocks, events.slice(1), rules)) return clocks;
  }
  return foldInOrder(effectiveEvents(events), rules, "");
}

/**
 * The clocks moved on by later events. Undefined where only the whole history tells: for an event that lies before the
 * last one folded, for a correction and for a restated calendar.
 */
export function foldOn(before: Clocks, events: readonly ClockEvent[], rules: Rules): Clocks | undefined {
  const clocks = {
    ...before,
    firstResponse: { ...before.firstResponse },
    cycles: before.cycles.map((cycle) => ({ ...cycle })),
    resolution: { ...before.resolution },
  };
  return stepOn(clocks, events, rules) ? clocks : undefined;
}

/** The same in place, for clocks that nobody else holds. False at an event that takes the whole history: they are then of no use. */
export function stepOn(clocks: Clocks, events: readonly ClockEvent[], rules: Rules): boolean {
  for (const event of events) {
    const isLate = (event.occurredAt - clocks.lastAt || event.seq - clocks.seq) <= 0;
    if (isLate || NEEDS_HISTORY.has(event.type)) return false;
    step(clocks, event, rules);
  }
  return true;
}

const NEEDS_HISTORY = new Set(["event_voided", "time_corrected", "calendar_restated"]);

function foldInOrder(events: readonly ClockEvent[], rules: Rules, restated: string): Clocks | undefined {
  let clocks: Clocks | undefined;
  events.forEach((event, index) => {
    if (clocks) step(clocks, event, rules);
    else if (event.type === "created") clocks = begin(event, restated, rules);
    if (clocks && event.type === "calendar_restated")
      clocks = restate(clocks, events.slice(0, index), event.payload, rules);
  });
  return clocks;
}

/** Counts the past again by a restated calendar; clocks that have stopped keep their result unless it says so. */
function restate(clocks: Clocks, past: readonly ClockEvent[], restatement: Restatement, rules: Rules): Clocks {
  const { calendarId, version, includesStopped } = restatement;
  const others = past.filter((event) => event.type !== "calendar_restated" || event.payload.calendarId !== calendarId);
  const again = foldInOrder(others, rules, `${calendarId}@${version}`) ?? clocks;
  const choose = (old: Clock, renewed: Clock): Clock => (old.phase === "stopped" && !includesStopped ? old : renewed);
  return {
    ...clocks,
    restated: again.restated,
    firstResponse: choose(clocks.firstResponse, again.firstResponse),
    cycles: again.cycles.map((cycle, index) => choose(clocks.cycles[index] || cycle, cycle)),
    resolution: choose(clocks.resolution, again.resolution),
    firstStop: (includesStopped ? again : clocks).firstStop,
  };
}
