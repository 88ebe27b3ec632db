import type { Mark } from "../deadline/told.ts";
import type { Metric } from "../sla/policy.ts";
import type { Telling, ToldTicket } from "./told-ticket.ts";

const MINUTE_MS = 60_000;

export const METRIC_NAMES: Readonly<Record<Metric, string>> = {
  firstResponse: "First response",
  nextResponse: "Next response",
  resolution: "Resolution",
};

/** One clock in a sentence: "Resolution was due Mon 2 Mar 2026, 17:00; over by 5 min of working time." */
export function tellingInWords({ metric, threshold, dueAt, remainingMs }: Telling, offsetMs: Offset): string {
  const when = instantInWords(dueAt, offsetMs);
  if (threshold === 100)
    return `${METRIC_NAMES[metric]} was due ${when}; over by ${durationInWords(-remainingMs)} of working time.`;
  return `${METRIC_NAMES[metric]} is due ${when}; ${durationInWords(remainingMs)} of working time left.`;
}

/** What was told of a ticket, as its timeline says it: "Resolution: 90 % of its time is used." */
export function markInWords([metric, , threshold]: Mark): string {
  return `${METRIC_NAMES[metric]}: ${threshold === 100 ? "breached" : `${threshold} % of its time is used`}.`;
}

/** A ticket's line: number and subject, on one line whatever the subject holds. */
export const titleOf = ({ ticketId, subject }: ToldTicket): string => `${ticketId} ${oneLine(subject, 100)}`.trim();

/** Who asks, and who works on it. */
export function peopleInWords({ requester, requesterName, assignee }: ToldTicket): string {
  const name = oneLine(requesterName, 40);
  const address = oneLine(requester, 40);
  const asks = name && address ? `${name} (${address})` : name || address || "unknown";
  return `Requester: ${asks}. Assignee: ${oneLine(assignee, 40) || "nobody"}.`;
}

/** Ms that local time is ahead of UTC at an instant. */
export type Offset = (at: number) => number;

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "23 Feb", of a date YYYY-MM-DD. */
export function dayInWords(date: string): string {
  const [, month = 1, day = 1] = date.split("-").map(Number);
  return `${day} ${MONTHS[month - 1] ?? ""}`;
}

function instantInWords(at: number, offsetMs: Offset): string {
  const local = new Date(at + offsetMs(at));
  const day = `${DAYS[local.getUTCDay()] ?? ""} ${local.getUTCDate()} ${MONTHS[local.getUTCMonth()] ?? ""}`;
  return `${day} ${local.getUTCFullYear()}, ${local.toISOString().slice(11, 16)}`;
}

function durationInWords(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / MINUTE_MS);
  if (minutes < 1) return "less than a minute";
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : "", rest > 0 ? `${rest} min` : ""].filter((part) => part !== "").join(" ");
}

/** Text from outside, on one line and cut where it is too long. */
export function oneLine(text: string, longest: number): string {
  const line = text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…`;
}
