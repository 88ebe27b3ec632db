/** A mail that left the Workspace. */
export interface SentMail {
  /** Epoch ms. */
  at: number;
  /** The account that sent it. */
  from: string;
  name?: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo?: string;
  noReply: boolean;
  subject: string;
  body: string;
  htmlBody?: string;
  attachments: MailPart[];
  /** By content id. */
  inlineImages: Record<string, MailPart>;
}

export interface MailPart {
  name: string;
  contentType: string;
  /** base64 */
  data: string;
}
