import type { WorkingTime } from "../domain/calendar/working-time.ts";
import { Problem } from "../domain/problem.ts";
import type { NewEvent, TicketEvent } from "../domain/history/event.ts";
import type { News } from "../domain/sla-settings/news.ts";
import type { Fields } from "../domain/ticket/content.ts";
import type { PutBack } from "../domain/ticket/edit-rules.ts";
import type { QueuedMail } from "../domain/outbox/mail.ts";
import type { MailBody } from "../domain/outbox/pictures.ts";
import type { KnownTickets, SeenRow } from "../domain/ticket/identity.ts";
import type { DeskSettings } from "../domain/ticket/settings.ts";
import type { Author, TicketState } from "../domain/ticket/ticket.ts";

/** All that one run may read or change; opened and closed by `entrypoints/with-desk.ts`. Instants are epoch ms. */
export interface Desk {
  readonly now: number;
  readonly author: Author;
  readonly settings: DeskSettings;
  readonly tickets: TicketRows;
  /** History first, the rows second, acknowledged last; throws a Problem where the rows moved away meanwhile. */
  record(records: readonly RowRecord[]): void;
  /** What a ticket with these fields is promised from here on. */
  promise(fields: Fields): Pick<NewEvent, "policy" | "vip">;
  /** What the clocks of a ticket with these fields have not heard yet. */
  news(state: TicketState, fields: Fields): News;
  /** The working time of a ticket's calendar, or of the desk's first; where there is none, all time. */
  workingTimeOf(state?: TicketState): Pick<WorkingTime, "elapsed">;
  /** Says a sentence to the person at the sheet, if there is one. */
  tell(sentence: string): void;
}

/** Rows of the Tickets sheet, 1-based, both ends included. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

export interface TicketRow extends SeenRow {
  /** The State cell as it was read. */
  readonly savedText?: string;
  /** The saved self has been brought up to date since it was read: State must be written anew, even where nothing else is to be done. */
  readonly isBehind?: true;
  /** What the editable columns must hold, by key; custom columns too. */
  readonly fields: Fields;
  /** What their cells hold, where the desk still owes them something: whatever is recorded of the row writes the difference. */
  readonly cells?: Fields;
  /** What was typed into cells before the desk wrote there without having seen it: put back now, or refused. */
  readonly retyped?: Fields;
  /** What cells held before the desk wrote there by mistake: put back now. */
  readonly wroteOver?: Fields;
  /** The desk's own columns hold what the desk never writes there. */
  readonly hasJunk?: true;
  /** What a column of the desk's own shows; undefined where it wasn't read. */
  readonly ownCell?: (key: string) => string | number | boolean | Date | undefined;
}

export interface TicketRows {
  readonly known: KnownTickets;
  read(span: RowSpan): TicketRow[];
  /** Reserves a new number for each row and writes it there; throws a Problem where the rows moved away meanwhile. */
  giveNumbers(rowNumbers: readonly number[]): string[];
  /** Takes numbers away from rows where no ticket stands; throws a Problem where the rows moved away meanwhile. */
  clearNumbers(rowNumbers: readonly number[]): void;
  /** Reserves one number for a ticket that has no row yet. */
  reserveNumber(): string;
  /** The ticket that an earlier try of the same request was about, as far back as History's tail was read. */
  ticketOfRequest(requestId: string): string | undefined;
  /** All events of a ticket, oldest first: searched for in History. */
  eventsOf(id: string): TicketEvent[];
  /** A ticket as all of its events tell it, with its texts in full. */
  contentsFromHistory(id: string): { state: TicketState; contents: Fields } | undefined;
}

/** What is to become of one row. Without an event, only its saved self and its cells are put right. */
export interface RowRecord {
  /** Undefined where the ticket has no row yet: one is added at the end. */
  readonly rowNumber: number | undefined;
  readonly ticketId: string;
  readonly before: TicketState | undefined;
  readonly event: NewEvent | undefined;
  readonly putBack: readonly PutBack[];
  /** The row stays, without a ticket: what the desk wrote there is taken away. */
  readonly isVacated?: true;
  /** All that a row to be added must show, where that is more than the event sets. */
  readonly contents?: Fields;
}

/** The rows were sorted or shifted between reading and writing; nothing was acknowledged, so the same work is done again. */
export class RowsMoved extends Problem {
  /** `failure`: what Google said, where that is how it was noticed: a cell that was written is not there any more. */
  constructor(readonly failure?: unknown) {
    super("busy", "The rows were moved while they were being saved. The next check goes on.");
  }
}

/** The mails that are on their way, as they stand in the Outbox sheet. */
export interface Outbox {
  mails(): QueuedMail[];
  /** What these mails say, by id. */
  bodiesOf(mails: readonly QueuedMail[]): ReadonlyMap<string, MailBody>;
  /** Writes how far mails have come, durably, wherever their rows stand now; answers with the ids of those that still have a row. */
  keep(mails: readonly QueuedMail[]): ReadonlySet<string>;
}

/** Google's way to send mail; whatever it throws when sending means that it took nothing. */
export interface Mailer {
  /** How many mails more it takes today; throws a Problem where it may not be asked. */
  left(): number;
  send(mail: MailBody & { readonly to: string; readonly subject: string }): void;
}
