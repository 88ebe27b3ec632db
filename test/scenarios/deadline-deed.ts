import type { Company } from "./company.ts";
import { historyOf } from "./sheets.ts";
import type { Deed } from "./sweep.ts";

/** What a lead asks of a ticket's resolution. */
export function overrideOf({ book }: Company, ticketId: string, wish: object): object {
  const startAt = historyOf(book).find(({ ticket, type }) => ticket === ticketId && type === "created")?.at;
  const about = { requestId: `sweep-${ticketId}`, ticketId, clock: "resolution", startAt };
  return { ...about, reason: "The vendor is down.", targetMinutes: 0, ...wish };
}

/** T-3's was moved at the starting point. */
export const DEADLINE_SET_BACK: Deed = {
  name: "a deadline set back in the sidebar",
  act: (company) =>
    void company.owner.call("sidebarOverride", overrideOf(company, "T-3", { requestId: "sweep-5", choice: "back" })),
};
