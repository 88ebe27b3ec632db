import type { RoleChange, RolesDecision } from "./revise-roles.ts";
import type { PersonRole, Standing } from "./standing.ts";

/** What is said at once to whoever has changed roles in People and may not. */
export function toldOf({ refused, held }: Pick<RolesDecision, "refused" | "held">, by: Standing): string[] {
  if (refused.length > 0)
    return [`Only leads give and take roles: ${staying(refused)} What was changed was put back: ask a lead.`];
  if (held.length === 0 || by !== "hidden") return [];
  return [
    `Google does not tell the desk who you are: ${staying(held)} A lead can confirm the change under Helpdesk > Health.`,
  ];
}

/** A change that waits for a lead, as Health names it. */
export function heldInWords({ email, from, to }: RoleChange): string {
  const written = to === "" ? "has no row in People any more" : `stands in People as ${inWords(to)}`;
  return `${email} ${written}, but nobody knows by whom: until a lead confirms it, the desk counts ${email} as ${inWords(from)}.`;
}

const NAMED = 3;

function staying(changes: readonly RoleChange[]): string {
  const named = changes.slice(0, NAMED).map(({ email, from }) => `${email} stays ${inWords(from)}`);
  const more = changes.length > NAMED ? `, and ${changes.length - NAMED} more stay what they are` : "";
  return `${named.join(", ")}${more}.`;
}

const WORDS: Readonly<Record<PersonRole, string>> = { lead: "a lead", agent: "an agent", requester: "a requester" };
const inWords = (role: PersonRole | ""): string => (role === "" ? "a requester" : WORDS[role]);
