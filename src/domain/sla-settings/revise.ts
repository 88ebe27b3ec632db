import type { Calendar } from "../calendar/calendar.ts";
import { DAY } from "../calendar/local-time.ts";
import type { PolicyVersion } from "../sla/policy.ts";
import { localDate, type SlaSettings } from "./sla-settings.ts";

/** What people have written and what may come into force: only what is free of mistakes. */
export interface Drafts {
  readonly calendars: Readonly<Record<string, Calendar>>;
  /** In the order in which they are tried. */
  readonly policies: readonly Omit<PolicyVersion, "version">[];
  /** Policies with a mistake: their last valid version stays. */
  readonly mistaken: readonly string[];
  readonly vips: readonly string[];
}

/**
 * The settings with what has changed as new versions. A calendar's new version begins tomorrow, so that the past never moves; a policy's
 * begins at once, for new tickets.
 */
export function revise(before: SlaSettings, drafts: Drafts, now: number): SlaSettings {
  const calendars = { ...before.calendars };
  for (const [id, draft] of Object.entries(drafts.calendars))
    calendars[id] = reviseCalendar(calendars[id] ?? [], draft, now);
  const policies = [...before.policies];
  for (const draft of drafts.policies) {
    const versions = policies.filter(({ id }) => id === draft.id);
    const last = versions[versions.length - 1];
    if (!last || !isSame(last, { ...draft, version: last.version }))
      policies.push({ ...draft, version: (last?.version ?? 0) + 1 });
  }
  const kept = before.order.filter((id) => drafts.mistaken.includes(id));
  const order = [...drafts.policies.map(({ id }) => id), ...kept];
  return { policies, calendars, order: [...new Set(order)], vips: drafts.vips };
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
