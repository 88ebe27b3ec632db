import { type MailBody, pictured, showsPictures } from "../domain/outbox/pictures.ts";
import { aloneAtTheOutbox } from "../google/lock.ts";
import { mailer } from "../google/mail.ts";
import { openMemory } from "../google/properties.ts";
import { actingUser } from "../google/session.ts";
import type { Outbox, TicketRow } from "../use-cases/desk.ts";
import { sendMails } from "../use-cases/send-mails.ts";
import { MAIL, type MailMemory, type Memory, parse } from "../workbook/memory.ts";
import { sheetOf } from "../workbook/save/open-desk.ts";
import { OutboxSheet } from "../workbook/outbox-sheet.ts";
import { takeCharts } from "../workbook/report-pictures.ts";
import { hasToTell, queueDigests } from "./tell.ts";

/** Whether the Outbox must be opened, as far as the properties tell. */
export const hasToDeliver = (memory: Memory): boolean => hasToTell(memory) || before(memory).waiting > 0;

/** Whether somebody has written "queued" into a mail that had failed or was held; a look at the Outbox tells, where there are any. */
export const isQueuedAgain = (memory: Memory): boolean =>
  (before(memory).stuck ?? 0) > 0 && new OutboxSheet(outboxIn(memory)).hasWork();

const outboxIn = (memory: Memory): ReturnType<typeof sheetOf> => sheetOf(memory, "outbox", "Outbox");

/** Queues what is to be told, and sends what is due. Only the owner's timer does: what leaves is of one account, and within its quota. `told` are rows that this run has read. */
export function deliver(now: number, told: readonly TicketRow[]): void {
  aloneAtTheOutbox(0, () => {
    const memory = openMemory();
    if (!isOwner(memory.get("owner"), actingUser())) return;
    if (hasToTell(memory)) {
      expectMails(memory);
      queueDigests(told);
    }
    const outbox = new OutboxSheet(outboxIn(memory));
    const { waiting, stuck, left } = sendMails(withCharts(outbox, memory), mailer, now);
    outbox.prune(now);
    noteMail(memory, { ...before(memory), waiting, stuck, ...(left !== undefined && { left, leftAt: now }) });
  });
}

/** Noted before anything is queued: a run that is killed leaves the mails to the next. */
export function expectMails(memory: Memory): void {
  noteMail(memory, { ...before(memory), waiting: Math.max(1, before(memory).waiting) });
}

/** The Outbox, with charts in the bodies that show some: taken once a run, before any mail is marked as leaving. */
const withCharts = (outbox: OutboxSheet, memory: Memory): Outbox => ({
  mails: () => outbox.mails(),
  keep: (mails) => outbox.keep(mails),
  bodiesOf: (mails) => {
    const bodies: ReadonlyMap<string, MailBody> = outbox.bodiesOf(mails);
    if (!mails.some(({ id }) => showsPictures(id))) return bodies;
    const charts = takeCharts(memory);
    return new Map([...bodies].map(([id, body]) => [id, showsPictures(id) ? pictured(body, charts) : body]));
  },
});

/** Anybody who can edit may start the timer's function by hand; their account is not the desk's. */
export const isOwner = (owner = "unknown", user: string): boolean =>
  owner === user || owner === "unknown" || user === "unknown";

const before = (memory: Memory): MailMemory => parse<MailMemory>(memory.get(MAIL)) ?? { waiting: 0 };

function noteMail(memory: Memory, mail: MailMemory): void {
  const json = JSON.stringify(mail);
  if (memory.get(MAIL) !== json) memory.set(MAIL, json);
}
