import { versionOn } from "../sla-settings/calendar-versions.ts";
import { hasSameHours, hoursInWords, isNextDate, type NamedCalendar } from "./hours.ts";
import { datesBetween, type Words } from "./in-words.ts";
import type { Segment } from "./segments.ts";

/** A line of an explanation: a stretch of time, or at one instant what changed the clock; with its rule in a sentence. */
export interface Line {
  readonly kind: Segment["kind"] | "rule";
  readonly fromAt: number;
  readonly toAt: number;
  readonly workingMs: number;
  /** What is shown of it: these add up, to the figures and from the parts. */
  readonly minutes: number;
  readonly because: string;
  /** The segments that were put together in it; their sums are its own. */
  readonly parts?: readonly Line[];
}

/** A line before all of them are known, and with them what is shown of each. */
export type ExactLine = Omit<Line, "minutes" | "parts"> & { readonly parts?: readonly ExactLine[] };

/** So many segments of one stretch stand each on its own line; of more, days with the same hours are put together. */
const SEGMENTS_APART = 6;

export interface LineFrame {
  readonly calendar: NamedCalendar;
  readonly words: Words;
}

/** A running stretch in lines: segment by segment, or, where it is long, days with the same hours and the nights between as one. */
export function linesOf(segments: readonly Segment[], frame: LineFrame): ExactLine[] {
  if (segments.length <= SEGMENTS_APART) return segments.map((segment) => lineOf(segment, frame));
  const lines: ExactLine[] = [];
  let run: Segment[] = [];
  let gap: Segment | undefined;
  const close = (): void => {
    if (run.length > 0) lines.push(together(run, frame));
    if (gap) lines.push(lineOf(gap, frame));
    [run, gap] = [[], undefined];
  };
  for (const segment of segments) {
    if (segment.kind === "closed") {
      gap = segment;
      continue;
    }
    if (goesOn(run[run.length - 1], segment, frame)) run.push(...(gap ? [gap] : []), segment);
    else {
      close();
      run = [segment];
    }
    gap = undefined;
  }
  close();
  return lines;
}

/** Whether a counted segment is of the same day as the one before, or of the next with the same hours. */
function goesOn(before: Segment | undefined, segment: Segment, { calendar, words }: LineFrame): boolean {
  if (!before) return false;
  const [one = "", other = ""] = [before, segment].map(({ fromAt }) => localDate(fromAt, calendar));
  return one === other || (isNextDate(one, other) && hasSameHours(calendar, [one, other], words));
}

function together(run: readonly Segment[], frame: LineFrame): ExactLine {
  const [first, last] = [run[0], run[run.length - 1]];
  if (!first || !last || first === last) return lineOf(first ?? NOTHING, frame);
  const { calendar, words } = frame;
  const dates = [...new Set(run.filter(isCounted).map(({ fromAt }) => localDate(fromAt, calendar)))];
  return {
    kind: "counted",
    fromAt: first.fromAt,
    toAt: last.toAt,
    workingMs: run.reduce((sum, { workingMs }) => sum + workingMs, 0),
    because: `${hoursInWords(calendar, dates, words)} Closed in between.`,
    parts: run.map((segment) => lineOf(segment, frame)),
  };
}

function lineOf(segment: Segment, { calendar, words }: LineFrame): ExactLine {
  const { kind, fromAt, toAt, workingMs } = segment;
  const dates = datesBetween(fromAt, toAt, zoneAt(fromAt, calendar));
  const rule = segment.calendar
    ? hoursInWords(calendar, kind === "counted" ? dates.slice(0, 1) : dates, words)
    : "Nothing was promised yet.";
  return { kind, fromAt, toAt, workingMs, because: rule };
}

const isCounted = ({ kind }: Segment): boolean => kind === "counted";

const localDate = (at: number, calendar: NamedCalendar): string => datesBetween(at, at, zoneAt(at, calendar))[0] ?? "";

/** Near midnight of a change of zone either version's will do. */
const zoneAt = (at: number, { versions }: NamedCalendar): string =>
  versionOn(versions, new Date(at).toISOString().slice(0, 10))?.tz ?? "Etc/UTC";

const NOTHING: Segment = { kind: "closed", fromAt: 0, toAt: 0, workingMs: 0, calendar: "" };
