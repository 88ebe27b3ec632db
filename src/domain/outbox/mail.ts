/** The mails that were written together are numbered under one id, each with how many they are: "120-1/3". */
export const mailId = (batch: string, { number, of }: { number: number; of: number }): string =>
  `${batch}-${number}/${of}`;

/** The parts of such an id; of an older mail it isn't known how many they were. */
export function partsOfId(id: string): { batch: string; number: number; of: number } | undefined {
  const [, batch, number, of = number] = /^(.+)-(\d{1,6})(?:\/(\d{1,6}))?$/.exec(id) ?? [];
  return batch === undefined ? undefined : { batch, number: Number(number), of: Number(of) };
}

/** What is to be sent to one person; `about` are the tickets. */
export interface NewMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly about: readonly string[];
}

/** held: a person decides; the rest is what it says. */
export type MailState = "queued" | "sending" | "sent" | "failed" | "held";
export const MAIL_STATES: readonly MailState[] = ["queued", "sending", "sent", "failed", "held"];

/** A mail in the Outbox and how far it has come; instants are epoch ms, 0 for none. */
export interface QueuedMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly createdAt: number;
  readonly state: MailState;
  readonly tries: number;
  readonly nextTryAt: number;
  readonly sentAt: number;
  readonly error: string;
}

const FIVE_MINUTES = 5 * 60_000;
const TRIES = 6;
/** So long a mail has its place in the Outbox. */
export const KEPT_MS = 30 * 24 * 3_600_000;

const IN_DOUBT =
  "The run ended while this was being sent: it may have been sent or not. To send it, perhaps once more, write queued into State.";

export const isDue = ({ state, nextTryAt }: QueuedMail, now: number): boolean => state === "queued" && nextTryAt <= now;

export const sending = (mail: QueuedMail): QueuedMail => ({ ...mail, state: "sending", tries: mail.tries + 1 });

/** What a run that was ended has left behind is not sent twice: a person decides. */
export const inDoubt = (mail: QueuedMail): QueuedMail => ({ ...mail, state: "held", error: IN_DOUBT });

export const sent = (mail: QueuedMail, now: number): QueuedMail => ({
  ...mail,
  ...{ state: "sent", sentAt: now, nextTryAt: 0, error: "" },
});

/** Google refused: once more after 1, 2, 4 … runs of the timer, six times in all. */
export function refused(mail: QueuedMail, error: string, now: number): QueuedMail {
  if (mail.tries >= TRIES) return { ...mail, state: "failed", nextTryAt: 0, error };
  // The timer comes a little early or late: half a minute is given away.
  const nextTryAt = now + FIVE_MINUTES * 2 ** (mail.tries - 1) - 30_000;
  return { ...mail, state: "queued", nextTryAt, error };
}

/** Whether a mail has had its time in the Outbox; what is yet to be sent stays. */
export const isOld = ({ state, createdAt }: QueuedMail, now: number): boolean =>
  state !== "queued" && state !== "sending" && createdAt > 0 && createdAt < now - KEPT_MS;
