import type { QueuedMail } from "../../src/domain/outbox/mail.ts";
import { sendMails } from "../../src/use-cases/send-mails.ts";
import { at } from "../support/at.ts";

const NOW = at("Mon 12:00");

const aMail = (id: string, changes: Partial<QueuedMail> = {}): QueuedMail => ({
  ...{ id, to: `${id}@example.com`, subject: "1 ticket due soon", createdAt: NOW, state: "queued" },
  ...{ tries: 0, nextTryAt: 0, sentAt: 0, error: "", ...changes },
});

/** An Outbox and a Google in memory, and all that happened to them in order. */
function aPost(
  mails: readonly QueuedMail[],
  { left = 100, refuses = (_to: string): boolean => false, gone = "" } = {},
) {
  const rows = new Map(mails.map((mail) => [mail.id, mail]));
  const log: string[] = [];
  const outbox = {
    mails: () => [...rows.values()],
    bodiesOf: (some: readonly QueuedMail[]) => new Map(some.map(({ id }) => [id, { text: `about ${id}`, html: "" }])),
    keep: (some: readonly QueuedMail[]) => {
      const kept = some.filter(({ id }) => id !== gone);
      for (const mail of kept) rows.set(mail.id, mail);
      log.push(kept.map(({ id, state }) => `${id} ${state}`).join(", "));
      return new Set(kept.map(({ id }) => id));
    },
  };
  const mailer = {
    left: () => left,
    send: ({ to, text }: { to: string; text: string }) => {
      if (refuses(to)) throw new Error("no");
      log.push(`→ ${to}: ${text}`);
    },
  };
  return { result: sendMails(outbox, mailer, NOW), log, rows };
}

test("each mail is marked before it leaves and noted after; a note may wait for the next mark", () => {
  const { log, result } = aPost([aMail("a"), aMail("b")]);
  expect(log).toEqual([
    "a sending",
    "→ a@example.com: about a",
    "a sent, b sending",
    "→ b@example.com: about b",
    "b sent",
  ]);
  expect(result).toEqual({ waiting: 0, stuck: 0, left: 98 });
});

test("what an ended run has left on its way is held, not sent", () => {
  const { log, rows } = aPost([aMail("a", { state: "sending", tries: 1 })]);
  expect(log).toEqual(["a held"]);
  expect(rows.get("a")?.error).toMatch(/may have been sent or not/);
});

test("neither what waits for a later try nor what a person has to decide is sent", () => {
  const states = [aMail("a", { nextTryAt: NOW + 1 }), aMail("b", { state: "held" }), aMail("c", { state: "failed" })];
  expect(aPost(states)).toMatchObject({ log: [], result: { waiting: 1, stuck: 2 } });
});

test.each([
  [100, 3, 0],
  [12, 2, 1],
  [10, 0, 3],
  [0, 0, 3],
])("where Google takes %i more, %i of three leave and %i wait", (left, leave, wait) => {
  const { log, result } = aPost([aMail("a"), aMail("b"), aMail("c")], { left });
  expect([log.filter((line) => line.startsWith("→")).length, result.waiting]).toEqual([leave, wait]);
});

test("a refused mail waits longer each time, then has failed", () => {
  let mail = aMail("a");
  const waits: number[] = [];
  for (let turn = 1; turn <= 6; turn++) {
    const { rows } = aPost([{ ...mail, nextTryAt: 0 }], { refuses: () => true });
    mail = rows.get("a") ?? mail;
    waits.push(Math.ceil((mail.nextTryAt - NOW) / 300_000));
  }
  expect(waits.slice(0, 5)).toEqual([1, 2, 4, 8, 16]);
  expect(mail).toMatchObject({ state: "failed", tries: 6, error: "no" });
});

test("a refused mail stops no other, three in a row stop the run", () => {
  const mails = ["a", "b", "c", "d", "e"].map((id) => aMail(id));
  const one = aPost(mails, { refuses: (to) => to.startsWith("a") });
  expect(one.log.filter((line) => line.startsWith("→"))).toHaveLength(4);
  expect(one.result).toEqual({ waiting: 1, stuck: 0, left: 96 });
  const all = aPost(mails, { refuses: () => true });
  expect([...all.rows.values()].map(({ tries }) => tries)).toEqual([1, 1, 1, 0, 0]);
});

test("a mail whose row is gone is not sent", () => {
  expect(aPost([aMail("a"), aMail("b")], { gone: "a" }).log).toEqual([
    "",
    "b sending",
    "→ b@example.com: about b",
    "b sent",
  ]);
});
