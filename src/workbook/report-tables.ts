import { AGE_NAMES } from "../domain/report/backlog.ts";
import { isOutside } from "../domain/report/control.ts";
import { DEFINITIONS } from "../domain/report/definitions.ts";
import type { Measure } from "../domain/report/figure.ts";
import type { FigureKey } from "../domain/report/figures.ts";
import type { ParetoRow } from "../domain/report/pareto.ts";
import { changeOf, type Report } from "../domain/report/report.ts";
import type { ReportTicket } from "../domain/report/report-ticket.ts";
import { solvedAt } from "../domain/report/solved-share.ts";
import { figureIn, rounded, shownValue } from "../domain/report/tiles.ts";
import { dayInWords } from "../domain/warning/words.ts";
import { goneTable, intakeTable, listsTable, type ReportTable } from "./report-list-tables.ts";
import {
  CATEGORIES_AT_MOST,
  CURVE_POINTS,
  FIGURE_KEYS,
  LISTED_AT_MOST,
  PRIORITIES_AT_MOST,
  type TableKey,
  WEEKS_AT_MOST,
} from "./report-layout.ts";

const HOUR = 3_600_000;
export const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

export function tablesOf(
  report: Report,
  { tickets, goal }: { readonly tickets: readonly ReportTicket[]; readonly goal: number },
): Record<TableKey, ReportTable> {
  return {
    figures: figures(report),
    weeks: weeks(report, goal),
    priorityWeeks: priorityWeeks(report, goal),
    control: control(report),
    curve: curve(report),
    ages: ages(report),
    breaches: pareto(report.breaches),
    reopenings: pareto(report.reopenings),
    vips: vips(report),
    intake: intakeTable(report),
    gone: goneTable(report),
    priorities: priorities(report),
    arrivals: byHour(report.arrivals.created),
    staffed: byHour(report.arrivals.staffed),
    agents: agents(report),
    choices: choices(tickets),
    lists: listsTable(report),
  };
}

const blank = (value: number | null): number | "" => (value === null ? "" : rounded(value, 4));
const hours = ({ value }: Measure): number | "" => (value === null ? "" : rounded(value / HOUR));
const share = ({ value }: Measure): number | "" => blank(value);

function figures(report: Report): ReportTable {
  const rows = FIGURE_KEYS.map((key) => {
    const { name, unit, definition, none } = DEFINITIONS[key];
    const { value, n, interval } = figureIn(report, key);
    const change = key in report.figures ? changeOf(report, key as FigureKey) : null;
    const [low, high] = interval ?? [null, null];
    const shown = shownValue(key, value);
    return [
      name,
      shown ?? "–",
      unit,
      n,
      shownValue(key, change) ?? "",
      blank(low),
      blank(high),
      shown === null ? none : "",
      definition,
    ];
  });
  return { headers: ["Figure", "Value", "Unit", "n", "Change", "95 % from", "95 % to", "Remark", "Definition"], rows };
}

function weeks(report: Report, goal: number): ReportTable {
  const shown = report.weeks.slice(-WEEKS_AT_MOST);
  return {
    headers: [
      ...["Week from", "Created", "Resolved", "Reopened", "Backlog"],
      ...["First response", "Next response", "Resolution", "Goal", "n"],
      ...["Met", "Late", "Open and late"],
      ...["First response, half", "First response, 3 of 4", "First response, 9 of 10"],
      ...["Resolution, half", "Resolution, 3 of 4", "Resolution, 9 of 10", "Week of"],
    ],
    rows: shown.map(({ week, attainment, firstResponse, resolution, ...row }) => [
      ...[week.mondayOn, row.created, row.resolved, row.reopened, row.backlog ?? ""],
      ...[share(attainment.firstResponse), share(attainment.nextResponse), share(attainment.resolution)],
      ...[goal, attainment.all.n, row.met, row.late, row.openLate],
      ...[hours(firstResponse.p50), hours(firstResponse.p75), hours(firstResponse.p90)],
      ...[hours(resolution.p50), hours(resolution.p75), hours(resolution.p90), dayInWords(week.mondayOn)],
    ]),
  };
}

function priorityWeeks({ weeks: all, priorities: groups }: Report, goal: number): ReportTable {
  const names = groups.slice(0, PRIORITIES_AT_MOST).map(({ group }) => group);
  const unused = Array.from({ length: PRIORITIES_AT_MOST - names.length }, () => "");
  const shownNames = names.map((name) => name || "No priority");
  return {
    headers: [
      ...["Week from", "Week of", "n", "Goal", ...shownNames, ...unused],
      ...shownNames.map((name) => `n, ${name}`),
    ],
    rows: all.slice(-WEEKS_AT_MOST).map(({ week, attainment, byPriority }) => {
      const tallies = names.map((name) => byPriority.get(name));
      const shares = tallies.map((tally) => (tally ? rounded(tally.met / tally.n, 4) : ""));
      const counts = tallies.map((tally) => tally?.n ?? 0);
      return [week.mondayOn, dayInWords(week.mondayOn), attainment.all.n, goal, ...shares, ...unused, ...counts];
    }),
  };
}

function control({ weeks: all, control: limits }: Report): ReportTable {
  const line = (ms: number | undefined): number | "" => (ms === undefined ? "" : rounded(ms / HOUR));
  const lines = [line(limits?.centre), line(limits?.lower), line(limits?.upper)];
  return {
    headers: ["Week from", "Week of", "Median", "Centre", "Lower limit", "Upper limit", "Outside the limits"],
    rows: all.slice(-WEEKS_AT_MOST).map(({ week, resolution: { p50 } }) => {
      const isSignal = limits !== null && p50.value !== null && isOutside(p50.value, limits);
      return [week.mondayOn, dayInWords(week.mondayOn), hours(p50), ...lines, isSignal ? hours(p50) : ""];
    }),
  };
}

/** Evenly spaced to where nine of ten are solved or the curve ends, so that a few old tickets don't squeeze the rest. */
function curve({ curve: points }: Report): ReportTable {
  const enough = points.find(({ solvedShare }) => solvedShare >= 0.95) ?? points[points.length - 1];
  const step = Math.max(1, Math.ceil((enough?.elapsedMs ?? 0) / HOUR / (CURVE_POINTS - 1)));
  const rows = Array.from({ length: CURVE_POINTS }, (_, index) => [
    index * step,
    points.length === 0 ? "" : rounded(solvedAt(points, index * step * HOUR), 4),
  ]);
  return { headers: ["Working hours", "Solved"], rows };
}

function ages({ ages: all }: Report): ReportTable {
  const shown = all.slice(0, PRIORITIES_AT_MOST);
  return {
    headers: ["Days", ...shown.map(({ priority }) => priority || "No priority")],
    rows: AGE_NAMES.map((name, bucket) => [name, ...shown.map(({ byAge }) => byAge[bucket] ?? 0)]),
  };
}

function pareto(all: readonly ParetoRow[]): ReportTable {
  const rows = all
    .slice(0, CATEGORIES_AT_MOST)
    .map(({ category, count, cumulativeShare }) => [category || "No category", count, rounded(cumulativeShare, 4)]);
  return { headers: ["Category", "Number", "Together"], rows };
}

function vips({ vips: [vip, other] }: Report): ReportTable {
  const names = {
    firstResponse: "First response",
    nextResponse: "Next response",
    resolution: "Resolution",
    all: "All",
  };
  const keys = ["firstResponse", "nextResponse", "resolution", "all"] as const;
  const of = (row: typeof vip, key: (typeof keys)[number]): number | "" => (row ? share(row.attainment[key]) : "");
  return {
    headers: ["Clock", vip?.group ?? "", other?.group ?? ""],
    rows: keys.map((key) => [names[key], of(vip, key), of(other, key)]),
  };
}

function priorities({ priorities: all }: Report): ReportTable {
  const keys = ["all", "firstResponse", "nextResponse", "resolution"] as const;
  const names = ["All", "First response", "Next response", "Resolution"];
  return {
    headers: ["Priority", ...names.flatMap((name) => [name, "n"])],
    rows: all.map(({ group, attainment }) => [
      group || "No priority",
      ...keys.flatMap((key) => [share(attainment[key]), attainment[key].n]),
    ]),
  };
}

function byHour(table: readonly (readonly (number | null)[])[]): ReportTable {
  return {
    headers: ["", ...Array.from({ length: 24 }, (_, hour) => `${hour}:00`)],
    rows: DAYS.map((day, index) => [day, ...(table[index] ?? []).map(blank)]),
  };
}

export const AGENT_HEADERS = [
  ...["Assignee", "Solved", "Fix rate", "Reopenings", "Hours to resolve, half", "Logged late", "Rank"],
];

function agents({ agents: all }: Report): ReportTable {
  return {
    headers: AGENT_HEADERS,
    rows: all.map((row) => [
      ...[row.assignee, row.solved, share(row.fixRate), row.reopenings],
      ...[hours(row.resolutionMedian), share(row.lateLogged), row.rank ?? ""],
    ]),
  };
}

function choices(tickets: readonly ReportTicket[]): ReportTable {
  const lists = (["queue", "category", "assignee"] as const).map((key) => {
    const found = new Set(tickets.map((ticket) => ticket[key]));
    found.delete("");
    return ["All", ...[...found].sort()].slice(0, LISTED_AT_MOST);
  });
  const length = Math.max(...lists.map((list) => list.length));
  return {
    headers: ["Queue", "Category", "Assignee"],
    rows: Array.from({ length }, (_, index) => lists.map((list) => list[index] ?? "")),
  };
}
