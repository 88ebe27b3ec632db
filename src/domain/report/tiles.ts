import { type AnyKey, DEFINITIONS } from "./definitions.ts";
import type { Figure } from "./figure.ts";
import type { FigureKey } from "./figures.ts";
import { changeOf, type Report } from "./report.ts";
import { PROVISIONAL_DAYS } from "./solvings.ts";

const HOUR = 3_600_000;

/** The figures that are looked at first. */
export const TILES: readonly FigureKey[] = [
  ...(["quality", "firstResponseMedian", "resolutionMedian", "reopenRate", "backlog"] as const),
];

/** A figure of the period, or of now. */
export function figureIn({ figures, present }: Report, key: AnyKey): Figure {
  return { ...figures, ...present }[key];
}

/** The value as people read it: hours, days, shares of 1, counts; null where there is nothing to say. */
export function shownValue(key: AnyKey, value: number | null): number | null {
  if (value === null) return null;
  const { unit } = DEFINITIONS[key];
  if (unit === "hours") return rounded(value / HOUR);
  return unit === "days" ? rounded(value / (24 * HOUR)) : rounded(value, 4);
}

/** A figure with how it has changed and what it rests on; without a value, why there is none. */
export interface Tile {
  readonly value: number | null;
  readonly change: string;
  readonly count: string;
}

export function tileOf(report: Report, key: FigureKey): Tile {
  const figure = figureIn(report, key);
  const value = shownValue(key, figure.value);
  if (value === null) return { value, change: DEFINITIONS[key].none, count: "" };
  return { value, change: changeText(key, changeOf(report, key)), count: countText(key, figure, report) };
}

export const rounded = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits;

function changeText(key: AnyKey, change: number | null): string {
  const shown = shownValue(key, change);
  if (shown === null) return "nothing to compare with before";
  if (shown === 0) return "as in the period before";
  const { unit } = DEFINITIONS[key];
  const size = Math.abs(unit === "share" ? Math.round(shown * 1000) / 10 : shown);
  const word = { share: " points", points: " points", hours: " h", days: " days", count: "" }[unit];
  return `${shown > 0 ? "▲" : "▼"} ${size}${word} to the period before`;
}

function countText(key: AnyKey, { n, interval }: Figure, { figures }: Report): string {
  const percent = (share: number): number => Math.round(share * 100);
  const range = interval ? `, 95 % sure: ${percent(interval[0])}–${percent(interval[1])} %` : "";
  const overridden = key === "quality" && figures.overrides.value ? `; overrides: ${figures.overrides.value}` : "";
  if (key !== "reopenRate") return key === "backlog" ? "open tickets" : `n = ${n}${range}${overridden}`;
  const fresh = Math.round((figures.provisional.value ?? 0) * figures.provisional.n);
  return `n = ${n}${range}${fresh > 0 ? `; ${fresh} provisional (last ${PROVISIONAL_DAYS} days)` : ""}`;
}

/** "1 ticket", "2 tickets" */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

/** What to do about numbers that stand nowhere; undefined where there are none. */
export function lostInWords(missing: number): string | undefined {
  if (missing === 0) return undefined;
  return `${counted(missing, "ticket number")} ${missing === 1 ? "stands" : "stand"} nowhere: open Health`;
}
