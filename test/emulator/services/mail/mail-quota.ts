/** Recipients a day and bytes of a body by account type (platform D2). */
export const MAIL_LIMITS = {
  consumer: { recipientsPerDay: 100, bodyBytes: 200 * 1024 },
  workspace: { recipientsPerDay: 1500, bodyBytes: 400 * 1024 },
} as const;
export const MOST_RECIPIENTS = 50;
export const MOST_ATTACHMENTS = 250;
export const MOST_ATTACHED_BYTES = 25 * 1024 * 1024;
export const MOST_SUBJECT_CHARACTERS = 250;
