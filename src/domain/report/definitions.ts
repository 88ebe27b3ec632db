import type { FigureKey } from "./figures.ts";
import type { present } from "./present.ts";

export type AnyKey = FigureKey | keyof ReturnType<typeof present>;

/** What a figure is called, how it is written, and what exactly it counts; for a person who doubts it. */
export interface Definition {
  readonly name: string;
  readonly unit: "share" | "hours" | "days" | "count" | "points";
  readonly definition: string;
  /** Said in its place where there is nothing to count. */
  readonly none: string;
}

const NO_DECISION = "No deadline was decided in this period.";
const NO_SOLVING = "No ticket was solved in this period.";
const NO_ANSWER = "No first response came in this period.";
const NO_TICKETS = "No tickets in this period.";
const NOT_OPEN = "No open tickets.";
const LATE_AT_ONCE =
  "A clock is decided when it is met, or as soon as it is breached, even if its ticket is still open.";
const RANK = "By nearest rank: a value that one of the tickets has.";

const share = (name: string, definition: string, none: string): Definition => ({
  ...{ name, unit: "share", definition, none },
});
const hours = (name: string, definition: string, none: string): Definition => ({
  ...{ name, unit: "hours", definition, none },
});
const count = (name: string, definition: string, none = NO_TICKETS): Definition => ({
  ...{ name, unit: "count", definition, none },
});

const attained = (name: string, clocks: string): Definition =>
  share(name, `Met among all ${clocks} decided in the period. ${LATE_AT_ONCE}`, NO_DECISION);

/** In the order in which they are listed. */
export const DEFINITIONS: Readonly<Record<AnyKey, Definition>> = {
  quality: share(
    "Quality attainment",
    `Resolutions in time and still fixed (never reopened within 14 days of a solving), among all resolutions decided in the period. ${LATE_AT_ONCE}`,
    "No resolution was decided in this period.",
  ),
  attainment: attained("SLA attainment", "clocks"),
  firstResponseAttainment: attained("First response in time", "first responses"),
  nextResponseAttainment: attained("Next response in time", "next-response cycles"),
  resolutionAttainment: attained("Resolution in time", "resolutions"),
  vipAttainment: attained("VIP attainment", "clocks of VIPs"),
  otherAttainment: attained("Attainment without VIPs", "clocks of everybody but VIPs"),
  vipAdvantage: {
    ...{ name: "VIP minus everybody else", unit: "points", none: "Only one of the two groups has decided clocks." },
    definition: "Attainment of VIPs minus that of everybody else: what the fast track gives, and takes.",
  },
  overrides: count(
    "Overrides",
    "How often leads gave a clock more time, or excluded one, on the tickets whose clocks were decided in the period, or would have been. An excluded clock counts in no attainment. Each has its reason in History.",
    "No lead changed a target.",
  ),
  breachedByChange: share(
    "Breached by a raised priority",
    "Of the breaches: those in which the time already used exceeded a new, shorter target.",
    "No breach in this period.",
  ),
  firstResponseMedian: hours(
    "First response, median",
    `Working hours to the first answer in the period. ${RANK}`,
    NO_ANSWER,
  ),
  firstResponseP90: hours(
    "First response, 9 of 10",
    `Nine of ten first answers took at most so long. ${RANK}`,
    NO_ANSWER,
  ),
  firstResponseWallMedian: hours(
    "First response by the wall clock, median",
    "As requesters feel it: nights and weekends included.",
    NO_ANSWER,
  ),
  firstResponseWallP90: hours(
    "First response by the wall clock, 9 of 10",
    "Nine of ten, nights and weekends included.",
    NO_ANSWER,
  ),
  resolutionMedian: hours(
    "Resolution, median",
    `Working hours from creation to the last solving in the period, waiting not counted. ${RANK}`,
    NO_SOLVING,
  ),
  resolutionP75: hours("Resolution, 3 of 4", "Three of four were solved within so many working hours.", NO_SOLVING),
  resolutionP90: hours("Resolution, 9 of 10", "Nine of ten were solved within so many working hours.", NO_SOLVING),
  resolutionMean: hours(
    "Resolution, mean (MTTR)",
    "Mean of the same working hours; a few long ones move it, so never read it alone.",
    NO_SOLVING,
  ),
  resolutionWallMedian: hours(
    "Resolution by the wall clock, median",
    "From creation to the last solving, all hours.",
    NO_SOLVING,
  ),
  resolutionWallP90: hours(
    "Resolution by the wall clock, 9 of 10",
    "From creation to the last solving, all hours.",
    NO_SOLVING,
  ),
  resolutionWallMean: hours(
    "Resolution by the wall clock, mean",
    "From creation to the last solving, all hours.",
    NO_SOLVING,
  ),
  waitingShare: share(
    "Waiting",
    "Of the working time of solved tickets: what was spent waiting for somebody else.",
    NO_SOLVING,
  ),
  overrunMedian: hours(
    "Overrun, median",
    "By how many working hours breached clocks are over their target.",
    "No breach in this period.",
  ),
  overrunP90: hours(
    "Overrun, 9 of 10",
    "Nine of ten breaches are over by at most so much.",
    "No breach in this period.",
  ),
  created: count("Created", "Tickets that came in; merged ones and spam are left out of every figure."),
  resolved: count("Resolved", "Solvings in the period: a ticket solved twice counts twice."),
  reopened: count("Reopened", "Reopenings in the period."),
  clearance: share("Clearance", "Resolved for each created: under 100 % the backlog grows.", NO_TICKETS),
  netFlow: count("Net flow", "Created minus resolved."),
  reopenRate: share(
    "Reopen rate",
    "Tickets first solved in the period and reopened within 14 days of that, among all first solved in the period. Provisional for those solved in the last 14 days.",
    NO_SOLVING,
  ),
  provisional: share(
    "Provisional",
    "Of the tickets first solved in the period: those of the last 14 days, which may still come back.",
    NO_SOLVING,
  ),
  fixRate: share(
    "Fix rate",
    "Solved in the period and, so far, never reopened within 14 days of a solving; among all solved in the period.",
    NO_SOLVING,
  ),
  oneTouch: share(
    "One touch",
    "Fixed with at most one public answer and without passing it to somebody else; among all solved in the period.",
    NO_SOLVING,
  ),
  touchesEach: {
    name: "Touches per ticket",
    unit: "count",
    definition: "Events by people of the desk on tickets solved in the period.",
    none: NO_SOLVING,
  },
  reassignmentsEach: {
    name: "Reassignments per ticket",
    unit: "count",
    definition: "From one person to another, on tickets solved in the period.",
    none: NO_SOLVING,
  },
  escalationsEach: {
    name: "Escalations per ticket",
    unit: "count",
    definition: "Moves to another queue, on tickets solved in the period.",
    none: NO_SOLVING,
  },
  lateLogged: share(
    "Logged late",
    "Of what people of the desk wrote down on tickets solved in the period: more than a minute after it happened.",
    NO_SOLVING,
  ),
  backlog: count("Backlog", "Created and not solved, at the end of the period or now.", NOT_OPEN),
  backlogAgeMedian: {
    name: "Backlog age, median",
    unit: "days",
    definition: "Wall-clock days since the creation of open tickets.",
    none: NOT_OPEN,
  },
  backlogAgeP90: {
    name: "Backlog age, 9 of 10",
    unit: "days",
    definition: "Nine of ten open tickets are at most so old.",
    none: NOT_OPEN,
  },
  atRisk: count("At risk now", "Clocks that run and have used at least 75 % of their target.", "No clock is running."),
  atHighRisk: count(
    "At high risk now",
    "Clocks that run and have used at least 90 % of their target.",
    "No clock is running.",
  ),
  stale: count(
    "Stale now",
    "Open tickets that nobody of the desk has touched for more than two working days.",
    NOT_OPEN,
  ),
};
