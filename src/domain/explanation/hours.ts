import { type Calendar, type Period, WEEKDAYS } from "../calendar/calendar.ts";
import { DAY, dayOf } from "../calendar/local-time.ts";
import { versionOn } from "../sla-settings/calendar-versions.ts";
import type { Words } from "./in-words.ts";

/** A calendar as people know it: its name, its versions, and what its special days are called, by date. */
export interface NamedCalendar {
  readonly name: string;
  readonly versions: readonly Calendar[];
  readonly dayNames: Readonly<Record<string, string>>;
}

/** What rules a local date: "Holiday: Easter Monday (Mon 6 Apr)", "Mon: 09:00–17:30", "Sat: closed". */
function ruleOfDate({ versions, dayNames }: NamedCalendar, date: string, words: Words): string {
  const calendar = versionOn(versions, date);
  const name = dayNames[date] ? `: ${dayNames[date]}` : "";
  if (calendar?.holidays?.includes(date)) return `Holiday${name} (${words.date(date)})`;
  const special = calendar?.exceptions?.[date];
  if (special) return `Special hours${name} (${words.date(date)}) ${periods(special)}`;
  const weekday = WEEKDAYS[(((dayOf(date) + 3) % 7) + 7) % 7] ?? "mon";
  const usual = calendar?.weekly[weekday] ?? [];
  const day = words.date(date).slice(0, 3);
  const pause = calendar?.breaks?.[date];
  return `${day} ${periods(usual)}${pause ? ` without ${periods(pause)}` : ""}`;
}

/** The hours of consecutive dates as one rule, each said once: "Business hours of “Office”: Fri 09:00–17:30; Sat, Sun closed." */
export function hoursInWords(calendar: NamedCalendar, dates: readonly string[], words: Words): string {
  const rules = dates.map((date) => ruleOfDate(calendar, date, words));
  const special = rules.filter(isSpecial);
  const days = new Map<string, string[]>();
  for (const rule of new Set(rules.filter((each) => !isSpecial(each)))) {
    const [day = "", ...hours] = rule.split(" ");
    days.set(hours.join(" "), [...(days.get(hours.join(" ")) ?? []), day]);
  }
  const usual = [...days].map(([hours, names]) => `${spanned(names)} ${hours}`);
  const tz = versionOn(calendar.versions, dates[0] ?? "")?.tz ?? words.timeZone;
  const zone = tz === words.timeZone ? "" : ` (${tz})`;
  const said = usual.length > 0 ? [`Business hours of “${calendar.name}”${zone}: ${usual.join("; ")}.`] : [];
  return [...special.map((rule) => `${rule}.`), ...said].join(" ");
}

/** Whether two dates are ruled by the same hours, whatever weekday they are. */
export function hasSameHours(calendar: NamedCalendar, [one, other]: readonly [string, string], words: Words): boolean {
  const [first, second] = [one, other].map((date) => ruleOfDate(calendar, date, words));
  return !isSpecial(first ?? "") && !isSpecial(second ?? "") && first?.slice(3) === second?.slice(3);
}

export const isNextDate = (date: string, next: string): boolean => dayOf(next) * DAY - dayOf(date) * DAY === DAY;

const isSpecial = (rule: string): boolean => /^(Holiday|Special hours)/.test(rule);

const periods = (list: readonly Period[]): string =>
  list.length > 0 ? list.map(([from, to]) => `${from}–${to}`).join(", ") : "closed";

const ORDER = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Mon, Tue, Wed → "Mon–Wed"; two days are named. */
function spanned(names: readonly string[]): string {
  const [first = "", last = ""] = [names[0], names[names.length - 1]];
  const inRow = names.every((name, index) => ORDER[(ORDER.indexOf(first) + index) % 7] === name);
  return inRow && names.length > 2 ? `${first}–${last}` : names.join(", ");
}
