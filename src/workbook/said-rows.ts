import type { ConversationFrame, SaidRow, Saying } from "../domain/history/conversation-check.ts";
import type { ShownCell } from "../domain/history/difference.ts";
import { SAID, type TicketEvent } from "../domain/history/event.ts";
import { asCellHolds, shown } from "../domain/ticket/content.ts";
import type { Cell } from "./cell.ts";
import { isSaid, WORDS } from "./conversation-sheet.ts";
import { CONVERSATION_COLUMNS } from "./sheet-plans.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const ROWS_A_BLOCK = 40_000;

/** The rows of the Conversation sheet, one after the other, read in large blocks. */
export class SaidRows {
  /** Somebody has moved columns, so that nobody can tell what its rows say. */
  readonly areColumnsMoved: boolean;
  private block: readonly (readonly Cell[])[];
  private first = 1;
  private index = 1;

  constructor(
    private readonly sheet: Sheet,
    private readonly lastRow = sheet.getLastRow(),
  ) {
    this.block = this.read();
    const headers = CONVERSATION_COLUMNS.map(({ header }) => header);
    this.areColumnsMoved = (this.block[0] ?? []).some((cell, at) => {
      const place = headers.indexOf(String(cell));
      return place >= 0 && place !== at;
    });
  }

  /** The next row that holds anything; undefined below the last. */
  readonly next: ConversationFrame["next"] = () => {
    for (;;) {
      const cells = this.block[this.index++];
      if (cells?.some((cell) => cell !== "")) return rowFrom(this.first + this.index - 1, cells);
      if (cells) continue;
      if (this.first + ROWS_A_BLOCK > this.lastRow) return undefined;
      this.first += ROWS_A_BLOCK;
      this.block = this.read();
      this.index = 0;
    }
  };

  private read(): Cell[][] {
    const height = Math.min(ROWS_A_BLOCK, Math.max(1, this.lastRow) - this.first + 1);
    return this.sheet.getRange(this.first, 1, height, CONVERSATION_COLUMNS.length).getValues() as Cell[][];
  }
}

function rowFrom(rowNumber: number, cells: readonly Cell[]): SaidRow {
  const [event = "", ticketId, when = "", what, who, text] = cells;
  const texts = { ticketId: String(ticketId), what: String(what), who: String(who), text: String(text) };
  return { rowNumber, event: shownCell(event), when: shownCell(when), ...texts };
}

export const shownCell = (cell: Cell): ShownCell => (typeof cell === "object" ? { at: cell.getTime() } : cell);

/** What the Conversation sheet is to show of an event; undefined where nothing was said. */
export function sayingOf(event: TicketEvent): Saying | undefined {
  if (!isSaid(event)) return undefined;
  const { seq, ticketId, occurredAt, type, actor, set } = event;
  const text = asCellHolds(shown(set[SAID]));
  return { seq, ticketId, at: occurredAt, what: WORDS[type] ?? type, who: asCellHolds(actor), text };
}
