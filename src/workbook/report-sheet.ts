import type { Report } from "../domain/report/report.ts";
import { counted, lostInWords, tileOf, TILES } from "../domain/report/tiles.ts";
import type { Cell } from "./cell.ts";
import { guarded } from "./guard.ts";
import { findOrInsert, markSheet, trimGrid } from "./make-sheet.ts";
import type { Memory } from "./memory.ts";
import { rememberedSheets } from "./save/open-desk.ts";
import type { ChartFrame } from "./report-charts.ts";
import { COLUMNS, MarkedSheet } from "./report-marks.ts";
import { CHART_MARKS, CHART_PX, furnishPage, PAGE_COLUMNS, PAGE_ROWS, TILE_PX, TILE_WIDTH } from "./report-page.ts";
import { DAYS } from "./report-tables.ts";

/** What people find it under, unless they call it something else. */
export const PAGE_TITLE = "SLA";
const PLAN = { key: "sla", title: PAGE_TITLE };

/** The page that managers open, as its marks tell it; undefined where it is missing or empty. */
export function findPage(memory: Memory): MarkedSheet | undefined {
  const id = rememberedSheets(memory)[PLAN.key];
  const sheet = id === undefined ? null : SpreadsheetApp.getActive().getSheetById(id);
  const found = sheet ? new MarkedSheet(sheet) : undefined;
  return found?.isBlank ? undefined : found;
}

/** Makes the page where it is missing, and says its title then; needs the lock. */
export function ensurePage(memory: Memory): string[] {
  const sheet = findOrInsert(SpreadsheetApp.getActive(), memory, PLAN);
  if (sheet.getLastRow() > 0) return [];
  trimGrid(sheet, PAGE_ROWS, PAGE_COLUMNS);
  markSheet(sheet, PLAN.key);
  furnishPage(sheet);
  return [sheet.getName()];
}

/** Where a chart that is missing is put: in three rows, each under a tile; what has no row, or lost it, below everything. */
export function chartFrame(marked: MarkedSheet): ChartFrame {
  return ([row, tile, tiles]) => ({
    row: marked.rowOf(CHART_MARKS[row] ?? "") ?? (marked.rowOf("legend") ?? 0) + 2,
    column: marked.columnOf(tile * TILE_WIDTH + 1),
    ...{ width: tiles * TILE_PX, height: CHART_PX },
  });
}

/** Writes the tiles, the sentence below them, and the picture of weekdays and hours. */
export function writePage(marked: MarkedSheet, report: Report, sentence: string): void {
  const shown = TILES.map((key) => tileOf(report, key));
  const lines: Cell[][] = [
    shown.map(({ value }) => value ?? "–"),
    shown.map(({ change }) => change),
    shown.map(({ count }) => count),
  ];
  const tiles = lines.map((line) => spread(line, TILE_WIDTH));
  write(marked, ["values", "changes", "counts", "sentence"], [...tiles, spread([sentence], COLUMNS)]);
  const { created, staffed } = report.arrivals;
  write(
    marked,
    DAYS,
    DAYS.map((day, index) => [day, ...(created[index] ?? []).map((count) => count || "")]),
  );
  const most = Math.max(1, ...created.flat());
  const colours = DAYS.map((_, day) => [
    "#ffffff",
    ...(created[day] ?? []).map((count, hour) => heat(count / most, staffed[day]?.[hour] ?? 0)),
  ]);
  marked.eachBlock(DAYS, (range, rowIndices, columns) => void range.setBackgrounds(cut(colours, rowIndices, columns)));
}

function write(marked: MarkedSheet, marks: readonly string[], cells: readonly (readonly Cell[])[]): void {
  marked.eachBlock(marks, (range, rows, columns) => void range.setValues(cut(cells, rows, columns)));
}

/** Each value in the first of so many merged cells. */
const spread = (values: readonly Cell[], width: number): Cell[] =>
  values.flatMap((value) => [value, ...Array.from({ length: width - 1 }, () => "")]);

function cut<T>(cells: readonly (readonly T[])[], rows: readonly number[], columns: readonly number[]): T[][] {
  return rows.map((row) => columns.flatMap((column) => cells[row]?.slice(column, column + 1) ?? []));
}

/** Blue in opening hours, amber outside of them, the deeper the more tickets came; grey where nobody came and nobody was there. */
function heat(share: number, staffed: number): string {
  const [red, green, blue] = staffed >= 0.5 ? [26, 115, 232] : [227, 116, 0];
  if (share === 0) return staffed >= 0.5 ? "#ffffff" : "#f1f3f4";
  const mix = (target: number): string =>
    Math.round(255 + (target - 255) * (0.15 + 0.7 * share))
      .toString(16)
      .padStart(2, "0");
  return `#${mix(red)}${mix(green)}${mix(blue)}`;
}

/** What the page says below its tiles. */
export function sentenceOf(
  report: Report,
  { mistakes, updated }: { mistakes: readonly string[]; updated: string },
): string {
  const { period, figures, present, intake } = report;
  const hasTickets = figures.created.n + figures.resolved.n + figures.backlog.n > 0;
  const found = hasTickets
    ? `${figures.created.n} created, ${figures.resolved.n} resolved. Now ${counted(present.atRisk.value ?? 0, "clock")} at risk, ${counted(present.stale.value ?? 0, "ticket")} stale. Overrides: ${figures.overrides.value ?? 0}.`
    : "No tickets in this period.";
  const lost = lostInWords(intake.missing.length);
  const parts = [`${period.fromOn} to ${period.toOn}.`, found, ...(lost ? [`${lost}.`] : []), ...mistakes];
  return guarded(
    `${parts.join(" ")} As of ${updated}; refreshed by the hour, when something is chosen above, and by Helpdesk > Refresh SLA sheet.`,
  );
}
