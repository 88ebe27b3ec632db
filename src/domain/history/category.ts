import type { Status, StatusCategory } from "../ticket/field.ts";
import type { NewEvent, TicketEvent } from "./event.ts";

/** The event with what its status meant by then: names and their categories may change later, the past may not. */
export function withCategory(event: NewEvent, statuses: readonly Status[]): NewEvent {
  const category = lookUp(event.set["status"], statuses);
  return category ? { ...event, category } : event;
}

/** What the status that an event sets meant; undefined where it sets none, or one that nobody knows any more. */
export function categoryOf({ category, set }: TicketEvent, statuses: readonly Status[]): StatusCategory | undefined {
  return category ?? lookUp(set["status"], statuses);
}

const lookUp = (name: unknown, statuses: readonly Status[]): StatusCategory | undefined =>
  statuses.find((status) => status.name === name)?.category;
