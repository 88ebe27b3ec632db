import type { WorkingTime } from "../calendar/working-time.ts";
import { breachedOf, partsOf } from "./verdicts.ts";
import { type AgentRow, agentTable } from "./agents.ts";
import { type Arrivals, arrivals } from "./arrivals.ts";
import { type AgeRow, ageTable } from "./backlog.ts";
import { type Limits, resolutionLimits } from "./control.ts";
import { type FigureKey, type Figures, figuresOf } from "./figures.ts";
import { type GroupRow, priorityTable, vipTable } from "./groups.ts";
import { happenedIn } from "./happened.ts";
import { type Intake, intake, type NumbersGiven } from "./intake.ts";
import { breachesByCategory, type ParetoRow, reopeningsByCategory } from "./pareto.ts";
import { type Period, type PeriodChoice, periodOf } from "./period.ts";
import { type Frame, present } from "./present.ts";
import { type Filters, isWanted, type ReportTicket } from "./report-ticket.ts";
import { type CurvePoint, solvedCurve } from "./solved-share.ts";
import { type WeekRow, weekTable } from "./weeks.ts";

export interface ReportRequest extends Frame {
  readonly tickets: readonly ReportTicket[];
  readonly numbers: NumbersGiven;
  readonly period: PeriodChoice;
  readonly filters: Filters;
  /** Figures of single people are off until somebody wants them. */
  readonly isWithAgents: boolean;
  /** In the order of the desk; rows of tables follow it. */
  readonly priorities: readonly string[];
  /** The opening hours that arrivals are held against. */
  readonly staffing: WorkingTime | undefined;
}

export interface Report {
  readonly period: Period;
  readonly figures: Figures;
  readonly before: Figures;
  readonly present: ReturnType<typeof present>;
  readonly weeks: readonly WeekRow[];
  /** Of the weekly median resolution. */
  readonly control: Limits | null;
  readonly curve: readonly CurvePoint[];
  readonly ages: readonly AgeRow[];
  readonly arrivals: Arrivals;
  readonly breaches: readonly ParetoRow[];
  readonly reopenings: readonly ParetoRow[];
  readonly priorities: readonly GroupRow[];
  readonly vips: readonly GroupRow[];
  readonly agents: readonly AgentRow[];
  readonly intake: Intake;
}

/** What a manager's report says: figures of a period beside those of the one before, and the tables behind its charts. */
export function reportOf(request: ReportRequest): Report {
  const { now, offsets, priorities } = request;
  const period = periodOf(request.period, now, offsets);
  const tickets = request.tickets.filter((ticket) => !ticket.isCancelled && isWanted(ticket, request.filters));
  const [inPeriod, before] = happenedIn(tickets, [period, period.before]);
  const weeks = weekTable(inPeriod, period, now);
  return {
    period,
    figures: figuresOf(inPeriod, period, now),
    before: figuresOf(before, period.before, now),
    present: present(tickets, request),
    weeks,
    control: resolutionLimits(weeks),
    curve: solvedCurve(tickets, period),
    ages: ageTable(tickets, Math.min(period.toAt - 1, now), priorities),
    arrivals: arrivals(tickets, { fromAt: period.fromAt, toAt: Math.min(period.toAt, now) }, request),
    breaches: breachesByCategory(breachedOf(partsOf(inPeriod.verdicts))),
    reopenings: reopeningsByCategory(tickets, period),
    priorities: priorityTable(inPeriod.decided, priorities),
    vips: vipTable(inPeriod.verdicts),
    agents: request.isWithAgents ? agentTable(tickets, period) : [],
    intake: intake(request.tickets, request.numbers),
  };
}

/** By how much a figure differs from that of the period before; null where one of the two is missing. */
export function changeOf({ figures, before }: Report, key: FigureKey): number | null {
  const [value, was] = [figures[key].value, before[key].value];
  return value === null || was === null ? null : value - was;
}
