import { Problem } from "../domain/problem.ts";
import { ownedBy } from "../domain/roles/may.ts";
import { UNKNOWN } from "../domain/roles/standing.ts";
import type { DeskSettings } from "../domain/ticket/settings.ts";
import { guarded } from "./guard.ts";
import type { Layout } from "./layout.ts";
import { mendHeaderRow } from "./header-row.ts";
import { ensureSheet, restoreHeader } from "./make-sheet.ts";
import { CONVERSATION_FROM, type Memory, readColumns, readHead, writeColumns, writeHead } from "./memory.ts";
import { presentSheets } from "./present-sheets.ts";
import { refreshSettings } from "./refresh-settings.ts";
import { restoreColumns } from "./restore-columns.ts";
import { rowsOf } from "./settings-texts.ts";
import { readLayout } from "./settle-columns.ts";
import { SHEET_PLANS, type SheetKey } from "./sheet-plans.ts";
import { dressTickets, dropdowns } from "./ticket-look.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Sheets = Record<SheetKey, Sheet>;

/** Makes what is missing, mends what is damaged and touches nothing else; may be killed and repeated at any point. */
export function setUpWorkbook(
  memory: Memory,
  { owner, now }: { owner: string; now: number },
): { made: string[]; mistakes: readonly string[] } {
  claim(memory, owner);
  const book = SpreadsheetApp.getActive();
  const sheets: Partial<Sheets> = {};
  const made: string[] = [];
  const there = presentSheets(memory);
  if (there.history && !there.conversation) memory.set(CONVERSATION_FROM, "1"); // first: a kill must not forget it
  for (const plan of SHEET_PLANS) {
    const { sheet, isNew } = ensureSheet(book, memory, plan);
    sheets[plan.key] = sheet;
    if (isNew) made.push(sheet.getName());
    else if (plan.key === "history") restoreHeader(sheet, plan);
  }
  const all = sheets as Sheets;
  introduce(all.people, owner);
  const { settings, mistakes } = refreshSettings(memory, all, { now, isThorough: true });
  startHistory(memory, all.history);
  const layout = settledLayout(all.tickets, memory);
  dress(all, layout, settings);
  return { made, mistakes };
}

function claim(memory: Memory, owner: string): void {
  const had = memory.get("owner");
  if (had && had !== owner && owner !== UNKNOWN && had !== UNKNOWN) throw new Problem("not-allowed", ownedBy(had));
  if (!had || (had === UNKNOWN && owner !== UNKNOWN)) memory.set("owner", owner);
}

/** Whoever sets up is the first lead. */
function introduce(people: Sheet, owner: string): void {
  if (owner === UNKNOWN || rowsOf(people, 1).some(([email]) => email === owner)) return;
  const row = people.getLastRow() + 1;
  people.getRange(row, 1, 1, 4).setValues([[guarded(owner), "", "lead", ""]]);
}

function startHistory(memory: Memory, history: Sheet): void {
  if (readHead(memory) || history.getLastRow() > 1) return;
  writeHead(memory, { seq: 0, hash: "", lastNumber: 0, room: history.getMaxRows() });
}

function settledLayout(tickets: Sheet, memory: Memory): Layout {
  mendHeaderRow(tickets, memory);
  restoreColumns(tickets, readLayout(tickets, memory, true).layout);
  const { layout, remember } = readLayout(tickets, memory, true);
  if (remember && !readColumns(memory)) writeColumns(memory, remember); // later changes are recorded by the next run
  return layout;
}

function dress(sheets: Sheets, layout: Layout, settings: DeskSettings): void {
  dressTickets(sheets.tickets, layout, dropdowns(settings, settings.sheetTitles));
  const list = (values: string[]): GoogleAppsScript.Spreadsheet.DataValidation =>
    SpreadsheetApp.newDataValidation().requireValueInList(values, true).setAllowInvalid(true).build();
  sheets.people.getRange("C2:C").setDataValidation(list(["agent", "lead", "requester"]));
  sheets.people.getRange("D2:D").setDataValidation(list(["yes", "no"]));
  sheets.statuses.getRange("B2:B").setDataValidation(list(["open", "waiting", "resolved", "closed"]));
}
