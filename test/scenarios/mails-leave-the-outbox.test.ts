import { TransientError } from "../emulator/core/errors.ts";
import { aCompany, ask, BEN, type Company, OWNER, reopened, setUp, verify } from "./company.ts";
import { gridOf, outboxRows } from "./sheets.ts";
import { told, until } from "./warnings.ts";

const SEND_MAIL = "https://www.googleapis.com/auth/script.send_mail";
const DAY_MS = 24 * 3_600_000;
const REFUSED = "Service invoked too many times in a short time: email.";

/** Just before two mails about a ticket are written, at 12:00 of a Monday. */
const open = ((): (() => Company) => {
  const company = aCompany({ tickets: 1 });
  until(company, 2, "11:58");
  const snapshot = company.workspace.snapshot();
  return () => reopened(snapshot);
})();

const states = ({ book }: Company): (string | undefined)[] => outboxRows(book).map(({ State }) => State);

/** What Health says of mail. */
function health(company: Company): Record<string, unknown> {
  const checks = ask(company.ana, "sidebarHealth", {})["data"] as Record<string, unknown>[];
  return checks.find(({ name }) => name === "Mail") ?? {};
}

const receiver = ([mail]: readonly unknown[]): string => String((mail as { to: unknown }).to);

/** Google refuses every mail to somebody, until told otherwise. */
function refuseTo(company: Company, address: string): void {
  company.workspace.onCall = ({ name, args }) => {
    if (name === "MailApp.sendEmail" && receiver(args).includes(address)) throw new TransientError(REFUSED);
  };
}

test("all is well: Health says so, and what Google would still take", () => {
  const company = open();
  expect(health(company)).toEqual({ name: "Mail", state: "ok", sentence: "No mail waits." });
  until(company, 2, "12:10");
  expect(states(company)).toEqual(["sent", "sent"]);
  expect(health(company)).toEqual({
    name: "Mail",
    state: "ok",
    sentence: "No mail waits. Google would take 98 more today.",
  });
});

test("where the day's quota is spent, all but a reserve, mails wait; they leave when Google allows more", () => {
  const company = open();
  const { mailQuota, clock } = company.workspace;
  mailQuota.take(OWNER, 89, clock.now());
  until(company, 2, "12:20");
  expect(states(company)).toEqual(["sent", "queued"]);
  expect(health(company)).toMatchObject({
    state: "warning",
    sentence: `1 mail to ${OWNER} waits. What Google lets this account send in a day is used up; they leave as soon as it allows more. Google would take 10 more today.`,
  });
  clock.reach(clock.now() + DAY_MS);
  until(company, 3, "12:30");
  expect(states(company).slice(0, 2)).toEqual(["sent", "sent"]);
  expect(
    outboxRows(company.book)
      .slice(0, 2)
      .map(({ Tries }) => Tries),
  ).toEqual(["1", "1"]);
});

test("a mail that Google refuses is tried again after 1, 2, 4 … runs, six times in all; others leave meanwhile", () => {
  const company = open();
  const tries: string[] = [];
  company.workspace.onCall = ({ name, args }) => {
    if (name !== "MailApp.sendEmail" || receiver(args) !== BEN) return;
    tries.push(new Date(company.workspace.clock.now()).toISOString().slice(11, 16));
    throw new TransientError(REFUSED);
  };
  until(company, 2, "12:30"); // before another warning comes
  expect(states(company)).toEqual(["queued", "sent"]);
  expect(health(company)).toMatchObject({
    state: "warning",
    sentence: expect.stringContaining(`1 mail to ${BEN} waits. Google refused: “${REFUSED}”.`) as string,
  });
  company.owner.type("Settings", "B4", "off");
  setUp(company);
  until(company, 2, "16:00");
  expect(tries).toEqual(
    ["12:00", "12:05", "12:15", "12:35", "13:15", "14:35"].map((time) => expect.stringMatching(near(time)) as string),
  );
  expect(outboxRows(company.book)[0]).toMatchObject({ State: "failed", Tries: "6", Error: REFUSED });
  expect(health(company)).toMatchObject({
    state: "problem",
    sentence: expect.stringContaining(`1 mail to ${BEN} could not be sent (“${REFUSED}”).`) as string,
    fix: expect.stringMatching(/sheet Outbox.*write queued into State/) as string,
  });
});

/** Within the same five minutes. */
const near = (time: string): RegExp => new RegExp(`^${time.slice(0, 4)}[${Number(time[4]) < 5 ? "0-4" : "5-9"}]$`);

test("three refusals one after the other are Google's trouble: the rest is not even tried in that run", () => {
  const company = open();
  company.owner.paste(
    "People",
    "A3",
    Array.from({ length: 8 }, (_, index) => [`lead${index}@example.com`, "", "lead"]),
  );
  refuseTo(company, "@");
  until(company, 2, "12:04");
  expect(outboxRows(company.book).map(({ Tries }) => Tries)).toEqual([..."1110000000"]);
  company.workspace.onCall = undefined;
  until(company, 2, "12:20");
  expect(new Set(states(company))).toEqual(new Set(["sent"]));
  expect(company.workspace.mails).toHaveLength(10);
});

test("a mail that was on its way when its run was killed is held: it isn't sent twice, and Health says what to do", () => {
  const company = open();
  company.workspace.onCall = ({ name, execution }) => {
    if (name === "MailApp.sendEmail") execution.kill({ queued: "keep" });
  };
  until(company, 2, "12:04");
  expect(states(company)).toEqual(["sending", "queued"]);
  company.workspace.onCall = undefined;
  until(company, 2, "12:14");
  expect(states(company)).toEqual(["held", "sent"]);
  expect(told(company)).toEqual([`${OWNER}: 1 ticket due soon`]);
  expect(health(company)).toMatchObject({
    state: "problem",
    sentence: expect.stringContaining(
      `1 mail to ${BEN} may not have been sent, and nobody sends it again by itself.`,
    ) as string,
  });
  company.owner.type("Outbox", "F2", "queued");
  until(company, 2, "12:30");
  expect(states(company)).toEqual(["sent", "sent"]);
  expect(health(company)).toMatchObject({ state: "ok" });
});

test("without the permission to send mail mails wait, Health says so, and all other work goes on", () => {
  const company = open();
  company.workspace.onCall = ({ name }) => {
    if (name.startsWith("MailApp.")) throw new TransientError("You do not have permission to call MailApp.");
  };
  until(company, 2, "12:30");
  expect(states(company)).toEqual(["queued", "queued"]);
  const checks = ask(company.ana, "sidebarHealth", {})["data"] as { name: string; sentence: string }[];
  expect(checks.find(({ name }) => name === "Timer")?.sentence).toMatch(/Google does not let the desk send mail now/);
  company.workspace.onCall = undefined;
  until(company, 2, "12:36");
  expect(states(company)).toEqual(["sent", "sent"]);
});

test("columns that were moved stop the mails, and nothing is lost", () => {
  const company = open();
  company.owner.moveColumns("Outbox", 1, 1, 4);
  until(company, 2, "12:20");
  expect(told(company)).toEqual([]);
  expect(health(company)).toMatchObject({
    state: "problem",
    sentence: expect.stringMatching(/columns of Outbox were moved/) as string,
  });
  company.owner.undo();
  until(company, 2, "12:30");
  expect(told(company)).toEqual([`${BEN}: 1 ticket due soon`, `${OWNER}: 1 ticket due soon`]);
});

test("a row that somebody deletes or copies is neither sent nor sent twice", () => {
  const company = open();
  refuseTo(company, "@");
  until(company, 2, "12:04");
  company.owner.copyPaste("Outbox", "A3:L3", "Outbox", "A4", "all");
  company.owner.deleteRows("Outbox", 2, 1);
  company.workspace.onCall = undefined;
  until(company, 2, "12:20");
  expect(told(company)).toEqual([`${OWNER}: 1 ticket due soon`]);
});

test("a row that somebody inserts into the Outbox while mails are added takes no mail away", () => {
  const company = open();
  until(company, 2, "12:10");
  company.ana.paste("Tickets", "B3", [["Another", "Open", "Urgent", BEN]]);
  company.workspace.clock.reach(Date.UTC(2026, 2, 2, 15));
  const snapshot = company.workspace.snapshot();
  const mailsAfter = (disturb: (at: Company, n: number) => void): string[] => {
    const at = reopened(snapshot);
    at.workspace.onCall = ({ n }) => disturb(at, n);
    at.project.run("onTimer", [], { trigger: "clock" });
    at.workspace.onCall = undefined;
    until(at, 2, "15:06");
    return outboxRows(at.book).flatMap(({ Id, Text }) => (Id ? [`${Id}: ${String(Text)}`] : []));
  };
  let calls = 0;
  const wanted = mailsAfter((_at, n) => (calls = Math.max(calls, n)));
  expect(wanted.length).toBeGreaterThan(2);
  for (let before = 1; before <= calls; before++) {
    const mails = mailsAfter((at, n) => void (n === before && at.owner.insertRows("Outbox", 2)));
    expect({ before, lost: wanted.filter((mail) => !mails.includes(mail)) }).toEqual({ before, lost: [] });
  }
});

test("mails are kept for thirty days; the grid stays small", () => {
  const company = open();
  until(company, 2, "12:10");
  company.ana.type("Tickets", "C2", "Closed");
  const { clock } = company.workspace;
  const run = (days: number): number => {
    clock.reach(clock.now() + days * DAY_MS);
    company.project.run("onTimer", [], { trigger: "clock" });
    return outboxRows(company.book).length;
  };
  expect([run(29), run(3)]).toEqual([2, 2]);
  expect(gridOf(company.book, "Outbox").maxRows).toBeLessThan(60);
  expect(gridOf(company.book, "Outbox").maxColumns).toBe(12);
  company.ana.paste("Tickets", "B3", [["Another", "Open", "Urgent", BEN]]);
  run(3); // a mail leaves, and the old ones go
  expect(outboxRows(company.book).map(({ About }) => About)).toEqual(["T-2", "T-2"]);
  expect(verify(company).differences).toEqual([]);
});

test("blank rows between mails don't keep them for good", () => {
  const company = open();
  until(company, 2, "12:10");
  company.ana.type("Tickets", "C2", "Closed");
  company.owner.insertRows("Outbox", 2);
  company.owner.insertRows("Outbox", 4, 2);
  const ids = (): string[] => outboxRows(company.book).map(({ Id = "" }) => Id);
  expect(ids().map((id) => id !== "")).toEqual([false, true, false, false, true]);
  company.workspace.clock.reach(company.workspace.clock.now() + 32 * DAY_MS);
  company.ana.paste("Tickets", "B3", [["Another", "Open", "Urgent", BEN]]);
  company.workspace.clock.reach(company.workspace.clock.now() + 3 * DAY_MS);
  company.project.run("onTimer", [], { trigger: "clock" });
  expect(outboxRows(company.book).map(({ About }) => About)).toEqual(["T-2", "T-2"]);
  expect(verify(company).differences).toEqual([]);
});

test("a desk that was set up before there was an Outbox says what to do, and tells it all after Set up", () => {
  const company = open();
  company.owner.deleteSheet("Outbox");
  until(company, 2, "12:10");
  expect(health(company)).toMatchObject({ state: "problem", sentence: "Nobody is mailed: the Outbox is gone." });
  setUp(company);
  until(company, 2, "12:20");
  expect(told(company)).toEqual([`${BEN}: 1 ticket due soon`, `${OWNER}: 1 ticket due soon`]);
});

test("who has not allowed the desk to send mail hears it at Set up: Google would not run the timer", () => {
  const company = aCompany();
  company.project.deny(OWNER, SEND_MAIL);
  expect(setUp(company)).toMatch(/allow everything that the desk asks for: open https:/);
  company.project.deny(OWNER);
  expect(setUp(company)).toMatch(/The desk is ready/);
});
