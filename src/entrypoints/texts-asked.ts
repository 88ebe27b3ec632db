import type { Ask } from "../sidebar/api.ts";

const LOGGED = ["requester", "requesterName", "subject", "description", "category", "priority", "channel"] as const;
const CHANGED = ["status", "priority", "assignee"] as const;

type Texts = Readonly<Record<string, string>>;

/** Of what a page sends for a new ticket: the fields that one may be logged with, where there is a text in them. */
export const textsLogged = (question: Ask<"sidebarLogTicket">): Texts =>
  textsOf(question, LOGGED, (text) => text.trim() !== "");

/** Of what a page sends for a ticket: the fields that the sidebar changes; an empty text clears one. */
export const textsChanged = (changes: Ask<"sidebarUpdateTicket">["changes"]): Texts =>
  textsOf(changes, CHANGED, () => true);

/** Whatever else is sent, and whatever is no text (a formula would be written as one), is left out. */
function textsOf<Key extends string>(
  sent: Readonly<Partial<Record<Key, unknown>>>,
  keys: readonly Key[],
  passes: (text: string) => boolean,
): Texts {
  const texts = keys.map((key) => [key, sent[key]] as const);
  return Object.fromEntries(
    texts.filter((pair): pair is readonly [Key, string] => typeof pair[1] === "string" && passes(pair[1])),
  );
}
