import type { TicketEvent } from "../history/event.ts";
import type { Clock } from "../sla/clock.ts";
import { durationInWords } from "./in-words.ts";

/** What a lead's override did to a clock; "" where it was about another. */
export function overriddenInWords({ actor, because = "" }: TicketEvent, was: Clock, is: Clock): string {
  if (was.overrideMs === is.overrideMs) return "";
  const why = ` Why: “${because}”`;
  if (is.overrideMs === 0) return `${actor}, a lead, decided that it doesn't count.${why}`;
  const instead = was.targetMs === 0 ? "" : ` instead of ${durationInWords(was.targetMs)}`;
  return `${actor}, a lead, gave it ${durationInWords(is.overrideMs ?? 0)}${instead}; the time used is kept.${why}`;
}

/** That a lead took back what had been decided on a clock. */
export function takenBackInWords({ actor, because = "" }: TicketEvent): string {
  return `${actor}, a lead, took back what had been decided: it counts as though nothing had been changed. Why: “${because}”`;
}
