import { type Difference, instantInWords, short, type WallText } from "../history/difference.ts";
import type { TicketEvent } from "../history/event.ts";
import { ticketsIn } from "../warning/digest.ts";
import { KEPT_MS, mailId, partsOfId } from "./mail.ts";
import { showsPictures } from "./pictures.ts";

/** A row of the Outbox as its cells show it; `createdAt` is epoch ms, 0 where nobody can read it. */
export interface MailRow {
  readonly rowNumber: number;
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly about: readonly string[];
  readonly createdAt: number;
}

export interface MailFrame {
  readonly now: number;
  readonly wallText: WallText;
  /** Whether History has an event of this seq by now. */
  readonly isKnown: (seq: number) => boolean;
  /** The last event before those that a run is yet to write mails of; undefined where none is. */
  readonly toTell: number | undefined;
  /** Whether anybody can be mailed at all. */
  readonly hasReceivers: () => boolean;
  readonly isKnownTicket: (id: string) => boolean;
  /** Of several passes, which tickets this one looks at; the mails themselves are looked at in the first. */
  readonly concerns: (ticketId: string) => boolean;
  readonly isLaterPass: boolean;
}

/** An event by which people were told of a ticket, and the seq of the ticket's next event. */
interface Warned {
  readonly seq: number;
  readonly ticketId: string;
  readonly recordedAt: number;
  next: number;
}

/** A mail of warnings, with the seq of the last event that it may be about. */
interface Warning {
  readonly mail: MailRow;
  readonly upTo: number;
}

/** Compares the Outbox with what History says was told. */
export class MailCheck {
  private readonly warned: Warned[] = [];
  private readonly last = new Map<string, Warned>();
  private readonly differences: Difference[] = [];

  /** An event of History, oldest first. */
  take({ type, seq, ticketId, recordedAt }: TicketEvent): void {
    const before = this.last.size > 0 ? this.last.get(ticketId) : undefined;
    if (before) {
      before.next = seq;
      this.last.delete(ticketId);
    }
    if (type !== "warned") return;
    const warned = { seq, ticketId, recordedAt, next: Infinity };
    this.warned.push(warned);
    this.last.set(ticketId, warned);
  }

  /** To be called once all events were taken, with the mails as they stand then. */
  finish(mails: readonly MailRow[], frame: MailFrame): Difference[] {
    if (!frame.isLaterPass) {
      this.checkIds(mails, frame);
      this.checkNumbers(mails, frame);
      for (const mail of mails) this.checkSubject(mail);
    }
    const warnings = mails
      .map((mail) => ({ mail, upTo: warnedUpTo(mail) }))
      .filter(({ upTo }) => upTo > 0 && frame.isKnown(upTo))
      .sort((one, other) => one.upTo - other.upTo);
    this.checkAbout(warnings, frame);
    this.checkTold(warnings, frame);
    return this.differences;
  }

  private checkIds(mails: readonly MailRow[], { isKnown }: MailFrame): void {
    const seen = new Set<string>();
    for (const mail of mails) {
      const { id, rowNumber, to } = mail;
      const isOurs = showsPictures(id) || (warnedUpTo(mail) > 0 && isKnown(warnedUpTo(mail)));
      if (!isOurs) {
        const named = id === "" ? "without Id" : `"${short(id)}"`;
        this.differ(
          "",
          `Outbox row ${rowNumber} (${named}, to ${short(to) || "nobody"}) is no mail that the desk wrote.`,
        );
      } else if (seen.has(id)) {
        this.differ("", `Mail ${id} stands in the Outbox more than once; row ${rowNumber} is one.`);
      }
      seen.add(id);
    }
  }

  /** Those that are missing among mails that were written together; what is older may have been cleared away. */
  private checkNumbers(mails: readonly MailRow[], { now }: MailFrame): void {
    const batches = new Map<string, { of: number; ids: Map<number, string> }>();
    for (const { id, createdAt } of mails) {
      const parts = partsOfId(id);
      if (!parts || createdAt < now - KEPT_MS) continue;
      const known = batches.get(parts.batch) ?? { of: 0, ids: new Map<number, string>() };
      known.of = Math.max(known.of, parts.of);
      known.ids.set(parts.number, id);
      batches.set(parts.batch, known);
    }
    for (const [batch, { of, ids }] of batches) {
      const [other = ""] = ids.values();
      for (let number = 1; number <= of; number++) {
        if (!ids.has(number))
          this.differ(
            "",
            `Mail ${mailId(batch, { number, of })} is missing from the Outbox; it was written together with ${other}.`,
          );
      }
    }
  }

  private checkSubject({ id, subject, about }: MailRow): void {
    const count = ticketsIn(subject);
    if (count !== undefined && count !== about.length)
      this.differ("", `Mail ${id} names ${about.length} in About, its subject says "${subject}".`);
    if (showsPictures(id) && about.length > 0)
      this.differ("", `Mail ${id} tells of a week, but names ${short(about.join(", "))} in About.`);
  }

  /** A mail is about tickets whose warnings were recorded after the mails before it were written. */
  private checkAbout(warnings: readonly Warning[], frame: MailFrame): void {
    const about = new Set(warnings.flatMap(({ mail }) => mail.about));
    const told = new Map<string, number[]>();
    for (const { seq, ticketId } of this.warned) {
      if (about.has(ticketId)) told.set(ticketId, [...(told.get(ticketId) ?? []), seq]);
    }
    let [before, last] = [0, 0];
    for (const { mail, upTo } of warnings) {
      if (upTo > last) [before, last] = [last, upTo];
      const strange = mail.about
        .filter(frame.concerns)
        .filter((id) => !(told.get(id) ?? []).some((seq) => seq > before && seq <= upTo));
      for (const id of strange) this.differ(frame.isKnownTicket(id) ? id : "", strangeAbout(mail, id, frame));
      if (strange.length > 0) last = before; // somebody's doing: what comes after it is not judged by it
    }
  }

  /** What was told within the time that mails are kept is in a mail; a ticket that was answered or changed before that was written may have been left out. */
  private checkTold(warnings: readonly Warning[], { now, toTell = Infinity, ...frame }: MailFrame): void {
    for (const { seq, ticketId, recordedAt, next } of this.warned) {
      if (recordedAt < now - KEPT_MS || seq > toTell) continue;
      const after = warnings.filter(({ upTo }) => upTo >= seq);
      const isLeftOut = next <= (after[0]?.upTo ?? Infinity) && next !== Infinity;
      if (isLeftOut || after.some(({ mail }) => mail.about.includes(ticketId)) || !frame.hasReceivers()) continue;
      const at = instantInWords(recordedAt, frame.wallText).slice(0, 16);
      this.differ(
        ticketId,
        `${ticketId}: on ${at} people were to be told of its deadline (event ${seq}), but no mail in the Outbox is about that.`,
      );
    }
  }

  private differ(ticketId: string, sentence: string): void {
    this.differences.push({ ticketId, sentence });
  }
}

/** The seq of the last event that a mail may be about; 0 where it is none of warnings. */
const warnedUpTo = ({ id }: MailRow): number => Number(/^[1-9]\d*$/.exec(partsOfId(id)?.batch ?? "")?.[0] ?? 0);

function strangeAbout({ id }: MailRow, ticketId: string, { isKnownTicket }: MailFrame): string {
  return isKnownTicket(ticketId)
    ? `Mail ${id} names ${ticketId} in About, but History tells of no warning of it that this mail could be about.`
    : `Mail ${id} names "${short(ticketId)}" in About, a ticket that History doesn't know.`;
}
