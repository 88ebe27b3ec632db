import type { ReportTicket } from "./report-ticket.ts";

/** One number of a table; durations in ms. No tickets, no number. */
export interface Measure {
  readonly value: number | null;
  /** How many tickets or clocks it rests on. */
  readonly n: number;
}

/** One number of a report that can be traced to its tickets. */
export interface Figure extends Measure {
  /** Where the true share lies with 95 % confidence; said of shares of fewer than 30. */
  readonly interval: readonly [low: number, high: number] | null;
  /** The first of the tickets it rests on, each once. */
  readonly ids: (atMost: number) => string[];
}

/** A ticket, or a clock or the like of one. */
type OfTicket = ReportTicket | { readonly ticket: ReportTicket };

const FEW = 30;
const Z = 1.96;

function idsOf(groups: readonly (readonly OfTicket[])[], atMost: number): string[] {
  const ids = new Set<string>();
  for (const members of groups) {
    for (const one of members) {
      if (ids.size >= atMost) return [...ids];
      ids.add("ticket" in one ? one.ticket.id : one.id);
    }
  }
  return [...ids];
}

export function count(members: readonly OfTicket[]): Figure {
  return { value: members.length, n: members.length, interval: null, ids: (atMost) => idsOf([members], atMost) };
}

/** How many of the members are counted; only those are listed. */
export function countOf<T extends OfTicket>(members: readonly T[], isCounted: (member: T) => boolean): Figure {
  const hits = members.filter(isCounted);
  return { ...count(hits), n: members.length };
}

/** A number computed from some tickets; null where there are none. */
export function figure(members: readonly OfTicket[], compute: () => number): Figure {
  const value = members.length === 0 ? null : compute();
  return { value, n: members.length, interval: null, ids: (atMost) => idsOf([members], atMost) };
}

/** How many of the members are counted, as a share. */
export function share<T extends OfTicket>(members: readonly T[], isCounted: (member: T) => boolean): Figure {
  const hits = members.reduce((sum, member) => sum + Number(isCounted(member)), 0);
  return shareOfCounts(hits, [members]);
}

/** The same of members that are divided already. */
export function shareOf(hits: readonly (readonly OfTicket[])[], misses: readonly (readonly OfTicket[])[]): Figure {
  return shareOfCounts(sizeOf(hits), [...hits, ...misses]);
}

const sizeOf = (groups: readonly (readonly OfTicket[])[]): number =>
  groups.reduce((sum, { length }) => sum + length, 0);

function shareOfCounts(hits: number, groups: readonly (readonly OfTicket[])[]): Figure {
  const n = sizeOf(groups);
  return {
    value: n === 0 ? null : hits / n,
    n,
    interval: n > 0 && n < FEW ? wilson(hits / n, n) : null,
    ids: (atMost) => idsOf(groups, atMost),
  };
}

/** Durations of members, sorted once for all that is asked of them. */
export class Sorted<T extends OfTicket> {
  readonly values: Float64Array;
  readonly sum: number;

  constructor(
    private readonly members: readonly T[],
    valueOf: (member: T) => number,
  ) {
    this.values = new Float64Array(members.length);
    members.forEach((member, index) => (this.values[index] = valueOf(member)));
    this.values.sort();
    this.sum = this.values.reduce((sum, value) => sum + value, 0);
  }

  /** By nearest rank: a value that one of the members has. */
  quantile(p: number): Figure {
    return figure(this.members, () => nearestRank(this.values, p));
  }

  mean(): Figure {
    return figure(this.members, () => this.sum / this.members.length);
  }
}

/** Of durations alone, by nearest rank; sorts them. */
export function quantilesOf(values: Float64Array): (p: number) => Measure {
  values.sort();
  const n = values.length;
  return (p) => ({ value: n === 0 ? null : nearestRank(values, p), n });
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
