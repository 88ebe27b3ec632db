import type { EventType, NewEvent } from "../domain/history/event.ts";
import { type Content, type Fields, sameContent } from "../domain/ticket/content.ts";
import { decideEdit, defaultFor, type PutBack } from "../domain/ticket/edit-rules.ts";
import { decideIdentities, type Identity } from "../domain/ticket/identity.ts";
import { SOMEBODY, THE_DESK, type TicketState } from "../domain/ticket/ticket.ts";
import type { DeskSettings } from "../domain/ticket/settings.ts";
import type { Desk, RowRecord, TicketRow } from "./desk.ts";

/** What is known of an edit beyond the rows that it touched. */
export interface AboutEdit {
  /** Headers of the desk's own columns that were typed over: they are written anew. */
  readonly ours?: readonly string[];
  /** Whether a cell was edited by this run's author. Without it, all are. */
  readonly isTheirs?: (row: TicketRow, key: string) => boolean;
  /** Where one cell was typed into, or cleared: which, and what stood there before. */
  readonly oneCell?: { readonly key: string; readonly before: string };
}

/** Records every difference between these rows and their saved selves, and puts back what the rules forbid. */
export function recordEdits(
  desk: Desk,
  rows: readonly TicketRow[],
  { ours = [], isTheirs = () => true, oneCell }: AboutEdit = {},
): { edited: number } {
  const identities = decideIdentities(rows, desk.tickets.known);
  const identified = rows
    .map((row, index) => ({ row, identity: identities[index] ?? { kind: "nobody" as const } }))
    .filter(({ row, identity }) => !isAnothers(row, identity, isTheirs));
  const isNowEmpty = (row: TicketRow, identity: Identity): identity is Identity & { kind: "known" } =>
    !oneCell && identity.kind === "known" && isEmptied(row, identity.state, { settings: desk.settings, isTheirs });
  const withoutNumber = identified.filter(({ row, identity }) => {
    if (identity.kind === "nobody") return identity.because !== undefined;
    return row.typedId !== "" && isNowEmpty(row, identity);
  });
  if (withoutNumber.length > 0) desk.tickets.clearNumbers(withoutNumber.map(({ row }) => row.rowNumber));
  const numbers = numberNewcomers(desk, identified);
  const about = { isTouched: ours.length > 0, isTheirs, oneCell };
  const records = identified.flatMap(({ row, identity }): RowRecord[] => {
    if (identity.kind === "nobody") return tidied(row);
    if (isNowEmpty(row, identity)) return [recordEmptied(desk, row, identity.state)];
    if (identity.kind === "known") return recordKnown(desk, row, { ...identity, ...about });
    return [recordNewcomer(desk, row, { ticketId: identity.keeps ?? numbers.get(row.rowNumber) ?? "", isTheirs })];
  });
  desk.record(records);
  if (ours.length > 0 && records.length > 0)
    desk.tell(`The desk keeps ${ours.join(", ")} itself: what was typed there was put back.`);
  tellWhy(desk, identified, records);
  return { edited: records.filter(({ event }) => event).length };
}

type IsTheirs = NonNullable<AboutEdit["isTheirs"]>;

type Known = Identity & {
  readonly kind: "known";
  readonly isTouched: boolean;
  readonly isTheirs: IsTheirs;
  readonly oneCell: AboutEdit["oneCell"] | undefined;
};

type Identified = readonly { readonly row: TicketRow; readonly identity: Identity }[];

function numberNewcomers(desk: Desk, identified: Identified): Map<number, string> {
  const rowNumbers = identified
    .filter(({ identity }) => identity.kind === "newcomer" && !identity.keeps)
    .map(({ row }) => row.rowNumber);
  const ids = rowNumbers.length > 0 ? desk.tickets.giveNumbers(rowNumbers) : [];
  return new Map(rowNumbers.map((rowNumber, index) => [rowNumber, ids[index] ?? ""]));
}

function recordKnown(desk: Desk, row: TicketRow, { state, isMoved, isTouched, isTheirs, oneCell }: Known): RowRecord[] {
  // What others have typed is recorded by their own runs, or by the timer.
  const isMeant = (key: string): boolean => state.deletedAt !== undefined || isTheirs(row, key);
  const { set, putBack } = decideEdit(state, fieldsWhere(row, isMeant), desk);
  const unseen = oneCell && unseenBefore(desk, state, { ...oneCell, putBack });
  if (unseen) return [{ rowNumber: row.rowNumber, ticketId: state.id, before: state, ...unseen }];
  const all = row.typedId === state.id ? putBack : [...putBack, numberPutBack(row, state)];
  const type: EventType = state.deletedAt ? "restored" : "edited";
  const isEdited = Object.keys(set).length > 0 || type === "restored";
  const news = desk.news(state, row.fields);
  const hasNews = Object.keys(news).length > 0;
  const isDue = isMoved || isTouched || row.isBehind || row.cells || row.hasJunk;
  if (!isEdited && !hasNews && all.length === 0 && !isDue) return [];
  const about = { ...eventAbout(desk, state.id, row.rowNumber), previous: state.seq, set, ...news };
  const heard = hasNews ? { ...about, ...THE_DESK, type: "promised" as const } : undefined;
  const event = isEdited ? { ...about, type } : heard;
  return [{ rowNumber: row.rowNumber, ticketId: state.id, before: state, event, putBack: all }];
}

/** Keys of the cells that the desk itself fills where nobody does. */
const FILLED_BY_DESK: readonly string[] = ["status", "priority"];

/** Whether a row that was just made a ticket holds nothing of people's any more, as after the undo of a paste: there is nothing to work on. */
function isEmptied(
  row: TicketRow,
  { fields, deletedAt, createdAt, updatedAt }: TicketState,
  { settings, isTheirs }: { readonly settings: DeskSettings; readonly isTheirs: IsTheirs },
): boolean {
  if (deletedAt !== undefined || row.hasSubject || (fields["subject"] ?? "") === "") return false;
  if (createdAt !== updatedAt) return false;
  const isLeft = ([key, content]: [string, Content]): boolean =>
    content !== "" && !(FILLED_BY_DESK.includes(key) && sameContent(defaultFor(key, settings), content));
  return !Object.entries(row.fields).some(isLeft) && Object.keys(fields).some((key) => isTheirs(row, key));
}

/** An emptied row counts as deleted: the ticket stays in History and can be restored, the row is free again. */
function recordEmptied(desk: Desk, row: TicketRow, state: TicketState): RowRecord {
  const event = {
    ...eventAbout(desk, state.id, row.rowNumber),
    type: "deleted" as const,
    previous: state.seq,
    set: {},
  };
  const because = `${state.id} was emptied and counts as deleted. Helpdesk > Deleted tickets brings it back.`;
  const putBack = FILLED_BY_DESK.map((key) => ({ key, content: "", because }));
  return { rowNumber: row.rowNumber, ticketId: state.id, before: state, event, putBack, isVacated: true };
}

/** A row without a ticket in which the desk's writing stands: it was meant for another, before rows were moved. */
function tidied({ rowNumber, saved }: TicketRow): RowRecord[] {
  const record = { rowNumber, ticketId: "", before: undefined, event: undefined, putBack: [] };
  return saved ? [{ ...record, isVacated: true }] : [];
}

/**
 * Of a refused edit: where it replaced what somebody had typed and no run has recorded yet, that is recorded, as typed by nobody knows whom, and put back.
 */
function unseenBefore(
  desk: Desk,
  state: TicketState,
  { key, before, putBack }: { key: string; before: string; putBack: readonly PutBack[] },
): Pick<RowRecord, "event" | "putBack"> | undefined {
  const refused = putBack.find((put) => put.key === key && put.because !== undefined);
  if (!refused || before === "" || sameContent(state.fields[key], before)) return undefined;
  const { set } = decideEdit(state, { [key]: before }, { ...desk, author: SOMEBODY });
  const content = set[key];
  if (content === undefined || wasReplacedLately(desk, state.id, { key, before })) return undefined;
  const about = { ticketId: state.id, type: "edited" as const, occurredAt: desk.now, previous: state.seq, set };
  return { event: { ...about, ...SOMEBODY }, putBack: [{ ...refused, content }] };
}

/** A new row in which this author put nothing: it came to stand where theirs had stood. It waits for its own author's run, or for the timer. */
function isAnothers(row: TicketRow, identity: Identity, isTheirs: IsTheirs): boolean {
  if (identity.kind !== "newcomer") return false;
  const filled = Object.entries(row.fields).filter(([, content]) => content !== "");
  return filled.length > 0 && !filled.some(([key]) => isTheirs(row, key));
}

/** So long an edit's run may come after what it is about. */
const LATELY_MS = 120_000;

/** Whether it was recorded, and something else a moment ago: then it was seen, and the run of the edit over it comes late. */
function wasReplacedLately(desk: Desk, ticketId: string, { key, before }: { key: string; before: string }): boolean {
  let stood: Content = "";
  return desk.tickets.eventsOf(ticketId).some(({ set, recordedAt }) => {
    const content = set[key];
    if (content === undefined) return false;
    const isReplaced = recordedAt > desk.now - LATELY_MS && sameContent(stood, before);
    stood = content;
    return isReplaced;
  });
}

const fieldsWhere = ({ fields }: TicketRow, isMeant: (key: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => isMeant(key)));

function numberPutBack(row: TicketRow, state: TicketState): PutBack {
  return {
    key: "ticket",
    content: state.id,
    because: `${state.id} keeps its number: "${row.typedId.slice(0, 40)}" was put back.`,
  };
}

/** The ticket is the author's; what others have typed into its row is recorded by their own runs, or by the timer. */
function recordNewcomer(
  desk: Desk,
  row: TicketRow,
  { ticketId, isTheirs }: { ticketId: string; isTheirs: IsTheirs },
): RowRecord {
  const isMeant = (key: string): boolean => isTheirs(row, key) || (row.fields[key] ?? "") === "";
  const { set, putBack } = decideEdit(undefined, fieldsWhere(row, isMeant), desk);
  const event: NewEvent = {
    ...eventAbout(desk, ticketId, row.rowNumber),
    ...desk.promise(row.fields),
    ...{ type: "created", previous: 0, set },
  };
  const isFree = ({ key }: PutBack): boolean => isMeant(key);
  return { rowNumber: row.rowNumber, ticketId, before: undefined, event, putBack: putBack.filter(isFree) };
}

function eventAbout(desk: Desk, ticketId: string, row: number): Omit<NewEvent, "type" | "previous" | "set"> {
  return { ticketId, occurredAt: desk.now, ...desk.author, row };
}

/** One sentence for one reason, however many rows it concerns. */
function tellWhy(desk: Desk, identified: Identified, records: readonly RowRecord[]): void {
  const reasons = [
    ...records.flatMap(({ putBack }) => putBack.map(({ because }) => because)),
    ...identified.map(({ identity }) => (identity.kind === "known" ? undefined : identity.because)),
  ].filter((because) => because !== undefined);
  const distinct = [...new Set(reasons)];
  if (distinct.length === 0) return;
  const more = distinct.length > 3 ? ` … and ${distinct.length - 3} more.` : "";
  desk.tell(distinct.slice(0, 3).join(" ") + more);
}
