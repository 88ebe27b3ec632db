import { type Content, type Saved, sameContent, savedForm } from "../../domain/ticket/content.ts";
import type { DeskWrite } from "../../domain/ticket/ticket.ts";
import { RowsMoved, type TicketRow } from "../../use-cases/desk.ts";
import { TICKET_KEY } from "../ticket-columns.ts";
import type { TicketsSheet } from "../tickets-sheet.ts";
import { DESK_WRITE_KEPT_MS } from "./row-reader.ts";
import { spansOf } from "./row-spans.ts";
import type { SavedRow } from "./row-writer.ts";

/** Longer texts are remembered by their digest: a cell of the desk's keeps them. */
const LONGEST_REMEMBERED = 60;

interface Look {
  readonly tickets: TicketsSheet;
  readonly seen: ReadonlyMap<number, TicketRow>;
  /** The present instant, epoch ms: the run may have begun a while ago. */
  readonly at: number;
}

/**
 * Rows with those cells of people's that may still be written: they hold what this run has read there, one call before they are written. Where somebody
 * has typed meanwhile, the cell is left to the run of that edit. Throws RowsMoved where a row shows another ticket, or was saved by somebody else.
 */
export function stillDue(saved: readonly SavedRow[], look: Look): SavedRow[] {
  const rowNumbers = saved.flatMap(({ rowNumber, putBack }) =>
    rowNumber !== undefined && putBack.some(({ key }) => key !== TICKET_KEY) ? [rowNumber] : [],
  );
  const now = new Map(
    spansOf(rowNumbers)
      .flatMap((span) => look.tickets.readValues(span))
      .map((row) => [row.rowNumber, row]),
  );
  const wanted = new Set(rowNumbers);
  return saved.map((row) => {
    const { rowNumber = 0, ticketId } = row;
    const [here, seen] = [now.get(rowNumber), look.seen.get(rowNumber)];
    if (!wanted.has(rowNumber) || !here) return withDeskWrite(row, {}, look);
    if (here.typedId !== ticketId || (seen && here.savedText !== seen.savedText)) throw new RowsMoved();
    const [putBack, over] = untouched(row, here, seen);
    return withDeskWrite({ ...row, putBack }, over, look);
  });
}

/** What is to be put into cells that nobody has touched, and what stands there. */
function untouched(
  { putBack }: SavedRow,
  here: TicketRow,
  seen: TicketRow | undefined,
): [SavedRow["putBack"], Record<string, Saved>] {
  const read = seen?.cells ?? seen?.fields ?? {};
  const over: Record<string, Saved> = {};
  const due = putBack.filter(({ key, content }) => {
    if (key === TICKET_KEY) return true;
    const [held, holds] = [read[key] ?? "", here.fields[key] ?? ""];
    if (!isAsRead(held, holds) || sameContent(content, holds)) return false;
    over[key] = savedForm(held, LONGEST_REMEMBERED);
    return true;
  });
  return [due, over];
}

/** Of formulas only results are read again. */
const isAsRead = (held: Content, holds: Content): boolean =>
  (typeof held === "object" && "formula" in held) || sameContent(held, holds);

/** What an earlier save wrote there a moment ago may still be answered by its editor's own run, and is remembered on. */
function withDeskWrite(row: SavedRow, over: Readonly<Record<string, Saved>>, { seen, at }: Look): SavedRow {
  const past = row.rowNumber === undefined ? undefined : seen.get(row.rowNumber)?.saved?.deskWrite;
  const kept = past && at - past.at < DESK_WRITE_KEPT_MS ? past : undefined;
  const isNews = Object.keys(over).length > 0;
  const deskWrite: DeskWrite | undefined = isNews ? { at, over: { ...kept?.over, ...over } } : kept;
  return deskWrite ? { ...row, deskWrite } : row;
}
