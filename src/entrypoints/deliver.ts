import { aloneAtTheOutbox } from "../google/lock.ts";
import { mailer } from "../google/mail.ts";
import { openMemory } from "../google/properties.ts";
import { actingUser } from "../google/session.ts";
import type { TicketRow } from "../use-cases/desk.ts";
import { sendMails } from "../use-cases/send-mails.ts";
import { MAIL, type MailMemory, type Memory, parse } from "../workbook/memory.ts";
import { sheetOf } from "../workbook/open-desk.ts";
import { OutboxSheet } from "../workbook/outbox-sheet.ts";
import { hasToTell, queueDigests } from "./tell.ts";

/** Whether the Outbox must be opened, as far as the properties tell. */
export const hasToDeliver = (memory: Memory): boolean => hasToTell(memory) || before(memory).waiting > 0;

/** Whether somebody has written "queued" into a mail that had failed or was held; a look at the Outbox tells, where there are any. */
export const isQueuedAgain = (memory: Memory): boolean =>
  (before(memory).stuck ?? 0) > 0 && new OutboxSheet(outboxIn(memory)).hasWork();

const outboxIn = (memory: Memory): ReturnType<typeof sheetOf> => sheetOf(memory, "outbox", "Outbox");

/** Queues what is to be told, and sends what is due. Only the owner's timer does: what leaves is of one account, and within its quota. `told` are rows that this run has read. */
export function deliver(now: number, told: readonly TicketRow[]): void {
  aloneAtTheOutbox(() => {
    const memory = openMemory();
    if (!isOwner(memory.get("owner"), actingUser())) return;
    if (hasToTell(memory)) {
      // Known before anything is queued: a run that is killed leaves the mails to the next.
      noteMail(memory, { ...before(memory), waiting: Math.max(1, before(memory).waiting) });
      queueDigests(told);
    }
    const outbox = new OutboxSheet(outboxIn(memory));
    const { waiting, stuck, left } = sendMails(outbox, mailer, now);
    outbox.prune(now);
    noteMail(memory, { ...before(memory), waiting, stuck, ...(left !== undefined && { left, leftAt: now }) });
  });
}

/** Anybody who can edit may start the timer's function by hand; their account is not the desk's. */
const isOwner = (owner = "unknown", user: string): boolean =>
  owner === user || owner === "unknown" || user === "unknown";

const before = (memory: Memory): MailMemory => parse<MailMemory>(memory.get(MAIL)) ?? { waiting: 0 };

function noteMail(memory: Memory, mail: MailMemory): void {
  const json = JSON.stringify(mail);
  if (memory.get(MAIL) !== json) memory.set(MAIL, json);
}
