import type { SentMail } from "../services/mail/sent-mail.ts";
import { Workspace } from "../workspace.ts";
import { answerOf, boundScript, tryScript } from "./try-script.ts";

describe("MailApp", () => {
  const sent = (statement: string): SentMail[] => {
    const { workspace, project } = boundScript(`function go() { ${statement} }`);
    const { error } = project.run("go");
    if (error) throw error;
    return workspace.mails;
  };

  test.each([
    [
      "MailApp.sendEmail('a@example.com, B <b@example.com>', 's', 'b')",
      { to: ["a@example.com", "b@example.com"], subject: "s", body: "b" },
    ],
    [
      "MailApp.sendEmail('a@example.com', 'r@example.com', 's', 'b')",
      { replyTo: "r@example.com", subject: "s", body: "b" },
    ],
    [
      "MailApp.sendEmail('a@example.com', 's', 'b', { cc: 'c@example.com', bcc: 'd@example.com', name: 'N', htmlBody: '<p>', noReply: true })",
      { cc: ["c@example.com"], bcc: ["d@example.com"], name: "N", htmlBody: "<p>", noReply: true },
    ],
    [
      "MailApp.sendEmail({ to: 'a@example.com', subject: 's', htmlBody: '<p>' })",
      { to: ["a@example.com"], body: "", htmlBody: "<p>" },
    ],
    [
      "MailApp.sendEmail('a@example.com', 's', 'b', { attachments: [Utilities.newBlob('x', 'text/plain', 'x.txt')] })",
      { attachments: [{ name: "x.txt", contentType: "text/plain", data: "eA==" }] },
    ],
  ])("%s", (statement, mail) => expect(sent(statement)).toMatchObject([{ from: "owner@example.com", ...mail }]));

  test.each([
    ["{ to: 'nobody' }", "Invalid email: nobody"],
    ["{ subject: 's' }", "Failed to send email: no recipient"],
    ["{ to: Array(51).fill('a@example.com').join() }", "Limit Exceeded: Email Recipients Per Message."],
    ["{ to: 'a@example.com', subject: 's'.repeat(251) }", "Argument too large: subject"],
    ["{ to: 'a@example.com', body: 'b'.repeat(200 * 1024 + 1) }", "Limit Exceeded: Email Body Size."],
    [
      "{ to: 'a@example.com', attachments: [Utilities.newBlob('x'.repeat(26 * 1024 * 1024))] }",
      "Limit Exceeded: Email Total Attachments Size.",
    ],
  ])("sendEmail(%s) is refused", (message, text) => {
    expect(answerOf(`MailApp.sendEmail(${message})`)).toBe(`Exception: ${text}`);
  });

  test.each([
    ["consumer", 100],
    ["workspace", 1500],
  ] as const)("a %s account has %i recipients a day", (accountType, quota) => {
    const workspace = new Workspace({ accountType });
    const source =
      "const left = () => MailApp.getRemainingDailyQuota(); const send = (n) => MailApp.sendEmail(Array(n).fill('a@example.com').join(), 's', 'b');";
    const project = workspace.addProject({ files: [{ name: "Code", type: "gs", source }] });
    expect(project.run("left").value).toBe(quota);
    for (let sentSoFar = 0; sentSoFar < quota; sentSoFar += 50) project.run("send", [50]);
    expect(project.run("left").value).toBe(0);
    expect(project.run("send", [1]).error?.message).toBe("Service invoked too many times for one day: email.");
    workspace.clock.advance(86_400_000);
    expect(project.run("left").value).toBe(quota);
  });
});

describe("Logs", () => {
  test.each([
    ["Logger.log('a')", "a"],
    ["Logger.log(5)", "5.0"],
    ["Logger.log([1, 'x', null])", "[1.0, x, null]"],
    ["Logger.log({ a: 1, b: [true] })", "{a=1.0, b=[true]}"],
    ["Logger.log('%s of %d', 'x', 3)", "x of 3"],
    ["Logger.log(new Date('soon'))", "Invalid Date"],
    ["Logger.log(new Date(0))", "Thu Jan 01 00:00:00 UTC 1970"],
    ["Logger.log(12345678)", "1.2345678E7"],
    ["console.log({ a: 1 }, 'x')", "{ a: 1 } x"],
    ["console.error('%s!', 'no')", "no!"],
    ["console.info([1, 2])", "[ 1, 2 ]"],
    ["console.time('t'); Utilities.sleep(20); console.timeEnd('t')", "t: 20ms"],
  ])("%s prints %s", (statement, line) => expect(tryScript(statement).log).toEqual([line]));

  test("getLog has the time and the level of each line", () => {
    expect(answerOf("Logger.log('a'); Logger.log('b'); Logger.getLog()")).toBe(
      "Mon Mar 02 09:00:00 UTC 2026 INFO: a\nMon Mar 02 09:00:00 UTC 2026 INFO: b\n",
    );
    expect(answerOf("Logger.log('a'); Logger.clear(); Logger.getLog()")).toBe("");
  });
});

describe("Session", () => {
  test.each([
    ["Session.getActiveUser().getEmail()", "ann@example.com"],
    ["Session.getEffectiveUser().getEmail()", "ann@example.com"],
    ["Session.getActiveUserLocale()", "en"],
    ["Session.getScriptTimeZone()", "Etc/UTC"],
  ])("%s", (expression, expected) => expect(answerOf(expression, { user: "ann@example.com" })).toBe(expected));

  test("the temporary key differs by user and changes after 30 days", () => {
    const { workspace, project } = boundScript("const key = () => Session.getTemporaryActiveUserKey();");
    const key = (user: string) => project.run("key", [], { user }).value;
    const first = key("ann@example.com");
    expect([key("ann@example.com") === first, key("bob@example.com") === first]).toEqual([true, false]);
    workspace.clock.advance(31 * 86_400_000);
    expect(key("ann@example.com")).not.toBe(first);
  });

  test("without its scope the address is refused, but never in a simple trigger", () => {
    const manifest = { oauthScopes: ["https://www.googleapis.com/auth/spreadsheets"] };
    const email = "Session.getActiveUser().getEmail()";
    expect(answerOf(email, { manifest })).toMatch(
      /^Exception: Specified permissions are not sufficient to call Session.getActiveUser\./,
    );
    expect(answerOf(email, { manifest, mode: "LIMITED" })).toBe("owner@example.com");
  });
});
