import { Problem } from "../domain/problem.ts";
import type { Mailer } from "../use-cases/desk.ts";

/** Sends as whoever runs: never from a simple trigger, which may not (platform B1). */
export const mailer: Mailer = {
  left() {
    try {
      return MailApp.getRemainingDailyQuota();
    } catch {
      throw new Problem(
        "not-allowed",
        "Google does not let the desk send mail now, so mails wait in the Outbox. If this lasts, whoever set up the desk chooses Helpdesk > Set up once more and allows it to send mail.",
      );
    }
  },
  send({ to, subject, text, html, pictures }) {
    const inlineImages = pictures as Record<string, GoogleAppsScript.Base.BlobSource> | undefined;
    MailApp.sendEmail({
      ...{ to, subject, body: text, name: "Helpdesk" },
      ...(html !== "" && { htmlBody: html }),
      ...(inlineImages && { inlineImages }),
    });
  },
};
