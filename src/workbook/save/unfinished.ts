import type { FoldRules } from "../../domain/deadline/fold-ticket.ts";
import type { TicketEvent } from "../../domain/history/event.ts";
import { type Fields, sameContent } from "../../domain/ticket/content.ts";
import type { KnownTickets } from "../../domain/ticket/identity.ts";
import type { RowRecord, RowSpan } from "../../use-cases/desk.ts";
import type { TicketsSheet } from "../tickets-sheet.ts";
import type { Knowledge } from "./knowledge.ts";
import { recover } from "./recovery.ts";
import type { RowReader } from "./row-reader.ts";
import { isAmong, type Strays } from "./strays.ts";

interface UnfinishedContext {
  readonly tickets: TicketsSheet;
  readonly rows: RowReader;
  readonly known: KnownTickets;
  readonly knowledge: Knowledge;
  readonly strays: Strays;
  readonly rules: FoldRules;
  readonly unacknowledged: readonly TicketEvent[];
}

/** What killed runs, and earlier tries of this one, have left undone: to be saved with whatever this run saves. */
export class Unfinished {
  private isTaken = false;

  constructor(private readonly context: UnfinishedContext) {}

  /** Of tickets that are not recorded anyway; what a killed run left is given once. */
  beside(records: readonly RowRecord[]): RowRecord[] {
    const { strays } = this.context;
    const own = new Set(records.map(({ ticketId }) => ticketId));
    const undone = this.leftByKilledRun().filter(({ ticketId }) => !own.has(ticketId));
    for (const { ticketId } of undone) own.add(ticketId);
    const strayed = strays.tickets.filter((ticketId) => !own.has(ticketId));
    return [
      ...undone,
      ...strayed.flatMap((ticketId) => this.asItIs(ticketId)),
      ...strays.takeLittered().flatMap(([rowNumber, wrote]) => this.vacated(rowNumber, wrote)),
    ];
  }

  private leftByKilledRun(): RowRecord[] {
    const { rows, tickets, known, knowledge, rules, unacknowledged } = this.context;
    if (this.isTaken || unacknowledged.length === 0) return [];
    this.isTaken = true;
    const places = {
      ...known,
      read: (span: RowSpan) => rows.read(span),
      allIds: () => tickets.allIds(),
      contentsFromHistory: (id: string) => knowledge.contentsFromHistory(id),
      unplacedRow: (id: string) => this.unplacedRow(id),
    };
    return recover(unacknowledged, places, rules);
  }

  /** A ticket's row, of which only what the desk owes to it is to be written. */
  private asItIs(ticketId: string): RowRecord[] {
    const { rows, known } = this.context;
    const [rowNumber] = known.rowsShowing(ticketId);
    const [row] = rowNumber === undefined ? [] : rows.read({ first: rowNumber, last: rowNumber });
    const before = row?.saved?.state.id === ticketId ? row.saved.state : known.fromHistory(ticketId);
    if (!row || row.typedId !== ticketId || !before || before.deletedAt) return [];
    return [{ rowNumber, ticketId, before, event: undefined, putBack: [] }];
  }

  /** A row without a ticket into which the desk has written: what of it is still there is taken away. */
  private vacated(rowNumber: number, wrote: Fields): RowRecord[] {
    const [row] = this.context.rows.read({ first: rowNumber, last: rowNumber });
    if (row?.typedId !== "" || row.hasSubject || row.saved === undefined) return [];
    const isStill = (key: string): boolean => row.fields[key] !== undefined && sameContent(wrote[key], row.fields[key]);
    const putBack = Object.keys(wrote)
      .filter(isStill)
      .map((key) => ({ key, content: "" }));
    return [{ rowNumber, ticketId: "", before: undefined, event: undefined, putBack, isVacated: true }];
  }

  /** The row that was added for a ticket before columns moved: its number stands in another column, and no ticket's in Ticket. */
  private unplacedRow(id: string): number | undefined {
    const { strays, tickets, knowledge } = this.context;
    const added = strays.unplacedAt(id);
    if (added === undefined) return undefined;
    const contents = knowledge.contentsFromHistory(id)?.contents ?? {};
    const showsIt = tickets.rowsHolding(id);
    return [...showsIt, added].find((rowNumber) => {
      const [row] = tickets.read({ first: rowNumber, last: rowNumber });
      if (row?.typedId === "") return showsIt.includes(rowNumber);
      return row && (row.saved?.state.id === id || isAmong(contents, row.typedId));
    });
  }
}
