import {
  cellInWords,
  type Difference,
  instantInWords,
  isShifted,
  ShiftedTimes,
  short,
  type ShownCell,
  showsInstant,
  type WallText,
} from "./difference.ts";
import type { TicketEvent } from "./event.ts";

/** A row of the Conversation sheet as its cells show it. */
export interface SaidRow {
  readonly rowNumber: number;
  readonly event: ShownCell;
  readonly ticketId: string;
  readonly when: ShownCell;
  readonly what: string;
  readonly who: string;
  readonly text: string;
}

/** What such a row is to show of an event. */
export interface Saying {
  readonly seq: number;
  readonly ticketId: string;
  readonly at: number;
  readonly what: string;
  readonly who: string;
  readonly text: string;
}

export interface ConversationFrame {
  /** The sheet's rows from above, one by one; undefined below the last. */
  readonly next: () => SaidRow | undefined;
  /** What was said in an event; undefined where nothing was. */
  readonly sayingOf: (event: TicketEvent) => Saying | undefined;
  readonly wallText: WallText;
  /** The last event of History that is taken. */
  readonly lastSeq: number;
  /** Rows that no event at all could mean are told of in the first pass. */
  readonly isLaterPass: boolean;
  /** From this event on the sheet is still being copied from History. */
  readonly copiedFrom?: number | undefined;
  /** Rows stand in the order in which they were said: not where the sheet was made anew in between. */
  readonly isInOrder: boolean;
}

/** Compares the Conversation sheet with what History says was said: both are read side by side, so that neither is held in memory as long as their orders agree. */
export class ConversationCheck {
  /** How many rows were compared with their events. */
  compared = 0;
  private row: SaidRow | undefined;
  /** Seqs of what was said, and of events that another pass looks at; ascending. */
  private readonly said: number[] = [];
  private readonly elsewhere: number[] = [];
  private readonly waiting = new Map<number, Saying>();
  private readonly strays: { row: SaidRow; seq: number }[] = [];
  private readonly shifted = new ShiftedTimes();
  private readonly differences: Difference[] = [];
  private above = 0;
  private disorder: readonly [above: number, below: number] | undefined;

  constructor(private readonly frame: ConversationFrame) {}

  /** An event of History, oldest first. */
  take(event: TicketEvent): void {
    const saying = this.frame.sayingOf(event);
    if (!saying) return;
    this.said.push(saying.seq);
    for (let row = this.peek(); row; row = this.peek()) {
      const seq = seqIn(row);
      if (seq > saying.seq && seq <= this.frame.lastSeq) break;
      this.row = undefined;
      if (seq === saying.seq) return this.compare(saying, row);
      this.takeStray(row, seq);
    }
    this.waiting.set(saying.seq, saying);
  }

  /** An event that another pass looks at. */
  skip(seq: number): void {
    this.elsewhere.push(seq);
  }

  /** To be called once all events were taken; `isKnown` says of a seq beyond them whether History has it by now. */
  finish(isKnown: (seq: number) => boolean): Difference[] {
    for (let row = this.peek(); row; row = this.peek()) {
      this.row = undefined;
      this.takeStray(row, seqIn(row));
    }
    for (const { row, seq } of this.strays) {
      const isNobodys = seq < 1 || seq > this.frame.lastSeq;
      if (isNobodys && (this.frame.isLaterPass || (seq > 0 && isKnown(seq)))) continue;
      this.differ(row.ticketId, this.strangeness(row, seq));
    }
    const { copiedFrom = Infinity } = this.frame;
    for (const { seq, ticketId, what, text } of this.waiting.values()) {
      if (seq < copiedFrom)
        this.differ(ticketId, `${ticketId}: "${short(text)}" (${what}, event ${seq}) is missing from Conversation.`);
    }
    if (this.disorder && this.frame.isInOrder) this.differ("", inDisorder(this.disorder));
    return [...this.differences, ...this.shifted.told("Conversation")];
  }

  private peek(): SaidRow | undefined {
    return (this.row ??= this.frame.next());
  }

  /** A row that doesn't stand where its event comes. */
  private takeStray(row: SaidRow, seq: number): void {
    const saying = this.waiting.get(seq);
    if (saying) {
      this.waiting.delete(seq);
      return this.compare(saying, row);
    }
    if (!has(this.elsewhere, seq)) this.strays.push({ row, seq });
  }

  private strangeness({ rowNumber, event, text, ticketId }: SaidRow, seq: number): string {
    if (has(this.said, seq))
      return `${ticketId}: event ${seq} stands in Conversation more than once; row ${rowNumber} is one.`;
    const named = cellInWords(event, this.frame.wallText);
    return `Conversation row ${rowNumber} ("${short(text)}") is not in History: nothing was said in event ${named}.`;
  }

  private compare(saying: Saying, row: SaidRow): void {
    this.compared++;
    const { seq, ticketId } = saying;
    if (seq < this.above) this.disorder ??= [this.above, seq];
    this.above = seq;
    const start = `${ticketId}: in Conversation event ${seq}`;
    if (row.ticketId !== ticketId) this.differ(ticketId, `${start} stands under "${short(row.ticketId)}".`);
    if (row.what !== saying.what)
      this.differ(ticketId, `${start} is "${short(row.what)}", History says "${saying.what}".`);
    if (row.who !== saying.who)
      this.differ(ticketId, `${start} is by "${short(row.who)}", History says "${short(saying.who)}".`);
    if (row.text !== saying.text)
      this.differ(
        ticketId,
        `${start} says "${excerpt(row.text, saying.text)}", History "${excerpt(saying.text, row.text)}".`,
      );
    this.compareTime(saying, row, start);
  }

  private compareTime({ at, ticketId }: Saying, { when }: SaidRow, start: string): void {
    const { wallText } = this.frame;
    if (showsInstant(when, at, wallText)) return;
    const sentence = `${start} is of ${cellInWords(when, wallText)}, History says ${instantInWords(at, wallText)}.`;
    if (isShifted(when, at)) this.shifted.take({ ticketId, sentence });
    else this.differ(ticketId, sentence);
  }

  private differ(ticketId: string, sentence: string): void {
    this.differences.push({ ticketId, sentence });
  }
}

const seqIn = ({ event }: SaidRow): number => (typeof event === "number" && Number.isInteger(event) ? event : -1);

const inDisorder = ([above, below]: readonly [number, number]): string =>
  `Conversation is not in the order of History: event ${above} stands above event ${below}. Nothing is lost by that; sort it by its column Event.`;

/** A text from where it differs from another, so that both can be told apart when they are cut. */
function excerpt(text: string, other: string): string {
  let same = 0;
  while (same < text.length && text[same] === other[same]) same++;
  const from = same > 40 ? same - 20 : 0;
  return `${from > 0 ? "…" : ""}${short(text.slice(from))}`;
}

/** Whether an ascending list has a number. */
function has(list: readonly number[], wanted: number): boolean {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return list[low] === wanted;
}
