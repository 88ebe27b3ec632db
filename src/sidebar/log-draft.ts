import { isSpoken } from "../domain/ticket/field.ts";
import type { NewTicket, ProblemShown, Start } from "./api.ts";
import type { DeskClock } from "./desk-clock.ts";
import { isOwnOnly } from "./offered.ts";
import { readHappenedAt } from "./happened-at.ts";
import { NOBODY, type Requester, whoIs } from "./requester.ts";
import { newRequestId } from "./server.ts";

/** What an agent has typed so far; lives as long as the sidebar is open. */
export interface LogDraft {
  requestId: string;
  requester: Requester;
  subject: string;
  description: string;
  category: string;
  priority: string;
  channel: string;
  /** Asked for only where people speak to each other. */
  answeredLive: boolean;
  loggedOnBehalfOf: string;
  happenedAt: string;
  /** Asked for only where it happened long ago. */
  lateReason: string;
  /** What was sent under this id by an attempt that may have been saved although no answer came. */
  sent?: string;
}

/** The order is that of the form: the first field with an error gets the focus. */
export const LOG_FIELDS = [
  "requester",
  "subject",
  "description",
  "category",
  "priority",
  "channel",
  "loggedOnBehalfOf",
  "happenedAt",
  "lateReason",
] as const;

export type LogField = (typeof LOG_FIELDS)[number];
export type LogErrors = Partial<Record<LogField, string>>;

const SUBJECT_AT_MOST = 250;

/** An empty form; the channel stays, since one who answers the phone goes on answering it. */
export function freshDraft(start: Start, channel = start.channels[0] ?? ""): LogDraft {
  const empty = { subject: "", description: "", category: "", loggedOnBehalfOf: "", happenedAt: "", lateReason: "" };
  const draft = { requestId: newRequestId(), requester: NOBODY, ...empty, channel, answeredLive: true };
  if (!isOwnOnly(start)) return { ...draft, priority: usualPriority(start.priorities) };
  // Who asks for themselves says what is wrong; the rest is an agent's.
  const { email, name } = start.agent;
  return { ...draft, requester: { text: email, person: { email, name, isVip: false } }, priority: "", channel: "" };
}

/** Medium where there is one, else the one in the middle. */
function usualPriority(priorities: readonly string[]): string {
  return priorities.find((name) => name === "Medium") ?? priorities[Math.floor(priorities.length / 2)] ?? "";
}

export function errorsOf(draft: LogDraft, clock: DeskClock): LogErrors {
  const errors: LogErrors = {};
  if (draft.requester.text.trim() === "") errors.requester = "Who asks? A name or an address.";
  if (draft.subject.trim() === "") errors.subject = "What is it about? A few words.";
  if (draft.subject.length > SUBJECT_AT_MOST) errors.subject = `Please stay within ${SUBJECT_AT_MOST} characters.`;
  const happened = readHappenedAt(draft.happenedAt, clock);
  if ("sentence" in happened) errors.happenedAt = happened.sentence;
  return errors;
}

/** The server's complaint beside the field it is about; none where it is about something else. */
export function errorsFrom({ field, sentence }: ProblemShown): LogErrors {
  if (field === "requesterName") return { requester: sentence };
  const known = LOG_FIELDS.find((name) => name === field);
  return known ? { [known]: sentence } : {};
}

export function questionOf(draft: LogDraft, clock: DeskClock): NewTicket {
  const happened = readHappenedAt(draft.happenedAt, clock);
  const at = "at" in happened ? happened.at : undefined;
  return {
    requestId: draft.requestId,
    ...whoIs(draft.requester),
    subject: draft.subject.trim(),
    description: draft.description.trim(),
    category: draft.category,
    priority: draft.priority,
    channel: draft.channel,
    loggedOnBehalfOf: draft.loggedOnBehalfOf.trim(),
    answeredLive: draft.answeredLive && isSpoken(draft.channel),
    ...(at === undefined ? {} : { happenedAt: at }),
    ...(at === undefined || draft.lateReason.trim() === "" ? {} : { lateReason: draft.lateReason.trim() }),
  };
}

/** The same for two drafts that say the same; when it happened counts as typed, since "10 min ago" moves on. */
export function contentOf(draft: LogDraft): string {
  return JSON.stringify([...LOG_FIELDS.map((name) => draft[name]), draft.answeredLive]);
}
