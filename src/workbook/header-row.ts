import { Problem } from "../domain/problem.ts";
import { guarded } from "./guard.ts";
import { type Memory, readColumns } from "./memory.ts";
import { identityIn } from "./state-cell.ts";
import { TICKET_COLUMNS } from "./ticket-columns.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** As far down as a header row is looked for that rows were inserted above. */
const LOOKED_AT = 6;

export const HEADERS_GONE = "The header row of Tickets is gone.";

/** Whether a ticket's row stands where the headers should: it carries a saved self. */
export const isTicketRow = (headers: readonly string[]): boolean => headers.some((header) => identityIn(header));

/** Brings the header row back into the first row, where somebody deleted it or inserted rows above; throws a Problem where something stands there. */
export function mendHeaderRow(sheet: Sheet, memory: Memory): void {
  const height = Math.min(LOOKED_AT, sheet.getMaxRows());
  const rows = sheet.getRange(1, 1, height, sheet.getMaxColumns()).getValues();
  const [first = []] = rows;
  if (isTicketRow(first.map(String))) return insertHeaders(sheet, memory);
  if (first.some((cell) => isHeader(String(cell), memory))) return;
  const at = rows.findIndex((row) => row.filter((cell) => isHeader(String(cell), memory)).length > 2);
  if (at < 1) return;
  if (rows.slice(0, at).some((row) => row.some((cell) => cell !== "")))
    throw new Problem(
      "missing-setup",
      `The headers of Tickets stand in row ${at + 1}: move what stands above them elsewhere, and choose Set up again.`,
    );
  sheet.deleteRows(1, at);
}

const isHeader = (text: string, memory: Memory): boolean => headersOf(memory).includes(text);

const headersOf = (memory: Memory): string[] =>
  readColumns(memory)?.columns.flatMap(([, header]) => (header.trim() === "" ? [] : [header])) ??
  TICKET_COLUMNS.map(({ header }) => header);

function insertHeaders(sheet: Sheet, memory: Memory): void {
  const headers =
    readColumns(memory)?.columns.map(([, header]) => header) ?? TICKET_COLUMNS.map(({ header }) => header);
  sheet.insertRowBefore(1);
  const row = sheet.getRange(1, 1, 1, headers.length);
  row.setNumberFormat("@").setFontWeight("bold");
  row.setValues([headers.map(guarded)]);
}
