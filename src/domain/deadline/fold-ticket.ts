import { fold as foldRecord, moveOn, type MovingState } from "../history/fold.ts";
import type { TicketEvent } from "../history/event.ts";
import { fold as foldClocks, foldOn, stepOn } from "../sla/fold.ts";
import type { Clocks } from "../sla/clocks.ts";
import type { Rules } from "../sla/step.ts";
import type { Status } from "../ticket/field.ts";
import type { TicketState } from "../ticket/ticket.ts";
import { unpackClocks } from "./cell.ts";
import { clockEventsOf, toldByAll } from "./clock-events.ts";
import { countsAfter } from "./counts.ts";

/** What a ticket's events are folded by: the names of the statuses, and the promises that clocks measure. */
export interface FoldRules {
  readonly statuses: readonly Status[];
  readonly sla: Rules;
  /** For a reader that keeps of each ticket only the state after its last event: states that this fold made are moved on rather than copied. */
  readonly keepsLastOnly?: true;
}

/** The ticket as all of its events tell it, oldest first; undefined without any. */
export function foldAll(events: readonly TicketEvent[], rules: FoldRules): TicketState | undefined {
  const state = events.reduce<TicketState | undefined>((before, event) => foldTicket(before, event, rules), undefined);
  if (!state || state.clocks) return state;
  const clocks = foldClocks(toldByAll(events, rules.statuses), rules.sla);
  return clocks ? { ...state, clocks } : state;
}

/**
 * The ticket after one more event, its clocks and counts too. Events of a ticket must come in the order of their seq. The clocks are left out where only
 * the whole history tells them: what was said before something that is known already, or a calendar put right.
 */
export function foldTicket(before: TicketState | undefined, event: TicketEvent, rules: FoldRules): TicketState {
  const clocks = clocksAfter(before, event, rules);
  const counts = countsAfter(before, event);
  const after = afterRecord(before, event, rules);
  if (clocks) after.clocks = clocks;
  else if (after.clocks) delete after.clocks;
  if (counts) after.counts = counts;
  return after;
}

function afterRecord(before: TicketState | undefined, event: TicketEvent, rules: FoldRules): MovingState {
  if (!before || !rules.keepsLastOnly) return foldRecord(before, event, rules.statuses);
  moveOn(before, event, rules.statuses);
  return before;
}

/** Clocks as they are, or as a row keeps them. */
export interface Unpackable {
  readonly clocks?: TicketState["clocks"] | undefined;
  readonly packed?: TicketState["packed"] | undefined;
}

/** A ticket's clocks, unpacked where its row was just read; undefined for a row older than the clocks. */
export function clocksIn({ clocks, packed }: Unpackable): Clocks | undefined {
  return clocks ?? (packed && unpackClocks(packed));
}

function clocksAfter(
  before: TicketState | undefined,
  event: TicketEvent,
  { statuses, sla, keepsLastOnly }: FoldRules,
): Clocks | undefined {
  if (event.type === "created" || !before) return foldClocks(clockEventsOf(event, statuses, -Infinity), sla);
  const clocks = clocksIn(before);
  const told = clocks && clockEventsOf(event, statuses, clocks.lastAt);
  if (!clocks || !told || told.length === 0) return clocks;
  if (!keepsLastOnly) return foldOn(clocks, told, sla);
  return stepOn(clocks, told, sla) ? clocks : undefined;
}
