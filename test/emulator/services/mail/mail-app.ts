import { signatureMismatch } from "../../core/argument-types.ts";
import { GoogleError } from "../../core/errors.ts";
import { ServiceObject } from "../../core/service-object.ts";
import { textOf } from "../properties/properties.ts";
import { Blob } from "../utilities/blob.ts";
import {
  MAIL_LIMITS,
  MOST_ATTACHED_BYTES,
  MOST_ATTACHMENTS,
  MOST_RECIPIENTS,
  MOST_SUBJECT_CHARACTERS,
} from "./mail-quota.ts";
import type { MailPart, SentMail } from "./sent-mail.ts";

interface Message {
  to?: unknown;
  cc?: unknown;
  bcc?: unknown;
  replyTo?: unknown;
  subject?: unknown;
  body?: unknown;
  htmlBody?: unknown;
  name?: unknown;
  noReply?: unknown;
  attachments?: unknown;
  inlineImages?: unknown;
}

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/;

export class MailApp extends ServiceObject {
  static readonly googleName = "MailApp";
  static readonly kinds = { sendEmail: "mail", getRemainingDailyQuota: "quota" } as const;

  getRemainingDailyQuota(): number {
    return this.run.workspace.mailQuota.remaining(this.run.effectiveUser, this.run.now());
  }

  sendEmail(...args: unknown[]): void {
    this.send(messageOf(args));
  }

  private send(message: Message): void {
    const { workspace, effectiveUser } = this.run;
    const mail = this.mailOf(message);
    const recipients = mail.to.length + mail.cc.length + mail.bcc.length;
    if (recipients === 0) throw new GoogleError("Failed to send email: no recipient");
    checkSizes(mail, recipients, MAIL_LIMITS[workspace.accountType].bodyBytes);
    if (recipients > this.getRemainingDailyQuota())
      throw new GoogleError("Service invoked too many times for one day: email.");
    workspace.mailQuota.take(effectiveUser, recipients, this.run.now());
    workspace.mails.push(mail);
  }

  private mailOf(message: Message): SentMail {
    const text = (value: unknown): string => (value === undefined || value === null ? "" : textOf(value));
    const html = message.htmlBody ?? undefined;
    const inline = Object.entries((message.inlineImages ?? {}) as Record<string, ServiceObject>);
    return {
      at: this.run.now(),
      from: this.run.effectiveUser,
      to: addresses(message.to),
      cc: addresses(message.cc),
      bcc: addresses(message.bcc),
      noReply: message.noReply === true,
      subject: text(message.subject),
      body: text(message.body),
      attachments: ((message.attachments ?? []) as ServiceObject[]).map(partOf),
      inlineImages: Object.fromEntries(inline.map(([key, source]) => [key, partOf(source)])),
      ...(html !== undefined && { htmlBody: text(html) }),
      ...(message.name !== undefined && { name: text(message.name) }),
      ...(message.replyTo !== undefined && { replyTo: text(message.replyTo) }),
    };
  }
}

/** The four published ways to call sendEmail, as one message object. */
function messageOf(args: unknown[]): Message {
  const [first, second, third, fourth] = args;
  if (args.length === 1) return checkedObject(first, args);
  if (args.length === 4 && typeof fourth === "string")
    return { to: first, replyTo: second, subject: third, body: fourth };
  const options = args.length === 4 ? checkedObject(fourth, args) : {};
  return { ...options, to: first, subject: second, body: third };
}

function checkedObject(value: unknown, args: unknown[]): Message {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw signatureMismatch("MailApp.sendEmail", args);
  return value;
}

function addresses(list: unknown): string[] {
  if (list === undefined || list === null || list === "") return [];
  const entries = textOf(list)
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
  return entries.map((entry) => {
    const address = /<([^<>]*)>\s*$/.exec(entry)?.[1] ?? entry;
    if (!ADDRESS.test(address)) throw new GoogleError(`Invalid email: ${entry}`);
    return address;
  });
}

function partOf(source: ServiceObject): MailPart {
  const blob = (source as ServiceObject & { getBlob?: () => unknown }).getBlob?.();
  if (!(blob instanceof Blob)) throw new GoogleError("Invalid argument: attachments");
  return {
    name: blob.getName() ?? "attachment",
    contentType: blob.getContentType() ?? "application/octet-stream",
    data: blob.bytes.toString("base64"),
  };
}

function checkSizes(mail: SentMail, recipients: number, mostBytes: number): void {
  const parts = [...mail.attachments, ...Object.values(mail.inlineImages)];
  const attached = parts.reduce((sum, { data }) => sum + Math.ceil((data.length * 3) / 4), 0);
  const body = Math.max(Buffer.byteLength(mail.body), Buffer.byteLength(mail.htmlBody ?? ""));
  if (recipients > MOST_RECIPIENTS) throw new GoogleError("Limit Exceeded: Email Recipients Per Message.");
  if (mail.subject.length > MOST_SUBJECT_CHARACTERS) throw new GoogleError("Argument too large: subject");
  if (body > mostBytes) throw new GoogleError("Limit Exceeded: Email Body Size.");
  if (attached > MOST_ATTACHED_BYTES || parts.length > MOST_ATTACHMENTS)
    throw new GoogleError("Limit Exceeded: Email Total Attachments Size.");
}
