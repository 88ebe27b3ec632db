import type { WeekRow } from "./weeks.ts";

/** What a moving range of two is multiplied by to reach three standard deviations: 3 / 1.128. */
const REACH = 2.66;

/** Between which values weeks lie as long as nothing but chance moves them, in ms. */
export interface Limits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/** A control chart of individuals: the mean, and 2.66 mean moving ranges around it, but no less than nothing; null for fewer than two values. */
export function limitsOf(values: readonly number[]): Limits | null {
  if (values.length < 2) return null;
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const moved = values.slice(1).reduce((sum, value, index) => sum + Math.abs(value - (values[index] ?? 0)), 0);
  const reach = (REACH * moved) / (values.length - 1);
  return { centre, lower: Math.max(0, centre - reach), upper: centre + reach };
}

/** Of the weeks' median resolutions; weeks without a solved ticket are left out. */
export function resolutionLimits(weeks: readonly WeekRow[]): Limits | null {
  return limitsOf(weeks.flatMap(({ resolution }) => resolution.p50.value ?? []));
}

export const isOutside = (value: number, limits: Limits): boolean => value < limits.lower || value > limits.upper;
