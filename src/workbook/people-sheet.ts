import { rowsOf } from "./settings-sheets.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface DeskPerson {
  readonly email: string;
  readonly name: string;
  readonly role: "agent" | "lead" | "requester";
  readonly isVip: boolean;
}

/** The people of the People sheet; whoever has no role written asks. */
export function readPeople(sheet: Sheet): DeskPerson[] {
  return rowsOf(sheet, 4)
    .filter(([email = ""]) => email.trim() !== "")
    .map(([email = "", name = "", role = "", vip = ""]) => ({
      email: email.trim(),
      name: name.trim(),
      role: roleFrom(role.trim().toLowerCase()),
      isVip: ["yes", "true", "x", "1", "vip"].includes(vip.trim().toLowerCase()),
    }));
}

const roleFrom = (word: string): DeskPerson["role"] => (word === "agent" || word === "lead" ? word : "requester");
