import type { Saved } from "../domain/ticket/content.ts";
import type { TicketState } from "../domain/ticket/ticket.ts";

/** The hidden State cell: id (t), row (r), last event (s), created (c), updated (u) and by whom (b), resolved (x), closed (z), fields (f). Instants are epoch ms. */
interface StateJson {
  readonly t: string;
  readonly r: number;
  readonly s: number;
  readonly c: number;
  readonly u: number;
  readonly b: string;
  readonly x?: number;
  readonly z?: number;
  readonly f: Record<string, Saved>;
}

export function encodeState(state: TicketState, row: number): string {
  const { id, seq, createdAt, updatedAt, updatedBy, resolvedAt, closedAt, fields } = state;
  const json: StateJson = {
    ...{ t: id, r: row, s: seq, c: createdAt, u: updatedAt, b: updatedBy },
    ...(resolvedAt !== undefined && { x: resolvedAt }),
    ...(closedAt !== undefined && { z: closedAt }),
    f: fields,
  };
  return JSON.stringify(json);
}

/** The saved self in a State cell; undefined where the cell holds anything else. */
export function decodeState(cell: unknown): { state: TicketState; row: number } | undefined {
  if (typeof cell !== "string" || !cell.startsWith('{"t":')) return undefined;
  const json = parse(cell);
  if (!json) return undefined;
  const { t, r, s, c, u, b, x, z, f } = json;
  const ends = { ...(x !== undefined && { resolvedAt: x }), ...(z !== undefined && { closedAt: z }) };
  return { row: r, state: { id: t, seq: s, createdAt: c, updatedAt: u, updatedBy: b, ...ends, fields: f } };
}

function parse(cell: string): StateJson | undefined {
  try {
    return JSON.parse(cell) as StateJson;
  } catch {
    return undefined; // a cut or typed-over cell: the ticket is rebuilt from History
  }
}
