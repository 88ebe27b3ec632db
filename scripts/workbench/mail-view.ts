import type { SentMail } from "../../test/emulator/services/mail/sent-mail.ts";
import type { MailView } from "./protocol.ts";

const MOST = 300;

/** The newest mails, newest first. */
export function mailViews(mails: readonly SentMail[]): MailView[] {
  const views = mails.map(viewOf);
  return views.reverse().slice(0, MOST);
}

function viewOf(mail: SentMail, index: number): MailView {
  return {
    index,
    at: mail.at,
    from: mail.name ? `${mail.name} <${mail.from}>` : mail.from,
    to: mail.to.join(", "),
    cc: mail.cc.join(", "),
    subject: mail.subject,
    text: mail.body,
    hasHtml: mail.htmlBody !== undefined,
    attachments: mail.attachments.map(({ name }) => name),
  };
}

/** A mail's HTML, with its inline images in place. */
export function mailHtml(mails: readonly SentMail[], index: number): string {
  const mail = mails[index];
  if (mail?.htmlBody === undefined) throw new Error("There is no such mail.");
  return mail.htmlBody.replace(/\bcid:([\w.@-]+)/g, (whole, id: string) => {
    const image = mail.inlineImages[id];
    return image ? `data:${image.contentType};base64,${image.data}` : whole;
  });
}
