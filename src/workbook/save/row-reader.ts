import { type Fields, sameContent } from "../../domain/ticket/content.ts";
import type { KnownTickets } from "../../domain/ticket/identity.ts";
import { ticketNumberOf } from "../../domain/ticket/ticket.ts";
import { type TypedEdit, typedMeanwhile } from "../../domain/ticket/typed-meanwhile.ts";
import type { RowSpan, TicketRow } from "../../use-cases/desk.ts";
import type { Layout } from "../layout.ts";
import type { TicketsSheet } from "../tickets-sheet.ts";
import type { Knowledge } from "./knowledge.ts";
import { isAmong, type Strays, withOwed } from "./strays.ts";

/** So long a cell that the desk wrote may still be answered by the run of whoever typed there just before. */
export const DESK_WRITE_KEPT_MS = 120_000;

/** Reads rows as the desk understands them: their saved selves brought up to History's end, and with what the desk still owes to their cells. */
export class RowReader {
  /** The rows of this run as it read them last, by row number. */
  readonly seen = new Map<number, TicketRow>();

  constructor(
    private readonly tickets: TicketsSheet,
    private readonly context: {
      readonly knowledge: Knowledge;
      readonly known: KnownTickets;
      readonly strays: Strays;
      readonly now: number;
    },
  ) {}

  read(span: RowSpan): TicketRow[] {
    return this.tickets.read(span).map((row) => this.keep(this.understood(row)));
  }

  /**
   * Takes rows that were read without the lock: of those `wanted`, the ones that still stand where they stood, with the saved self they had.
   * What people typed since then is seen next time; the others too, and all of them where columns have moved.
   */
  adopt(from: Layout, rows: readonly TicketRow[], wanted: readonly TicketRow[]): TicketRow[] {
    if (!from.isLike(this.tickets.layout)) return [];
    const still = this.tickets.stillStanding(rows);
    for (const row of rows) if (still.has(row.rowNumber)) this.keep(row);
    return wanted.filter(({ rowNumber }) => still.has(rowNumber)).map((row) => this.keep(this.understood({ ...row })));
  }

  /** The row as whoever typed into one of its cells left it: what the desk wrote over in the same moment, without having seen it, still counts. */
  withTyped(row: TicketRow, key: string, edit: TypedEdit): TicketRow {
    const { saved, cells } = row;
    // What a killed run owes to this cell came before it was typed into again.
    if (cells && sameContent(edit.value, cells[key]))
      return this.keep({ ...row, fields: { ...row.fields, [key]: cells[key] ?? "" } });
    const { at = 0, over = {}, typed: before = {} } = saved?.deskWrite ?? {};
    // Written in another row, it was not written over what was typed into this one.
    if (!saved || saved.row !== row.rowNumber || this.context.now - at > DESK_WRITE_KEPT_MS) return row;
    if (this.context.strays.isSettled(saved.state.id)) return row;
    const holds = (row.cells ?? row.fields)[key] ?? "";
    const typed = typedMeanwhile(edit, { holds, wrote: saved.state.fields[key], over: over[key], typed: before[key] });
    if (typed === undefined) return row;
    // A later try must find it again, when State tells already that it stands there.
    this.context.strays.add([{ ticketId: saved.state.id, key, wrote: holds, held: typed }]);
    return this.keep({ ...withOwed(row, { [key]: typed }), retyped: { ...row.retyped, [key]: typed } });
  }

  private keep(row: TicketRow): TicketRow {
    this.seen.set(row.rowNumber, row);
    return row;
  }

  private understood(raw: TicketRow): TicketRow {
    const { knowledge, strays } = this.context;
    const ids = new Set([raw.typedId, raw.saved?.state.id ?? "", this.addedFor(raw)]);
    const row = [...ids].reduce((mended, id) => strays.mended(mended, id), knowledge.healed(raw));
    // After the strays: what is owed is decided from what the cell held before the desk wrote into it by mistake.
    return withOwed(row, { ...knowledge.owedTo(row, raw), ...this.writtenForAnother(raw) });
  }

  /** The ticket for which this row was added, where columns were moved: it shows no number, or one of the ticket's own texts in its place. */
  private addedFor({ rowNumber, typedId }: TicketRow): string {
    const { strays, knowledge } = this.context;
    const id = strays.unplacedIn(rowNumber);
    if (id === undefined) return "";
    return typedId === "" || isAmong(knowledge.contentsFromHistory(id)?.contents ?? {}, typedId) ? id : "";
  }

  /**
   * A saved self that says which of people's cells were written with it, in a row that is not its ticket's: the rows were moved before that was written,
   * and the run ended. The cells that still hold it are owed what History says of the row's own ticket; of a row without a number, nothing is known.
   */
  private writtenForAnother({ saved, typedId, fields, rowNumber }: TicketRow): Fields {
    if (!saved?.deskWrite || saved.state.id === typedId) return {};
    if (typedId !== "" && ticketNumberOf(typedId) === undefined) return {};
    const { state, deskWrite } = saved;
    const hit = Object.keys(deskWrite.over).filter((key) => sameContent(state.fields[key], fields[key]));
    if (hit.length === 0 || !this.context.known.rowsShowing(state.id).some((other) => other !== rowNumber)) return {};
    const contents = typedId === "" ? {} : this.context.knowledge.contentsFromHistory(typedId)?.contents;
    return contents ? Object.fromEntries(hit.map((key) => [key, contents[key] ?? ""])) : {};
  }
}
