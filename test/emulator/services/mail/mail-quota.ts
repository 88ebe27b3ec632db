const DAY_MS = 86_400_000;

/** Recipients a day and bytes of a body by account type (platform D2). */
export const MAIL_LIMITS = {
  consumer: { recipientsPerDay: 100, bodyBytes: 200 * 1024 },
  workspace: { recipientsPerDay: 1500, bodyBytes: 400 * 1024 },
} as const;
export const MOST_RECIPIENTS = 50;
export const MOST_ATTACHMENTS = 250;
export const MOST_ATTACHED_BYTES = 25 * 1024 * 1024;
export const MOST_SUBJECT_CHARACTERS = 250;

interface Used {
  since: number;
  recipients: number;
}

/** Recipients used by each account; a quota starts anew 24 hours after its first use. */
export class MailQuota {
  private readonly used = new Map<string, Used>();

  constructor(private readonly perDay: number) {}

  remaining(user: string, now: number): number {
    const used = this.used.get(user);
    return !used || now >= used.since + DAY_MS ? this.perDay : this.perDay - used.recipients;
  }

  take(user: string, recipients: number, now: number): void {
    const used = this.used.get(user);
    if (!used || now >= used.since + DAY_MS) this.used.set(user, { since: now, recipients });
    else used.recipients += recipients;
  }

  toJSON(): [string, Used][] {
    return [...this.used];
  }

  restore(entries: [string, Used][]): void {
    for (const [user, used] of entries) this.used.set(user, used);
  }
}
