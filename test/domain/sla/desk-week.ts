import { workingTime } from "../../../src/domain/calendar/working-time.ts";
import type { Clocks } from "../../../src/domain/sla/clocks.ts";
import type { ClockEvent } from "../../../src/domain/sla/event.ts";
import { fold } from "../../../src/domain/sla/fold.ts";
import type { PolicyVersion } from "../../../src/domain/sla/policy.ts";
import type { Rules } from "../../../src/domain/sla/step.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const FIRST_MONDAY = Date.parse("2026-03-02T00:00Z");

/** "Fri 16:30" of the first week, "Mon+1 11:00" of the next, in UTC. */
export function at(text: string): number {
  const [, day = "", weeks = "0", hours, minutes] = /^(\w+)\+?(\d*) (\d+):(\d+)$/.exec(text) ?? [];
  const days = DAYS.indexOf(day) + 7 * Number(weeks || 0);
  return FIRST_MONDAY + ((days * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000;
}

const hours = [["09:00", "17:30"]] as const;
export const office = { tz: "Etc/UTC", weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } };
const everyDay = [["00:00", "24:00"]] as const;
const always = {
  tz: "Etc/UTC",
  weekly: { mon: everyDay, tue: everyDay, wed: everyDay, thu: everyDay, fri: everyDay, sat: everyDay, sun: everyDay },
};

export const policy: PolicyVersion = {
  id: "standard",
  version: 1,
  calendarId: "office",
  targets: {
    High: { firstResponse: 60, nextResponse: 120, resolution: 480 },
    Medium: { firstResponse: 240, nextResponse: 480, resolution: 960 },
    "Low+vip": { firstResponse: 30 },
  },
};
/** The office of the same week, known later to have been shut on Tuesday. */
const shutTuesday = { ...office, holidays: ["2026-03-03"] };

const calendars = new Map([
  ["office", workingTime([office])],
  ["always", workingTime([always])],
  ["office@2", workingTime([shutTuesday])],
]);

export const rules: Rules = {
  calendarOf: (name) => {
    const time = calendars.get(name);
    if (!time) throw new Error(`no calendar ${name}`);
    return time;
  },
  policyOf: ({ policyId }) => (policyId === "night" ? { ...policy, id: "night", vipCalendarId: "always" } : policy),
  reopenDays: 14,
};

type Line = readonly [when: string, type: ClockEvent["type"], payload?: object, seq?: number];

/** Events from lines of a table; `seq` counts them unless it is given. */
export function eventsOf(lines: readonly Line[]): ClockEvent[] {
  return lines.map(
    ([when, type, payload = {}, seq], index) =>
      ({ seq: seq ?? index + 1, occurredAt: at(when), type, payload }) as ClockEvent,
  );
}

/** Creation with the standard policy. */
export function opened(when: string, priority = "Medium", more: object = {}): Line[] {
  return [
    [when, "created", { priority, vip: false, ...more }],
    [when, "policy", { policyId: "standard", version: 1 }],
  ];
}

export function foldLines(lines: readonly Line[]): Clocks {
  const clocks = fold(eventsOf(lines), rules);
  if (!clocks) throw new Error("no ticket");
  return clocks;
}
