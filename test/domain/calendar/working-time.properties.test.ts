import fc from "fast-check";
import { answerOf, type CaseCalendar, iso } from "../../../scripts/cases/sla-answers.ts";
import type { Calendar } from "../../../src/domain/calendar/calendar.ts";
import { resolveLocal } from "../../../src/domain/calendar/local-time.ts";
import { intlOffsets } from "../../../src/domain/calendar/offsets.ts";
import { workingTime } from "../../../src/domain/calendar/working-time.ts";
import { arbitraryCalendar, ZONES } from "./arbitrary-calendar.ts";
import { MINUTE, NaiveCalendar, naiveResolve } from "./naive-calendar.ts";

const DAY = 86_400_000;
const minutes = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min / MINUTE, max: max / MINUTE }).map((minute) => minute * MINUTE);
const near = minutes(-6 * DAY, 6 * DAY);

describe("working time is what a minute-by-minute count finds", () => {
  it("for one calendar near its zone's changes", () => {
    const property = fc.property(
      arbitraryCalendar,
      fc.array(fc.tuple(near, near), { minLength: 8, maxLength: 8 }),
      (one, pairs) => {
        const time = workingTime([one.calendar]);
        const naive = new NaiveCalendar([one.calendar], one.dayAt - 40 * DAY, one.dayAt + 60 * DAY);
        for (const [startOffset, endOffset] of pairs) {
          const [startAt, endAt] = [one.dayAt + startOffset, one.dayAt + endOffset];
          const ms = Math.abs(endOffset - startOffset) % (30 * 60 * MINUTE);
          expect(time.elapsed(startAt, endAt)).toBe(naive.elapsed(startAt, endAt));
          expect(time.isOpen(startAt)).toBe(naive.isOpen(startAt));
          expect(time.intervals(startAt, endAt)).toEqual(naive.intervals(startAt, endAt));
          expect(time.nextOpen(startAt)).toBe(orNever(() => naive.nextOpen(startAt), time.nextOpen(startAt)));
          const ask = (op: string, input: object) =>
            answerOf({ id: "", op, calendar: "it", in: input }, { it: caseCalendar(one.calendar) });
          const start = iso(startAt);
          expect(ask("closing", { at: start })).toEqual(
            orNever(() => ({ at: iso(naive.closing(startAt)) }), ask("closing", { at: start })),
          );
          const input = { start, seconds: ms / 1000 };
          expect(ask("back", input)).toEqual(orNever(() => ({ at: iso(naive.back(startAt, ms)) }), ask("back", input)));
          expect(time.due(startAt, ms)).toBe(orNever(() => naive.due(startAt, ms), time.due(startAt, ms)));
        }
      },
    );
    fc.assert(property, { numRuns: 50 });
  });

  it("for versions that follow each other", () => {
    const versions = fc.tuple(arbitraryCalendar, arbitraryCalendar, fc.integer({ min: -6, max: 6 }));
    const property = fc.property(versions, near, near, ([first, second, days], start, end) => {
      const effectiveFrom = new Date(first.dayAt + days * DAY).toISOString().slice(0, 10);
      const calendars = [first.calendar, { ...second.calendar, tz: first.calendar.tz, effectiveFrom }];
      const naive = new NaiveCalendar(calendars, first.dayAt - 20 * DAY, first.dayAt + 20 * DAY);
      const [startAt, endAt] = [first.dayAt + start, first.dayAt + end];
      expect(workingTime(calendars).elapsed(startAt, endAt)).toBe(naive.elapsed(startAt, endAt));
    });
    fc.assert(property, { numRuns: 30 });
  });
});

it("resolves every quarter of an hour around every change as a search does", () => {
  for (const [tz, dates] of ZONES) {
    for (const date of dates) {
      for (let minute = -DAY / MINUTE; minute < (2 * DAY) / MINUTE; minute += 15) {
        const localMs = Date.parse(date) + minute * MINUTE;
        const text = new Date(localMs).toISOString();
        const found = naiveResolve(tz, text.slice(0, 10), text.slice(11, 16));
        expect([tz, text, resolveLocal(localMs, intlOffsets(tz))]).toEqual([tz, text, found]);
      }
    }
  }
});

describe("laws of working time", () => {
  const law = (
    check: (time: ReturnType<typeof workingTime>, instants: [number, number, number]) => void,
    numRuns = 100,
  ): void => {
    const seconds = fc.integer({ min: -4_000_000, max: 4_000_000 }).map((second) => second * 1000);
    const property = fc.property(arbitraryCalendar, seconds, seconds, seconds, (one, ...offsets) => {
      const [a = 0, b = 0, c = 0] = offsets.sort((x, y) => x - y).map((offset) => one.dayAt + offset);
      check(workingTime([one.calendar]), [a, b, c]);
    });
    fc.assert(property, { numRuns });
  };

  it("adds up: elapsed(a,c) = elapsed(a,b) + elapsed(b,c)", () => {
    law((time, [a, b, c]) => expect(time.elapsed(a, c)).toBe(time.elapsed(a, b) + time.elapsed(b, c)));
  });

  it("is undone by due", () => {
    law((time, [a, b, c]) => {
      const ms = (c - b) % (200 * 3_600_000);
      expect(time.elapsed(a, time.due(a, ms))).toBe(ms);
    });
  });

  it("is due later the later it starts and the longer it takes", () => {
    law((time, [a, b, c]) => {
      expect(time.due(a, c - b)).toBeLessThanOrEqual(time.due(b, c - b));
      expect(time.due(a, b - a)).toBeLessThanOrEqual(time.due(a, b - a + 1000));
    });
  });

  it("is never due sooner for a holiday more", () => {
    const property = fc.property(arbitraryCalendar, near, fc.integer({ min: -8, max: 8 }), (one, start, days) => {
      const holiday = new Date(one.dayAt + days * DAY).toISOString().slice(0, 10);
      const more = { ...one.calendar, holidays: [...(one.calendar.holidays ?? []), holiday] };
      const [startAt, ms] = [one.dayAt + start, 20 * 3_600_000];
      expect(workingTime([more]).due(startAt, ms)).toBeGreaterThanOrEqual(workingTime([one.calendar]).due(startAt, ms));
    });
    fc.assert(property, { numRuns: 100 });
  });

  it("answers the same in whatever order it is asked", () => {
    law((time, [a, b, c]) => {
      const before = [time.elapsed(b, c), time.due(b, 3_600_000)];
      time.elapsed(a - 4000 * DAY, c + 4000 * DAY);
      expect([time.elapsed(b, c), time.due(b, 3_600_000)]).toEqual(before);
    }, 15);
  });
});

/** The naive calendar knows some weeks only; beyond them its answer can't be compared. */
function orNever<T>(find: () => T, otherwise: T): T {
  try {
    return find();
  } catch {
    return otherwise;
  }
}

function caseCalendar({ exceptions, ...rest }: Calendar): CaseCalendar {
  return exceptions ? { ...rest, shifts: exceptions } : rest;
}
