import { inDoubt, isDue, type MailState, type QueuedMail, refused, sending, sent } from "../domain/outbox/mail.ts";
import type { MailBody } from "../domain/outbox/pictures.ts";
import type { Mailer, Outbox } from "./desk.ts";

/** Mails that Google would still take are kept for people's own work with this account. */
const RESERVE = 10;
const MAILS_A_RUN = 50;
/** So many refusals one after the other are Google's trouble, not the mails'. */
const REFUSALS_IN_A_ROW = 3;

export interface Sending {
  /** Mails that are yet to be sent, now or later. */
  readonly waiting: number;
  /** Mails that a person has to decide about: failed or held. */
  readonly stuck: number;
  /** How many Google still took when it was asked; undefined where nothing was to be sent. */
  readonly left?: number;
}

/**
 * Sends what is due, oldest first. Only one run may do this at a time. Each mail is marked before it leaves, so that no kill makes it leave twice:
 * one that is found marked was on its way when a run ended, and is held for a person to decide.
 */
export function sendMails(outbox: Outbox, mailer: Mailer, now: number): Sending {
  const mails = outbox.mails();
  const queued = mails.filter(({ state }) => state === "queued");
  const due = queued.filter((mail) => isDue(mail, now));
  const doubtful = mails.filter(({ state }) => state === "sending").map(inDoubt);
  const stuck = mails.filter(({ state }) => state === "failed" || state === "held").length + doubtful.length;
  if (due.length === 0) {
    if (doubtful.length > 0) outbox.keep(doubtful);
    return { waiting: queued.length, stuck };
  }
  const left = mailer.left();
  const batch = due.slice(0, Math.max(0, Math.min(MAILS_A_RUN, left - RESERVE)));
  const done = sendBatch(batch, doubtful, { outbox, mailer, now });
  const count = (state: MailState): number => done.filter((mail) => mail.state === state).length;
  const waiting = queued.length - done.length + count("queued");
  return { waiting, stuck: stuck + count("failed"), left: left - count("sent") };
}

function sendBatch(
  batch: readonly QueuedMail[],
  doubtful: readonly QueuedMail[],
  { outbox, mailer, now }: { outbox: Outbox; mailer: Mailer; now: number },
): QueuedMail[] {
  const bodies = outbox.bodiesOf(batch);
  const done: QueuedMail[] = [];
  let unsaved = doubtful;
  for (const mail of batch) {
    const marked = sending(mail);
    const isThere = outbox.keep([...unsaved, marked]).has(mail.id);
    const after = isThere ? trySending(marked, bodies.get(mail.id), { mailer, now }) : undefined;
    unsaved = after ? [after] : [];
    if (after) done.push(after);
    const last = done.slice(-REFUSALS_IN_A_ROW);
    if (last.length === REFUSALS_IN_A_ROW && last.every(({ state }) => state !== "sent")) break;
  }
  if (unsaved.length > 0) outbox.keep(unsaved);
  return done;
}

function trySending(
  mail: QueuedMail,
  body: MailBody | undefined,
  { mailer, now }: { mailer: Mailer; now: number },
): QueuedMail {
  try {
    mailer.send({ to: mail.to, subject: mail.subject, ...(body ?? { text: "", html: "" }) });
  } catch (error) {
    return refused(mail, error instanceof Error ? error.message : String(error), now);
  }
  return sent(mail, now);
}
