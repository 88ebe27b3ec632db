import type { RowSpan, TicketRow } from "../../use-cases/desk.ts";
import type { DeskWorkbook } from "./desk-workbook.ts";

/** Rows so close together are read in one call, those between with them. */
const WIDEST_GAP = 20;

/** The rows of tickets, by id; each is looked for where it stood last, else searched for. What has no row is left out. */
export function findRows(
  stoodIn: ReadonlyMap<string, number | undefined>,
  workbook: Pick<DeskWorkbook, "read" | "known">,
): Map<string, TicketRow> {
  const found = new Map<string, TicketRow>();
  const look = (rowNumbers: readonly number[]): void => {
    const rows = spansOf(rowNumbers).flatMap((span) => workbook.read(span));
    for (const row of rows) if (stoodIn.has(row.typedId) && !found.has(row.typedId)) found.set(row.typedId, row);
  };
  look([...stoodIn.values()].filter((rowNumber) => rowNumber !== undefined));
  const lost = [...stoodIn.keys()].filter((id) => !found.has(id));
  look(lost.flatMap((id) => workbook.known.rowsShowing(id).slice(0, 1)));
  return found;
}

/** Row numbers as spans to read in one call each, from above. */
export function spansOf(rowNumbers: readonly number[]): RowSpan[] {
  const spans: { first: number; last: number }[] = [];
  for (const rowNumber of [...rowNumbers].sort((one, other) => one - other)) {
    const span = spans[spans.length - 1];
    if (span && rowNumber - span.last <= WIDEST_GAP) span.last = rowNumber;
    else spans.push({ first: rowNumber, last: rowNumber });
  }
  return spans;
}
