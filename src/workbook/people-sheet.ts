import { rowsOf } from "./settings-texts.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface DeskPerson {
  readonly email: string;
  readonly name: string;
  readonly role: "agent" | "lead" | "requester";
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

/** However somebody writes that it is so. */
export const isYes = (text: string): boolean => ["yes", "true", "x", "1", "vip"].includes(text.trim().toLowerCase());

const roleFrom = (word: string): DeskPerson["role"] => (word === "agent" || word === "lead" ? word : "requester");
