import { SAID, type TicketEvent } from "../../domain/history/event.ts";
import { isLost, type Loss, lossIn } from "../../domain/history/loss.ts";
import { foldAll, type FoldRules, foldTicket } from "../../domain/deadline/fold-ticket.ts";
import { type Content, type Fields, type Saved, sameContent } from "../../domain/ticket/content.ts";
import type { KnownTickets } from "../../domain/ticket/identity.ts";
import type { DeskSettings } from "../../domain/ticket/settings.ts";
import { ticketNumberOf, type TicketState } from "../../domain/ticket/ticket.ts";
import type { TicketRow } from "../../use-cases/desk.ts";
import type { HistorySheet } from "../history-sheet.ts";
import type { Tail } from "./history-end.ts";
import type { TicketsSheet } from "../tickets-sheet.ts";

const SEARCHES_AT_MOST = 8;
/** Where events come from whose contents are not in the cells yet. */
const FROM_ELSEWHERE: readonly string[] = ["sidebar", "form", "mail"];

/** What History says of tickets; looked up at most once a run. */
export class Knowledge {
  private readonly recent = new Map<string, TicketEvent[]>();
  private readonly told = new Map<string, TicketState | undefined>();
  private readonly showing = new Map<string, number[]>();
  private readonly standing = new Map<number, string | undefined>();
  private index: ReadonlyMap<string, number[]> | undefined;
  private readonly losses: readonly Loss[];
  private readonly savedSeqs = new Map<string, number>();

  constructor(
    private readonly tickets: TicketsSheet,
    private readonly history: HistorySheet,
    private readonly frame: { readonly tail: Tail; readonly settings: DeskSettings; readonly rules: FoldRules },
  ) {
    const { recent, loss } = frame.tail;
    this.losses = [...recent.flatMap((event) => lossIn(event) ?? []), ...(loss ? [loss] : [])];
    for (const event of recent) this.recent.set(event.ticketId, [...(this.recent.get(event.ticketId) ?? []), event]);
  }

  known(lastNumber: () => number): KnownTickets {
    const { prefix } = this.frame.settings;
    return {
      prefix,
      get lastNumber() {
        return lastNumber();
      },
      rowsShowing: (id) => this.rowsShowing(id),
      savedIn: (rowNumber) => remembered(this.standing, rowNumber, () => this.tickets.savedIn(rowNumber)),
      fromHistory: (id) => this.fromHistory(id),
    };
  }

  /** A few are searched for; then one read of the whole column is cheaper. */
  private rowsShowing(id: string): readonly number[] {
    if (this.index || this.showing.size >= SEARCHES_AT_MOST) {
      this.index ??= rowsById(this.tickets.allIds());
      return this.showing.get(id) ?? this.index.get(id) ?? [];
    }
    return remembered(this.showing, id, () => this.tickets.rowsShowing(id));
  }

  fromHistory(id: string): TicketState | undefined {
    const recent = this.recent.get(id) ?? [];
    return remembered(this.told, id, () =>
      foldAll(recent[0]?.previous === 0 ? recent : this.history.eventsOf(id), this.frame.rules),
    );
  }

  contentsFromHistory(id: string): { state: TicketState; contents: Fields } | undefined {
    const events = this.history.eventsOf(id);
    const state = foldAll(events, this.frame.rules);
    return state && { state, contents: Object.assign({}, ...events.map(({ set }) => set)) as Fields };
  }

  /** Tickets by number: a few are searched for, many are found in one read of all of History. */
  statesOf(numbers: readonly number[]): TicketState[] {
    if (numbers.length <= SEARCHES_AT_MOST) return numbers.flatMap((number) => this.searchFor(number) ?? []);
    const wanted = new Set(numbers);
    const events = new Map<string, TicketEvent[]>();
    this.history.eachEvent((event) => {
      if (!wanted.has(ticketNumberOf(event.ticketId) ?? 0)) return;
      const own = events.get(event.ticketId);
      if (own) own.push(event);
      else events.set(event.ticketId, [event]);
    });
    return [...events.values()].flatMap((own) => foldAll(own, this.frame.rules) ?? []);
  }

  private searchFor(number: number): TicketState | undefined {
    for (const prefix of this.frame.settings.prefixes) {
      const state = this.fromHistory(`${prefix}${number}`);
      if (state) return state;
    }
    return undefined;
  }

  /** The row with its saved self as of History's last event: undo, restored versions and killed runs leave older or foreign ones. */
  healed(row: TicketRow): TicketRow {
    const { saved: own } = row;
    const state = own && this.current(own.state);
    const isAsRead = state === own?.state;
    const blanks = Object.keys(state?.fields ?? {}).filter((key) => !(key in row.fields) && this.isShown(key));
    if (isAsRead && blanks.length === 0) return row; // as most rows are, of thousands
    const saved = own && state ? { ...own, state } : undefined;
    const fields: Fields = { ...row.fields, ...Object.fromEntries(blanks.map((key) => [key, ""])) };
    return { ...row, ...(!isAsRead && state && { isBehind: true }), saved, fields };
  }

  /**
   * What the desk owes to a row's cells: contents of events that no run has acknowledged and that came from elsewhere than the sheet, where the
   * cell still holds what stood there before them. Any other content is somebody's edit since.
   */
  owedTo({ fields }: TicketRow, { saved, typedId }: TicketRow): Fields {
    const id = saved?.state.id ?? typedId;
    const promised = this.promisedTo(id);
    if (typedId !== id || promised.length === 0) return {};
    const before = saved ? saved.state.fields : this.contentsBefore(id, promised[0]?.seq ?? 0);
    const owed: Record<string, Content> = {};
    const earlier = new Map<string, (Saved | undefined)[]>();
    for (const { seq, set } of promised) {
      const isSaved = saved !== undefined && saved.state.seq >= seq;
      const over = isSaved ? (saved.deskWrite?.over ?? {}) : before;
      for (const [key, content] of Object.entries(set)) {
        if (key === SAID || !this.isShown(key) || (isSaved && !(key in over))) continue;
        const past = [...(earlier.get(key) ?? []), over[key]];
        earlier.set(key, [...past, content]);
        const holds = fields[key] ?? "";
        if (sameContent(content, holds)) delete owed[key];
        else if (past.some((content) => sameContent(content, holds))) owed[key] = content;
      }
    }
    return owed;
  }

  /** Events of a ticket whose contents are not in its cells until the desk writes them there, and that no run has acknowledged. */
  private promisedTo(id: string): TicketEvent[] {
    const { unacknowledged } = this.frame.tail;
    if (unacknowledged.length === 0) return [];
    return unacknowledged.filter(({ ticketId, source }) => ticketId === id && FROM_ELSEWHERE.includes(source));
  }

  /** What a ticket's cells held before one of its events, where no saved self tells. */
  private contentsBefore(id: string, seq: number): Fields {
    const events = this.history.eventsOf(id).filter((event) => event.seq < seq);
    return Object.assign({}, ...events.map(({ set }) => set)) as Fields;
  }

  private isShown(key: string): boolean {
    const { layout } = this.tickets;
    return layout.find(key) !== undefined && !layout.spills.has(key);
  }

  /** The highest ticket number in use, from the sheet and from History: where the counter is lost. */
  highestNumber(): number {
    const inHistory = this.history.allTicketIds();
    return this.highestOf([...this.tickets.allIds(), ...inHistory]);
  }

  highestIn(events: readonly TicketEvent[]): number {
    return this.highestOf(events.map(({ ticketId }) => ticketId));
  }

  private highestOf(ids: readonly string[]): number {
    return ids.reduce((highest, id) => Math.max(highest, ticketNumberOf(id) ?? 0), 0);
  }

  /** What this run itself has written into a row is newer than the tail that it read. */
  noteSaved({ id, seq }: TicketState): void {
    this.savedSeqs.set(id, seq);
  }

  private current(state: TicketState): TicketState | undefined {
    if (this.savedSeqs.get(state.id) === state.seq) return state;
    const { end, firstSeq } = this.frame.tail;
    const events = this.recent.get(state.id) ?? [];
    const isForeign =
      hasNoClocks(state) ||
      state.seq > end.seq ||
      isLost(this.losses, state.seq) ||
      (state.seq >= firstSeq && !events.some(({ seq }) => seq === state.seq));
    const missed = events.filter(({ seq }) => seq > state.seq);
    if (!isForeign && missed.length === 0) return state;
    if (isForeign || missed[0]?.previous !== state.seq) return this.fromHistory(state.id);
    const after = missed.reduce((before, event) => foldTicket(before, event, this.frame.rules), state);
    return hasNoClocks(after) ? this.fromHistory(state.id) : after;
  }

  /** Tickets with events that are not in History yet, where only all of their events tell their clocks. */
  withEvents(events: readonly TicketEvent[]): Map<string, TicketState> {
    const known = this.eventsOf(events.map(({ ticketId }) => ticketId));
    return new Map(
      events.flatMap((event) => {
        const state = foldAll([...(known.get(event.ticketId) ?? []), event], this.frame.rules);
        return state ? [[event.ticketId, state] as const] : [];
      }),
    );
  }

  /** Of a few tickets they are searched for; of many found in one read of all of History. */
  private eventsOf(ids: readonly string[]): Map<string, TicketEvent[]> {
    if (ids.length <= SEARCHES_AT_MOST) return new Map(ids.map((id) => [id, this.history.eventsOf(id)]));
    const events = new Map<string, TicketEvent[]>(ids.map((id) => [id, []]));
    this.history.eachEvent((event) => events.get(event.ticketId)?.push(event));
    return events;
  }
}

function rowsById(ids: readonly string[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  ids.forEach((id, index) => rows.set(id, [...(rows.get(id) ?? []), index + 2]));
  return rows;
}

function remembered<K, V>(memory: Map<K, V>, key: K, look: () => V): V {
  const known = memory.get(key);
  if (known !== undefined || memory.has(key)) return known as V;
  const found = look();
  memory.set(key, found);
  return found;
}

/** A saved self older than the clocks, or one whose clocks only the whole history can tell. */
const hasNoClocks = ({ clocks, packed }: TicketState): boolean => clocks === undefined && packed === undefined;
