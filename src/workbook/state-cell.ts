import { packClocks, type PackedClocks } from "../domain/deadline/cell.ts";
import type { Counts } from "../domain/deadline/counts.ts";
import { packMarks, type PackedMark, unpackMarks } from "../domain/deadline/told.ts";
import type { ReportedState } from "../domain/report/judge.ts";
import { type Saved, savedForm } from "../domain/ticket/content.ts";
import type { SeenRow } from "../domain/ticket/identity.ts";
import type { SavedIdentity, TicketDates, TicketState, DeskWrite } from "../domain/ticket/ticket.ts";

/** The hidden State cell: id (t), row (r), last event (s), created (c), updated (u) and by whom (b), resolved (x), closed (z), SLA clocks (k), counts (n), what people were told (w), fields (f), people's cells that the desk wrote: when, and over what (d). Instants are epoch ms. */
interface StateJson {
  readonly t: string;
  readonly r: number;
  readonly s: number;
  readonly c: number;
  readonly u: number;
  readonly b: string;
  readonly x?: number;
  readonly z?: number;
  readonly k?: PackedClocks;
  readonly n?: Counts;
  readonly w?: readonly PackedMark[];
  readonly f: Readonly<Record<string, Saved>>;
  readonly d?: readonly [at: number, over: Readonly<Record<string, Saved>>];
}

/** A cell holds 50,000 characters. */
const LONGEST_STATE = 49_000;
/** Where a row has so many texts that its state would be too long, more of them are known by their digest; below 60 characters that saves nothing. With some 800 of them a row says only whose it is, and its ticket is looked up in History each time. */
const SHORTER_TEXTS = [240, 120, 60];

const deskWriteJson = ({ at, over, typed = {} }: DeskWrite): unknown[] =>
  Object.keys(typed).length > 0 ? [at, over, typed] : [at, over];

export function encodeState(state: TicketState, row: number, deskWrite?: DeskWrite): string {
  let json = JSON.stringify({ ...stateJson(state, row), ...(deskWrite && { d: deskWriteJson(deskWrite) }) });
  for (const longest of SHORTER_TEXTS) {
    if (json.length <= LONGEST_STATE) return json;
    const fields = Object.entries(state.fields).map(([key, saved]) => [key, savedForm(saved, longest)] as const);
    json = JSON.stringify(stateJson({ ...state, fields: Object.fromEntries(fields) }, row));
  }
  return json.length <= LONGEST_STATE
    ? json
    : JSON.stringify({ t: state.id, r: row, s: state.seq, u: state.updatedAt });
}

/** Whether a State cell holds this very state, wherever its row stood by then. */
export function isEncoded(state: TicketState, cell: string): boolean {
  const [, row] = /^\{"t":"[^"\\]*","r":(\d+),/.exec(cell) ?? [];
  return row !== undefined && encodeState(state, Number(row)) === cell;
}

function stateJson(state: TicketState, row: number): StateJson {
  const { id, seq, createdAt, updatedAt, updatedBy, resolvedAt, closedAt, counts, told, fields } = state;
  const clocks = state.clocks ? packClocks(state.clocks) : state.packed;
  return {
    ...{ t: id, r: row, s: seq, c: createdAt, u: updatedAt, b: updatedBy },
    ...(resolvedAt !== undefined && { x: resolvedAt }),
    ...(closedAt !== undefined && { z: closedAt }),
    ...(clocks && { k: clocks }),
    ...(counts && { n: counts }),
    ...(told && { w: packMarks(told) }),
    f: fields,
  };
}

/** A row's saved self, the row where it was saved, and which of people's cells the desk wrote with it. */
export type SavedSelf = NonNullable<SeenRow["saved"]>;

/** The saved self in a State cell; undefined where the cell holds anything else. */
export function decodeState(cell: unknown): SavedSelf | undefined {
  if (typeof cell !== "string" || !cell.startsWith('{"t":')) return undefined;
  const json = parse(cell);
  if (!json) return undefined;
  const { t, r, s, c, u, b, x, z, k, n, w, f, d } = json;
  const deskWrite =
    Array.isArray(d) && typeof d[0] === "number" && isRecord(d[1])
      ? { at: d[0], over: d[1], ...(isRecord(d[2]) && { typed: d[2] }) }
      : undefined;
  const ends = {
    ...(x !== undefined && { resolvedAt: x }),
    ...(z !== undefined && { closedAt: z }),
    ...(k && { packed: k }),
    ...(n && { counts: n }),
    ...(w && { told: unpackMarks(w) }),
  };
  return {
    row: r,
    ...(deskWrite && { deskWrite }),
    state: { id: t, seq: s, createdAt: c, updatedAt: u, updatedBy: b, ...ends, fields: f },
  };
}

/** What a report reads of the saved self in a State cell: nothing of it is copied, since it reads a hundred thousand of them. */
export function decodeReported(cell: unknown): ReportedState | undefined {
  if (typeof cell !== "string" || !cell.startsWith('{"t":')) return undefined;
  const json = parse(cell);
  return json && { id: json.t, createdAt: json.c, resolvedAt: json.x, packed: json.k, counts: json.n, fields: json.f };
}

/** Which ticket a State cell saves, and its last event: found without reading the rest, where a hundred thousand of them are looked through. */
export function identityIn(cell: unknown): SavedIdentity | undefined {
  const [, id, seq] = (typeof cell === "string" && /^\{"t":"([^"\\]*)","r":\d+,"s":(\d+),/.exec(cell)) || [];
  return id === undefined || seq === undefined ? undefined : { id, seq: Number(seq) };
}

const HEAD =
  /^\{"t":"([^"\\]*)","r":(\d+),"s":\d+,"c":(-?\d+),"u":(-?\d+),"b":("(?:[^"\\]|\\.)*")(?:,"x":(-?\d+))?(?:,"z":(-?\d+))?,"[knwf]":/;

/** What a State cell says first, for a tenth of what reading all of it takes. */
export function datesIn(cell: string): { state: TicketDates; row: number } | undefined {
  const [, id, row, createdAt, updatedAt, updatedBy = "", resolvedAt, closedAt] = HEAD.exec(cell) ?? [];
  if (id === undefined) return undefined;
  const ends = {
    ...(resolvedAt !== undefined && { resolvedAt: Number(resolvedAt) }),
    ...(closedAt !== undefined && { closedAt: Number(closedAt) }),
  };
  const by = JSON.parse(updatedBy) as string;
  const state = { id, createdAt: Number(createdAt), updatedAt: Number(updatedAt), updatedBy: by, ...ends };
  return { state, row: Number(row) };
}

/** A cut or typed-over cell is no saved self: the ticket is rebuilt from History. */
function parse(cell: string): StateJson | undefined {
  try {
    const json = JSON.parse(cell) as StateJson;
    const { t, r, s, c, u, b } = json;
    const hasNumbers = typeof r === "number" && typeof s === "number" && typeof c === "number" && typeof u === "number";
    return hasNumbers && typeof t === "string" && typeof b === "string" && typeof json.f === "object" && json.f !== null
      ? json
      : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, Saved>> =>
  typeof value === "object" && value !== null;
