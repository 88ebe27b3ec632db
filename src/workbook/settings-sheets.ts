import { DEFAULT_STATUSES, PRIORITIES, type Status, type StatusCategory } from "../domain/ticket/field.ts";
import type { DeskSettings } from "../domain/ticket/settings.ts";
import type { Mistake } from "./mistakes.ts";
import { SETTING_ROWS } from "./sheet-plans.ts";
import type { SettingsTexts } from "./settings-texts.ts";

const CATEGORIES: readonly StatusCategory[] = ["open", "waiting", "resolved", "closed"];

export interface SettingsFrame {
  readonly timeZone: string;
  readonly sheetTitles: DeskSettings["sheetTitles"];
  /** What was in force before: it stays where what is written can't be understood. */
  readonly before: DeskSettings | undefined;
}

/** The settings as people have written them; what can't be understood stays as it was, or is the default, and is named in `mistakes`. */
export function readSettings(
  texts: SettingsTexts,
  { timeZone, sheetTitles, before }: SettingsFrame,
): { settings: DeskSettings; mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  const chosen = new Map(
    texts.settings.map(([name = "", value = ""], index) => [name.trim(), { text: value.trim(), row: index + 2 }]),
  );
  const prefix = prefixFrom(chosen.get(SETTING_ROWS[0][0]), { before, mistakes });
  const former = before?.prefixes ?? [];
  const settings: DeskSettings = {
    prefix,
    prefixes: [prefix, ...former.filter((other) => other !== prefix)],
    reopenWithinDays: daysFrom(chosen.get(SETTING_ROWS[1][0]), { before, mistakes }),
    statuses: statusesFrom(texts.statuses, { before, mistakes }),
    priorities: PRIORITIES,
    timeZone,
    sheetTitles,
    isSilent: !isOnFrom(chosen.get(SETTING_ROWS[2][0]), {
      name: SETTING_ROWS[2][0],
      used: !before?.isSilent,
      mistakes,
    }),
    isDigestOn: isOnFrom(chosen.get(SETTING_ROWS[3][0]), {
      ...{ name: SETTING_ROWS[3][0], used: before?.isDigestOn ?? false, mistakes },
    }),
  };
  return { settings, mistakes };
}

interface Frame {
  readonly before: DeskSettings | undefined;
  readonly mistakes: Mistake[];
}
type Chosen = { readonly text: string; readonly row: number } | undefined;

function prefixFrom(chosen: Chosen, { before, mistakes }: Frame): string {
  if (!chosen || chosen.text === "") return SETTING_ROWS[0][1];
  if (/^[A-Za-z][A-Za-z]{0,9}[-#_]?$/.test(chosen.text)) return chosen.text;
  const used = before?.prefix ?? SETTING_ROWS[0][1];
  const sentence = `The ticket prefix "${chosen.text.slice(0, 20)}" must be letters, with "-", "#" or "_" at the end if you like: ${used} is used.`;
  mistakes.push({ sheet: "settings", row: chosen.row, column: 2, sentence });
  return used;
}

function daysFrom(chosen: Chosen, { before, mistakes }: Frame): number {
  if (!chosen || chosen.text === "") return Number(SETTING_ROWS[1][1]);
  const days = Number(chosen.text);
  if (Number.isFinite(days) && days >= 0 && days <= 3650) return days;
  const used = before?.reopenWithinDays ?? Number(SETTING_ROWS[1][1]);
  const sentence = `"Reopen within days" must be a number of days, not "${chosen.text.slice(0, 20)}": ${used} is used.`;
  mistakes.push({ sheet: "settings", row: chosen.row, column: 2, sentence });
  return used;
}

interface Switch {
  readonly name: (typeof SETTING_ROWS)[number][0];
  /** What is used where nobody can tell what was meant. */
  readonly used: boolean;
  readonly mistakes: Mistake[];
}

function isOnFrom(chosen: Chosen, { name, used, mistakes }: Switch): boolean {
  const word = chosen?.text.toLowerCase() ?? "";
  if (word === "") return SETTING_ROWS.some((row) => row[0] === name && row[1] === "on");
  if (["on", "yes", "true"].includes(word)) return true;
  if (["off", "no", "false"].includes(word)) return false;
  const sentence = `"${name}" must be on or off, not "${word.slice(0, 20)}": ${used ? "on" : "off"} is used.`;
  mistakes.push({ sheet: "settings", row: chosen?.row ?? 2, column: 2, sentence });
  return used;
}

function statusesFrom(rows: readonly string[][], { before, mistakes }: Frame): readonly Status[] {
  const statuses: Status[] = [];
  rows.forEach(([text = "", word = ""], index) => {
    const name = text.trim();
    if (name === "") return;
    const wrong = (column: number, sentence: string): void =>
      void mistakes.push({ sheet: "statuses", row: index + 2, column, sentence });
    const category = CATEGORIES.find((known) => known === word.trim().toLowerCase());
    const former = before?.statuses.find((status) => status.name === name)?.category;
    if (statuses.some((status) => status.name.toLowerCase() === name.toLowerCase()))
      return wrong(1, `The status "${name}" stands twice.`);
    if (!category) wrong(2, `The status "${name}" has no category: write open, waiting, resolved or closed beside it.`);
    const known = category ?? former;
    if (known) statuses.push({ name, category: known });
  });
  const missing = CATEGORIES.filter(
    (category) => category !== "waiting" && !statuses.some((status) => status.category === category),
  );
  if (missing.length === 0) return statuses;
  const sentence = `No status has the category ${missing.join(", ")}: the statuses stay as they were.`;
  mistakes.push({ sheet: "statuses", row: 2, column: 2, sentence });
  return before?.statuses ?? DEFAULT_STATUSES;
}
