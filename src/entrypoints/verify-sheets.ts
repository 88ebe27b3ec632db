import { CellCheck } from "../domain/deadline/cell-check.ts";
import { ConversationCheck } from "../domain/history/conversation-check.ts";
import type { Difference } from "../domain/history/difference.ts";
import type { Verifier } from "../domain/history/verifier.ts";
import { MailCheck } from "../domain/outbox/mail-check.ts";
import { leadsAmong } from "../domain/warning/recipients.ts";
import { openMemory } from "../google/properties.ts";
import { now } from "../google/session.ts";
import { type DeskWorkbook, SLA_STALE } from "../workbook/save/desk-workbook.ts";
import { CONVERSATION_FROM, type Memory } from "../workbook/memory.ts";
import { bookClock, findSheet, readEnd } from "../workbook/save/open-desk.ts";
import { OutboxSheet } from "../workbook/outbox-sheet.ts";
import { readOwnCells } from "../workbook/own-cells.ts";
import { SaidRows, sayingOf } from "../workbook/said-rows.ts";
import { identityIn } from "../workbook/state-cell.ts";
import { peopleOf, toTellFrom } from "./tell.ts";

export interface Part {
  /** Of several passes, which tickets this one is about. */
  readonly concerns: (ticketId: string) => boolean;
  readonly isLaterPass: boolean;
}

/** What a verification compares beside tickets: Conversation, the Outbox, and the desk's own columns. */
export class SheetChecks {
  readonly conversation: ConversationCheck | undefined;
  readonly mails = new MailCheck();
  readonly cells: CellCheck;
  private readonly differences: Difference[] = [];
  private readonly wallText = wallTextOf(bookClock());
  private readonly lastSeq: number;
  private end: number | undefined;
  private mailCount = 0;

  constructor(
    private readonly workbook: DeskWorkbook,
    private readonly memory: Memory,
    private readonly part: Part,
  ) {
    this.lastSeq = workbook.tail.end.seq;
    this.conversation = this.conversationCheck();
    const { calendarOf } = workbook.view;
    this.cells = new CellCheck({
      ...{ now: now(), calendarOf, wallText: this.wallText },
      headerOf: (key) => workbook.tickets.layout.headerOf(key) || key,
      areSlaStale: (memory.get(SLA_STALE) ?? "") !== "",
    });
  }

  /** What was compared in this pass. */
  get counts(): { conversations: number; mails: number } {
    return { conversations: this.conversation?.compared ?? 0, mails: this.mailCount };
  }

  /** To be called once the verifier has taken History and all rows. */
  finish(verifier: Verifier): Difference[] {
    const conversation = this.conversation?.finish(this.isKnown) ?? [];
    this.confirm(verifier);
    this.finishMails(verifier);
    return [...this.differences, ...conversation, ...this.cells.differences()];
  }

  private conversationCheck(): ConversationCheck | undefined {
    const sheet = this.sheetOf("conversation", "Conversation", "what was said is copied from History again");
    const rows = sheet && new SaidRows(sheet);
    if (!rows) return undefined;
    if (rows.areColumnsMoved) {
      this.differ("The columns of Conversation were moved, so that it can't be compared. Put them back as they were.");
      return undefined;
    }
    const { lastSeq, wallText, part, memory } = this;
    const from = memory.get(CONVERSATION_FROM);
    const { isLaterPass } = part;
    const copiedFrom = Number(from) || undefined;
    return new ConversationCheck({
      next: rows.next,
      sayingOf,
      wallText,
      lastSeq,
      isLaterPass,
      copiedFrom,
      isInOrder: from === undefined,
    });
  }

  /** The mails are read after `toTell`: whatever isn't to be told any more stands there by then. */
  private finishMails(verifier: Verifier): void {
    const { part, wallText, isKnown } = this;
    const memory = openMemory();
    const sheet = this.sheetOf("outbox", "Outbox", "it is made anew");
    const mails = sheet && new OutboxSheet(sheet).shown();
    if (sheet && !mails)
      this.differ(
        "The columns of Outbox were moved or renamed, so that it can't be compared. Put them back as they were.",
      );
    if (!mails) return;
    if (!part.isLaterPass) this.mailCount = mails.length;
    const hasReceivers = (): boolean => leadsAmong(peopleOf(memory), memory.get("owner") ?? "").length > 0;
    const isKnownTicket = (id: string): boolean => verifier.knows(id);
    const frame = { now: now(), wallText, isKnown, toTell: toTellFrom(memory), hasReceivers, isKnownTicket, ...part };
    this.differences.push(...this.mails.finish(mails, frame));
  }

  /** Looks again at the rows whose own cells seemed wrong: somebody may have worked on them, or moved them, between two reads. */
  private confirm({ doubtful }: Verifier): void {
    const { tickets } = this.workbook;
    for (const rowNumbers of blocksOf([...doubtful.keys()])) {
      const span = { first: Math.min(...rowNumbers), last: Math.max(...rowNumbers) };
      const cellsIn = readOwnCells(tickets, span);
      const found = tickets.readIdentities(span);
      for (const rowNumber of rowNumbers) {
        const state = doubtful.get(rowNumber);
        const saved = identityIn(found[rowNumber - span.first]?.state);
        if (state && saved?.id === state.id && saved.seq === state.seq) this.cells.take(state, cellsIn(rowNumber));
      }
    }
  }

  /** Whether History has an event by now: somebody may have worked while it was read. */
  private readonly isKnown = (seq: number): boolean => {
    if (seq <= this.lastSeq) return seq > 0;
    this.end ??= readEnd(openMemory(), 1).end.seq;
    return seq <= this.end;
  };

  /** A sheet of the desk; undefined where it was never made, or is gone, which is a difference. */
  private sheetOf(key: string, title: string, then: string): ReturnType<typeof findSheet>["sheet"] {
    const { wasMade, sheet } = findSheet(this.memory, key);
    if (wasMade && !sheet) this.differ(`The sheet ${title} is gone. Choose Helpdesk > Set up: ${then}.`);
    return sheet;
  }

  private differ(sentence: string): void {
    if (!this.part.isLaterPass) this.differences.push({ ticketId: "", sentence });
  }
}

const ROWS_A_BLOCK = 20_000;

/** Rows that are read together, from above. */
function blocksOf(rowNumbers: readonly number[]): number[][] {
  const blocks = new Map<number, number[]>();
  for (const rowNumber of rowNumbers) {
    const block = Math.floor(rowNumber / ROWS_A_BLOCK);
    const own = blocks.get(block);
    if (own) own.push(rowNumber);
    else blocks.set(block, [rowNumber]);
  }
  return [...blocks.values()];
}

const wallTextOf =
  (clock: ReturnType<typeof bookClock>) =>
  (at: number): string =>
    clock().textAt(at);
