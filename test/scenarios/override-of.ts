import type { Company } from "./company.ts";
import { historyOf } from "./sheets.ts";

/** What a lead asks of a ticket's resolution. */
export function overrideOf({ book }: Company, ticketId: string, wish: object): object {
  const startAt = historyOf(book).find(({ ticket, type }) => ticket === ticketId && type === "created")?.at;
  const about = { requestId: `sweep-${ticketId}`, ticketId, clock: "resolution", startAt };
  return { ...about, reason: "The vendor is down.", targetMinutes: 0, ...wish };
}
