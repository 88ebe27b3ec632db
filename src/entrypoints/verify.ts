import type { Difference } from "../domain/history/difference.ts";
import { type ShownRow, Verifier, type VerifierRules } from "../domain/history/verifier.ts";
import { ticketNumberOf } from "../domain/ticket/ticket.ts";
import type { TicketsSheet } from "../workbook/tickets-sheet.ts";
import type { TicketRow } from "../use-cases/desk.ts";
import { clocksIn, type FoldRules, foldTicket } from "../domain/deadline/fold-ticket.ts";
import { selfDifference } from "../domain/deadline/saved-self.ts";
import type { DeskWorkbook } from "../workbook/save/desk-workbook.ts";
import { reconcileAll } from "./reconcile.ts";
import { openMemory } from "../google/properties.ts";
import { readEnd } from "../workbook/save/open-desk.ts";
import type { Memory } from "../workbook/memory.ts";
import { ownCellsOf } from "../workbook/own-cells.ts";
import { identityIn, isEncoded } from "../workbook/state-cell.ts";
import { SheetChecks } from "./verify-sheets.ts";
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
  /** What was said, and mails; none in a verification that an older version began. */
  readonly conversations?: number;
  readonly mails?: number;
  readonly found: number;
  readonly differences: readonly Difference[];
}

/** One pass of *Verify history*: recomputes its share of the tickets from their events, and compares. A killed pass is simply done again. */
export function verifyPass(before: Progress | undefined): Progress {
  const outlived = before ? [] : outlivedHistory();
  if (!before) reconcileAll();
  const memory = openMemory();
  const workbook = lookAtDesk(memory, (_desk, opened) => opened);
  const passes = before?.passes ?? Math.max(1, Math.ceil(workbook.tail.end.seq / EVENTS_A_PASS));
  const pass = before ? before.pass + 1 : 0;
  const { verifier, counts, differences } = verify(workbook, memory, { pass, passes });
  const found = [...outlived, ...differences];
  return {
    ...{ pass, passes },
    tickets: (before?.tickets ?? 0) + verifier.tickets,
    events: (before?.events ?? 0) + verifier.events,
    conversations: (before?.conversations ?? 0) + counts.conversations,
    mails: (before?.mails ?? 0) + counts.mails,
    found: (before?.found ?? 0) + found.length,
    differences: [...(before?.differences ?? []), ...found].slice(0, DIFFERENCES_KEPT),
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

interface Verified extends Pick<SheetChecks, "counts"> {
  readonly verifier: Verifier;
  readonly differences: readonly Difference[];
}

function verify(workbook: DeskWorkbook, memory: Memory, { pass, passes }: { pass: number; passes: number }): Verified {
  const concerns = (ticketId: string): boolean => Number(/\d+$/.exec(ticketId)?.[0] ?? 0) % passes === pass;
  const checks = new SheetChecks(workbook, memory, { concerns, isLaterPass: pass > 0 });
  const rules: FoldRules = { ...workbook.rules, keepsLastOnly: true };
  const fold: VerifierRules["fold"] = (state, event) => foldTicket(state, event, rules);
  const { conversation, mails, cells } = checks;
  const part = { ...(passes > 1 && { concerns }), checksChain: pass === 0, conversation, mails, cells };
  const verifier = new Verifier({ fold, selfDifference }, part);
  const { tickets, history } = workbook;
  history.eachBlock(workbook.lastHistoryRow - 1, (rows) => verifier.takeHistory(rows));
  const partly = verifier.ticketsWhere((state) => clocksIn(state) === undefined);
  for (const state of workbook.statesOf(partly.flatMap((id) => ticketNumberOf(id) ?? []))) verifier.complete(state);
  const lastRow = tickets.lastRow();
  for (let first = 2; first <= lastRow; first += ROWS_A_BATCH) {
    const rows = tickets.read({ first, last: Math.min(lastRow, first + ROWS_A_BATCH - 1) });
    verifier.takeRows(
      rows.map((row) => shownRow(row, tickets)),
      headerIn(tickets),
    );
  }
  verifier.finish();
  return { verifier, differences: [...verifier.differences, ...checks.finish(verifier)], counts: checks.counts };
}

const headerIn =
  ({ layout }: TicketsSheet) =>
  (key: string): string =>
    layout.find(key) === undefined ? "" : layout.headerOf(key) || key;

/** Written out, and its saved self read only where it isn't as expected: of a large desk these would be the dearest steps. */
function shownRow(row: TicketRow, tickets: TicketsSheet): ShownRow {
  const { rowNumber, typedId, hasSubject, fields, savedText } = row;
  return {
    ...{ rowNumber, typedId, hasSubject, fields, own: ownCellsOf(tickets, row) },
    isSavedAs: (state) => savedText !== undefined && isEncoded(state, savedText),
    get saved() {
      const saved = row.saved?.state ?? identityIn(savedText);
      return saved?.id === typedId ? saved : undefined;
    },
  };
}

/** "200 tickets, 1,432 events, 310 conversations, 25 mails, 0 differences". */
export function verdict({ tickets, events, conversations = 0, mails = 0, found }: Progress): string {
  const counts = [
    [tickets, "ticket"],
    [events, "event"],
    [conversations, "conversation"],
    [mails, "mail"],
    [found, "difference"],
  ] as const;
  return counts.map(([count, what]) => `${count.toLocaleString("en-US")} ${what}${count === 1 ? "" : "s"}`).join(", ");
}
