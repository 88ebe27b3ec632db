import { DEFAULT_STATUSES, PRIORITIES, type Status, type StatusCategory } from "../domain/ticket/field.ts";
import type { DeskSettings } from "../domain/ticket/settings.ts";
import { SETTING_ROWS } from "./sheet-plans.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const CATEGORIES: readonly StatusCategory[] = ["open", "waiting", "resolved", "closed"];

/** The settings as people have written them; what can't be understood falls back to the default and is named in `mistakes`. */
export function readSettings(
  sheets: Readonly<Record<"people" | "statuses" | "settings" | "categories", Sheet>>,
  { timeZone, prefixes }: { readonly timeZone: string; readonly prefixes: readonly string[] },
): { settings: DeskSettings; mistakes: readonly string[] } {
  const mistakes: string[] = [];
  const chosen = new Map(rowsOf(sheets.settings, 2).map(([name = "", value = ""]) => [name.trim(), value.trim()]));
  const people = rowsOf(sheets.people, 3);
  const prefix = prefixFrom(chosen.get(SETTING_ROWS[0][0]), mistakes);
  const settings: DeskSettings = {
    prefix,
    prefixes: [prefix, ...prefixes.filter((former) => former !== prefix)],
    reopenWithinDays: daysFrom(chosen.get(SETTING_ROWS[1][0]), mistakes),
    statuses: statusesFrom(rowsOf(sheets.statuses, 2), mistakes),
    priorities: PRIORITIES,
    timeZone,
    sheetTitles: { people: sheets.people.getName(), categories: sheets.categories.getName() },
    isSilent: isSilentFrom(chosen.get(SETTING_ROWS[2][0]), mistakes),
    leads: people.filter(([, , role = ""]) => role.trim().toLowerCase() === "lead").map(([email = ""]) => email.trim()),
  };
  return { settings, mistakes };
}

function prefixFrom(text: string | undefined, mistakes: string[]): string {
  if (text === undefined || text === "") return SETTING_ROWS[0][1];
  if (/^[A-Za-z][A-Za-z]{0,9}[-#_]?$/.test(text)) return text;
  mistakes.push(
    `The ticket prefix "${text.slice(0, 20)}" must be letters, with "-", "#" or "_" at the end if you like: ${SETTING_ROWS[0][1]} is used.`,
  );
  return SETTING_ROWS[0][1];
}

function daysFrom(text: string | undefined, mistakes: string[]): number {
  if (text === undefined || text === "") return Number(SETTING_ROWS[1][1]);
  const days = Number(text);
  if (Number.isFinite(days) && days >= 0 && days <= 3650) return days;
  mistakes.push(
    `"Reopen within days" must be a number of days, not "${text.slice(0, 20)}": ${SETTING_ROWS[1][1]} is used.`,
  );
  return Number(SETTING_ROWS[1][1]);
}

function isSilentFrom(text = "", mistakes: string[]): boolean {
  const word = text.toLowerCase();
  if (!["", "on", "off", "yes", "no", "true", "false"].includes(word))
    mistakes.push(`"Warnings" must be on or off, not "${text.slice(0, 20)}": they are on.`);
  return ["off", "no", "false"].includes(word);
}

function statusesFrom(rows: readonly string[][], mistakes: string[]): readonly Status[] {
  const statuses: Status[] = [];
  for (const [text = "", word = ""] of rows) {
    const name = text.trim();
    const category = CATEGORIES.find((known) => known === word.trim().toLowerCase());
    if (name === "") continue;
    if (!category)
      mistakes.push(`The status "${name}" has no category: write open, waiting, resolved or closed beside it.`);
    else if (statuses.some((status) => status.name.toLowerCase() === name.toLowerCase()))
      mistakes.push(`The status "${name}" stands twice.`);
    else statuses.push({ name, category });
  }
  const missing = CATEGORIES.filter(
    (category) => category !== "waiting" && !statuses.some((status) => status.category === category),
  );
  if (missing.length === 0) return statuses;
  mistakes.push(`No status has the category ${missing.join(", ")}: the default statuses are used.`);
  return DEFAULT_STATUSES;
}

/** The texts below the header, as they are displayed; a few rows, since people keep these sheets by hand. */
export function rowsOf(sheet: Sheet, columns: number): string[][] {
  const height = sheet.getLastRow() - 1;
  if (height < 1) return [];
  return sheet.getRange(2, 1, height, columns).getDisplayValues();
}
