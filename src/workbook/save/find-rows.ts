import type { TicketRow } from "../../use-cases/desk.ts";
import type { DeskWorkbook } from "./desk-workbook.ts";
import { spansOf } from "../row-spans.ts";

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
