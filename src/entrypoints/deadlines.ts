import { judgeDeadlines } from "../use-cases/judge-deadlines.ts";
import type { RowSpan, TicketRow } from "../use-cases/desk.ts";
import { type DeskWorkbook, SLA_STALE } from "../workbook/save/desk-workbook.ts";
import { spansOf } from "../workbook/row-spans.ts";
import type { Memory } from "../workbook/memory.ts";
import { areScattered } from "../workbook/row-blocks.ts";
import type { TicketsSheet } from "../workbook/tickets-sheet.ts";
import { A_CHECK } from "./busy.ts";
import { noteToTell } from "./tell.ts";
import { withDesk } from "./with-desk.ts";

const WAIT_MS = 20_000;
/** Rows judged in one run of the timer; what is left comes next time. */
const ROWS_AT_ONCE = 5000;
/** Of rows that are due, so many, the longest due first: each may stand alone and take a call to read. */
const DUE_AT_ONCE = 500;

/** Judges the rows again whose next warning or deadline has come, by one read of one column; answers with those that somebody is to be told of. */
export function refreshDeadlines(tickets: TicketsSheet, now: number): readonly TicketRow[] {
  const due = dueRows(tickets.cellsOf("nextSla"), now);
  return due.length > 0 ? judge(spansOf(due).flatMap(piecesOf)) : [];
}

/** Judges a stretch of the rows whose SLA columns a large save left as they were; the next run goes on below it. */
export function catchUpDeadlines(tickets: TicketsSheet, memory: Memory): void {
  const stale = memory.get(SLA_STALE) ?? "";
  if (stale === "") return;
  const first = stale === "yes" ? 2 : Number(stale);
  const lastRow = tickets.lastRow();
  const last = Math.min(lastRow, first + ROWS_AT_ONCE - 1);
  if (first <= last) judge([{ first, last }]);
  memory.set(SLA_STALE, last < lastRow ? String(last + 1) : "");
}

/** The numbers of the rows whose instant has come, as far as one run goes. */
function dueRows(instants: readonly unknown[], now: number): number[] {
  const due = instants.flatMap((at, index) =>
    typeof at === "number" && at <= now ? [{ at, rowNumber: index + 2 }] : [],
  );
  const first = due.length > DUE_AT_ONCE ? due.sort((one, other) => one.at - other.at).slice(0, DUE_AT_ONCE) : due;
  return first.map(({ rowNumber }) => rowNumber);
}

function judge(spans: readonly RowSpan[]): readonly TicketRow[] {
  const opening = {
    source: "timer" as const,
    waitMs: WAIT_MS,
    waiter: A_CHECK,
    window: ROWS_AT_ONCE,
    actor: "unknown",
  };
  return withDesk(opening, (desk, workbook: DeskWorkbook, memory) => {
    return batchesOf(spans).flatMap((batch) => {
      const rows = batch.flatMap((span) => workbook.read(span));
      const records = judgeDeadlines(desk, rows, workbook.view.calendarOf);
      const toTell = new Set(records.filter(({ event }) => event).map(({ rowNumber }) => rowNumber));
      if (toTell.size > 0) noteToTell(memory, workbook.tail.end.seq);
      desk.record(records);
      return rows.filter(({ rowNumber }) => toTell.has(rowNumber));
    });
  });
}

/** Where very many neighbours are due, a span is no longer than what is judged at once. */
function piecesOf({ first, last }: RowSpan): RowSpan[] {
  const count = Math.ceil((last - first + 1) / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, index) => {
    const start = first + index * ROWS_AT_ONCE;
    return { first: start, last: Math.min(last, start + ROWS_AT_ONCE - 1) };
  });
}

/** Spans that are written together, from above: as many as don't lie too far apart for their SLA columns to be written. */
function batchesOf(spans: readonly RowSpan[]): RowSpan[][] {
  const batches: RowSpan[][] = [];
  for (const span of spans) {
    const batch = batches[batches.length - 1];
    if (batch && !isTooWide([...batch, span])) batch.push(span);
    else batches.push([span]);
  }
  return batches;
}

function isTooWide(spans: readonly RowSpan[]): boolean {
  const count = spans.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const ends = { first: spans[0]?.first ?? 0, last: spans[spans.length - 1]?.last ?? 0 };
  return count > ROWS_AT_ONCE || areScattered(count, ends);
}
