import type { Memory } from "../workbook/memory.ts";
import { rememberedSheets } from "../workbook/save/open-desk.ts";
import { SETTINGS_KEYS } from "../workbook/settings-texts.ts";

/** Whether a sheet is one of those by which people set up their desk. */
export function isSettingsSheet(memory: Memory, sheetId: number): boolean {
  const ids = rememberedSheets(memory);
  return SETTINGS_KEYS.some((key) => ids[key] === sheetId);
}
