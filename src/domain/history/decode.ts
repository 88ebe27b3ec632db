import type { Content, Fields } from "../ticket/content.ts";
import type { Role, Source } from "../ticket/ticket.ts";
import type { HistoryRow } from "./chain.ts";
import type { EventType, TicketEvent } from "./event.ts";

interface EventJson {
  readonly type: EventType;
  readonly at: number;
  readonly recorded: number;
  readonly previous: number;
  readonly actor: string;
  readonly role: Role;
  readonly source: Source;
  readonly set: Readonly<Record<string, Content | { readonly pieces: number; readonly formula?: true }>>;
  readonly row?: number;
  readonly requestId?: string;
  readonly because?: string;
}

/** The events that History rows record, long texts put together again. Rows that record no event (damaged, or pieces cut off from it) come back by seq. */
export function decodeEvents(rows: readonly HistoryRow[]): { events: TicketEvent[]; damaged: number[] } {
  const events: TicketEvent[] = [];
  const damaged: number[] = [];
  for (let index = 0; index < rows.length;) {
    const decoded = decodeAt(rows, index);
    const row = rows[index];
    if (decoded) events.push(decoded.event);
    else if (row) damaged.push(row.seq);
    index += decoded?.rows ?? 1;
  }
  return { events, damaged };
}

function decodeAt(rows: readonly HistoryRow[], index: number): { event: TicketEvent; rows: number } | undefined {
  const row = rows[index];
  const json = row && parseJson(row.json);
  if (!row || !isEventJson(json)) return undefined;
  let used = 1;
  const set: Record<string, Content> = {};
  for (const [key, content] of Object.entries(json.set)) {
    if (typeof content !== "object" || !("pieces" in content)) {
      set[key] = content;
      continue;
    }
    const text = joinPieces(rows.slice(index + used, index + used + content.pieces));
    if (text === undefined) return undefined;
    set[key] = content.formula ? { formula: text } : text;
    used += content.pieces;
  }
  return { event: eventOf(row, json, set), rows: used };
}

function eventOf(row: HistoryRow, { at, recorded, ...json }: EventJson, set: Fields): TicketEvent {
  return { ...json, seq: row.seq, ticketId: row.ticketId, occurredAt: at, recordedAt: recorded, set };
}

function joinPieces(rows: readonly HistoryRow[]): string | undefined {
  let text = "";
  for (const row of rows) {
    const json = parseJson(row.json);
    if (typeof json !== "object" || json === null || !("more" in json) || typeof json.more !== "string")
      return undefined;
    text += json.more;
  }
  return text;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // a damaged row is reported by its seq
  }
}

function isEventJson(json: unknown): json is EventJson {
  return typeof json === "object" && json !== null && "type" in json && "previous" in json && "set" in json;
}
