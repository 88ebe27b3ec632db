import {
  type PeopleEdit,
  reviseRoles,
  type RoleChange,
  rolesIn,
  type RolesDecision,
} from "../domain/roles/revise-roles.ts";
import { plainAddress } from "../domain/roles/standing.ts";
import { toldOf } from "../domain/roles/words.ts";
import { isVipIn } from "../domain/sla-settings/sla-settings.ts";
import type { Fields } from "../domain/ticket/content.ts";
import type { Author } from "../domain/ticket/ticket.ts";
import { guarded } from "./guard.ts";
import { type Memory, parse } from "./memory.ts";
import { rememberedSla } from "./save/open-desk.ts";
import { peopleRowsIn } from "./people-sheet.ts";
import type { RoleNote } from "./role-notes.ts";
import { keepRoles, rememberedRoles } from "./roles-memory.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** An edit of People that was seen, and by whom. */
export interface SeenPeopleEdit extends Omit<PeopleEdit, "goneBefore"> {
  readonly author: Author;
  readonly at: number;
}

/** The texts of People as they are now, and what is to be said to whoever edited them. */
export interface RolesTaken {
  readonly people: string[][];
  readonly sentences: readonly string[];
}

const ROLE_COLUMN = 3;
/** Addresses that are gone from People, and nobody knows by whom. */
const GONE = "rolesGone";

/** Takes what leads did to roles, puts back what others did, and lets wait what nobody was seen to do. Needs the lock. */
export function takeRoles(
  memory: Memory,
  sheet: Sheet,
  { texts, edit }: { texts: string[][]; edit: SeenPeopleEdit | undefined },
): RolesTaken {
  const rows = peopleRowsIn(texts);
  const inForce = rememberedRoles(memory);
  if (!inForce) {
    keepRoles(memory, rolesIn(rows), []);
    return { people: texts, sentences: [] };
  }
  const decision = reviseRoles(inForce, rows, edit && { ...edit, goneBefore: goneBefore(memory) });
  keepRoles(memory, decision.roles, edit ? notesOf(decision, edit) : []);
  noteGone(memory, decision.held);
  const people = putRolesBack(memory, sheet, { texts, decision });
  return { people, sentences: edit ? toldOf(decision, edit.by) : [] };
}

/** Whether a look at People would change anything that is kept of roles; changes nothing. */
export function haveRolesChanged(memory: Memory, texts: string[][]): boolean {
  const inForce = rememberedRoles(memory);
  if (!inForce) return true;
  const { roles, held } = reviseRoles(inForce, peopleRowsIn(texts), undefined);
  return JSON.stringify(roles) !== JSON.stringify(inForce) || goneIn(held).join() !== goneBefore(memory).join();
}

/** The changes of roles that wait for a lead. */
export function heldRoles(memory: Memory, texts: string[][]): readonly RoleChange[] {
  const inForce = rememberedRoles(memory);
  return inForce ? reviseRoles(inForce, peopleRowsIn(texts), undefined).held : [];
}

const goneIn = (held: readonly RoleChange[]): string[] =>
  held.filter(({ to }) => to === "").map(({ email }) => plainAddress(email));
const goneBefore = (memory: Memory): readonly string[] => parse<string[]>(memory.get(GONE)) ?? [];

function noteGone(memory: Memory, held: readonly RoleChange[]): void {
  const gone = goneIn(held);
  if (gone.join() !== goneBefore(memory).join()) memory.set(GONE, JSON.stringify(gone));
}

function notesOf({ granted, refused }: RolesDecision, { author, at }: SeenPeopleEdit): RoleNote[] {
  const set: Fields = {
    ...Object.fromEntries(granted.map(({ email, to }) => [`role:${email}`, to])),
    ...Object.fromEntries(refused.map(({ email, to }) => [`refused:${email}`, to])),
  };
  return Object.keys(set).length > 0 ? [{ set, author, at }] : [];
}

/** Writes Role cells as they were, and rows that were taken away below the others; answers with the texts as they are then. */
function putRolesBack(
  memory: Memory,
  sheet: Sheet,
  { texts, decision: { putBack, returned } }: { texts: string[][]; decision: RolesDecision },
): string[][] {
  const people = texts.map((row) => [...row]);
  for (const role of new Set(putBack.map((cell) => cell.role))) {
    const cells = putBack.filter((cell) => cell.role === role);
    sheet.getRangeList(cells.map(({ rowNumber }) => `C${rowNumber}`)).setValue(role);
    for (const { rowNumber } of cells) people[rowNumber - 2]?.splice(ROLE_COLUMN - 1, 1, role);
  }
  if (returned.length === 0) return people;
  const sla = rememberedSla(memory);
  const rows = returned.map(({ email, name, role }) => [email, name, role, isVipIn(sla, email) ? "yes" : ""]);
  const last = Math.max(1, sheet.getLastRow());
  sheet.insertRowsAfter(last, rows.length);
  sheet.getRange(last + 1, 1, rows.length, 4).setValues(rows.map((row) => row.map(guarded)));
  return [...people, ...rows];
}
