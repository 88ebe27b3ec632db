import type { RowSpan } from "../use-cases/desk.ts";
import { type DeskWorkbook, SLA_STALE } from "../workbook/desk-workbook.ts";
import type { Memory } from "../workbook/memory.ts";
import type { TicketsSheet } from "../workbook/tickets-sheet.ts";
import { withDesk } from "./with-desk.ts";

const WAIT_MS = 20_000;
/** Rows judged in one run of the timer; what is left comes next time. */
const ROWS_AT_ONCE = 5000;

/** Judges the rows again whose next warning or deadline has come, by one read of one column. */
export function refreshDeadlines(tickets: TicketsSheet, now: number): void {
  const due = dueRows(tickets.cellsOf("nextSla"), now);
  if (due) judge(due);
}

/** Judges a stretch of the rows whose SLA columns a large save left as they were; the next run goes on below it. */
export function catchUpDeadlines(tickets: TicketsSheet, memory: Memory): void {
  const stale = memory.get(SLA_STALE) ?? "";
  if (stale === "") return;
  const first = stale === "yes" ? 2 : Number(stale);
  const lastRow = tickets.lastRow();
  const last = Math.min(lastRow, first + ROWS_AT_ONCE - 1);
  if (first <= last) judge({ first, last });
  memory.set(SLA_STALE, last < lastRow ? String(last + 1) : "");
}

/** The span of rows that are due, as far as one run goes; undefined where nothing is. */
function dueRows(instants: readonly unknown[], now: number): RowSpan | undefined {
  const isDue = (instant: unknown): boolean => typeof instant === "number" && instant <= now;
  const first = instants.findIndex(isDue);
  if (first < 0) return undefined;
  const within = instants.slice(first, first + ROWS_AT_ONCE);
  const last = within.reduce<number>((found, instant, index) => (isDue(instant) ? index : found), 0);
  return { first: first + 2, last: first + last + 2 };
}

function judge(span: RowSpan): void {
  const opening = { source: "timer" as const, waitMs: WAIT_MS, window: ROWS_AT_ONCE, actor: "unknown" };
  withDesk(opening, (desk, workbook: DeskWorkbook) => {
    const rows = workbook.read(span).flatMap((row) => {
      const state =
        row.saved?.row === row.rowNumber && row.typedId === row.saved.state.id ? row.saved.state : undefined;
      return state
        ? [{ rowNumber: row.rowNumber, ticketId: state.id, before: state, event: undefined, putBack: [] }]
        : [];
    });
    desk.record(rows);
  });
}
