import { SAID, type TicketEvent } from "../domain/history/event.ts";
import { shown } from "../domain/ticket/content.ts";
import type { Cell } from "./cell.ts";
import { guarded } from "./guard.ts";
import { growLog } from "./log-rows.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A killed run left its rows among the last ones. */
const LOOKED_BACK = 2000;
/** What kinds of communication are called there. */
export const WORDS: Readonly<Record<string, string>> = {
  reply: "Reply",
  note: "Note",
  call: "Call",
  inbound: "Requester said",
};

/** Whether something was said in an event. */
export const isSaid = ({ type, set }: TicketEvent): boolean => type in WORDS && SAID in set;

/** The Conversation sheet: what was said, a row each, copied from History. Rows are only ever added. */
export class ConversationSheet {
  constructor(private readonly sheet: Sheet) {}

  /** Adds rows below the last one, and reads them back: whether they stand there. Where rows were inserted above meanwhile, older ones stand below: all are sorted then. */
  append(events: readonly TicketEvent[]): boolean {
    if (events.length === 0) return true;
    const lastRow = this.sheet.getLastRow();
    growLog(this.sheet, lastRow, events.map(rowOf));
    const below = this.sheet
      .getRange(`A${lastRow + 1}:A`)
      .getValues()
      .map(seqIn);
    this.putInOrder(below);
    return events.every(({ seq }, index) => seq === below[index]);
  }

  /** Of these events, those that have no row among the last ones, or among all. */
  missing(events: readonly TicketEvent[], lookedBack = LOOKED_BACK): TicketEvent[] {
    const lastRow = events.length > 0 ? this.sheet.getLastRow() : 0;
    const first = Math.max(2, lastRow - lookedBack + 1);
    const cells = lastRow >= first ? this.sheet.getRange(first, 1, lastRow - first + 1, 1).getValues() : [];
    this.putInOrder(cells.map(seqIn));
    const there = new Set(cells.map(seqIn));
    return events.filter(({ seq }) => !there.has(seq));
  }

  /** Sorts the sheet by its events, where these, read from it just now, don't ascend. */
  private putInOrder(seqs: readonly number[]): void {
    const known = seqs.filter((seq) => seq > 0);
    if (known.every((seq, index) => seq >= (known[index - 1] ?? 0))) return;
    const [rows, columns] = [this.sheet.getLastRow() - 1, this.sheet.getLastColumn()];
    this.sheet.getRange(2, 1, rows, columns).sort(1);
  }
}

const seqIn = ([cell]: readonly unknown[]): number => Number(cell);

function rowOf({ seq, ticketId, occurredAt, type, actor, set }: TicketEvent): Cell[] {
  const texts = [WORDS[type] ?? type, actor, shown(set[SAID])];
  return [seq, guarded(ticketId), new Date(occurredAt), ...texts.map(guarded)];
}
