import type { SheetKey } from "./sheet-plans.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What stands below the headers of the sheets that people keep by hand, as it is displayed. */
export type SettingsTexts = Readonly<Record<SettingsKey, string[][]>>;

export type SettingsKey = (typeof SETTINGS_KEYS)[number];
export const SETTINGS_KEYS = ["people", "statuses", "settings", "policies", "hours", "holidays"] as const;

/** How many columns of each are ours; what stands beside them is the company's. */
const WIDTHS: Readonly<Record<SettingsKey, number>> = {
  ...{ people: 4, statuses: 2, settings: 2, policies: 10, hours: 9, holidays: 5 },
};

/** One call a sheet. */
export function readTexts(sheets: Readonly<Record<SheetKey, Sheet>>): SettingsTexts {
  const entries = SETTINGS_KEYS.map((key) => [key, rowsOf(sheets[key], WIDTHS[key])] as const);
  return Object.fromEntries(entries) as Record<SettingsKey, string[][]>;
}

/** The texts below the header, as they are displayed: a few rows, since people keep these sheets by hand, whose grids are small. */
export function rowsOf(sheet: Sheet, columns: number): string[][] {
  const rows = textsOf(sheet, columns).slice(1);
  const last = rows.reduce((found, row, index) => (row.some((text) => text !== "") ? index : found), -1);
  return rows.slice(0, last + 1);
}

/** The whole grid of a sheet in one call; two more where columns were deleted, since a range may not reach beyond the grid. */
function textsOf(sheet: Sheet, columns: number): string[][] {
  try {
    return sheet.getRange(`A1:${String.fromCharCode(64 + columns)}`).getDisplayValues();
  } catch (error) {
    const width = sheet.getMaxColumns();
    if (width >= columns) throw error; // not the grid's edge: a bug or a failing Google
    return sheet.getRange(1, 1, sheet.getMaxRows(), width).getDisplayValues();
  }
}
