import { Problem } from "../../domain/problem.ts";
import type { DeskSettings } from "../../domain/ticket/settings.ts";
import { type DeskContext, DeskWorkbook } from "./desk-workbook.ts";
import { NO_SLA, slaRules, type SlaSettings } from "../../domain/sla-settings/sla-settings.ts";
import { HEADERS_GONE, isTicketRow } from "../header-row.ts";
import type { Layout } from "../layout.ts";
import { HistorySheet } from "../history-sheet.ts";
import { HistoryEnd, type Tail } from "./history-end.ts";
import { type Memory, parse, readHead, readLong } from "../memory.ts";
import { readLayout } from "../settle-columns.ts";
import { COLUMN_BY_KEY, TICKET_COLUMNS } from "../ticket-columns.ts";
import { TicketsSheet } from "../tickets-sheet.ts";
import { wallClockOf } from "../wall-clock.ts";
import type { WallClock } from "../cell.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The desk's sheets by their stored ids. */
export type SheetIds = Readonly<Record<string, number>>;

export const rememberedSheets = (memory: Memory): SheetIds => parse<SheetIds>(memory.get("sheets")) ?? {};
export const rememberedSettings = (memory: Memory): DeskSettings | undefined =>
  parse<DeskSettings>(memory.get("settings"));

const keptSla = (memory: Memory): SlaSettings | undefined => parse<SlaSettings>(readLong(memory, "sla"));

export const rememberedSla = (memory: Memory): SlaSettings => keptSla(memory) ?? NO_SLA;

/** The same; where it is lost, as in a copy of the file, the promises that History tells of. */
export function knownSla(memory: Memory, history: Sheet): SlaSettings {
  const kept = keptSla(memory);
  if (kept) return kept;
  return { ...NO_SLA, ...new HistorySheet(history, readHead(memory)?.room).lastPromises() };
}

/** One of the desk's sheets; throws a Problem where it was never made, or is gone. */
export function sheetOf(memory: Memory, key: string, title: string): Sheet {
  const id = rememberedSheets(memory)[key];
  const sheet = id === undefined ? null : SpreadsheetApp.getActive().getSheetById(id);
  if (sheet) return sheet;
  const what = id === undefined ? "The desk is not set up in this file" : `The sheet "${title}" is gone`;
  throw new Problem("missing-setup", `${what}. Choose Helpdesk > Set up: nothing that is there is touched.`);
}

/** The same for a look: whether it was ever made, and the sheet where it is still there. */
export function findSheet(memory: Memory, key: string): { wasMade: boolean; sheet: Sheet | undefined } {
  const id = rememberedSheets(memory)[key];
  const sheet = id === undefined ? null : SpreadsheetApp.getActive().getSheetById(id);
  return { wasMade: id !== undefined, sheet: sheet ?? undefined };
}

/**
 * Opens the desk. `window` is how many events of History's end are read: at least as many as rows will be looked at.
 * Only a run that holds the lock may record anything.
 */
export function openDesk(
  memory: Memory,
  run: Pick<DeskContext, "now" | "window" | "author" | "instant" | "tries"> & { readonly isLocked: boolean },
): DeskWorkbook {
  const settings = rememberedSettings(memory);
  const tickets = sheetOf(memory, "tickets", "Tickets");
  const history = sheetOf(memory, "history", "History");
  if (!settings) {
    throw new Problem(
      "missing-setup",
      "The desk's settings are gone. Choose Helpdesk > Set up: nothing that is there is touched.",
    );
  }
  const settled = readLayout(tickets, memory, run.isLocked);
  checkHeaders(settled.layout);
  const missing = TICKET_COLUMNS.filter(({ key, isNeeded }) => isNeeded && settled.layout.find(key) === undefined);
  if (missing.length > 0) throw new Problem("missing-setup", lostColumns(missing.map(({ key }) => key)));
  const clock = bookClock();
  const sla = knownSla(memory, history);
  const rules = { statuses: settings.statuses, sla: slaRules(sla, settings.reopenWithinDays) };
  const conversation = SpreadsheetApp.getActive().getSheetById(rememberedSheets(memory)["conversation"] ?? -1);
  return new DeskWorkbook({ tickets, history, conversation }, { ...run, settings, sla, rules, memory, clock }, settled);
}

/** The Tickets rows without History, for long reads that hold no lock. */
export function openTickets(memory: Memory): TicketsSheet {
  const sheet = sheetOf(memory, "tickets", "Tickets");
  const { layout } = readLayout(sheet, memory, false);
  checkHeaders(layout);
  return new TicketsSheet(sheet, layout, bookClock());
}

/** Where people open this file. */
export const bookUrl = (): string => SpreadsheetApp.getActive().getUrl();

/** History's newest events, read without the lock. */
export function readEnd(memory: Memory, window: number): Tail {
  const head = readHead(memory);
  return new HistoryEnd(new HistorySheet(sheetOf(memory, "history", "History"), head?.room), head).readTail(window);
}

/** The wall clock by which Google turns cells into dates, the file's present one; made at the first date that needs it. */
export function bookClock(): () => WallClock {
  let clock: WallClock | undefined;
  return () => (clock ??= wallClockOf(SpreadsheetApp.getActive().getSpreadsheetTimeZone()));
}

function checkHeaders({ headers }: Layout): void {
  if (isTicketRow(headers))
    throw new Problem("missing-setup", `${HEADERS_GONE} Undo that, or choose Helpdesk > Set up: it comes back.`);
}

function lostColumns(keys: readonly string[]): string {
  const names = keys.map((key) => `"${COLUMN_BY_KEY.get(key)?.header ?? key}"`).join(" and ");
  return `The Tickets sheet has lost its column ${names}. Nothing is lost: Helpdesk > Set up brings it back with its contents.`;
}
