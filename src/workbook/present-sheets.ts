import type { Memory } from "./memory.ts";
import { rememberedSheets } from "./save/open-desk.ts";
import { SETTINGS_KEYS } from "./settings-texts.ts";
import { SHEET_PLANS, type SheetKey } from "./sheet-plans.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The desk's sheets that are there, found by their ids. */
export function presentSheets(memory: Memory): Partial<Record<SheetKey, Sheet>> {
  const ids = rememberedSheets(memory);
  const all = SpreadsheetApp.getActive().getSheets();
  const found = SHEET_PLANS.map(({ key }) => [key, all.find((sheet) => sheet.getSheetId() === ids[key])] as const);
  return Object.fromEntries(found.filter(([, sheet]) => sheet));
}

/** The sheets by which people set up their desk, and those that they name; undefined where one is missing. */
export function settingsSheets(memory: Memory): Record<SheetKey, Sheet> | undefined {
  const sheets = presentSheets(memory);
  const isWhole = [...SETTINGS_KEYS, "categories" as const].every((key) => sheets[key]);
  return isWhole ? (sheets as Record<SheetKey, Sheet>) : undefined;
}
