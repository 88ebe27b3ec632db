import { type Difference, type ShownRow, Verifier, type VerifierRules } from "../domain/history/verifier.ts";
import { ticketNumberOf } from "../domain/ticket/ticket.ts";
import type { TicketsSheet } from "../workbook/tickets-sheet.ts";
import type { TicketRow } from "../use-cases/desk.ts";
import { clocksIn, type FoldRules, foldTicket } from "../domain/deadline/fold-ticket.ts";
import { selfDifference } from "../domain/deadline/saved-self.ts";
import type { DeskWorkbook } from "../workbook/save/desk-workbook.ts";
import { reconcileAll } from "./reconcile.ts";
import { openMemory } from "../google/properties.ts";
import { readEnd } from "../workbook/save/open-desk.ts";
import { identityIn } from "../workbook/state-cell.ts";
import { lookAtDesk, lookAtTickets } from "./with-desk.ts";

const ROWS_A_BATCH = 20_000;
/** So many events fit well into one run's six minutes and memory; a longer History takes several passes over it. */
const EVENTS_A_PASS = 1_000_000;
/** What is kept between passes must fit into a property of 9 KB. */
const DIFFERENCES_KEPT = 30;

export interface Progress {
  readonly pass: number;
  readonly passes: number;
  readonly tickets: number;
  readonly events: number;
  readonly found: number;
  readonly differences: readonly Difference[];
}

/** One pass of *Verify history*: recomputes its share of the tickets from their events, and compares. A killed pass is simply done again. */
export function verifyPass(before: Progress | undefined): Progress {
  const outlived = before ? [] : outlivedHistory();
  if (!before) reconcileAll();
  const workbook = lookAtDesk(openMemory(), (_desk, opened) => opened);
  const passes = before?.passes ?? Math.max(1, Math.ceil(workbook.tail.end.seq / EVENTS_A_PASS));
  const pass = before ? before.pass + 1 : 0;
  const verifier = verify(workbook, { pass, passes });
  return {
    ...{ pass, passes },
    tickets: (before?.tickets ?? 0) + verifier.tickets,
    events: (before?.events ?? 0) + verifier.events,
    found: (before?.found ?? 0) + outlived.length + verifier.differences.length,
    differences: [...(before?.differences ?? []), ...outlived, ...verifier.differences].slice(0, DIFFERENCES_KEPT),
  };
}

/** Rows that know of events beyond History's end, which is read after them: somebody has deleted these. Looked for first, since the reconciler mends such rows. */
function outlivedHistory(): Difference[] {
  const memory = openMemory();
  const selves = lookAtTickets((tickets) => tickets.savedSelves());
  const { end, loss } = readEnd(memory, 1);
  const last = loss?.after ?? end.seq;
  return selves
    .filter(({ seq }) => seq > last)
    .map(({ id, seq }) => ({
      ticketId: id,
      sentence: `${id}: its row was saved at event ${seq}, but History ends at ${last}: events were taken out of it.`,
    }));
}

function verify(workbook: DeskWorkbook, { pass, passes }: { pass: number; passes: number }): Verifier {
  const concerns = (ticketId: string): boolean => Number(/\d+$/.exec(ticketId)?.[0] ?? 0) % passes === pass;
  const rules: FoldRules = { ...workbook.rules, keepsLastOnly: true };
  const fold: VerifierRules["fold"] = (state, event) => foldTicket(state, event, rules);
  const verifier = new Verifier({ fold, selfDifference }, { ...(passes > 1 && { concerns }), checksChain: pass === 0 });
  const { tickets, history } = workbook;
  history.eachBlock(history.rows.last - 1, (rows) => verifier.takeHistory(rows));
  const partly = verifier.ticketsWhere((state) => clocksIn(state) === undefined);
  for (const state of workbook.statesOf(partly.flatMap((id) => ticketNumberOf(id) ?? []))) verifier.complete(state);
  const lastRow = tickets.lastRow();
  for (let first = 2; first <= lastRow; first += ROWS_A_BATCH) {
    takeRows(verifier, tickets, { first, last: Math.min(lastRow, first + ROWS_A_BATCH - 1) });
  }
  verifier.finish();
  return verifier;
}

function takeRows(verifier: Verifier, tickets: TicketsSheet, span: { first: number; last: number }): void {
  const headerOf = (key: string): string =>
    tickets.layout.find(key) === undefined ? "" : tickets.layout.headerOf(key) || key;
  verifier.takeRows(tickets.read(span).map(shownRow), headerOf);
}

function shownRow(row: TicketRow): ShownRow {
  const { saved: own, ...rest } = row;
  const saved = own?.state ?? identityIn(row.savedText);
  return { ...rest, saved: saved?.id === row.typedId ? saved : undefined };
}

/** "N tickets, M events, 0 differences". */
export function verdict({ tickets, events, found }: Progress): string {
  return `${tickets} tickets, ${events} events, ${found} ${found === 1 ? "difference" : "differences"}`;
}
