import { withLock } from "../google/lock.ts";
import { openMemory } from "../google/properties.ts";
import { now } from "../google/session.ts";
import type { Memory } from "../workbook/memory.ts";
import { openTickets, rememberedSheets } from "../workbook/save/open-desk.ts";
import { settingsSheets } from "../workbook/present-sheets.ts";
import { haveSettingsChanged, refreshSettings } from "../workbook/refresh-settings.ts";
import { SETTINGS_KEYS } from "../workbook/settings-texts.ts";
import { offerStatuses } from "../workbook/ticket-look.ts";

const WAIT_MS = 20_000;

/** Whether a sheet is one of those by which people set up their desk. */
export function isSettingsSheet(memory: Memory, sheetId: number): boolean {
  const ids = rememberedSheets(memory);
  return SETTINGS_KEYS.some((key) => ids[key] === sheetId);
}

/** Reads the settings sheets again; answers with what can't be understood. Needs the lock. */
export function takeSettings(memory: Memory): readonly string[] {
  const sheets = settingsSheets(memory);
  if (!sheets) return [];
  const { settings, mistakes, hasNewStatuses } = refreshSettings(memory, sheets, { now: now(), isThorough: false });
  if (hasNewStatuses) offerStatuses(openTickets(memory), settings);
  return mistakes;
}

/** What no trigger reported of the settings sheets: looked at without the lock, taken under it; whether there was anything. */
export function lookAtSettings(memory: Memory): boolean {
  const sheets = settingsSheets(memory);
  if (!sheets || !haveSettingsChanged(memory, sheets, now())) return false;
  withLock(WAIT_MS, () => takeSettings(openMemory()));
  return true;
}
