import type { TicketEvent } from "./event.ts";

/** Events that a run had acknowledged and that stand in History no more: those after seq `after`, up to `upTo`. */
export interface Loss {
  readonly after: number;
  readonly upTo: number;
}

const KEY = "missing";

/** What the event of a loss sets: in words, and after which event it began. It is chained to the last event that was lost. */
export function lossFields({ after, upTo }: Loss): TicketEvent["set"] {
  const events = upTo - after === 1 ? `Event ${upTo} was` : `Events ${after + 1} to ${upTo} were`;
  return { [KEY]: `${events} missing from History: taken out, or an older version of the file was restored.`, after };
}

/** The loss that an event tells of; undefined for any other event. */
export function lossIn({ ticketId, seq, set }: TicketEvent): (Loss & { readonly sentence: string }) | undefined {
  const [sentence, after] = [set[KEY], set["after"]];
  if (ticketId !== "" || typeof sentence !== "string" || typeof after !== "number") return undefined;
  return { sentence, after, upTo: seq - 1 };
}

/** Whether an event of this seq is among those lost. */
export const isLost = (losses: readonly Loss[], seq: number): boolean =>
  losses.some(({ after, upTo }) => after < seq && seq <= upTo);
