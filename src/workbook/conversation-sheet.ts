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

  /** Adds rows below the last one, and reads them back: whether they stand there. */
  append(events: readonly TicketEvent[]): boolean {
    if (events.length === 0) return true;
    const lastRow = this.sheet.getLastRow();
    growLog(this.sheet, lastRow, events.map(rowOf));
    const found = this.sheet.getRange(lastRow + 1, 1, events.length, 1).getValues();
    return found.every(([seq], index) => Number(seq) === events[index]?.seq);
  }

  /** Of these events, those that have no row among the last ones, or among all. */
  missing(events: readonly TicketEvent[], lookedBack = LOOKED_BACK): TicketEvent[] {
    const lastRow = events.length > 0 ? this.sheet.getLastRow() : 0;
    const first = Math.max(2, lastRow - lookedBack + 1);
    const cells = lastRow >= first ? this.sheet.getRange(first, 1, lastRow - first + 1, 1).getValues() : [];
    const there = new Set(cells.map(([seq]) => Number(seq)));
    return events.filter(({ seq }) => !there.has(seq));
  }
}

function rowOf({ seq, ticketId, occurredAt, type, actor, set }: TicketEvent): Cell[] {
  const texts = [WORDS[type] ?? type, actor, shown(set[SAID])];
  return [seq, guarded(ticketId), new Date(occurredAt), ...texts.map(guarded)];
}
