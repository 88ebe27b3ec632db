import fc from "fast-check";
import { ticketAnswer } from "../../../scripts/cases/sla-ticket.ts";
import { workingTime } from "../../../src/domain/calendar/working-time.ts";
import { arbitraryCalendar } from "../calendar/arbitrary-calendar.ts";
import { MINUTE, NaiveCalendar } from "../calendar/naive-calendar.ts";
import { arbitraryEvents, arbitraryTargets } from "./arbitrary-ticket.ts";
import { liveTicket, type NaiveTicket } from "./naive-ticket.ts";

const DAY = 1440 * MINUTE;

it("folds a ticket's events to what living through it minute by minute gives", () => {
  const tickets = fc.array(
    fc.tuple(
      arbitraryEvents,
      arbitraryTargets,
      fc.oneof(fc.constantFrom(0, 30, 60), fc.integer({ min: 0, max: 3 * 1440 })),
    ),
    {
      minLength: 12,
      maxLength: 12,
    },
  );
  const property = fc.property(arbitraryCalendar, tickets, ({ calendar, dayAt }, histories) => {
    const time = workingTime([calendar]);
    const naive = new NaiveCalendar([calendar], dayAt - 30 * DAY, dayAt + 150 * DAY);
    for (const [events, rows, later] of histories) {
      const moved = events.map((event) => ({ ...event, at: dayAt - 5 * DAY + event.at * MINUTE }));
      const asOf = (moved[moved.length - 1]?.at ?? dayAt) + later * MINUTE;
      const expected = knownOnly(() => shown(liveTicket(moved, rows, asOf, naive), asOf, naive));
      if (!expected) continue;
      const answer = ticketAnswer(
        {
          events: moved.map((event) => ({ ...event, at: iso(event.at) ?? "" })),
          targets: secondsOf(rows),
          asOf: iso(asOf) ?? "",
        },
        time,
      );
      expect(answer).toMatchObject(expected);
    }
  });
  fc.assert(property, { numRuns: 40 });
});

function shown(ticket: NaiveTicket, asOf: number, naive: NaiveCalendar): object {
  const clock = (one: NaiveTicket["first"]): object => ({
    startAt: iso(one.startAt),
    dueAt: iso(due(one, asOf, naive)),
    breachedAt: iso(one.breachedAt),
    state: one.state,
    ...(one.state !== "na" && { elapsed: one.used * 60 }),
    by: one.state === "na" ? null : one.by,
  });
  const running = [ticket.first, ...ticket.cycles, ticket.resolution].filter(({ state }) => state === "running");
  const dues = running.map((one) => due(one, asOf, naive) ?? Infinity);
  const { firstStop } = ticket;
  return {
    firstResponse: clock(ticket.first),
    nextResponse: ticket.cycles.map(clock),
    resolution: {
      ...clock(ticket.resolution),
      paused: ticket.resolution.paused * 60,
      reopens: ticket.reopens,
      first: firstStop && {
        at: iso(firstStop.at),
        elapsed: firstStop.used * 60,
        breachedAt: iso(firstStop.breachedAt),
      },
    },
    nextDueAt: dues.length ? iso(Math.min(...dues)) : null,
  };
}

function due(clock: NaiveTicket["first"], asOf: number, naive: NaiveCalendar): number | null {
  return clock.dueAt(asOf, naive);
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString().replace(".000Z", "Z");
}

function secondsOf(rows: Readonly<Record<string, Readonly<Record<string, number>>>>): Record<string, object> {
  const seconds = (row: Readonly<Record<string, number>>): object =>
    Object.fromEntries(Object.entries(row).map(([metric, minutes]) => [metric, minutes * 60]));
  return Object.fromEntries(Object.entries(rows).map(([priority, row]) => [priority, seconds(row)]));
}

/** A deadline beyond the days of the naive calendar can't be compared. */
function knownOnly(find: () => object): object | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}
