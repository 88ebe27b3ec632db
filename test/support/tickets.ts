import type { NewEvent, TicketEvent } from "../../src/domain/history/event.ts";
import { DEFAULT_STATUSES, PRIORITIES } from "../../src/domain/ticket/field.ts";
import type { DeskSettings } from "../../src/domain/ticket/settings.ts";
import type { Author, TicketState } from "../../src/domain/ticket/ticket.ts";
import { at } from "./at.ts";

export const AGENT: Author = { actor: "ada@example.com", role: "agent", source: "sheet" };

export const SETTINGS: DeskSettings = {
  prefix: "T-",
  prefixes: ["T-"],
  statuses: DEFAULT_STATUSES,
  priorities: PRIORITIES,
  reopenWithinDays: 14,
  timeZone: "Etc/UTC",
  sheetTitles: { people: "People", categories: "Categories" },
};

/** An open ticket of average urgency, raised on Monday morning. */
export function aTicket(changes: Partial<TicketState> = {}): TicketState {
  return {
    id: "T-1",
    seq: 1,
    fields: { subject: "Printer on fire", status: "Open", priority: "Medium" },
    createdAt: at("Mon 09:00"),
    updatedAt: at("Mon 09:00"),
    updatedBy: AGENT.actor,
    ...changes,
  };
}

/** An agent's edit in the sheet of T-1, not yet recorded. */
export function anEvent(changes: Partial<NewEvent> = {}): NewEvent {
  return {
    ...{ ticketId: "T-1", type: "edited", occurredAt: at("Mon 09:00"), ...AGENT, previous: 0, set: {} },
    ...changes,
  };
}

/** The same, recorded when it happened. */
export function aRecordedEvent(changes: Partial<TicketEvent> = {}): TicketEvent {
  const event = { ...anEvent(), seq: 1, ...changes };
  return { ...event, recordedAt: changes.recordedAt ?? event.occurredAt };
}
