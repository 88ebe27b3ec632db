import { Problem } from "../domain/problem.ts";
import { guarded } from "./guard.ts";
import type { Layout } from "./layout.ts";
import { ensureSheet } from "./make-sheet.ts";
import { type Memory, readColumns, readHead, writeColumns, writeHead, writeLong } from "./memory.ts";
import { revise } from "../domain/sla-settings/revise.ts";
import { rememberedSettings, rememberedSla } from "./open-desk.ts";
import { inWords, markMistakes, readSlaSheets } from "./sla-sheets.ts";
import { restoreColumns } from "./restore-columns.ts";
import { readSettings, rowsOf } from "./settings-sheets.ts";
import { readLayout } from "./settle-columns.ts";
import { SHEET_PLANS, type SheetKey } from "./sheet-plans.ts";
import { dressTickets, dropdowns } from "./ticket-look.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Sheets = Record<SheetKey, Sheet>;

/** Makes what is missing, mends what is damaged and touches nothing else; may be killed and repeated at any point. */
export function setUpWorkbook(
  memory: Memory,
  { owner, now }: { owner: string; now: number },
): { made: readonly string[]; mistakes: readonly string[] } {
  claim(memory, owner);
  const book = SpreadsheetApp.getActive();
  const sheets: Partial<Sheets> = {};
  const made: string[] = [];
  for (const plan of SHEET_PLANS) {
    const { sheet, isNew } = ensureSheet(book, memory, plan);
    sheets[plan.key] = sheet;
    if (isNew) made.push(sheet.getName());
  }
  const all = sheets as Sheets;
  introduce(all.people, owner);
  const mistakes = refreshSettings(memory, all, now);
  startHistory(memory, all.history);
  const layout = settledLayout(all.tickets, memory);
  dress(all, layout, memory);
  return { made, mistakes };
}

/** Reads the settings sheets and keeps what they say for runs that must be quick; answers with the mistakes in them. */
function refreshSettings(memory: Memory, sheets: Sheets, now: number): readonly string[] {
  const { settings, mistakes } = readSettings(sheets, past(memory));
  const json = JSON.stringify(settings);
  if (memory.get("settings") !== json) memory.set("settings", json);
  const sla = readSlaSheets(sheets, settings);
  markMistakes(sheets, sla.mistakes);
  const before = rememberedSla(memory);
  const revised = JSON.stringify(revise(before, sla.drafts, now));
  if (revised !== JSON.stringify(before)) writeLong(memory, "sla", revised);
  return [...mistakes, ...sla.mistakes.map((mistake) => inWords(sheets, mistake))];
}

function past(memory: Memory): { timeZone: string; prefixes: readonly string[] } {
  return {
    timeZone: SpreadsheetApp.getActive().getSpreadsheetTimeZone(),
    prefixes: rememberedSettings(memory)?.prefixes ?? [],
  };
}

function claim(memory: Memory, owner: string): void {
  const had = memory.get("owner");
  if (had && had !== owner && owner !== "unknown") {
    throw new Problem(
      "not-allowed",
      `${had} has set up this desk, and its timers run as ${had}. A second set-up would do everything twice: ask ${had} to choose Set up.`,
    );
  }
  if (!had) memory.set("owner", owner);
}

/** Whoever sets up is the first lead. */
function introduce(people: Sheet, owner: string): void {
  if (owner === "unknown" || rowsOf(people, 1).some(([email]) => email === owner)) return;
  const row = people.getLastRow() + 1;
  people.getRange(row, 1, 1, 4).setValues([[guarded(owner), "", "lead", ""]]);
}

function startHistory(memory: Memory, history: Sheet): void {
  if (readHead(memory) || history.getLastRow() > 1) return;
  writeHead(memory, { seq: 0, hash: "", lastNumber: 0, room: history.getMaxRows() });
}

function settledLayout(tickets: Sheet, memory: Memory): Layout {
  restoreColumns(tickets, readLayout(tickets, memory, true).layout);
  const { layout, remember } = readLayout(tickets, memory, true);
  if (remember && !readColumns(memory)) writeColumns(memory, remember); // later changes are recorded by the next run
  return layout;
}

function dress(sheets: Sheets, layout: Layout, memory: Memory): void {
  const { settings } = readSettings(sheets, past(memory));
  dressTickets(sheets.tickets, layout, dropdowns(settings, settings.sheetTitles));
  const list = (values: string[]): GoogleAppsScript.Spreadsheet.DataValidation =>
    SpreadsheetApp.newDataValidation().requireValueInList(values, true).setAllowInvalid(true).build();
  sheets.people.getRange("C2:C").setDataValidation(list(["agent", "lead", "requester"]));
  sheets.people.getRange("D2:D").setDataValidation(list(["yes", "no"]));
  sheets.statuses.getRange("B2:B").setDataValidation(list(["open", "waiting", "resolved", "closed"]));
  memory.set("version", "1");
}
