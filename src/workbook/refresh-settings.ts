import { digest } from "../domain/history/digest.ts";
import { revise } from "../domain/sla-settings/revise.ts";
import type { SlaSettings } from "../domain/sla-settings/sla-settings.ts";
import { versionsIn } from "../domain/sla-settings/versions.ts";
import type { DeskSettings } from "../domain/ticket/settings.ts";
import { SLA_STALE } from "./save/desk-workbook.ts";
import { areMarked, inWords, markMistakes, type Mistake } from "./mistakes.ts";
import { type Memory, readHead, writeLong } from "./memory.ts";
import { knownSla, rememberedSettings, rememberedSla } from "./save/open-desk.ts";
import { readSettings } from "./settings-sheets.ts";
import { readTexts, type SettingsTexts } from "./settings-texts.ts";
import type { SheetKey } from "./sheet-plans.ts";
import { readSlaSheets } from "./sla-sheets.ts";
import { haveRolesChanged, type SeenPeopleEdit, takeRoles } from "./take-roles.ts";

type Sheets = Readonly<Record<SheetKey, GoogleAppsScript.Spreadsheet.Sheet>>;

export interface Refreshed {
  readonly settings: DeskSettings;
  /** What can't be understood, each with its cell. */
  readonly mistakes: readonly string[];
  /** Why roles were put back, or wait. */
  readonly refusals: readonly string[];
  /** Other statuses are offered than before. */
  readonly hasNewStatuses: boolean;
}

/** Reads the settings sheets, marks what can't be understood, and puts the rest in force for runs that must be quick. Needs the lock. */
export function refreshSettings(
  memory: Memory,
  sheets: Sheets,
  { now, isThorough, edit }: { now: number; isThorough: boolean; edit?: SeenPeopleEdit | undefined },
): Refreshed {
  const before = { settings: rememberedSettings(memory), sla: rememberedSla(memory) };
  const texts = readTexts(sheets);
  const { people, sentences } = takeRoles(memory, sheets.people, { texts: texts.people, edit });
  const { settings, sla, mistakes } = understand(memory, sheets, { now, texts: { ...texts, people } });
  if (!isSame(before.sla, sla)) writeLong(memory, "sla", JSON.stringify(sla));
  const changed = {
    ...(!isSame(before.settings, settings) && { settings: JSON.stringify(settings) }),
    ...(isKnown(before.sla) && !isSame(before.sla.calendars, sla.calendars) && { [SLA_STALE]: "yes" }),
  };
  if (Object.keys(changed).length > 0) memory.setAll(changed);
  markMistakes(memory, sheets, { mistakes, isThorough });
  return {
    settings,
    mistakes: mistakes.map((mistake) => inWords(sheets, mistake)),
    refusals: sentences,
    hasNewStatuses: !isSame(before.settings?.statuses, settings.statuses),
  };
}

/** At the first set-up no row has deadlines that could be out of date. */
const isKnown = ({ calendars }: SlaSettings): boolean => Object.keys(calendars).length > 0;

/** Whether the settings sheets say something else than what is in force and marked; changes nothing. */
export function haveSettingsChanged(memory: Memory, sheets: Sheets, now: number): boolean {
  const texts = readTexts(sheets);
  const { settings, sla, mistakes } = understand(memory, sheets, { now, texts });
  const isInForce = isSame(rememberedSettings(memory), settings) && isSame(rememberedSla(memory), sla);
  return !isInForce || haveRolesChanged(memory, texts.people) || !areMarked(memory, mistakes);
}

/** The mistakes in the settings sheets, each with its cell. */
export function settingsMistakes(memory: Memory, sheets: Sheets, now: number): string[] {
  return understand(memory, sheets, { now, texts: readTexts(sheets) }).mistakes.map((mistake) =>
    inWords(sheets, mistake),
  );
}

interface Understood {
  readonly settings: DeskSettings;
  readonly sla: SlaSettings;
  readonly mistakes: readonly Mistake[];
}

function understand(memory: Memory, sheets: Sheets, { now, texts }: { now: number; texts: SettingsTexts }): Understood {
  const before = knownSla(memory, sheets.history);
  const { settings, mistakes } = readSettings(texts, {
    timeZone: SpreadsheetApp.getActive().getSpreadsheetTimeZone(),
    sheetTitles: { people: sheets.people.getName(), categories: sheets.categories.getName() },
    before: rememberedSettings(memory),
  });
  const read = readSlaSheets(texts, { ...settings, now, before });
  const sla = revise(before, read.drafts, { now, seq: readHead(memory)?.seq ?? 0 });
  const mark = digest(JSON.stringify(versionsIn(sla)), 8);
  return { settings, sla: { ...sla, mark }, mistakes: [...mistakes, ...read.mistakes] };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
