import { Problem } from "../problem.ts";
import type { DeskSettings } from "./settings.ts";
import type { TicketState } from "./ticket.ts";

const DAY_MS = 86_400_000;

/**
 * The status that a ticket takes when its requester says something: one that waits, or was solved not too long ago, is open again; undefined
 * where it stays as it is. Refuses where what was said begins another ticket.
 */
export function statusAfterInbound(
  state: TicketState,
  { settings, now }: { settings: DeskSettings; now: number },
): string | undefined {
  const status = settings.statuses.find(({ name }) => name === state.fields["status"]);
  const isRecent = now - (state.resolvedAt ?? state.updatedAt) <= settings.reopenWithinDays * DAY_MS;
  const isOver = status?.category === "closed" || (status?.category === "resolved" && !isRecent);
  if (isOver) {
    const since =
      status.category === "closed" ? "is closed" : `was solved more than ${settings.reopenWithinDays} days ago`;
    throw new Problem("not-allowed", `${state.id} ${since}: log a new ticket and mention ${state.id} in it.`, "said");
  }
  if (status?.category !== "waiting" && status?.category !== "resolved") return undefined;
  // The first status is a new ticket's: it follows nothing.
  return settings.statuses.slice(1).find(({ category }) => category === "open")?.name;
}
