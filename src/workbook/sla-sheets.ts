import type { Drafts } from "../domain/sla-settings/revise.ts";
import { lateDays } from "../domain/sla-settings/restated.ts";
import type { SlaSettings } from "../domain/sla-settings/sla-settings.ts";
import { readCalendars, readDays } from "./calendar-rows.ts";
import type { Mistake } from "./mistakes.ts";
import { peopleIn } from "./people-sheet.ts";
import { readPolicies } from "./policy-rows.ts";
import type { SettingsTexts } from "./settings-texts.ts";

interface SlaFrame {
  readonly timeZone: string;
  readonly priorities: readonly string[];
  readonly now: number;
  readonly before: SlaSettings;
}

/** What people have written about SLA: drafts of what is right, and each mistake with its cell. */
export function readSlaSheets(
  texts: SettingsTexts,
  { timeZone, priorities, now, before }: SlaFrame,
): { drafts: Drafts; mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  const days = readDays(texts.holidays, mistakes);
  const { calendars, names } = readCalendars(texts.hours, days, { timeZone, mistakes });
  const { policies, mistaken } = readPolicies(texts.policies, { calendars: names, priorities, mistakes });
  const vips = peopleIn(texts.people).flatMap(({ email, isVip }) => (isVip ? email.toLowerCase() : []));
  const right = days.filter(({ isWrong }) => !isWrong);
  for (const { row, date } of lateDays(before, right, now)) {
    const sentence = `${date} is over, so that it does not count any more. Write under Reason why, and open clocks are judged again.`;
    mistakes.push({ sheet: "holidays", row, column: 5, sentence });
  }
  const plain = right.map(({ row: _, isWrong: __, ...day }) => day);
  return { drafts: { calendars, policies, mistaken, vips, days: plain }, mistakes };
}
