import { type Fields, sameContent } from "../domain/ticket/content.ts";
import type { TicketState } from "../domain/ticket/ticket.ts";
import type { TicketRow } from "./desk.ts";

interface MissedBy {
  readonly hasColumn: (key: string) => boolean;
  readonly isDouble: (id: string) => boolean;
  /** Whether History knows better than this saved self. */
  readonly isStale?: (state: TicketState) => boolean;
  /** Whether its clocks have not heard something yet. */
  readonly hasNews?: (state: TicketState, fields: Fields) => boolean;
  /** Cells that only the desk writes are left as they are. */
  readonly leavesJunk?: boolean;
}

/** Rows that no run has recorded as they stand: edited, new, renumbered, taken back by an undo, or showing a number that another row shows too. */
export function missedRows(
  rows: readonly TicketRow[],
  { hasColumn, isDouble, isStale = () => false, hasNews = () => false, leavesJunk = false }: MissedBy,
): TicketRow[] {
  return rows.filter((row) => {
    const { saved } = row;
    if (!saved) return row.hasSubject || row.typedId !== "";
    const { state } = saved;
    if (row.hasJunk && !leavesJunk) return true;
    if (row.typedId !== state.id || isDouble(state.id) || isStale(state) || hasNews(state, row.fields)) return true;
    for (const key of Object.keys(row.fields)) if (!sameContent(state.fields[key], row.fields[key])) return true;
    return Object.keys(state.fields).some((key) => !(key in row.fields) && hasColumn(key));
  });
}

/** Ids that stand in more than one row. */
export function doubles(ids: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) {
    if (id === "") continue;
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return twice;
}
