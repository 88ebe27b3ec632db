const DAY_MS = 86_400_000;

interface Used {
  since: number;
  count: number;
}

/** What each account has used of a daily allowance; it starts anew 24 hours after its first use. */
export class DayQuota {
  private readonly used = new Map<string, Used>();

  constructor(private readonly perDay: number) {}

  remaining(user: string, now: number): number {
    const used = this.used.get(user);
    return !used || now >= used.since + DAY_MS ? this.perDay : this.perDay - used.count;
  }

  take(user: string, count: number, now: number): void {
    const used = this.used.get(user);
    if (!used || now >= used.since + DAY_MS) this.used.set(user, { since: now, count });
    else used.count += count;
  }

  toJSON(): [string, Used][] {
    return [...this.used];
  }

  restore(entries: [string, Used][]): void {
    for (const [user, used] of entries) this.used.set(user, used);
  }
}
