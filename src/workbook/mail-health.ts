import type { QueuedMail } from "../domain/outbox/mail.ts";
import type { HealthCheck } from "./health.ts";
import type { DigestMemory, MailMemory } from "./memory.ts";

const MINUTE_MS = 60_000;
/** Google gives a new day's quota within this time. */
const QUOTA_MS = 24 * 60 * MINUTE_MS;

interface MailFrame {
  readonly title: string;
  readonly memory: MailMemory;
  readonly now: number;
  readonly isSilent: boolean;
  /** Where it is switched on. */
  readonly digest: DigestMemory | undefined;
}

/** How mails stand: what never left, what may not have, and what waits and why. */
export function mailCheck(
  mails: readonly QueuedMail[],
  { title, memory, now, isSilent, digest }: MailFrame,
): HealthCheck {
  const of = (state: QueuedMail["state"]): readonly QueuedMail[] => mails.filter((mail) => mail.state === state);
  const said = [
    ...[failed(of("failed")), doubtful(of("held")), waiting(of("queued"), memory, now)],
    digest?.trouble && `The weekly digest is not written yet, and tried again every hour: ${digest.trouble}`,
  ].filter((part) => part);
  const silence = isSilent ? "Nobody is mailed about deadlines: Warnings is off in Settings. " : "";
  const sentences = said.join(" ");
  if (said.length === 0)
    return { name: "Mail", state: "ok", sentence: `${silence}No mail waits.${quota(memory, now)}` };
  const isLost = of("failed").length + of("held").length > 0;
  return {
    name: "Mail",
    state: isLost ? "problem" : "warning",
    sentence: silence + sentences + quota(memory, now),
    fix: isLost
      ? `Look into the sheet ${title}: its column Error says why. Mend the address in People or Assignee if it is wrong; write queued into State to send a mail once more, or delete its row.`
      : `They leave by themselves. The sheet ${title} has them.`,
  };
}

function failed(mails: readonly QueuedMail[]): string | undefined {
  const [first] = mails;
  if (!first) return undefined;
  const why = first.error === "" ? "" : ` (“${first.error.slice(0, 100)}”)`;
  return `${mailsInWords(mails)} to ${addresses(mails)} could not be sent${why}.`;
}

function doubtful(mails: readonly QueuedMail[]): string | undefined {
  if (mails.length === 0) return undefined;
  return `${mailsInWords(mails)} to ${addresses(mails)} may not have been sent, and nobody sends it again by itself.`;
}

function waiting(mails: readonly QueuedMail[], memory: MailMemory, now: number): string | undefined {
  const late = mails.filter(({ createdAt }) => now - createdAt > 10 * MINUTE_MS);
  const [first] = late;
  if (!first) return undefined;
  const isSpent = memory.left !== undefined && now - (memory.leftAt ?? 0) < QUOTA_MS && first.tries === 0;
  const why = first.error !== "" ? ` Google refused: “${first.error.slice(0, 100)}”.` : "";
  const spent = " What Google lets this account send in a day is used up; they leave as soon as it allows more.";
  return `${mailsInWords(late)} to ${addresses(late)} ${late.length === 1 ? "waits" : "wait"}.${isSpent ? spent : why}`;
}

function quota({ left, leftAt = 0 }: MailMemory, now: number): string {
  if (left === undefined || now - leftAt > QUOTA_MS) return "";
  return ` Google would take ${left} more today.`;
}

const mailsInWords = (mails: readonly unknown[]): string => `${mails.length} ${mails.length === 1 ? "mail" : "mails"}`;

function addresses(mails: readonly QueuedMail[]): string {
  const all = [...new Set(mails.map(({ to }) => to))];
  return all.length > 3 ? `${all.slice(0, 3).join(", ")} and ${all.length - 3} more` : all.join(", ");
}
