import type { TicketEvent } from "../../domain/history/event.ts";
import { type Content, type Fields, sameContent } from "../../domain/ticket/content.ts";
import type { RememberedColumns } from "../memory.ts";
import { decodeState, type SavedSelf } from "../state-cell.ts";
import { isField, isOurs, STATE_KEY, TICKET_KEY } from "../ticket-columns.ts";
import type { TicketsSheet } from "../tickets-sheet.ts";
import { isAmong, type Stray, type Strays } from "./strays.ts";

interface KilledRun {
  /** The sheet as its columns stand now. */
  readonly tickets: TicketsSheet;
  /** Where the last acknowledged run left the columns: the killed one wrote there. */
  readonly past: RememberedColumns;
  readonly unacknowledged: readonly TicketEvent[];
  /** What a ticket's cells hold as History tells it. */
  readonly contentsOf: (ticketId: string) => Fields;
}

/**
 * Finds what a killed run has written astray where columns were moved under it. Its State cells tell: they stand where State stood before, in the rows
 * that it wrote, beside what else it wrote there. What History says is owed to the cells that were hit.
 */
export function noteStraysOf({ tickets, past, unacknowledged, contentsOf }: KilledRun, strays: Strays): void {
  const places = past.columns.map(([key], index) => ({ key, position: index + 1 }));
  const stateAt = places.find(({ key }) => key === STATE_KEY)?.position;
  const ids = new Set(unacknowledged.flatMap(({ ticketId }) => ticketId || []));
  if (stateAt === undefined || ids.size === 0) return;
  const created = new Map<string, Fields>();
  for (const { ticketId, type, set } of unacknowledged) if (type === "created") created.set(ticketId, set);
  const isAstray = tickets.layout.keyAt(stateAt) !== STATE_KEY;
  for (const { rowNumber, self } of selvesAt(stateAt, ids, tickets)) {
    const [row] = tickets.read({ first: rowNumber, last: rowNumber });
    if (!row) continue;
    const isItsOwn = row.typedId === "" || isAmong(contentsOf(self.state.id), row.typedId);
    const ticketId = isItsOwn ? self.state.id : row.typedId;
    const written = { ...created.get(self.state.id), ...self.deskWrite?.over };
    const contents = contentsOf(ticketId);
    const isWritten = (was: string, holds: Content): boolean =>
      isOurs(was) ? isAstray : holdsWritten(was, holds, { self, written });
    const hit = places.flatMap(({ key: was, position }): Stray[] => {
      const key = tickets.layout.keyAt(position);
      if (key === undefined) clearUnnamed({ tickets, rowNumber, position }, (holds) => isWritten(was, holds));
      if (key === undefined || key === was || !isField(key)) return [];
      const [wrote, held] = [row.fields[key] ?? "", contents[key] ?? ""];
      return isWritten(was, wrote) && !sameContent(held, wrote) ? [{ ticketId, key, wrote, held }] : [];
    });
    strays.add(hit);
    if (isItsOwn) strays.addUnplaced(ticketId, rowNumber);
  }
}

/** A column without a header, as one that was inserted: nothing is known of it, and what the run wrote there is taken away. */
function clearUnnamed(
  { tickets: { sheet }, rowNumber, position }: { tickets: TicketsSheet; rowNumber: number; position: number },
  isWritten: (holds: Content) => boolean,
): void {
  if (position > sheet.getMaxColumns()) return;
  const cell = sheet.getRange(rowNumber, position);
  const holds: unknown = cell.getValue();
  if (holds !== "" && isWritten(String(holds))) cell.setValue("");
}

/** Whether a cell holds what the killed run wrote into the column that stood there. */
function holdsWritten(
  was: string,
  holds: Fields[string],
  { self, written }: { self: SavedSelf; written: Readonly<Record<string, unknown>> },
): boolean {
  if (was === TICKET_KEY) return holds === self.state.id;
  return was in written && sameContent(self.state.fields[was], holds);
}

/** The rows in which saved selves of these tickets stand in this column; none where so many columns are gone that it is no more. */
function selvesAt(
  position: number,
  ids: ReadonlySet<string>,
  tickets: TicketsSheet,
): { rowNumber: number; self: SavedSelf }[] {
  if (position > tickets.sheet.getMaxColumns()) return [];
  return tickets.cellsAt(position).flatMap((cell, index) => {
    const self = decodeState(cell);
    return self && ids.has(self.state.id) ? [{ rowNumber: index + 2, self }] : [];
  });
}
