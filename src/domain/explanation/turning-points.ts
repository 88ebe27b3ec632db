import { toldByAll } from "../deadline/clock-events.ts";
import type { FoldRules } from "../deadline/fold-ticket.ts";
import type { TicketEvent } from "../history/event.ts";
import { effectiveEvents } from "../sla/effective-events.ts";
import type { Clock } from "../sla/clock.ts";
import { clockOf, type Clocks } from "../sla/clocks.ts";
import type { ClockEvent } from "../sla/event.ts";
import { fold, foldOn } from "../sla/fold.ts";
import type { Metric } from "../sla/policy.ts";
import { turnInWords } from "./turn-in-words.ts";

/** An event that changed a clock, with the rule by which it did. */
export interface TurningPoint {
  readonly metric: Metric;
  /** Counts next-response cycles from 0. */
  readonly cycle: number;
  readonly at: number;
  readonly because: string;
  /** The clock's target from here on. */
  readonly targetMs: number;
}

/** A ticket's clocks, what turned them, and the statuses that it had. */
export interface Story {
  readonly clocks: Clocks;
  readonly points: readonly TurningPoint[];
  readonly statuses: readonly { readonly at: number; readonly name: string }[];
}

/** What each event did to the clocks; undefined where the events don't begin with a creation. */
export function storyOf(events: readonly TicketEvent[], rules: FoldRules): Story | undefined {
  const causes = new Map(events.map((event) => [event.seq, event]));
  const told = effectiveEvents(toldByAll(events, rules.statuses));
  const points: TurningPoint[] = [];
  const statuses: { at: number; name: string }[] = [];
  let clocks: Clocks | undefined;
  told.forEach((event, index) => {
    const cause = causes.get(Math.floor(event.seq));
    const after = (clocks && foldOn(clocks, [event], rules.sla)) ?? fold(told.slice(0, index + 1), rules.sla);
    if (after && cause) points.push(...pointsOf(event, cause, { before: clocks, after }));
    if (cause && typeof cause.set["status"] === "string" && (event.type === "status" || event.type === "created"))
      statuses.push({ at: event.occurredAt, name: cause.set["status"] });
    clocks = after;
  });
  return clocks && { clocks, points, statuses };
}

function pointsOf(
  event: ClockEvent,
  cause: TicketEvent,
  { before, after }: { before: Clocks | undefined; after: Clocks },
): TurningPoint[] {
  const point = (metric: Metric, cycle: number, [was, is]: readonly [Clock | undefined, Clock]): TurningPoint[] => {
    const { priority, isVip } = after;
    const isTakenBack = event.seq === cause.seq && cause.voided?.[0] === metric && is === clockOf(after, metric);
    const because = turnInWords({ event, cause, was, is, priority, isVip, isTakenBack });
    return because === "" ? [] : [{ metric, cycle, at: event.occurredAt, because, targetMs: is.targetMs }];
  };
  return [
    ...point("firstResponse", 0, [before?.firstResponse, after.firstResponse]),
    ...after.cycles.flatMap((cycle, index) => point("nextResponse", index, [before?.cycles[index], cycle])),
    ...point("resolution", 0, [before?.resolution, after.resolution]),
  ];
}
