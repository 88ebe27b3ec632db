import type { Fields } from "../domain/ticket/content.ts";
import type { Author } from "../domain/ticket/ticket.ts";
import { longText, type Memory, type PropertyValues, parse, readLong } from "./memory.ts";

const NOTES = "rolesToRecord";

/** What was done to roles and is yet to be recorded in History. */
export interface RoleNote {
  readonly set: Fields;
  readonly author: Author;
  readonly at: number;
}

export const roleNotes = (memory: Memory): readonly RoleNote[] => parse<RoleNote[]>(readLong(memory, NOTES)) ?? [];

/** The properties that keep these notes beside the older ones. */
export const withRoleNotes = (memory: Memory, notes: readonly RoleNote[]): PropertyValues =>
  longText(NOTES, JSON.stringify([...roleNotes(memory), ...notes]));

export function forgetRoleNotes(memory: Memory): void {
  if (roleNotes(memory).length > 0) memory.setAll(longText(NOTES, "[]"));
}
