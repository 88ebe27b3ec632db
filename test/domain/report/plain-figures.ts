import { type PlainIncident, used } from "./plain-incidents.ts";

/** The figures of the specification over plain incidents; times in minutes, null without incidents. */
export function plainFigures(incidents: readonly PlainIncident[], fromAt: number, toAt: number) {
  const isIn = (at: number | undefined): boolean => at !== undefined && at >= fromAt && at < toAt;
  const decided = incidents.filter((one) => isIn(one.breachedAt ?? metAt(one)));
  const met = decided.filter((one) => one.breachedAt === undefined);
  const lastSolved = incidents.filter((one) => one.way === "stopped" && isIn(one.stops[one.stops.length - 1]));
  const firstSolved = incidents.filter((one) => isIn(one.stops[0]));
  const solved = incidents.filter((one) => one.stops.some(isIn));
  const minutes = lastSolved.map(used).sort((a, b) => a - b);
  const walls = lastSolved.map(wall).sort((a, b) => a - b);
  const paused = sum(lastSolved.map(({ pausedMinutes }) => pausedMinutes));
  const over = decided.filter((one) => one.breachedAt !== undefined).map((one) => used(one) - one.targetMinutes);
  over.sort((a, b) => a - b);
  const created = incidents.filter(({ createdAt }) => isIn(createdAt)).length;
  const resolved = sum(incidents.map(({ stops }) => stops.filter(isIn).length));
  return {
    resolutionAttainment: rate(met, decided),
    quality: rate(met.filter(isFixed), decided),
    reopenRate: rate(
      firstSolved.filter((one) => isUndone(one, 0)),
      firstSolved,
    ),
    fixRate: rate(solved.filter(isFixed), solved),
    resolutionMedian: rank(minutes, 50),
    resolutionP90: rank(minutes, 90),
    resolutionMean: minutes.length ? sum(minutes) / minutes.length : null,
    resolutionWallMedian: rank(walls, 50),
    waitingShare: minutes.length ? paused / (sum(minutes) + paused) : null,
    overrunMedian: rank(over, 50),
    overrunP90: rank(over, 90),
    created,
    resolved,
    reopened: sum(incidents.map(({ reopenings }) => reopenings.filter(isIn).length)),
    clearance: created ? resolved / created : null,
    netFlow: created - resolved,
    backlog: plainBacklog(incidents, toAt - 1).length,
  };
}

export function plainBacklog(incidents: readonly PlainIncident[], at: number): PlainIncident[] {
  return incidents.filter(({ createdAt, stops, reopenings }) => {
    let isOpen = createdAt <= at;
    stops.forEach((stop, index) => {
      if (stop <= at) isOpen = false;
      if ((reopenings[index] ?? Infinity) <= at) isOpen = true;
    });
    return isOpen;
  });
}

/** How many reopenings in a span each category has. */
export function plainReopenings(incidents: readonly PlainIncident[], fromAt: number, toAt: number) {
  const counts: Record<string, number> = {};
  for (const { category, reopenings } of incidents) {
    const count = reopenings.filter((at) => at !== undefined && at >= fromAt && at < toAt).length;
    if (count > 0) counts[category] = (counts[category] ?? 0) + count;
  }
  return counts;
}

/** Of the resolutions decided in a span, by priority: how many, and how many of these were met. */
export function plainPriorities(incidents: readonly PlainIncident[], fromAt: number, toAt: number) {
  const counts: Record<string, [n: number, met: number]> = {};
  for (const one of incidents) {
    const at = one.breachedAt ?? metAt(one);
    if (at === undefined || at < fromAt || at >= toAt) continue;
    const [n, met] = counts[one.priority] ?? [0, 0];
    counts[one.priority] = [n + 1, met + (one.breachedAt === undefined ? 1 : 0)];
  }
  return counts;
}

/** Mean of the values, and 2.66 times the mean step between neighbours below and above it, no less than 0. */
export function plainLimits(values: readonly number[]): [lower: number, centre: number, upper: number] | null {
  if (values.length < 2) return null;
  const centre = sum(values) / values.length;
  let steps = 0;
  for (let index = 1; index < values.length; index++)
    steps += Math.abs((values[index] ?? 0) - (values[index - 1] ?? 0));
  const reach = (2.66 * steps) / (values.length - 1);
  return [Math.max(0, centre - reach), centre, centre + reach];
}

/** Kaplan–Meier step by step: who is there at each minute, and who leaves. */
export function plainCurve(incidents: readonly PlainIncident[]): [minutes: number, solvedShare: number][] {
  let open = 1;
  const times = [...new Set(incidents.filter(({ way }) => way === "stopped").map(used))].sort((a, b) => a - b);
  return times.map((minutes) => {
    const there = incidents.filter((one) => used(one) >= minutes).length;
    const leave = incidents.filter((one) => one.way === "stopped" && used(one) === minutes).length;
    open *= 1 - leave / there;
    return [minutes, 1 - open];
  });
}

function metAt({ way, stops }: PlainIncident): number | undefined {
  return way === "stopped" ? stops[stops.length - 1] : undefined;
}

const wall = ({ stops, createdAt }: PlainIncident): number => ((stops[stops.length - 1] ?? 0) - createdAt) / 60_000;

function isFixed(one: PlainIncident): boolean {
  return one.way === "stopped" && !one.stops.some((_, index) => isUndone(one, index));
}

function isUndone({ stops, reopenings }: PlainIncident, index: number): boolean {
  const days = ((reopenings[index] ?? Infinity) - (stops[index] ?? 0)) / 86_400_000;
  return days <= 14;
}

function rank(values: readonly number[], percent: number): number | null {
  return values[Math.ceil((percent * values.length) / 100) - 1] ?? null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const rate = (some: readonly unknown[], all: readonly unknown[]): number | null =>
  all.length ? some.length / all.length : null;
