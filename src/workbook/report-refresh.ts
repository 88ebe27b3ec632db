import { Problem } from "../domain/problem.ts";
import type { Report } from "../domain/report/report.ts";
import type { Memory } from "./memory.ts";
import { rememberedSettings, rememberedSheets } from "./open-desk.ts";
import { ReportCharts } from "./report-charts.ts";
import { readChoices } from "./report-choices.ts";
import { ensureDataSheet, findDataSheet, writeTables } from "./report-data-sheet.ts";
import type { MarkedSheet } from "./report-marks.ts";
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
}

/** Whether there is an SLA sheet: nobody is given one back by a timer. */
export function hasPage(memory: Memory): boolean {
  const id = rememberedSheets(memory)["sla"];
  return id !== undefined && SpreadsheetApp.getActive().getSheetById(id) !== null;
}

/**
 * Makes `SLA` and `SLA data` where they are missing, and says in them how well issues get fixed. Answers with the titles of those that it made.
 * May be killed and repeated at any call.
 */
export function refreshReport(memory: Memory, { now, alone }: Refreshing): string[] {
  const settings = rememberedSettings(memory);
  if (!settings) throw new Problem("missing-setup", "The desk is not set up in this file. Choose Helpdesk > Set up.");
  const { marked, data, made } = findSheets(memory) ?? madeSheets(memory, alone);
  if (!marked.isWhole)
    throw new Problem(
      "damaged",
      `The sheet "${marked.sheet.getName()}" has lost its hidden first row or column. Delete the sheet and choose Helpdesk > Refresh SLA sheet: it is made anew.`,
    );
  const choices = readChoices(marked, settings.timeZone);
  const { report, tickets } = readReport(memory, settings, { asked: choices, now });
  writeTables(data, tablesOf(report, { tickets, goal: choices.goal }));
  const updated = wallClockOf(settings.timeZone).textAt(now).replace("T", " ").slice(0, 16);
  writePage(marked, report, sentenceOf(report, { mistakes: choices.mistakes, updated }));
  refreshCharts(memory, { data, marked, report, alone });
  return made;
}

interface Sheets {
  readonly marked: MarkedSheet;
  readonly data: Sheet;
}

interface MadeSheets extends Sheets {
  readonly made: string[];
}

function findSheets(memory: Memory): MadeSheets | undefined {
  const marked = findPage(memory);
  const data = marked && findDataSheet(memory);
  return data && { marked, data, made: [] };
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

interface Charted extends Sheets {
  readonly report: Report;
  readonly alone: Refreshing["alone"];
}

/** Links first, charts after them; only missing charts need to be alone. */
function refreshCharts(memory: Memory, { data, marked, report, alone }: Charted): void {
  const before = readReportMemory(memory);
  const linkedTo = data.getSheetId();
  if (before.linkedTo !== linkedTo) linkPage(marked, data);
  const charts = new ReportCharts(marked.sheet, data, report);
  let { known, missing } = charts.refresh(before.charts);
  if (missing.length > 0) {
    alone(() => {
      charts.insert(charts.refresh(known).missing, chartFrame(marked));
      SpreadsheetApp.flush();
      ({ known, missing } = charts.refresh(known));
    });
  }
  writeReportMemory(memory, { charts: known, linkedTo });
}
