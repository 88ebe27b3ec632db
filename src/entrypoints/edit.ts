import { recordEdits } from "../use-cases/record-edits.ts";
import type { RowSpan } from "../use-cases/desk.ts";
import type { DeskWorkbook } from "../workbook/desk-workbook.ts";
import { rememberedSheets } from "../workbook/open-desk.ts";
import { restoreLook } from "../workbook/ticket-look.ts";
import { reportProblems, withDesk } from "./with-desk.ts";

/** A simple trigger may run for 30 s; whoever edits next should not wait long. */
const WAIT_MS = 3000;
const ROWS_AT_ONCE = 2000;

/** The simple trigger: somebody typed, cleared, pasted or filled. What it can't record, the reconciler will. */
export function onEdit({ range, value, oldValue }: GoogleAppsScript.Events.SheetsOnEdit): void {
  const sheetId = range.getSheet().getSheetId();
  const rows = { first: Math.max(2, range.getRow()), last: range.getLastRow() };
  const columns = { first: range.getColumn(), last: range.getLastColumn() };
  const count = Math.min(ROWS_AT_ONCE, Math.max(1, rows.last - rows.first + 1));
  const concerns = (memory: Parameters<typeof rememberedSheets>[0]): boolean =>
    rememberedSheets(memory)["tickets"] === sheetId;
  const isPaste = value === undefined && oldValue === undefined;
  reportProblems(() => {
    withDesk({ source: "sheet", waitMs: WAIT_MS, window: 250 + count, concerns }, (desk, workbook) => {
      const span = clipped(workbook, rows);
      if (range.getRow() === 1) workbook.tickets.seeHeaderFormulas();
      if (isPaste) restoreLook(workbook.tickets, workbook.settings, { rows: span, columns });
      recordEdits(desk, workbook.read(span), workbook.tickets.layout.ownHeaders(columns));
    });
  });
}

/** Whole columns may have been cleared: only rows with content count, and only as many as one run can record. */
function clipped(workbook: DeskWorkbook, { first, last }: RowSpan): RowSpan {
  if (last - first < ROWS_AT_ONCE) return { first, last };
  return { first, last: Math.min(last, workbook.tickets.lastRow(), first + ROWS_AT_ONCE - 1) };
}
