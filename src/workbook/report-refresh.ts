import { Problem } from "../domain/problem.ts";
import type { Report } from "../domain/report/report.ts";
import type { Memory } from "./memory.ts";
import { rememberedSettings, rememberedSheets } from "./save/open-desk.ts";
import { ReportCharts } from "./report-charts.ts";
import { type EditedCells, isChoice, readChoices } from "./report-choices.ts";
import { ensureDataSheet, findDataSheet, type FoundData, writeTables } from "./report-data-sheet.ts";
import { MarkedSheet } from "./report-marks.ts";
import { readReportMemory, writeReportMemory } from "./report-memory.ts";
import { linkPage } from "./report-page.ts";
import { readReport } from "./report-read.ts";
import { chartFrame, ensurePage, findPage, sentenceOf, writePage } from "./report-sheet.ts";
import { tablesOf } from "./report-tables.ts";
import { wallClockOf } from "./wall-clock.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface Refreshing {
  readonly now: number;
  /** Runs where no other run inserts charts. */
  readonly alone: (run: () => void) => void;
  /** A run before this one may have been killed: charts may show other ranges than is remembered. */
  readonly isDoubtful?: boolean;
}

const TURNS_AT_MOST = 3;
/** Half of what the run of an edit may take. */
const SLOW_MS = 15_000;
const AT_ONCE = "Refreshing…";
const SOON = "Refreshing within five minutes…";

/** Whether there is an SLA sheet: nobody is given one back by a timer. */
export function hasPage(memory: Memory): boolean {
  const id = rememberedSheets(memory)["sla"];
  return id !== undefined && SpreadsheetApp.getActive().getSheetById(id) !== null;
}

/**
 * Makes `SLA` and `SLA data` where they are missing, and says in them how well issues get fixed. Answers with the titles of those that it made.
 * May be killed and repeated at any call.
 */
export function refreshReport(memory: Memory, refreshing: Refreshing): string[] {
  const { made, ...sheets } = findSheets(memory) ?? madeSheets(memory, refreshing.alone);
  refreshSheets(memory, sheets, refreshing);
  return made;
}

/** Where somebody edited a choice, it takes effect; where the half minute of an edit's own run may not be enough, the timer sees to it. */
export function refreshAfterEdit(memory: Memory, edited: EditedCells, refreshing: Refreshing): void {
  const marked = findPage(memory);
  if (!marked?.isWhole || !isChoice(marked, edited)) return;
  const before = readReportMemory(memory);
  writeReportMemory(memory, { ...before, askedAt: refreshing.now });
  const [row, column] = [marked.rowOf("sentence"), marked.columnOf(1)];
  if (row !== undefined) marked.sheet.getRange(row, column).setValue(before.isSlow ? SOON : AT_ONCE);
  if (before.isSlow) return;
  const found = findDataSheet(memory);
  const isDoubtful = before.askedAt !== undefined;
  if (found) refreshSheets(memory, { marked, ...found }, { ...refreshing, isDoubtful });
  else refreshReport(memory, refreshing);
}

/** Whether somebody's choice waits to take effect. */
export const isRefreshAsked = (memory: Memory): boolean => readReportMemory(memory).askedAt !== undefined;

/** Remembers whether a refresh took too long for the run of an edit; a call only where that has changed. */
export function rememberDuration(memory: Memory, tookMs: number): void {
  const { isSlow: _, ...rest } = readReportMemory(memory);
  writeReportMemory(memory, tookMs > SLOW_MS ? { ...rest, isSlow: true } : rest);
}

/** Until it shows what is chosen: others may choose while it reads, and who began earlier may write later. */
function refreshSheets(memory: Memory, { marked, data, isStretched }: Sheets, refreshing: Refreshing): void {
  const settings = rememberedSettings(memory);
  if (!settings) throw new Problem("missing-setup", "The desk is not set up in this file. Choose Helpdesk > Set up.");
  const { now, alone, isDoubtful = false } = refreshing;
  const updated = wallClockOf(settings.timeZone).textAt(now).replace("T", " ").slice(0, 16);
  for (let page = marked, turn = 1; ; turn++, page = new MarkedSheet(marked.sheet)) {
    if (!page.isWhole) throw new Problem("damaged", damaged(page.sheet.getName()));
    const choices = readChoices(page, settings.timeZone);
    const { report, tickets } = readReport(memory, settings, { asked: choices, now });
    writeTables(data, tablesOf(report, { tickets, goal: choices.goal }));
    writePage(page, report, sentenceOf(report, { mistakes: choices.mistakes, updated }));
    refreshCharts(memory, { data, marked: page, report, alone, isDoubtful: isStretched || isDoubtful });
    if (turn === TURNS_AT_MOST || page.isAsRead("choices")) return;
  }
}

const damaged = (name: string): string =>
  `The sheet "${name}" has lost its hidden first row or column. Delete the sheet and choose Helpdesk > Refresh SLA sheet: it is made anew.`;

interface Sheets extends FoundData {
  readonly marked: MarkedSheet;
}

interface MadeSheets extends Sheets {
  readonly made: string[];
}

function findSheets(memory: Memory): MadeSheets | undefined {
  const marked = findPage(memory);
  const found = marked && findDataSheet(memory);
  return found && { marked, ...found, made: [] };
}

function madeSheets(memory: Memory, alone: Refreshing["alone"]): MadeSheets {
  let made: string[] = [];
  alone(() => {
    made = [...ensurePage(memory), ...ensureDataSheet(memory)];
    SpreadsheetApp.flush(); // before the lock is released
  });
  const sheets = findSheets(memory);
  if (!sheets)
    throw new Problem("busy", "The SLA sheet was deleted while it was made. Choose Refresh SLA sheet again.");
  return { ...sheets, made };
}

interface Charted {
  readonly marked: MarkedSheet;
  readonly data: Sheet;
  readonly report: Report;
  readonly alone: Refreshing["alone"];
  readonly isDoubtful: boolean;
}

/** Links first, charts after them; only charts that come or go need to be alone. What was asked is done then. */
function refreshCharts(memory: Memory, { data, marked, report, alone, isDoubtful }: Charted): void {
  const { charts: before, linkedTo: was, isSlow } = readReportMemory(memory);
  const linkedTo = data.getSheetId();
  if (was !== linkedTo) linkPage(marked, data);
  const charts = new ReportCharts(marked.sheet, data, report);
  const { missing, unwanted, ...found } = charts.refresh(before, isDoubtful);
  let { known } = found;
  if (missing.length + unwanted.length > 0) {
    alone(() => {
      charts.settle({ ...before, ...known }, chartFrame(marked));
      SpreadsheetApp.flush();
      ({ known } = charts.refresh(known));
    });
  }
  writeReportMemory(memory, { charts: known, linkedTo, ...(isSlow && { isSlow }) });
}
