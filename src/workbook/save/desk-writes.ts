import { type Content, type Fields, type Saved, sameContent, savedForm } from "../../domain/ticket/content.ts";
import type { PutBack } from "../../domain/ticket/edit-rules.ts";
import type { DeskWrite } from "../../domain/ticket/ticket.ts";
import type { TicketRow } from "../../use-cases/desk.ts";
import { TICKET_KEY } from "../ticket-columns.ts";
import { DESK_WRITE_KEPT_MS } from "./row-reader.ts";
import type { SavedRow } from "./row-writer.ts";

/** Longer texts are remembered by their digest. */
const LONGEST_REMEMBERED = 60;

/**
 * The rows with what their State cells tell of people's cells that are written with them: over what, and when (epoch ms). What an earlier save wrote
 * there a moment ago may still be answered by its editor's own run, and is remembered on.
 */
export function withDeskWrites(
  saved: readonly SavedRow[],
  seen: ReadonlyMap<number, TicketRow>,
  at: number,
): SavedRow[] {
  return saved.map((row) => {
    const read = row.rowNumber === undefined ? undefined : seen.get(row.rowNumber);
    const past = read?.saved && isAtHome(read, row.ticketId) ? read.saved.deskWrite : undefined;
    const kept = past && at - past.at < DESK_WRITE_KEPT_MS ? past : undefined;
    const over = read ? overIn(row.putBack, read) : {};
    const typed = remembered(read?.retyped ?? {});
    const isNews = Object.keys(over).length + Object.keys(typed).length > 0;
    const all = { at, over: { ...kept?.over, ...over }, typed: { ...kept?.typed, ...typed } };
    const deskWrite: DeskWrite | undefined = isNews ? all : kept;
    return deskWrite ? { ...row, deskWrite } : row;
  });
}

/** Whether this ticket's saved self was written where it stands: what was typed into another row was not written over by that. */
const isAtHome = ({ saved, rowNumber }: TicketRow, ticketId: string): boolean =>
  saved?.state.id === ticketId && saved.row === rowNumber;

/** Over what each cell is written; of one that the desk hit by mistake, what it had held before. */
function overIn(putBack: readonly PutBack[], row: TicketRow): Record<string, Saved> {
  const cells = cellsOf(row);
  const written = putBack.filter(({ key, content }) => key !== TICKET_KEY && !sameContent(content, cells[key]));
  return remembered(Object.fromEntries(written.map(({ key }) => [key, row.wroteOver?.[key] ?? cells[key] ?? ""])));
}

const remembered = (contents: Fields): Record<string, Saved> =>
  Object.fromEntries(Object.entries(contents).map(([key, content]) => [key, savedForm(content, LONGEST_REMEMBERED)]));

/** Of what is to be put into a row's cells, that for which the cell still holds what was read there. Where somebody has typed meanwhile, the cell is left to the run of that edit. */
export function untouched(putBack: readonly PutBack[], here: TicketRow, seen: TicketRow | undefined): PutBack[] {
  return putBack.filter(({ key, content }) => {
    if (key === TICKET_KEY) return false; // it was put right before anything else
    const [held, holds] = [(seen ? cellsOf(seen) : {})[key] ?? "", here.fields[key] ?? ""];
    return isAsRead(held, holds) && !sameContent(content, holds);
  });
}

const cellsOf = ({ cells, fields }: TicketRow): Fields => cells ?? fields;

/** Of formulas only results are read again. */
const isAsRead = (held: Content, holds: Content): boolean =>
  (typeof held === "object" && "formula" in held) || sameContent(held, holds);
