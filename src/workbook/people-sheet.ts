import type { PeopleRow } from "../domain/roles/revise-roles.ts";
import type { PersonRole } from "../domain/roles/standing.ts";
import { rowsOf } from "./settings-texts.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface DeskPerson {
  readonly email: string;
  readonly name: string;
  /** As it is written; which roles are in force is another matter. */
  readonly role: PersonRole;
  readonly isVip: boolean;
}

/** The people of the People sheet; whoever has no role written asks. */
export const readPeople = (sheet: Sheet): DeskPerson[] => peopleIn(rowsOf(sheet, 4));

export function peopleIn(rows: readonly string[][]): DeskPerson[] {
  return rows
    .filter(([email = ""]) => email.trim() !== "")
    .map(([email = "", name = "", role = "", vip = ""]) => ({
      email: email.trim(),
      name: name.trim(),
      role: roleFrom(role.trim().toLowerCase()),
      isVip: isYes(vip),
    }));
}

/** The same with the row of each: the first below the header is row 2. */
export const peopleRowsIn = (texts: readonly string[][]): PeopleRow[] =>
  texts.flatMap((row, index) =>
    peopleIn([row]).map(({ isVip: _, ...person }) => ({ ...person, rowNumber: index + 2 })),
  );

/** However somebody writes that it is so. */
export const isYes = (text: string): boolean => ["yes", "true", "x", "1", "vip"].includes(text.trim().toLowerCase());

const roleFrom = (word: string): PersonRole => (word === "agent" || word === "lead" ? word : "requester");
