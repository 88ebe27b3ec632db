import type { DeskSettings } from "./settings.ts";
import type { Role, TicketState } from "./ticket.ts";

const DAY_MS = 86_400_000;

export type Choice =
  { readonly kind: "chosen"; readonly value: string } | { readonly kind: "refused"; readonly because: string };

/** Whether a ticket may take a status, and how that status is spelled. Any may follow any, but New follows nothing and Closed only opens again. */
export function decideStatus(
  state: TicketState | undefined,
  wanted: string,
  { settings, role, now }: { settings: DeskSettings; role: Role; now: number },
): Choice {
  const to = settings.statuses.find(({ name }) => sameWord(name, wanted));
  if (!to)
    return refused(
      unknownWord(
        "status",
        wanted,
        settings.statuses.map(({ name }) => name),
      ),
    );
  const from = typeof state?.fields["status"] === "string" ? state.fields["status"] : undefined;
  if (!state || !from || from === to.name) return { kind: "chosen", value: to.name };
  const first = settings.statuses[0]?.name;
  if (to.name === first) return refused(`${state.id} is ${from} and can't become ${first} again.`);
  const fromCategory = settings.statuses.find(({ name }) => name === from)?.category;
  if (fromCategory !== "closed") return { kind: "chosen", value: to.name };
  const reason = reasonToStayClosed(state, to.category, { settings, role, now });
  return reason ? refused(reason) : { kind: "chosen", value: to.name };
}

function reasonToStayClosed(
  state: TicketState,
  category: string,
  { settings, role, now }: { settings: DeskSettings; role: Role; now: number },
): string | undefined {
  if (category !== "open") return `${state.id} is closed: it can only be opened again.`;
  if (role === "requester") return `${state.id} is closed: only an agent can open it again.`;
  const isLate = now - (state.closedAt ?? state.updatedAt) > settings.reopenWithinDays * DAY_MS;
  if (!isLate) return undefined;
  return `${state.id} was closed more than ${settings.reopenWithinDays} days ago: log a new ticket and mention ${state.id} in it.`;
}

/** Whether a priority exists, and how it is spelled. */
export function decidePriority(wanted: string, settings: DeskSettings): Choice {
  const value = settings.priorities.find((priority) => sameWord(priority, wanted));
  return value ? { kind: "chosen", value } : refused(unknownWord("priority", wanted, settings.priorities));
}

const refused = (because: string): Choice => ({ kind: "refused", because });

/** Whatever its case, the blanks around it, and how a keyboard composes its accents. */
const sameWord = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (word: string): string => word.trim().normalize().toLowerCase();

function unknownWord(what: string, wanted: string, known: readonly string[]): string {
  const list = known.join(", ");
  if (wanted.trim() === "") return `A ticket always has a ${what}: ${list}.`;
  return `"${wanted.slice(0, 40)}" is not a ${what}. Choose one of ${list}.`;
}
