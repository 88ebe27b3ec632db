import type { Calendar } from "../calendar/calendar.ts";
import { localDate } from "./calendar-versions.ts";
import { workingTime, type WorkingTime } from "../calendar/working-time.ts";
import type { PolicyVersion } from "../sla/policy.ts";
import type { Rules } from "../sla/step.ts";
import { findPolicy } from "./policy-choice.ts";
import { type CalendarRestatement, putRight } from "./restated.ts";

/** Every version of calendars and policies that a ticket may still be under, and which policies are offered now. */
export interface SlaSettings {
  readonly policies: readonly PolicyVersion[];
  readonly calendars: Readonly<Record<string, readonly Calendar[]>>;
  /** Ids of the policies in force, in the order in which they are tried. */
  readonly order: readonly string[];
  /** Addresses of the people on the fast track. */
  readonly vips: readonly string[];
  /** What special days are called, by calendar and date: "Office 2026-04-06"; without a calendar, everybody's. */
  readonly dayNames?: Readonly<Record<string, string>>;
  /** Calendars put right afterwards; in order of their versions. */
  readonly restatements?: readonly CalendarRestatement[];
  /** The mark of these versions: History tells of them once `head` has it. */
  readonly mark?: string;
  /** Policies whose last version is so new that no event can name it: History ended at `seq` when it was made. */
  readonly fresh?: { readonly seq: number; readonly ids: readonly string[] };
}

export const NO_SLA: SlaSettings = { policies: [], calendars: {}, order: [], vips: [] };

const NO_POLICY: PolicyVersion = { id: "", version: 0, calendarId: "", targets: {} };

/** The rules by which clocks are folded; tables of working time are built once. */
export function slaRules(settings: SlaSettings, reopenDays: number): Rules {
  const times = new Map<string, WorkingTime>();
  return {
    reopenDays,
    policyOf: ({ policyId, version }) =>
      settings.policies.find((policy) => policy.id === policyId && policy.version === version) ?? NO_POLICY,
    calendarOf: (name) => {
      const known = times.get(name) ?? workingTime(calendarVersions(settings, name));
      times.set(name, known);
      return known;
    },
  };
}

/** The versions of a calendar by its id; by `id@version` as they were put right up to that restatement. */
export function calendarVersions({ calendars, restatements = [] }: SlaSettings, name: string): readonly Calendar[] {
  const at = name.lastIndexOf("@");
  const [id, version] = at < 0 ? [name, 0] : [name.slice(0, at), Number(name.slice(at + 1))];
  const known = restatements.filter((restated) => restated.calendarId === id && restated.version <= version);
  return known.reduce(putRight, calendars[id] ?? []);
}

export function isVipIn({ vips }: SlaSettings, requester: string): boolean {
  return vips.includes(requester.trim().toLowerCase());
}

export interface PromiseQuestion {
  readonly at: number;
  readonly requester: string;
  readonly queue: string;
  readonly category: string;
  readonly channel: string;
}

/** What a new ticket is promised: the policy's id and version (none: no SLA), and whether its requester is a VIP. */
export function promiseFor(
  settings: SlaSettings,
  question: PromiseQuestion,
): { policy?: readonly [id: string, version: number]; vip?: true } {
  const { order } = settings;
  const offered = settings.policies.filter(({ id }) => order.includes(id));
  const inOrder = [...offered].sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  const policy = findPolicy(inOrder, { ...question, on: localDate(question.at, zoneOf(settings)) });
  const isVip = isVipIn(settings, question.requester);
  return { ...(policy && { policy: [policy.id, policy.version] as const }), ...(isVip && { vip: true as const }) };
}

/** The zone in which days of policies begin: that of the first calendar. */
function zoneOf({ calendars }: SlaSettings): string {
  return Object.values(calendars)[0]?.[0]?.tz ?? "Etc/UTC";
}
