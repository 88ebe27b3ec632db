import { type Ahead, aheadOf } from "./ahead.ts";
import type { FoldRules } from "../deadline/fold-ticket.ts";
import { policyTargetMs } from "../deadline/override.ts";
import { standingOf, type Verdict } from "../deadline/standing.ts";
import type { TicketEvent } from "../history/event.ts";
import type { Clock } from "../sla/clock.ts";
import { clockOf, type Clocks } from "../sla/clocks.ts";
import { type ClockState, readClock } from "../sla/reading.ts";
import type { Metric } from "../sla/policy.ts";
import type { NamedCalendar } from "./hours.ts";
import { durationInWords, type Words } from "./in-words.ts";
import { type ExactLine, type Line, linesOf } from "./lines.ts";
import { type Segment, stretchesOf } from "./segments.ts";
import { type ShownMinutes, shownMinutes, withMinutes } from "./shown-minutes.ts";
import { type Story, storyOf, type TurningPoint } from "./turning-points.ts";

/** Why a ticket's deadlines are what they are at an instant. Instants are epoch ms, durations ms of working time. */
export interface Explanation {
  readonly ticketId: string;
  readonly at: number;
  readonly verdict: Verdict;
  /** "Standard, version 2"; "" where nothing is promised. */
  readonly policy: string;
  /** The Time left of the sheet, as of `at`; negative when over, null where no clock is open. */
  readonly remainingMs: number | null;
  /** What is shown of it: as of the clock that it is of. */
  readonly remainingMinutes: number | null;
  readonly clocks: readonly ExplainedClock[];
  /** The working time to come, by calendar: a new target's deadline follows from it. */
  readonly ahead: Ahead;
}

export interface ExplainedClock {
  readonly metric: Metric;
  readonly title: string;
  readonly state: ClockState;
  readonly isStopped: boolean;
  /** A lead has said that it doesn't count. */
  readonly isExcluded: boolean;
  readonly startAt: number;
  /** When it stopped, else the instant of the explanation. */
  readonly endAt: number;
  readonly targetMs: number;
  /** What the counted lines add up to, and the paused ones. */
  readonly elapsedMs: number;
  readonly pausedMs: number;
  readonly remainingMs: number | null;
  readonly shown: ShownMinutes;
  readonly dueAt: number | null;
  readonly breachedAt: number | null;
  readonly lines: readonly Line[];
  /** What a lead must know to change it; null where that can't be done: of an earlier cycle, or where nothing is promised. */
  readonly terms: Terms | null;
}

export interface Terms {
  readonly policyMs: number;
  /** A lead has changed it, or has said that it doesn't count. */
  readonly isOverridden: boolean;
  readonly calendar: string;
}

export interface ExplainFrame {
  readonly now: number;
  readonly rules: FoldRules;
  readonly words: Words;
  readonly calendarNamed: (name: string) => NamedCalendar;
}

/** Explains all clocks of a ticket by its events, oldest first; undefined where they don't begin with a creation. */
export function explainTicket(events: readonly TicketEvent[], frame: ExplainFrame): Explanation | undefined {
  const story = storyOf(events, frame.rules);
  if (!story) return undefined;
  const { clocks } = story;
  const { verdict, remainingMs } = standingOf(clocks, frame.now, frame.rules.sla.calendarOf);
  const { policyId = "", version = 0 } = clocks.policy ?? {};
  const explained = allOf(clocks).map((named) => explainOne(named, story, frame));
  const nearest = explained.find((clock) => !clock.isStopped && clock.remainingMs === remainingMs);
  return {
    ...{ ticketId: events[0]?.ticketId ?? "", at: frame.now, verdict, remainingMs },
    remainingMinutes: nearest?.shown.left ?? null,
    policy: policyId && `${policyId}, version ${version}`,
    clocks: explained,
    ahead: aheadOf(clocks, frame.now, frame.rules.sla.calendarOf),
  };
}

interface NamedClock {
  readonly metric: Metric;
  readonly cycle: number;
  readonly title: string;
  readonly clock: Clock;
}

function allOf({ firstResponse, cycles, resolution }: Clocks): NamedClock[] {
  return [
    { metric: "firstResponse", cycle: 0, title: "First response", clock: firstResponse },
    ...cycles.map((clock, cycle): NamedClock => {
      return {
        metric: "nextResponse",
        cycle,
        title: `Next response ${cycles.length > 1 ? cycle + 1 : ""}`.trim(),
        clock,
      };
    }),
    { metric: "resolution", cycle: 0, title: "Resolution", clock: resolution },
  ];
}

function explainOne({ metric, cycle, title, clock }: NamedClock, story: Story, frame: ExplainFrame): ExplainedClock {
  const { now, rules } = frame;
  const isStopped = clock.phase === "stopped";
  const reading = readClock(clock, now, rules.sla.calendarOf);
  const rule = (at: number, because: string): ExactLine => ({
    kind: "rule",
    fromAt: at,
    toAt: at,
    workingMs: 0,
    because,
  });
  const points = story.points.filter((point) => point.metric === metric && point.cycle === cycle);
  const breach =
    reading.breachedAt === null || clock.breachedByChange
      ? []
      : [
          rule(
            reading.breachedAt,
            `The target of ${targetAt(points, reading.breachedAt)} was used up: breached for good.`,
          ),
        ];
  return {
    ...{
      metric,
      title,
      isStopped,
      isExcluded: clock.overrideMs === 0,
      startAt: clock.startAt,
      endAt: isStopped ? clock.sinceAt : now,
    },
    state: story.clocks.isCancelled ? "na" : reading.state,
    ...{ targetMs: clock.targetMs, elapsedMs: reading.elapsedMs, pausedMs: reading.pausedMs },
    ...{ remainingMs: reading.remainingMs, breachedAt: reading.breachedAt },
    shown: shownMinutes({ ...reading, targetMs: clock.targetMs }),
    dueAt: isStopped ? null : finite(reading.dueAt),
    lines: withMinutes(
      inOrder([...points.map(({ at, because }) => rule(at, because)), ...breach], timeLines(clock, story, frame)),
    ),
    terms: termsOf({ metric, clock }, story.clocks, frame),
  };
}

function termsOf(
  { metric, clock }: Pick<NamedClock, "metric" | "clock">,
  clocks: Clocks,
  { rules }: ExplainFrame,
): Terms | null {
  const policyMs = policyTargetMs(clocks, metric, rules.sla);
  const isOverridden = clock.overrideMs !== undefined;
  const isChangeable = clock === clockOf(clocks, metric) && !clocks.isCancelled && (policyMs > 0 || isOverridden);
  return isChangeable ? { policyMs, isOverridden, calendar: clock.calendar } : null;
}

/** A later change of the target does not move a breach. */
function targetAt(points: readonly TurningPoint[], at: number): string {
  return durationInWords(points.reduce((target, point) => (point.at <= at ? point.targetMs : target), 0));
}

function timeLines(clock: Clock, story: Story, { now, rules, words, calendarNamed }: ExplainFrame): ExactLine[] {
  return stretchesOf(clock, now, rules.sla.calendarOf).flatMap((segments) => {
    const [first] = segments;
    if (!first) return [];
    if (first.kind === "paused" || first.kind === "solved")
      return [{ ...first, because: stillBecause(first, story, words) }];
    return linesOf(segments, { calendar: calendarNamed(first.calendar), words });
  });
}

function stillBecause({ kind, fromAt }: Segment, { statuses }: Story, words: Words): string {
  const status = statuses.filter(({ at }) => at <= fromAt).reduce((_, last) => last, { at: fromAt, name: "" });
  const since = `since ${words.instant(status.at)} (${status.name})`;
  return kind === "paused"
    ? `Waiting ${since}: the resolution pauses.`
    : `Solved ${since}, until it was opened again: not counted.`;
}

/** Rules stand before the time that follows from them. */
function inOrder(rules: readonly ExactLine[], times: readonly ExactLine[]): ExactLine[] {
  return [...rules, ...times].sort((one, other) => one.fromAt - other.fromAt);
}

const finite = (at: number | null): number | null => (at !== null && isFinite(at) ? at : null);
