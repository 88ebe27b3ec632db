import type { ReportTicket } from "./report-ticket.ts";

/** One number of a report; durations in ms. No tickets, no number. */
export interface Figure {
  readonly value: number | null;
  /** How many tickets or clocks it rests on. */
  readonly n: number;
  /** Where the true share lies with 95 % confidence; said of shares of fewer than 30. */
  readonly interval: readonly [low: number, high: number] | null;
  /** The tickets it counts, each once. */
  readonly ids: () => string[];
}

interface OfTicket {
  readonly ticket: ReportTicket;
}

const FEW = 30;
const Z = 1.96;

export function idsOf(members: readonly OfTicket[]): string[] {
  return [...new Set(members.map(({ ticket }) => ticket.id))];
}

export function count(members: readonly OfTicket[]): Figure {
  return { value: members.length, n: members.length, interval: null, ids: () => idsOf(members) };
}

/** How many of the members are counted; only those are listed. */
export function countOf<T extends OfTicket>(members: readonly T[], isCounted: (member: T) => boolean): Figure {
  const hits = members.filter(isCounted);
  return { ...count(hits), n: members.length };
}

/** A number computed from some tickets; null where there are none. */
export function figure(members: readonly OfTicket[], compute: () => number): Figure {
  const value = members.length === 0 ? null : compute();
  return { value, n: members.length, interval: null, ids: () => idsOf(members) };
}

/** How many of the members are counted, as a share. */
export function share<T extends OfTicket>(members: readonly T[], isCounted: (member: T) => boolean): Figure {
  const n = members.length;
  const hits = members.reduce((sum, member) => sum + Number(isCounted(member)), 0);
  return {
    value: n === 0 ? null : hits / n,
    n,
    interval: n > 0 && n < FEW ? wilson(hits / n, n) : null,
    ids: () => idsOf(members),
  };
}

/** By nearest rank: a value that one of the members has. */
export function quantile<T extends OfTicket>(members: readonly T[], p: number, valueOf: (member: T) => number): Figure {
  return figure(members, () => nearestRank(sorted(members, valueOf), p));
}

export function sorted<T>(members: readonly T[], valueOf: (member: T) => number): Float64Array {
  return Float64Array.from(members, valueOf).sort();
}

/** x[⌈p·n⌉], counted from 1; a product that only rounding lifts above a whole number is that number. */
export function nearestRank(values: Float64Array, p: number): number {
  return values[Math.max(1, Math.ceil(p * values.length - 1e-9)) - 1] ?? 0;
}

export function wilson(p: number, n: number): readonly [low: number, high: number] {
  const middle = p + (Z * Z) / (2 * n);
  const reach = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}
