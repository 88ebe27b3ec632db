import type { Status, StatusCategory } from "../ticket/field.ts";
import type { TicketState } from "../ticket/ticket.ts";
import type { NewEvent, TicketEvent } from "./event.ts";

/** What statuses and reopenings mean now. */
export interface Meanings {
  readonly statuses: readonly Status[];
  readonly reopenDays: number;
}

/** The event with what its status meant by then, and until when that was a reopening: settings may change later, the past may not. */
export function withMeaning(
  event: NewEvent,
  before: TicketState | undefined,
  { statuses, reopenDays }: Meanings,
): NewEvent {
  const category = lookUp(event.set["status"], statuses);
  if (!category) return event;
  const isOpening = before?.resolvedAt !== undefined && (category === "open" || category === "waiting");
  return { ...event, category, ...(isOpening && { reopenDays }) };
}

/** What the status that an event sets meant; undefined where it sets none, or one that nobody knows any more. */
export function categoryOf({ category, set }: TicketEvent, statuses: readonly Status[]): StatusCategory | undefined {
  return category ?? lookUp(set["status"], statuses);
}

const lookUp = (name: unknown, statuses: readonly Status[]): StatusCategory | undefined =>
  statuses.find((status) => status.name === name)?.category;
