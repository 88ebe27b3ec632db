import type { Fields } from "../domain/ticket/content.ts";
import { isLost, lossIn } from "../domain/history/loss.ts";
import { GoneNumbers } from "../domain/ticket/gone-numbers.ts";
import { ticketNumberOf, type TicketState } from "../domain/ticket/ticket.ts";
import { now } from "../google/session.ts";
import type { Desk, RowSpan, TicketRow } from "../use-cases/desk.ts";
import { doubles, missedRows } from "../use-cases/find-missed.ts";
import { recordDeletions, takeCensus } from "../use-cases/record-deletions.ts";
import { recordEdits } from "../use-cases/record-edits.ts";
import type { DeskWorkbook } from "../workbook/save/desk-workbook.ts";
import { GONE, type Memory, readLong, writeLong } from "../workbook/memory.ts";
import type { Tail } from "../workbook/save/history-end.ts";
import { restoreFormats } from "../workbook/ticket-look.ts";
import type { TicketsSheet } from "../workbook/tickets-sheet.ts";
import { readEnd, rememberedSettings, rememberedSla } from "../workbook/save/open-desk.ts";
import { A_CHECK } from "./busy.ts";
import { newsAbout } from "./news-about.ts";
import { authorIn, lookAtTickets, withDesk } from "./with-desk.ts";

const A_LOOK = { source: "reconcile" as const, waitMs: 20_000, waiter: A_CHECK };
/** Events of History's end that are read before many rows are judged: an undo may have left older saved selves. */
const WINDOW = 5000;
const ROWS_A_SLICE = 60_000;
const JUNK_AT_ONCE = 1000;

/** What is known before slices of rows are looked at: doubled numbers, and which saved selves don't agree with History's end. */
export interface Census {
  readonly twice: ReadonlySet<string>;
  readonly isStale: (state: TicketState) => boolean;
  readonly hasNews: (state: TicketState, fields: Fields) => boolean;
  /** What a script wrote into the desk's own columns stays, to be named. */
  readonly leavesJunk?: boolean;
}

/** Finds all that no trigger reported: a whole round, slice by slice. */
export function reconcileAll(): void {
  // News and junk are the timer's work: they would mend what somebody tampered with before anybody names it.
  const census: Census = { ...recordMissing("unknown"), hasNews: () => false, leavesJunk: true };
  lookAtTickets((tickets) => {
    for (let from: number | undefined = 2; from !== undefined;) from = reconcileSlice(tickets, from, census);
  });
}

/** Edited and new rows of one slice, from row `from` on; answers with the row to go on with, undefined at the end. The long reads hold no lock. */
export function reconcileSlice(
  tickets: TicketsSheet,
  from: number,
  { twice, isStale, hasNews, leavesJunk = false }: Census,
): number | undefined {
  const last = tickets.lastRow();
  const span: RowSpan = { first: from, last: Math.min(last, from + ROWS_A_SLICE - 1) };
  const seen = tickets.read(span);
  const hasColumn = (key: string): boolean => tickets.layout.find(key) !== undefined;
  const isDouble = (id: string): boolean => twice.has(id);
  const missed = withoutMostJunk(missedRows(seen, { hasColumn, isDouble, isStale, hasNews, leavesJunk }));
  if (missed.length > 0) recordMissed(tickets, seen, missed);
  return span.last < last ? span.last + 1 : undefined;
}

/** Where a whole column of the desk's was written over, or the file's time zone changed, the rows are put right over several runs. */
function withoutMostJunk(rows: readonly TicketRow[]): TicketRow[] {
  let junk = 0;
  return rows.filter(({ hasJunk }) => !hasJunk || ++junk <= JUNK_AT_ONCE);
}

function recordMissed(tickets: TicketsSheet, seen: readonly TicketRow[], missed: readonly TicketRow[]): void {
  const opening = { ...A_LOOK, window: WINDOW + missed.length, actor: "unknown" };
  withDesk(opening, (desk, workbook) => {
    const rows = workbook.adopt(tickets.layout, seen, missed);
    recordEdits(desk, rows);
    restoreFormats(
      workbook.tickets,
      rows.flatMap(({ rowNumber, hasJunk }) => (hasJunk ? [rowNumber] : [])),
    );
  });
}

/** Records tickets whose rows are gone, as deleted by `actor`, and finishes what a killed run left behind; answers with what it saw of all rows. */
export function recordMissing(actor: string): Census {
  const opening = { ...A_LOOK, window: WINDOW, actor };
  return withDesk(opening, (desk, workbook, memory) => {
    workbook.tickets.forgetSpills();
    desk.record([]); // what a killed run left undone comes first: its tickets must not count as missing
    const ids = workbook.tickets.takeRoll();
    recordGone(desk, workbook, { ids, memory });
    const hasNews: Census["hasNews"] = (...about) => Object.keys(desk.news(...about)).length > 0;
    return { twice: doubles(ids), isStale: staleAgainst(workbook.tail), hasNews };
  });
}

/** The same for a round that goes on in a later run. */
export function laterCensus(memory: Memory, twice: readonly string[]): Census {
  const settings = rememberedSettings(memory);
  const news = settings && newsAbout(rememberedSla(memory), settings, now());
  return {
    twice: new Set(twice),
    isStale: staleAgainst(readEnd(memory, WINDOW)),
    hasNews: (...about) => news !== undefined && Object.keys(news(...about)).length > 0,
  };
}

/** An undo may bring back an older saved self; one of an event that is lost, or newer than History, outlived what was taken out of it. */
function staleAgainst({ recent, end, loss }: Tail): (state: TicketState) => boolean {
  const lastSeqs = new Map(recent.map(({ ticketId, seq }) => [ticketId, seq]));
  const losses = [...recent.flatMap((event) => lossIn(event) ?? []), ...(loss ? [loss] : [])];
  return ({ id, seq }) => seq > end.seq || (lastSeqs.get(id) ?? 0) > seq || isLost(losses, seq);
}

function recordGone(
  desk: Desk,
  workbook: DeskWorkbook,
  { ids, memory }: { ids: readonly string[]; memory: Memory },
): void {
  const before = readLong(memory, GONE) ?? "";
  const { gone, deleted, deletedBy, returned } = takeCensus(ids, {
    gone: new GoneNumbers(before),
    lastNumber: workbook.known.lastNumber,
    recent: workbook.tail.recent,
    by: desk.author.actor,
    lookUp: (numbers) => workbook.statesOf(numbers),
  });
  // Where only the number was wiped, the saved self still tells whose row it is: the number is put back.
  const standing = new Set(deleted.length > 0 ? workbook.tickets.savedSelves().map(({ id }) => id) : []);
  for (const id of standing) gone.delete(ticketNumberOf(id) ?? 0);
  const really = deleted.filter(({ id }) => !standing.has(id));
  const by = authorIn(memory, { source: desk.author.source, actor: deletedBy });
  if (really.length > 0) recordDeletions(desk, really, by);
  for (const id of returned) recordReturn(desk, workbook, id);
  if (gone.toString() !== before) writeLong(memory, GONE, gone.toString());
}

/** A deleted row that a person's undo brought back, its saved self with it; a number that was typed again is not that. */
function recordReturn(desk: Desk, workbook: DeskWorkbook, id: string): void {
  const state = workbook.known.fromHistory(id);
  const [row] = workbook.known.rowsShowing(id);
  if (!state?.deletedAt || row === undefined) return;
  const rows = workbook.read({ first: row, last: row });
  recordEdits(
    desk,
    rows.filter(({ saved }) => saved?.state.id === id).map((seen) => ({ ...seen, saved: { state, row } })),
  );
}
