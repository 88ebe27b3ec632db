const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Trigger runtime a day in ms (platform A4). */
const PER_DAY = { consumer: 1.5 * HOUR_MS, workspace: 6 * HOUR_MS } as const;

/** The runtime of each person's triggers; a day starts with its first run. */
export class RuntimeBudget {
  private readonly used = new Map<string, { since: number; ms: number }>();
  private readonly perDay: number;

  constructor(accountType: keyof typeof PER_DAY) {
    this.perDay = PER_DAY[accountType];
  }

  left(user: string, now: number): number {
    const used = this.used.get(user);
    return !used || now >= used.since + DAY_MS ? this.perDay : this.perDay - used.ms;
  }

  spend(user: string, ms: number, now: number): void {
    const used = this.used.get(user);
    if (!used || now >= used.since + DAY_MS) this.used.set(user, { since: now, ms });
    else used.ms += ms;
  }
}
