/** Something that isn't as History says; of the whole desk where no ticket is named. */
export interface Difference {
  readonly ticketId: string;
  readonly sentence: string;
}

/** A text in a sentence, cut where it is too long. */
export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** What a cell holds, dates as instants (epoch ms). */
export type ShownCell = string | number | boolean | { readonly at: number };

/** The wall clock of the file: epoch ms → "2026-03-02T09:00:00". */
export type WallText = (at: number) => string;

/** Whether a cell shows an instant. Of an hour that comes twice a cell can't tell which it means, and one formatted otherwise gives a number of days. */
export function showsInstant(cell: ShownCell, at: number, wallText: WallText): boolean {
  if (typeof cell === "object" && Math.abs(cell.at - at) < 1000) return true;
  if (typeof cell === "object") return wallText(cell.at) === wallText(at);
  const daysFrom1899 = (Date.parse(`${wallText(at)}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return typeof cell === "number" && Math.abs(cell - daysFrom1899) < 1.5 / 86_400;
}

/** A cell as people see it, in quotes where it is no instant. */
export function cellInWords(cell: ShownCell, wallText: WallText): string {
  if (typeof cell === "object") return instantInWords(cell.at, wallText);
  return cell === "" ? "nothing" : `"${short(String(cell))}"`;
}

export const instantInWords = (at: number, wallText: WallText): string => wallText(at).replace("T", " ");

/** Below this many cells that show another time each is named; more come of one cause. */
const NAMED_APART = 20;
const LONGEST_SHIFT_MS = 26 * 3_600_000;
const QUARTER_MS = 15 * 60_000;

/** Whether a cell shows an instant by another zone's clock, as it seems. */
export function isShifted(cell: ShownCell, at: number): boolean {
  const shift = typeof cell === "object" ? Math.round((cell.at - at) / 1000) * 1000 : NaN;
  return Math.abs(shift) <= LONGEST_SHIFT_MS && shift % QUARTER_MS === 0;
}

/** Times that are off by whole quarters of an hour: one by one somebody's doing; a great many of them the file's time zone, which was changed. */
export class ShiftedTimes {
  private readonly found: Difference[] = [];

  take(difference: Difference): void {
    this.found.push(difference);
  }

  told(sheet: string): Difference[] {
    const [first] = this.found;
    if (!first || this.found.length <= NAMED_APART) return this.found;
    const count = this.found.length.toLocaleString("en-US");
    const sentence = `${count} times in ${sheet} are off by whole hours or quarters of an hour, as after a change of the file's time zone. The first: ${first.sentence}`;
    return [{ ticketId: first.ticketId, sentence }];
  }
}
