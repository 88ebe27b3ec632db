import { aloneAtTheOutbox } from "../google/lock.ts";
import { mailer } from "../google/mail.ts";
import { openMemory } from "../google/properties.ts";
import { sendMails } from "../use-cases/send-mails.ts";
import { MAIL, type MailMemory, type Memory, parse } from "../workbook/memory.ts";
import { sheetOf } from "../workbook/open-desk.ts";
import { OutboxSheet } from "../workbook/outbox-sheet.ts";
import { hasToTell, queueDigests } from "./tell.ts";

/** Whether the Outbox must be opened, as far as the properties tell. */
export const hasToDeliver = (memory: Memory): boolean =>
  hasToTell(memory) || (parse<MailMemory>(memory.get(MAIL))?.waiting ?? 0) > 0;

/** Queues what is to be told, and sends what is due. Only the owner's timer does: what leaves is of one account, and within its quota. */
export function deliver(now: number): void {
  aloneAtTheOutbox(() => {
    const memory = openMemory();
    if (hasToTell(memory)) {
      // Known before anything is queued: a run that is killed leaves the mails to the next.
      noteMail(memory, { ...before(memory), waiting: Math.max(1, before(memory).waiting) });
      queueDigests();
    }
    const outbox = new OutboxSheet(sheetOf(memory, "outbox", "Outbox"));
    const { waiting, left } = sendMails(outbox, mailer, now);
    outbox.prune(now);
    noteMail(memory, { ...before(memory), waiting, ...(left !== undefined && { left, leftAt: now }) });
  });
}

const before = (memory: Memory): MailMemory => parse<MailMemory>(memory.get(MAIL)) ?? { waiting: 0 };

function noteMail(memory: Memory, mail: MailMemory): void {
  const json = JSON.stringify(mail);
  if (memory.get(MAIL) !== json) memory.set(MAIL, json);
}
