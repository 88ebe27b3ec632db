import type { Content, Fields } from "../ticket/content.ts";
import { chainHash, type HistoryRow } from "./chain.ts";
import type { NewEvent } from "./event.ts";

/** A cell holds 50,000 characters; escapes may double a text, so that pieces stay well below. */
const LONGEST_JSON = 45_000;
const PIECE = 7_000;

export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** The rows that record an event after `end`: its JSON, then the pieces of every text too long for one cell. */
export function encodeEvent(event: NewEvent, recordedAt: number, end: ChainEnd): HistoryRow[] {
  const { texts, set } = takeLongTexts(event.set, jsonOf(event, recordedAt, event.set).length > LONGEST_JSON);
  const jsons = [jsonOf(event, recordedAt, set), ...texts.map((text) => JSON.stringify({ more: text }))];
  const rows: HistoryRow[] = [];
  for (const json of jsons) {
    const before = rows[rows.length - 1] ?? end;
    const row = { seq: before.seq + 1, ticketId: event.ticketId, json };
    rows.push({ ...row, hash: chainHash(before.hash, row) });
  }
  return rows;
}

function jsonOf(event: NewEvent, recordedAt: number, set: unknown): string {
  const { ticketId: _, type, occurredAt, previous, set: __, ...rest } = event;
  return JSON.stringify({ type, at: occurredAt, recorded: recordedAt, previous, ...rest, set });
}

interface LongText {
  readonly pieces: number;
  readonly formula?: true;
}

function takeLongTexts(set: Fields, isTooLong: boolean): { texts: string[]; set: Record<string, Content | LongText> } {
  const texts: string[] = [];
  const short: Record<string, Content | LongText> = { ...set };
  if (!isTooLong) return { texts, set: short };
  for (const [key, content] of Object.entries(set)) {
    const isFormula = typeof content === "object" && "formula" in content;
    const text = isFormula ? content.formula : content;
    if (typeof text !== "string" || text.length <= PIECE / 7) continue;
    const pieces = piecesOf(text);
    texts.push(...pieces);
    short[key] = { pieces: pieces.length, ...(isFormula ? { formula: true as const } : {}) };
  }
  return { texts, set: short };
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  return pieces;
}
