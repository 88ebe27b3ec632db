import { chainHash, type HistoryRow } from "./chain.ts";
import type { NewEvent } from "./event.ts";

/** A cell holds 50,000 characters. A piece of JSON is escaped once more, which at most doubles it. */
const LONGEST_JSON = 45_000;
const PIECE = 20_000;

export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** The rows that record an event after `end`: its JSON, or, where that is too long for a cell, how many rows with pieces of it follow. */
export function encodeEvent(event: NewEvent, recordedAt: number, end: ChainEnd): HistoryRow[] {
  const json = jsonOf(event, recordedAt);
  const cells = json.length > LONGEST_JSON ? inPieces(event.type, json) : [json];
  const rows: HistoryRow[] = [];
  for (const cell of cells) {
    const before = rows[rows.length - 1] ?? end;
    const row = { seq: before.seq + 1, ticketId: event.ticketId, json: cell };
    rows.push({ ...row, hash: chainHash(before.hash, row) });
  }
  return rows;
}

function jsonOf(event: NewEvent, recordedAt: number): string {
  const { ticketId: _, type, occurredAt, previous, set, ...rest } = event;
  return JSON.stringify({ type, at: occurredAt, recorded: recordedAt, previous, ...rest, set });
}

function inPieces(type: string, json: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < json.length; at += PIECE) pieces.push(JSON.stringify({ more: json.slice(at, at + PIECE) }));
  return [JSON.stringify({ type, pieces: pieces.length }), ...pieces];
}
