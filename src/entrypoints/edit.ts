import { underLock } from "../google/lock.ts";
import { openMemory } from "../google/properties.ts";
import { now } from "../google/session.ts";
import { toast } from "../google/ui.ts";
import type { Memory } from "../workbook/memory.ts";
import { recordEdits } from "../use-cases/record-edits.ts";
import { sameContent } from "../domain/ticket/content.ts";
import { decideEdit } from "../domain/ticket/edit-rules.ts";
import type { TypedEdit } from "../domain/ticket/typed-meanwhile.ts";
import type { Desk, RowSpan, TicketRow } from "../use-cases/desk.ts";
import { isTheirs, writtenInTheMoment } from "../use-cases/whose-edit.ts";
import type { Layout } from "../workbook/layout.ts";
import type { DeskWorkbook } from "../workbook/save/desk-workbook.ts";
import { rememberedSheets } from "../workbook/save/open-desk.ts";
import { PAGE_TITLE } from "../workbook/report-sheet.ts";
import { restoreLook } from "../workbook/ticket-look.ts";
import { columnLetters } from "../workbook/tickets-sheet.ts";
import { refreshAfter } from "./report.ts";
import { atEdit, type Waiter } from "./busy.ts";
import { byHand, isFromGoogle } from "./front-door.ts";
import { isSettingsSheet } from "./settings-sheet.ts";
import { peopleEditIn, takeSettings } from "./settings-edited.ts";
import { reportProblems, runLocked } from "./with-desk.ts";

/** A simple trigger may run for 30 s; whoever edits next should not wait long. */
const WAIT_MS = 3000;
const ROWS_AT_ONCE = 2000;

/** The simple trigger: somebody typed, cleared, pasted or filled. What it can't record, the reconciler will. */
export function onEdit(sent: unknown): string | undefined {
  if (!isFromGoogle(sent, "range")) return byHand("onEdit");
  recordEvent(sent as GoogleAppsScript.Events.SheetsOnEdit);
  return undefined;
}

function recordEvent(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const sheet = event.range.getSheet();
  const sheetId = sheet.getSheetId();
  const at = now();
  const waiter = atEdit(sheetId);
  reportProblems(() => {
    // Under its usual name the SLA sheet is known without waiting for the lock.
    let page = sheet.getName() === PAGE_TITLE ? openMemory() : undefined;
    if (!page || rememberedSheets(page)["sla"] !== sheetId) {
      page = underLock({ waitMs: WAIT_MS, busy: waiter.busy }, (memory) => {
        const ids = rememberedSheets(memory);
        if (ids["tickets"] === sheetId) recordEdit(memory, event, { at, waiter });
        else if (isSettingsSheet(memory, sheetId))
          tell(takeSettings(memory, peopleEditIn(memory, { range: event.range, sheetId, at })));
        return ids["sla"] === sheetId ? memory : undefined;
      });
    }
    if (page) refreshAfter(page, event);
  }, tellUnlessNothing);
}

/** Where the desk has nothing to do with the sheet it says nothing. */
const tellUnlessNothing = (sentence: string): void => void (sentence !== "" && toast(sentence));

function recordEdit(
  memory: Memory,
  event: GoogleAppsScript.Events.SheetsOnEdit,
  { at, waiter }: { at: number; waiter: Waiter },
): void {
  const { range, value, oldValue } = event;
  const rows = { first: Math.max(2, range.getRow()), last: range.getLastRow() };
  const columns = { first: range.getColumn(), last: range.getLastColumn() };
  const count = Math.min(ROWS_AT_ONCE, Math.max(1, rows.last - rows.first + 1));
  const isPaste = value === undefined && oldValue === undefined;
  let keys: string[] | undefined; // where columns move meanwhile, a later try still means these
  runLocked(memory, { source: "sheet", waitMs: WAIT_MS, waiter, window: 250 + count, at }, (desk, workbook) => {
    const span = clipped(workbook, rows);
    const { layout } = workbook.tickets;
    if (range.getRow() === 1) workbook.tickets.seeHeaderFormulas();
    keys ??= layout.keysBetween(columns);
    const [key = ""] = keys;
    const typed = isPaste ? undefined : { value, oldValue };
    const told = { keys, typed };
    const found = workbook.read(span).map((row) => (typed ? workbook.withTyped(row, key, typed) : row));
    for (const row of found) if (typed) tellOfPutBack(desk, row, { key, typed });
    if (isPaste) tellToLookAgain(desk, writtenInTheMoment(found, keys, at), layout);
    const about = { ours: layout.ownHeaders(columns), ...(typed && { oneCell: { key, before: oldValue ?? "" } }) };
    recordEdits(desk, found, { ...about, isTheirs: (row, one) => isTheirs(told, row, one) });
    if (isPaste) restoreLook(workbook.tickets, workbook.settings, { rows: span, columns });
  });
}

/** Another run has seen what was typed, and put it back, before this one came to say why. */
function tellOfPutBack(desk: Desk, row: TicketRow, { key, typed }: { key: string; typed: TypedEdit }): void {
  const { value = "" } = typed;
  const { saved, fields } = row;
  const { over = {}, typed: before = {} } = saved?.deskWrite ?? {};
  const isPutBack = [over[key], before[key]].some((stood) => stood !== undefined && sameContent(stood, value));
  if (!saved || !isPutBack || sameContent(fields[key], value)) return;
  const { putBack } = decideEdit(saved.state, { [key]: value }, desk);
  for (const { because } of putBack) if (because) desk.tell(because);
}

function tellToLookAgain(desk: Desk, cells: ReturnType<typeof writtenInTheMoment>, layout: Layout): void {
  if (cells.length === 0) return;
  const places = cells.slice(0, 3).map(({ rowNumber, key }) => `${columnLetters(layout.find(key) ?? 1)}${rowNumber}`);
  const more = cells.length > 3 ? ` and ${cells.length - 3} more` : "";
  desk.tell(`Look again at ${places.join(", ")}${more}: the desk wrote there while you pasted.`);
}

/** Mistakes at once, to whoever has just made them. */
function tell(mistakes: readonly string[]): void {
  if (mistakes.length > 0) toast(mistakes.slice(0, 3).join(" "));
}

/** Whole columns may have been cleared: only rows with content count, and only as many as one run can record. */
function clipped(workbook: DeskWorkbook, { first, last }: RowSpan): RowSpan {
  if (last - first < ROWS_AT_ONCE) return { first, last };
  return { first, last: Math.min(last, workbook.tickets.lastRow(), first + ROWS_AT_ONCE - 1) };
}
