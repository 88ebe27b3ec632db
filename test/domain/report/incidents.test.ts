import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type IncidentState, readIncidents } from "../../../scripts/cases/incidents.ts";
import { workingTime } from "../../../src/domain/calendar/working-time.ts";
import { foldTicket, type FoldRules } from "../../../src/domain/deadline/fold-ticket.ts";
import type { FigureKey } from "../../../src/domain/report/figures.ts";
import type { PeriodChoice } from "../../../src/domain/report/period.ts";
import type { Report } from "../../../src/domain/report/report.ts";
import { DEFAULT_STATUSES } from "../../../src/domain/ticket/field.ts";
import type { TicketState } from "../../../src/domain/ticket/ticket.ts";
import {
  plainBacklog,
  plainCurve,
  plainFigures,
  plainLimits,
  plainPriorities,
  plainReopenings,
} from "./plain-figures.ts";
import { plainIncidents } from "./plain-incidents.ts";
import { report } from "./report-of.ts";

const FILE = join(process.env["SHEETDESK_SHARED"] ?? "../shared", "corpora", "incidents", "incident-event-log.csv");
const MINUTE = 60_000;
const HOURS = [["08:00", "18:00"]] as const;
const time = workingTime([{ tz: "Etc/UTC", weekly: { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS } }]);
const hours = (count: number) => ({ resolution: 60 * count });
const policy = {
  ...{ id: "incidents", version: 1, calendarId: "office" },
  targets: { Urgent: hours(8), High: hours(16), Medium: hours(40), Low: hours(80) },
};
const rules: FoldRules = {
  statuses: DEFAULT_STATUSES,
  sla: { calendarOf: () => time, policyOf: () => policy, reopenDays: 14 },
};

/** The rows' saved selves after all that happened until an instant, as the desk folds them. */
function tickets(csv: string, now: number): TicketState[] {
  const states = new Map<string, TicketState>();
  readIncidents(csv)
    .filter(({ at }) => at <= now)
    .forEach((row, index) => states.set(row.number, after(states.get(row.number), row, index + 1)));
  return [...states.values()];
}

function after(before: TicketState | undefined, row: IncidentState, seq: number): TicketState {
  const { status, priority, category } = row;
  const set = Object.fromEntries(
    Object.entries({ status, priority, category }).filter(([key, value]) => before?.fields[key] !== value),
  );
  const about = { seq, ticketId: row.number, occurredAt: row.at, recordedAt: row.at, previous: before?.seq ?? 0, set };
  const by = { actor: row.author, role: "agent" as const, source: "sheet" as const };
  if (before) return foldTicket(before, { ...about, ...by, type: "edited" }, rules);
  return foldTicket(before, { ...about, ...by, type: "created", policy: ["incidents", 1] }, rules);
}

/** In minutes where the plain figures are. */
function inMinutes(figures: Report["figures"], key: FigureKey): number | null {
  const { value } = figures[key];
  const isDuration = /(Median|P90|Mean)$/.test(key);
  return value !== null && isDuration ? value / MINUTE : value;
}

const NUMBER_OF: Readonly<Record<string, string>> = { Urgent: "1", High: "2", Medium: "3", Low: "4" };

const PERIODS: [now: string, choice: PeriodChoice][] = [
  ["2016-06-01T09:30Z", { kind: "weeks", count: 4 }],
  ["2016-06-01T09:30Z", { kind: "weeks", count: 13 }],
  ["2016-04-20T23:59Z", { kind: "this month" }],
  ["2016-03-16T12:00Z", { kind: "custom", fromOn: "2016-03-03", toOn: "2016-03-15" }],
  ["2016-06-01T09:30Z", { kind: "custom", fromOn: "2016-02-29", toOn: "2016-05-31" }],
  ["2017-02-06T00:00Z", { kind: "weeks", count: 52 }],
];

if (!existsSync(FILE)) {
  const why = `no incidents at ${FILE}; set SHEETDESK_SHARED to the folder that holds corpora`;
  if (process.env["CI"]) throw new Error(why);
  test.skip(`figures of real incidents (${why})`, () => undefined);
} else {
  const csv = readFileSync(FILE, "utf8");
  describe.each(PERIODS)("real incidents at %s, %j", (instant, period) => {
    const now = Date.parse(instant);
    const plain = plainIncidents(csv, now);
    const made = report(tickets(csv, now), now, { period, calendars: () => time, staffing: time });

    it("have the figures that a plain script finds", () => {
      const both: [Report["figures"], { fromAt: number; toAt: number }][] = [
        [made.figures, made.period],
        [made.before, made.period.before],
      ];
      for (const [figures, { fromAt, toAt }] of both) {
        const expected = plainFigures(plain, fromAt, toAt);
        for (const [key, value] of Object.entries(expected)) {
          const found = inMinutes(figures, key as FigureKey);
          if (value === null) expect([key, found]).toEqual([key, null]);
          else expect({ key, found: (found ?? NaN).toFixed(9) }).toEqual({ key, found: value.toFixed(9) });
        }
      }
    });

    it("have the same weeks, backlog and curve", () => {
      for (const { week, created, resolved, reopened, backlog, attainment, resolution } of made.weeks) {
        const of = plainFigures(plain, week.fromAt, week.toAt);
        expect([created, resolved, reopened]).toEqual([of.created, of.resolved, of.reopened]);
        if (week.fromAt <= now) expect(backlog).toBe(of.backlog);
        expect(attainment.resolution.value).toEqual(of.resolutionAttainment);
        expect(resolution.p90.value).toEqual(of.resolutionP90 === null ? null : of.resolutionP90 * MINUTE);
      }
      const open = plainBacklog(plain, Math.min(now, made.period.toAt - 1));
      expect(made.ages.reduce((sum, { byAge }) => sum + byAge.reduce((some, n) => some + n, 0), 0)).toBe(open.length);
      const cohort = plain.filter(({ createdAt }) => createdAt >= made.period.fromAt && createdAt < made.period.toAt);
      const curve = made.curve.map(({ elapsedMs, solvedShare }) => [elapsedMs / MINUTE, solvedShare.toFixed(9)]);
      expect(curve).toEqual(plainCurve(cohort).map(([minutes, share]) => [minutes, share.toFixed(9)]));
    });

    it("have the same limits of chance, reopenings by category, and weeks of each priority", () => {
      const medians = made.weeks.flatMap(
        ({ week: { fromAt, toAt } }) => plainFigures(plain, fromAt, toAt).resolutionMedian ?? [],
      );
      const limits = made.control && [made.control.lower, made.control.centre, made.control.upper];
      const inMinutes = limits?.map((ms) => (ms / MINUTE).toFixed(6)) ?? null;
      expect(inMinutes).toEqual(plainLimits(medians)?.map((minutes) => minutes.toFixed(6)) ?? null);
      const { fromAt, toAt } = made.period;
      const reopenings = made.reopenings.map(({ category, count }) => [category, count] as const);
      expect(Object.fromEntries(reopenings)).toEqual(plainReopenings(plain, fromAt, toAt));
      expect(reopenings).toEqual([...reopenings].sort(([, one], [, other]) => other - one));
      for (const { week, byPriority } of made.weeks) {
        const found = [...byPriority].map(([priority, { n, met }]) => [NUMBER_OF[priority] ?? "", [n, met]] as const);
        expect(Object.fromEntries(found)).toEqual(plainPriorities(plain, week.fromAt, week.toAt));
      }
    });
  });

  it("are enough to say something", () => {
    const now = Date.parse("2016-06-01T09:30Z");
    const period = { kind: "custom", fromOn: "2016-02-29", toOn: "2016-05-31" } as const;
    const { figures, control, reopenings } = report(tickets(csv, now), now, { period, calendars: () => time });
    expect(control?.upper).toBeGreaterThan(control?.centre ?? Infinity);
    expect(reopenings.length).toBeGreaterThan(3);
    expect(figures.quality.n).toBeGreaterThan(400);
    expect(figures.firstResponseAttainment.n).toBe(0);
  });
}
