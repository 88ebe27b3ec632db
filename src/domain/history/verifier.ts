import { type Fields, sameContent, shown } from "../ticket/content.ts";
import type { SavedIdentity, TicketState } from "../ticket/ticket.ts";
import type { CellCheck, OwnCells } from "../deadline/cell-check.ts";
import type { MailCheck } from "../outbox/mail-check.ts";
import { chainHash, type HistoryRow } from "./chain.ts";
import { decodeEvents, type EventVisitor, eachEvent } from "./decode.ts";
import type { ConversationCheck } from "./conversation-check.ts";
import { type Difference, short } from "./difference.ts";
import type { TicketEvent } from "./event.ts";
import { lossIn } from "./loss.ts";

/** A Tickets row as verification compares it: its number, and what its columns hold. */
export interface ShownRow {
  readonly rowNumber: number;
  readonly typedId: string;
  readonly hasSubject: boolean;
  readonly fields: Fields;
  /** The row's saved self; undefined where it has none, or another ticket's. */
  readonly saved: TicketState | SavedIdentity | undefined;
  /** Whether its saved self is this very state, told without reading it; false where that isn't known. */
  readonly isSavedAs?: (state: TicketState) => boolean;
  /** What the desk's own columns show. */
  readonly own?: OwnCells;
}

/** How tickets are recomputed: as saving computes them. */
export interface VerifierRules {
  readonly fold: (state: TicketState | undefined, event: TicketEvent) => TicketState;
  /** What a saved self of the same event says otherwise, beside its fields. */
  readonly selfDifference: (told: TicketState, saved: TicketState) => string | undefined;
}

/** A large History is verified in several passes: which tickets this one folds (all, where it's not said), and whether it also checks the chain. */
export interface VerifierPass {
  readonly concerns?: (ticketId: string) => boolean;
  readonly checksChain: boolean;
  readonly conversation?: ConversationCheck | undefined;
  readonly mails?: MailCheck;
  readonly cells?: CellCheck;
}

/** Recomputes tickets from History. Give it History's rows in order and in whole events, then every Tickets row; then ask what differs. */
export class Verifier {
  readonly differences: Difference[] = [];
  events = 0;
  tickets = 0;
  /** Rows whose own cells may be wrong, unless somebody was at work on them while they were read: by row, what History says of the ticket. */
  readonly doubtful = new Map<number, TicketState>();
  private readonly states = new Map<string, { last: TicketState | undefined }>();
  private readonly standing = new Set<string>();
  private last: { seq: number; hash: string } = { seq: 0, hash: "" };
  private readonly visitor: EventVisitor = {
    event: (event) => this.takeEvent(event),
    damaged: (seq) => this.differ("", `History row ${seq + 1} can't be read.`),
  };

  constructor(
    private readonly rules: VerifierRules,
    private readonly pass: VerifierPass,
  ) {}

  takeHistory(rows: readonly HistoryRow[]): void {
    if (this.pass.checksChain) for (const row of rows) this.checkRow(row);
    eachEvent(this.pass.concerns ? this.concerned(rows, this.pass.concerns) : rows, this.visitor);
  }

  private concerned(rows: readonly HistoryRow[], concerns: (ticketId: string) => boolean): HistoryRow[] {
    return rows.filter(({ seq, ticketId }) => {
      const isOurs = concerns(ticketId);
      if (!isOurs) this.pass.conversation?.skip(seq);
      return isOurs;
    });
  }

  /** Whether History tells of a ticket, as far as this pass goes. */
  knows(ticketId: string): boolean {
    return this.states.get(ticketId)?.last !== undefined;
  }

  /** Tickets whose state a fold event by event could not tell in full. */
  ticketsWhere(isMissingPart: (state: TicketState) => boolean): string[] {
    return [...this.states].flatMap(([id, { last }]) => (last && isMissingPart(last) ? [id] : []));
  }

  /** Takes such a state as all events together tell it, unless there have been more since. */
  complete(state: TicketState): void {
    const ticket = this.states.get(state.id);
    if (ticket?.last?.seq === state.seq) ticket.last = state;
  }

  takeRows(rows: readonly ShownRow[], headerOf: (key: string) => string): void {
    for (const row of rows) {
      if (row.typedId === "" && !row.hasSubject) continue;
      if (this.pass.concerns && !this.pass.concerns(row.typedId)) continue;
      this.takeRow(row, headerOf);
    }
  }

  /** To be called once all rows were taken: names the tickets that have no row. */
  finish(): void {
    for (const [id, { last }] of this.states) {
      if (last && !last.deletedAt && !this.standing.has(id))
        this.differ(id, `${id} is in History but has no row in Tickets.`);
    }
  }

  private checkRow(row: HistoryRow): void {
    const loss = row.seq === this.last.seq + 1 ? undefined : this.lossTold(row);
    if (loss) this.differ("", loss);
    else {
      if (row.seq !== this.last.seq + 1)
        this.differ(row.ticketId, `History goes from event ${this.last.seq} to ${row.seq}.`);
      if (chainHash(this.last.hash, row) !== row.hash)
        this.differ(row.ticketId, `Event ${row.seq} was changed after it was recorded, or one before it is missing.`);
    }
    this.last = row;
  }

  /** A loss that was noticed and recorded, in words. Its event is chained to one that is lost: only those after it can be checked. */
  private lossTold(row: HistoryRow): string | undefined {
    const [event] = decodeEvents([row]).events;
    const loss = event && lossIn(event);
    return loss?.after === this.last.seq ? loss.sentence : undefined;
  }

  private takeEvent(event: TicketEvent): void {
    this.events++;
    if (event.ticketId === "") return;
    this.pass.conversation?.take(event);
    this.pass.mails?.take(event);
    const ticket = this.ticketOf(event.ticketId);
    const before = ticket.last;
    if (event.previous !== (before?.seq ?? 0)) {
      this.differ(
        event.ticketId,
        `Event ${event.seq} follows ${event.previous}, but the ticket's last event is ${before?.seq ?? 0}.`,
      );
    }
    ticket.last = this.rules.fold(before, event);
  }

  /** Looked up once an event: among so many tickets each look costs. */
  private ticketOf(id: string): { last: TicketState | undefined } {
    const known = this.states.get(id);
    if (known) return known;
    const ticket = { last: undefined };
    this.states.set(id, ticket);
    return ticket;
  }

  private takeRow(row: ShownRow, headerOf: (key: string) => string): void {
    const state = this.states.get(row.typedId)?.last;
    const isTicket = row.hasSubject || row.saved !== undefined;
    if (!isTicket && (!state || state.deletedAt)) return; // a number typed where no ticket stands yet
    if (!state)
      return this.differ(row.typedId, `Row ${row.rowNumber} (${row.typedId || "no number"}) is not in History.`);
    if (this.standing.has(state.id))
      return this.differ(state.id, `${state.id} stands in more than one row; row ${row.rowNumber} is one.`);
    this.standing.add(state.id);
    this.tickets++;
    if (state.deletedAt) this.differ(state.id, `${state.id} is deleted in History but stands in row ${row.rowNumber}.`);
    this.compare(state, row, headerOf);
  }

  private compare(state: TicketState, row: ShownRow, headerOf: (key: string) => string): void {
    const self = row.isSavedAs?.(state) ? undefined : this.selfDifference(state, row.saved);
    if (self) this.differ(state.id, `${state.id}: ${self}.`);
    else if (row.own && this.pass.cells?.isRight(state, row.own) === false) this.doubtful.set(row.rowNumber, state);
    const others = Object.keys(row.fields).filter((key) => !(key in state.fields));
    for (const key of [...Object.keys(state.fields), ...others]) {
      const header = headerOf(key);
      if (header === "" || sameContent(state.fields[key], row.fields[key])) continue;
      this.differ(
        state.id,
        `${state.id}: ${header} is "${short(shown(row.fields[key]))}", History says "${short(shown(state.fields[key]))}".`,
      );
    }
  }

  private selfDifference(told: TicketState, saved: ShownRow["saved"]): string | undefined {
    if (saved?.seq === told.seq) return "fields" in saved ? this.rules.selfDifference(told, saved) : undefined;
    return `its row was saved at event ${saved?.seq ?? "none"}, History's last is ${told.seq}`;
  }

  private differ(ticketId: string, sentence: string): void {
    this.differences.push({ ticketId, sentence });
  }
}
