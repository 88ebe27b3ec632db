import type { Calendar } from "../calendar/calendar.ts";
import { DAY } from "../calendar/local-time.ts";
import { localDate } from "./calendar-versions.ts";
import type { PolicyVersion } from "../sla/policy.ts";
import { isInUse, restatementsOf, type SpecialDay } from "./restated.ts";
import type { SlaSettings } from "./sla-settings.ts";

/** What people have written and what may come into force: only what is free of mistakes. */
export interface Drafts {
  readonly calendars: Readonly<Record<string, Calendar>>;
  /** In the order in which they are tried. */
  readonly policies: readonly Omit<PolicyVersion, "version">[];
  /** Policies with a mistake: their last valid version stays. */
  readonly mistaken: readonly string[];
  readonly vips: readonly string[];
  readonly days: readonly SpecialDay[];
}

export interface Moment {
  readonly now: number;
  /** Where History ends. */
  readonly seq: number;
}

/**
 * The settings with what has changed as new versions. A calendar's new version begins tomorrow, so that the past never moves; a policy's
 * begins at once, for new tickets. Days that are over count only as a restatement. What no ticket can be under yet is simply changed.
 */
export function revise(before: SlaSettings, drafts: Drafts, { now, seq }: Moment): SlaSettings {
  const calendars = { ...before.calendars };
  for (const [id, draft] of Object.entries(drafts.calendars)) {
    calendars[id] = isInUse(before.policies, id) ? reviseCalendar(calendars[id] ?? [], draft, now) : [draft];
  }
  const kept = before.order.filter((id) => drafts.mistaken.includes(id));
  const order = [...new Set([...drafts.policies.map(({ id }) => id), ...kept])];
  const restatements = [...(before.restatements ?? []), ...restatementsOf(before, drafts.days, now)];
  return {
    ...revisePolicies(before, drafts.policies, seq),
    ...{ calendars, order, vips: drafts.vips, dayNames: dayNamesOf(drafts.days), restatements },
  };
}

function revisePolicies(
  { policies: before, fresh }: SlaSettings,
  drafts: Drafts["policies"],
  seq: number,
): Pick<SlaSettings, "policies" | "fresh"> {
  const unused = new Set(fresh?.seq === seq ? fresh.ids : []);
  let policies = before;
  for (const draft of drafts) {
    const versions = policies.filter(({ id }) => id === draft.id);
    const last = versions[versions.length - 1];
    if (last && isSame(last, { ...draft, version: last.version })) continue;
    const replaced = unused.has(draft.id) ? last : undefined;
    const version = replaced?.version ?? (last?.version ?? 0) + 1;
    policies = [...policies.filter((policy) => policy !== replaced), { ...draft, version }];
    unused.add(draft.id);
  }
  if (policies === before) return { policies, ...(fresh && { fresh }) };
  return { policies, fresh: { seq, ids: [...unused] } };
}

function dayNamesOf(days: readonly SpecialDay[]): Record<string, string> {
  return Object.fromEntries(
    days.flatMap(({ calendarId, date, name }) => (name ? [[`${calendarId} ${date}`, name] as const] : [])),
  );
}

function reviseCalendar(versions: readonly Calendar[], draft: Calendar, now: number): readonly Calendar[] {
  const last = versions[versions.length - 1];
  if (!last) return [draft];
  const { effectiveFrom: _, ...hours } = last;
  if (isSame(hours, draft)) return versions;
  const effectiveFrom = localDate(now + DAY, draft.tz);
  const begun = versions.filter((version) => version.effectiveFrom !== effectiveFrom);
  return [...begun, { ...draft, effectiveFrom }];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** The same value whatever the order in which its keys were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
