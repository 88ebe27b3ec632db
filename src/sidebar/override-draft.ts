import type { OverrideChoice } from "../domain/deadline/override.ts";
import { type Ahead, dueAhead } from "../domain/explanation/ahead.ts";
import type { ExplainedClock, Terms } from "../domain/explanation/explain-ticket.ts";
import { durationInWords, minutesInWords } from "../domain/explanation/in-words.ts";
import { minutesLeft } from "../domain/explanation/shown-minutes.ts";
import { minutesFrom } from "../domain/sla-settings/written.ts";
import { type DeskClock, inWords } from "./desk-clock.ts";

/** A clock that a lead may change. */
export type ChangeableClock = ExplainedClock & { readonly terms: Terms };

export interface OverrideDraft {
  choice: OverrideChoice;
  target: string;
  reason: string;
}

export const CHOICE_WORDS: readonly { choice: OverrideChoice; text: string }[] = [
  { choice: "more", text: "More time" },
  { choice: "exclude", text: "Don't count" },
  { choice: "back", text: "Take back" },
];

/** What can become of a clock as it is; the first is what is wanted most often. */
export function choicesFor({ isStopped, isExcluded, terms }: ChangeableClock): OverrideChoice[] {
  if (isExcluded) return ["back"];
  return [
    ...(terms.policyMs > 0 && !isStopped ? (["more"] as const) : []),
    ...(terms.policyMs > 0 ? (["exclude"] as const) : []),
    ...(terms.isOverridden ? (["back"] as const) : []),
  ];
}

/** The whole target in minutes, written whole ("28 h") or as what is added ("+4 h"). */
export function readTarget(text: string, { targetMs }: ExplainedClock): { minutes: number } | { sentence: string } {
  const typed = text.trim();
  const isAdded = typed.startsWith("+");
  const minutes = minutesFrom(isAdded ? typed.slice(1) : typed);
  if (!minutes) return { sentence: typed === "" ? HOW : `“${typed.slice(0, 40)}” is no time. ${HOW}` };
  return { minutes: minutes + (isAdded ? targetMs / MINUTE_MS : 0) };
}

/** What a choice means for this clock, before it is made. */
export function meaningOf(choice: OverrideChoice, { breachedAt, elapsedMs, terms }: ChangeableClock): string {
  const used = elapsedMs > terms.policyMs ? ` ${durationInWords(elapsedMs)} are used: it is breached then.` : "";
  if (choice === "back")
    return `It counts as though no lead had changed it: the policy gives ${durationInWords(terms.policyMs)}.${used}`;
  if (choice === "exclude")
    return "It has no deadline any more and is in no figure of the report, breached or not. Beside those stands how often that was done.";
  return breachedAt === null
    ? "The time used is kept. A later priority or policy changes the new target no more."
    : "It is breached, and stays so in the report: more time only gives it a new date. To take it out of the figures, don't count it.";
}

/** The deadline that a new target would give, against the present one. */
export function targetHint(
  text: string,
  clock: ChangeableClock,
  { ahead, desk }: { ahead: Ahead; desk: DeskClock },
): string {
  const read = readTarget(text, clock);
  if ("sentence" in read) return `Now ${durationInWords(clock.targetMs)}. ${HOW}`;
  const targetMs = read.minutes * MINUTE_MS;
  const leftMs = targetMs - clock.elapsedMs;
  const whole = `${durationInWords(targetMs)} in all`;
  if (leftMs <= 0) return `${whole}, but ${durationInWords(clock.elapsedMs)} are used already.`;
  if (clock.state === "paused")
    return `${whole}, ${minutesInWords(minutesLeft(targetMs, clock.elapsedMs))} left when it goes on.`;
  const dueAt = dueAhead(ahead[clock.terms.calendar] ?? [], leftMs);
  const instead = clock.dueAt === null ? "" : ` instead of ${inWords(clock.dueAt, desk)}`;
  return `${whole}: due ${dueAt === undefined ? "in more than 60 days" : inWords(dueAt, desk)}${instead}.`;
}

const MINUTE_MS = 60_000;
const HOW = "Write +4 h for so much more, or 28 h for the whole; working time.";
