import type { HistoryRow } from "../domain/history/chain.ts";
import { type ChainEnd, encodeEvent } from "../domain/history/encode.ts";
import type { Fields } from "../domain/ticket/content.ts";
import type { Author } from "../domain/ticket/ticket.ts";

/** Of what is found by whichever run comes next. */
export const NOBODY: Author = { actor: "unknown", role: "system", source: "recovery" };

/** History's rows about the desk itself, after `end`. */
export function encodeConfigured(
  set: Fields,
  { now, author }: { readonly now: number; readonly author: Author },
  end: ChainEnd,
): HistoryRow[] {
  const event = { ticketId: "", type: "configured" as const, occurredAt: now, ...author, previous: 0 };
  return encodeEvent({ ...event, set }, now, end);
}
