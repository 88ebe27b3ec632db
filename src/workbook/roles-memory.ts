import { rolesIn } from "../domain/roles/revise-roles.ts";
import { NO_ROLES, type Roles, type Standing, standingOf } from "../domain/roles/standing.ts";
import { longText, type Memory, parse, readLong } from "./memory.ts";
import { rememberedSheets } from "./save/open-desk.ts";
import { peopleRowsIn } from "./people-sheet.ts";
import { type RoleNote, withRoleNotes } from "./role-notes.ts";
import { rowsOf } from "./settings-texts.ts";

const ROLES = "roles";

/** The roles that leads have given; undefined in a desk that has not looked at People yet. */
export function rememberedRoles(memory: Memory): Roles | undefined {
  const roles = parse<Partial<Roles>>(readLong(memory, ROLES));
  if (!Array.isArray(roles?.holders) || !Array.isArray(roles.requesters)) return undefined;
  return { holders: roles.holders, requesters: roles.requesters };
}

/** The same; where they were never taken, those that stand in People. */
export function rolesInForce(memory: Memory): Roles {
  const roles = rememberedRoles(memory);
  if (roles) return roles;
  const id = rememberedSheets(memory)["people"];
  const people = id === undefined ? null : SpreadsheetApp.getActive().getSheetById(id);
  return people ? rolesIn(peopleRowsIn(rowsOf(people, 4))) : NO_ROLES;
}

/** What somebody is to this desk. One that was never set up has nothing to guard: everybody counts as a lead. */
export function standingIn(memory: Memory, email: string): Standing {
  const owner = memory.get("owner");
  return owner === undefined ? "lead" : standingOf(email, { roles: rolesInForce(memory), owner });
}

/** Puts roles in force, and notes what is to be recorded of that, in one call. */
export function keepRoles(memory: Memory, roles: Roles, notes: readonly RoleNote[]): void {
  const before = memory.get(ROLES) === undefined ? undefined : readLong(memory, ROLES);
  const json = JSON.stringify(roles);
  const changed = {
    ...(json !== before && longText(ROLES, json)),
    ...(notes.length > 0 && withRoleNotes(memory, notes)),
  };
  if (Object.keys(changed).length > 0) memory.setAll(changed);
}
