import type { Role, Source } from "../ticket/ticket.ts";

/** The role that somebody has in People. */
export type PersonRole = "lead" | "agent" | "requester";

/** What somebody is to the desk: "nobody" doesn't stand in People, "hidden" is whom Google doesn't name. */
export type Standing = PersonRole | "nobody" | "hidden";

/** Somebody who works on tickets. */
export interface Holder {
  readonly email: string;
  readonly role: "lead" | "agent";
  readonly name: string;
}

/** The roles in force: what leads have given, whatever stands in People at the moment. */
export interface Roles {
  readonly holders: readonly Holder[];
  /** Whoever else stands in People, as far as there is room to remember them. */
  readonly requesters: readonly string[];
}

export const NO_ROLES: Roles = { holders: [], requesters: [] };

/** How the desk writes an address whose owner it could not see. */
export const UNKNOWN = "unknown";

/** People write addresses as they like; they are compared without case. */
export const plainAddress = (email: string): string => email.trim().toLowerCase();

export const isSameAddress = (one: string, other: string): boolean =>
  plainAddress(one) !== "" && plainAddress(one) === plainAddress(other);

/** What somebody is to the desk. Whoever has set it up is a lead for good, so that no desk loses its last one. */
export function standingOf(email: string, { roles, owner }: { roles: Roles; owner: string | undefined }): Standing {
  if (email === UNKNOWN || email === "") return "hidden";
  if (owner !== undefined && isSameAddress(owner, email)) return "lead";
  const holder = roles.holders.find((person) => isSameAddress(person.email, email));
  if (holder) return holder.role;
  return roles.requesters.some((other) => isSameAddress(other, email)) ? "requester" : "nobody";
}

/**
 * The role that History gives to an author. Whoever is no colleague as far as the desk knows is an "editor" in the sheet, where Google's sharing
 * lets them edit, and a requester in the sidebar, where the desk lets them do no more than ask.
 */
export function roleAt(source: Source, standing: Standing): Role {
  if (standing !== "nobody" && standing !== "hidden") return standing;
  return source === "sidebar" ? "requester" : "editor";
}
