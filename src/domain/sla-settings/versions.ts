import { type Calendar, WEEKDAYS } from "../calendar/calendar.ts";
import type { PolicyVersion } from "../sla/policy.ts";
import type { CalendarRestatement } from "./restated.ts";

/** What tickets' clocks are counted by: every version of policies and calendars. History keeps it, so that it outlives all that is kept beside the file. */
export interface Versions {
  readonly policies: readonly PolicyVersion[];
  readonly calendars: Readonly<Record<string, readonly Calendar[]>>;
  readonly restatements?: readonly CalendarRestatement[];
  /** Ids of the policies in force, in the order in which they are tried. */
  readonly order: readonly string[];
}

export const versionsIn = ({ policies, calendars, order, restatements = [] }: Versions): Versions => ({
  ...{ policies, calendars, order },
  ...(restatements.length > 0 && { restatements }),
});

/** Whether a value, as somebody may have edited it, can be counted by. */
export function areVersions(value: unknown): value is Versions {
  if (!isRecord(value)) return false;
  const { policies, calendars, order, restatements = [] } = value;
  if (!Array.isArray(policies) || !Array.isArray(order) || !Array.isArray(restatements)) return false;
  if (!isRecord(calendars) || !order.every((id) => typeof id === "string")) return false;
  const versions = Object.values(calendars);
  return (
    policies.every(isPolicy) &&
    versions.every((own) => Array.isArray(own) && own.every(isCalendar)) &&
    restatements.every(isRestatement)
  );
}

function isPolicy(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value["targets"])) return false;
  const { id, version, calendarId, targets } = value;
  const areTexts = typeof id === "string" && typeof calendarId === "string";
  return areTexts && typeof version === "number" && Object.values(targets).every(isRecord);
}

function isCalendar(value: unknown): boolean {
  if (!isRecord(value) || typeof value["tz"] !== "string" || !isRecord(value["weekly"])) return false;
  const { weekly } = value;
  return WEEKDAYS.every((day) => weekly[day] === undefined || Array.isArray(weekly[day]));
}

function isRestatement(value: unknown): boolean {
  if (!isRecord(value) || typeof value["calendarId"] !== "string") return false;
  return typeof value["version"] === "number" && Array.isArray(value["closed"]) && isRecord(value["special"]);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
