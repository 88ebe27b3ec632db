/** One line of the bench: what a piece of work cost, and what it may cost at most; null where nothing is promised. */
export interface Work {
  readonly name: string;
  readonly calls: number | null;
  readonly callsAtMost: number | null;
  readonly modelledMs: number | null;
  readonly modelledMsAtMost: number | null;
  /** The same calls under the profile "slow", and of that the time in which a lock was held. */
  readonly slowMs: number | null;
  readonly slowLockMs: number | null;
  readonly cpuMs: number;
  readonly cpuMsAtMost: number | null;
}

export function table(work: readonly Work[]): string {
  const rows = work.map(({ name, ...figures }) => [
    name,
    pair(figures.calls, figures.callsAtMost),
    pair(figures.modelledMs, figures.modelledMsAtMost),
    pair(figures.slowMs, null),
    pair(figures.slowLockMs, null),
    pair(figures.cpuMs, figures.cpuMsAtMost),
  ]);
  const all = [["work", "calls", "modelled ms", "slow ms", "of it locked", "processor ms"], ...rows];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).join("\n");
}

const pair = (value: number | null, atMost: number | null): string =>
  value === null ? "–" : `${Math.round(value)}${atMost === null ? "" : ` of ${atMost}`}`;
