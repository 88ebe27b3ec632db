import { GoneNumbers } from "../domain/ticket/gone-numbers.ts";
import type { Desk, TicketRow } from "../use-cases/desk.ts";
import { doubles, missedRows } from "../use-cases/find-missed.ts";
import { recordDeletions, takeCensus } from "../use-cases/record-deletions.ts";
import { recordEdits } from "../use-cases/record-edits.ts";
import type { DeskWorkbook } from "../workbook/desk-workbook.ts";
import type { Memory } from "../workbook/memory.ts";
import type { TicketsSheet } from "../workbook/tickets-sheet.ts";
import { withDesk } from "./with-desk.ts";

const WAIT_MS = 20_000;
/** Events of History's end that are read before many rows are judged: an undo may have left older saved selves. */
const WINDOW = 5000;
const ROWS_A_BATCH = 50_000;
const GONE = "gone";

export interface Round {
  readonly edited: number;
  readonly deleted: number;
  /** The row to go on with; 2 once the round is complete. */
  readonly next: number;
}

/** Finds what no trigger reported: deleted, doubled, edited and new rows, from row `from` on, `rows` rows at the most. The long reads hold no lock. */
export function reconcile({ from, rows }: { from: number; rows: number }): Round {
  const census = recordMissing("unknown");
  const last = Math.min(census.lastRow, from + rows - 1);
  let edited = 0;
  for (let first = from; first <= last; first += ROWS_A_BATCH) {
    edited += reconcileBatch(census, { first, last: Math.min(last, first + ROWS_A_BATCH - 1) });
  }
  return { edited, deleted: census.deleted, next: last >= census.lastRow ? 2 : last + 1 };
}

interface Census {
  readonly deleted: number;
  readonly lastRow: number;
  readonly twice: ReadonlySet<string>;
  readonly tickets: TicketsSheet | undefined;
}

/** Records tickets whose rows are gone, as deleted by `actor`, and finishes what a killed run left behind. */
export function recordMissing(actor: string): Census {
  const census = withDesk({ source: "reconcile", waitMs: WAIT_MS, window: WINDOW, actor }, (desk, workbook, memory) => {
    desk.record([]); // what a killed run left undone comes first: its tickets must not count as missing
    const ids = workbook.tickets.allIds();
    workbook.tickets.keepSpareRows();
    const deleted = recordGone(desk, workbook, { ids, memory });
    return { deleted, lastRow: ids.length + 1, twice: doubles(ids), tickets: workbook.tickets };
  });
  return census ?? { deleted: 0, lastRow: 1, twice: new Set(), tickets: undefined };
}

function recordGone(
  desk: Desk,
  workbook: DeskWorkbook,
  { ids, memory }: { ids: readonly string[]; memory: Memory },
): number {
  const before = memory.get(GONE) ?? "";
  const { gone, deleted, returned } = takeCensus(ids, {
    gone: new GoneNumbers(before),
    lastNumber: workbook.known.lastNumber,
    lookUp: (numbers) => workbook.statesOf(numbers),
  });
  recordDeletions(desk, deleted);
  for (const id of returned) recordReturn(desk, workbook, id);
  if (gone.toString() !== before) memory.set(GONE, gone.toString());
  return deleted.length;
}

/** A deleted row that a person's undo brought back. */
function recordReturn(desk: Desk, workbook: DeskWorkbook, id: string): void {
  const state = workbook.known.fromHistory(id);
  if (!state?.deletedAt) return;
  const rows = workbook.known.rowsShowing(id).slice(0, 1);
  for (const row of rows)
    recordEdits(
      desk,
      workbook.read({ first: row, last: row }).map((seen) => withState(seen, state)),
    );
}

function withState(row: TicketRow, state: NonNullable<TicketRow["saved"]>["state"]): TicketRow {
  return { ...row, saved: { state, row: row.rowNumber } };
}

function reconcileBatch({ tickets, twice }: Census, span: { first: number; last: number }): number {
  const seen = tickets?.read(span) ?? [];
  const missed = missedRows(seen, {
    hasColumn: (key) => tickets?.layout.find(key) !== undefined,
    isDouble: (id) => twice.has(id),
  });
  if (missed.length === 0) return 0;
  const opening = { source: "reconcile" as const, waitMs: WAIT_MS, window: WINDOW + missed.length, actor: "unknown" };
  const result = withDesk(opening, (desk, workbook) => recordEdits(desk, workbook.adopt(seen, missed)));
  return result?.edited ?? 0;
}
