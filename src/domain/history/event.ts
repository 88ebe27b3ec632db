import type { Mark } from "../deadline/told.ts";
import type { Metric } from "../sla/policy.ts";
import type { Versions } from "../sla-settings/versions.ts";
import type { Fields } from "../ticket/content.ts";
import type { StatusCategory } from "../ticket/field.ts";
import type { Role, Source } from "../ticket/ticket.ts";

/** "promised" and "warned": not the ticket was changed, but what it is promised, or who was told of its deadlines. */
export type EventType =
  "created" | "edited" | "deleted" | "restored" | "configured" | "promised" | "warned" | CommunicationType;

/** What was said: it is kept under the key "said", and is no field of the ticket. */
export type CommunicationType = "inbound" | "reply" | "note" | "call";

export const SAID = "said";

/** One fact about one ticket (or about the desk: ticketId ""), append-only. Instants are epoch ms; `set` holds the new contents only. */
export interface TicketEvent {
  readonly seq: number;
  readonly ticketId: string;
  readonly type: EventType;
  readonly occurredAt: number;
  readonly recordedAt: number;
  readonly actor: string;
  readonly role: Role;
  readonly source: Source;
  /** The ticket's event before this one; 0 for its first. */
  readonly previous: number;
  readonly set: Fields;
  /** Where the row stood: a hint for finding it again, never trusted. */
  readonly row?: number;
  /** The sidebar's key of the request, so that a repeated call logs nothing twice. */
  readonly requestId?: string;
  readonly because?: string;
  /** Of a created event: an agent answered while it was told, by phone or across the desk. */
  readonly live?: true;
  /** What the status that it sets means to the clocks. */
  readonly category?: StatusCategory;
  /** Of an opening after the ticket was resolved: within how many days that was a reopening by then. */
  readonly reopenDays?: number;
  /** The promise that the ticket is under from here on. */
  readonly policy?: readonly [id: string, version: number];
  /** Whether its requester is a VIP from here on. */
  readonly vip?: boolean;
  /** A calendar that was put right for days that are over: its id, and which of its restatements. */
  readonly restated?: readonly [calendarId: string, version: number];
  /** What a lead decided on a clock: its whole target in minutes of working time from here on, 0 where it doesn't count. */
  readonly override?: readonly [clock: Metric, targetMinutes: number];
  /** What a lead takes back: the clock, and the seqs of the overrides that count as though they had never been. */
  readonly voided?: readonly [clock: Metric, ...seqs: readonly number[]];
  /** All versions of policies and calendars: told by the first event that is recorded under new ones. */
  readonly promises?: Versions;
  /** Of a "warned" event: the warnings and breaches that people are told of. */
  readonly told?: readonly Mark[];
}

export type NewEvent = Omit<TicketEvent, "seq" | "recordedAt">;

/** A record while it is put together. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
