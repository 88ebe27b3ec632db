import fc from "fast-check";
import type { Explanation } from "../../src/domain/explanation/explain-ticket.ts";
import { Explained } from "../../src/sidebar/views/explain.tsx";
import { findCorpus } from "../domain/sla/corpus.ts";
import { aStart } from "../fixtures/sidebar.ts";
import { renderedText } from "../support/rendered-text.ts";
import { corpusTickets, explained, type ExplainedCase, offMinutes, randomTicket } from "./explained-cases.ts";

const nothing = (): void => undefined;

/** The view as an agent sees it, text only. */
function shown(explanation: Explanation): string {
  const clock = { timeZone: "Etc/UTC", now: () => explanation.at };
  const desk = { start: aStart(), clock, nameOf: String, go: nothing, openTicket: nothing };
  return renderedText(<Explained {...{ explanation, desk, again: nothing, replace: nothing }} />);
}

/** "16 h 30 min" → 990 */
function minutesIn(words: string): number {
  const [, sign = "", hours = 0, minutes = 0] = /^(−?)(?:(\d+) h ?)?(?:(\d+) min)?$/.exec(words.trim()) ?? [];
  const all = Number(hours) * 60 + Number(minutes);
  if (!/\d/.test(words)) throw new Error(`"${words}" is no duration.`);
  return sign ? -all : all;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const DURATION = "−?(?:\\d+ h(?: \\d+ min)?|\\d+ min)";

/** The figures of one clock's section: its sum, and its stretches in the order in which they stand there, those put together and their days apart. */
function figuresIn(section: string) {
  const figure = (name: string): number | undefined => {
    const found = new RegExp(`^${name}(${DURATION})$`, "m").exec(section)?.[1];
    return found === undefined ? undefined : minutesIn(found);
  };
  const stretches = [...section.matchAll(new RegExp(`^(Counted|Paused|Solved|Closed)(?: (${DURATION}))? [A-Z]`, "gm"))];
  return { figure, stretches: stretches.map(([, kind, words = "0 min"]) => ({ kind, minutes: minutesIn(words) })) };
}

/** What doesn't add up in a section as it is shown, against what it is made of. */
function wrongsIn(section: string, clock: Explanation["clocks"][number]): string[] {
  const { figure, stretches } = figuresIn(section);
  const wrongs: string[] = [];
  const claim = (what: string, shownMinutes: number | undefined, wanted: number): void => {
    if (shownMinutes !== undefined && shownMinutes !== wanted)
      wrongs.push(`${clock.title}: ${what} shows ${shownMinutes} min, its parts ${wanted}`);
  };
  const isNear = (what: string, minutes: number, ms: number): void => {
    if (Math.abs(minutes - ms / 60_000) >= 1)
      wrongs.push(`${clock.title}: ${what} shows ${minutes} min of ${ms / 60_000}`);
  };
  const lines = clock.lines.filter(({ kind }) => kind !== "rule");
  const top: { kind: string | undefined; minutes: number }[] = [];
  let at = 0;
  for (const line of lines) {
    const own = stretches[at++] ?? { kind: undefined, minutes: NaN };
    top.push(own);
    isNear(`a stretch (${own.kind})`, own.minutes, line.workingMs);
    const parts = stretches.slice(at, (at += line.parts?.length ?? 0));
    if (line.parts) claim("a line put together", own.minutes, sum(parts.map(({ minutes }) => minutes)));
    parts.forEach(({ minutes }, index) => isNear("a day", minutes, line.parts?.[index]?.workingMs ?? NaN));
  }
  if (at !== stretches.length) wrongs.push(`${clock.title}: ${stretches.length} stretches are shown, not ${at}`);
  const counted = figure("(?:− counted|time used)");
  const of = (kind: string): number => sum(top.filter((one) => one.kind === kind).map(({ minutes }) => minutes));
  claim("counted", counted, of("Counted"));
  claim("paused", figure("paused, not counted"), of("Paused"));
  isNear("counted", counted ?? NaN, clock.elapsedMs);
  const [target, left, over] = [figure("Target"), figure("= left"), figure("= over by")];
  if (target !== undefined) claim("left", left, target - (counted ?? NaN));
  if (target !== undefined) claim("over by", over, (counted ?? NaN) - target);
  if (clock.remainingMs !== null) isNear("left", left ?? -(over ?? NaN), clock.remainingMs);
  return wrongs;
}

function wrongsOf(explanation: Explanation): { sections: number; off: string[] } {
  const text = shown(explanation);
  const titles = explanation.clocks.map(({ title }) => title);
  const starts = titles.map((title) => text.search(new RegExp(`^${title}$`, "m")));
  const sections = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
  const off = explanation.clocks.map((clock, index) => wrongsIn(sections[index] ?? "", clock));
  const [, left] = new RegExp(`h in the sheet: (${DURATION})$`, "m").exec(text) ?? [];
  const open = explanation.clocks.findIndex(({ remainingMs }) => remainingMs === explanation.remainingMs);
  const own = figuresIn(sections[open] ?? "");
  const clockLeft = own.figure("= left") ?? -(own.figure("= over by") ?? NaN);
  if (left !== undefined && minutesIn(left) !== clockLeft)
    off[open]?.push(`Time left shows ${left}, its clock ${clockLeft} min`);
  return { sections: sections.length, off: off.flatMap((wrongs) => wrongs.slice(0, 1)) };
}

const corpus = findCorpus();

describe("shown stretches add up to the figures beside them, none a minute off", () => {
  const check = (tickets: readonly ExplainedCase[]): void => {
    const wrongs = tickets.flatMap((one) => explained(one) ?? []).map(wrongsOf);
    expect(sum(wrongs.map(({ sections }) => sections))).toBeGreaterThan(500);
    expect(wrongs.flatMap(({ off }) => off)).toEqual([]);
  };

  const ofCorpus = corpusTickets(corpus ?? { calendars: {}, cases: [] });
  (corpus ? test : test.skip)("in every ticket, clock and stretch of the shared corpus", () => check(ofCorpus));
  (corpus ? test : test.skip)("in the same, none at a whole minute", () => check(ofCorpus.map(offMinutes)));

  test("in random tickets, told to the millisecond, of every kind", () => {
    const texts: string[] = [];
    const property = fc.property(randomTicket, (ticket) => {
      const explanation = explained(ticket);
      if (explanation) texts.push(shown(explanation));
      expect(explanation && wrongsOf(explanation).off).toEqual([]);
    });
    fc.assert(property, { numRuns: 120 });
    for (const wanted of ["Paused ", "Solved ", "= over by", "= left", "Day by day", "No target: not counted"])
      expect([wanted, texts.filter((text) => text.includes(wanted)).length > 3]).toEqual([wanted, true]);
  });
});
