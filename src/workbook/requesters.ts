import { type Memory, readColumns } from "./memory.ts";
import { columnLetters } from "./tickets-sheet.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const ROWS_AT_MOST = 12;

/** Requesters on earlier tickets whose address or name contains the text, newest first; searched for, never read as a whole. */
export function findRequesters(
  sheet: Sheet,
  memory: Memory,
  text: string,
): { email: string; name: string; isVip: boolean }[] {
  const keys = readColumns(memory)?.columns.map(([key]) => key) ?? [];
  const emailAt = keys.indexOf("requester") + 1;
  const nameAt = keys.indexOf("requesterName") + 1;
  if (emailAt === 0) return [];
  const columns = [emailAt, nameAt].filter((position) => position > 0);
  const rows = columns.flatMap((position) => rowsContaining(sheet, position, text)).slice(0, ROWS_AT_MOST);
  const found = new Map<string, { email: string; name: string; isVip: boolean }>();
  for (const row of rows) {
    const { email, name } = requesterIn(sheet, row, { emailAt, nameAt });
    if (email !== "" && !found.has(email)) found.set(email, { email, name, isVip: false });
  }
  return [...found.values()];
}

function rowsContaining(sheet: Sheet, position: number, text: string): number[] {
  const column = columnLetters(position);
  const found = sheet.getRange(`${column}2:${column}`).createTextFinder(text).findAll();
  return found
    .map((range) => range.getRow())
    .reverse()
    .slice(0, ROWS_AT_MOST);
}

function requesterIn(
  sheet: Sheet,
  row: number,
  { emailAt, nameAt }: { emailAt: number; nameAt: number },
): { email: string; name: string } {
  const first = nameAt > 0 ? Math.min(emailAt, nameAt) : emailAt;
  const last = Math.max(emailAt, nameAt);
  const cells = sheet.getRange(row, first, 1, last - first + 1).getDisplayValues()[0] ?? [];
  return { email: cells[emailAt - first] ?? "", name: nameAt > 0 ? (cells[nameAt - first] ?? "") : "" };
}
