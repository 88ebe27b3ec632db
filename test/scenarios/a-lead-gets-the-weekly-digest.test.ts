import { TransientError } from "../emulator/core/errors.ts";
import type { CallInfo, Execution } from "../emulator/core/execution.ts";
import { aCompany, ANA, ask, type Company, OWNER, reopened, setUp } from "./company.ts";
import { chartsOf } from "./report-view.ts";
import { CHARTS } from "./reported-week.ts";
import { outboxRows } from "./sheets.ts";
import { told, until } from "./warnings.ts";

const SUBJECT = "Helpdesk, week of 2 Mar: 33% quality attainment, backlog 2";

/** The next Monday at 7:58, after a week in which one of three tickets was solved in time; two leads, and the digest on. */
const open = ((): (() => Company) => {
  const company = aCompany({ tickets: 3 });
  const { owner, ana, workspace } = company;
  owner.paste("People", "A3", [[ANA, "Ana", "lead"]]);
  owner.type("Settings", "B4", "off");
  workspace.clock.pass(3_600_000);
  ana.type("Tickets", "C2", "Resolved");
  workspace.clock.reach(Date.UTC(2026, 2, 9, 7, 50));
  company.project.run("onTimer", [], { trigger: "clock" });
  owner.type("Settings", "B5", "on");
  workspace.clock.reach(Date.UTC(2026, 2, 9, 7, 58));
  const snapshot = workspace.snapshot();
  return () => reopened(snapshot);
})();

const hour = ({ project }: Company): ReturnType<Company["project"]["run"]> =>
  project.run("onHour", [], { trigger: "clock" });
const send = ({ project }: Company): ReturnType<Company["project"]["run"]> =>
  project.run("onTimer", [], { trigger: "clock" });
const calls = ({ workspace }: Company): number => workspace.executions[workspace.executions.length - 1]?.callCount ?? 0;

/** At 8:01 the hourly run, then the sender. */
function monday(company: Company): void {
  company.workspace.clock.reach(Date.UTC(2026, 2, 9, 8, 1));
  hour(company);
  send(company);
}

const pictures = ({ workspace }: Company): number[] =>
  workspace.mails.map(({ inlineImages }) => Object.keys(inlineImages).length);
const health = (company: Company): Record<string, unknown> | undefined =>
  (ask(company.ana, "sidebarHealth", {})["data"] as Record<string, unknown>[]).find(({ name }) => name === "Mail");

test("off until it is switched on, and then it costs no call", () => {
  const company = open();
  company.owner.type("Settings", "B5", "");
  monday(company);
  expect(outboxRows(company.book)).toEqual([]);
  hour(company);
  const off = calls(company);
  company.owner.type("Settings", "B5", "on");
  monday(company);
  expect(told(company)).toHaveLength(2);
  hour(company);
  expect(calls(company)).toBe(off);
});

test("on Monday at eight each lead gets one mail with a picture of each chart and the figures in words; nothing comes before, nor twice", () => {
  const company = open();
  hour(company);
  send(company);
  expect(outboxRows(company.book)).toEqual([]);
  until(company, 9, "10:10");
  expect(told(company)).toEqual([`${OWNER}: ${SUBJECT}`, `${ANA}: ${SUBJECT}`]);
  expect(pictures(company)).toEqual([CHARTS, CHARTS]);
  const [mail] = company.workspace.mails;
  expect(mail?.body).toMatch(/^How well issues got fixed, week of 2 Mar\n\nQuality attainment: 33\.3%\n {2}/);
  expect(mail?.body).toContain("Created: 3; Resolved: 1; Reopened: 0; Backlog: 2.");
  const shown = [...(mail?.htmlBody?.matchAll(/<img src="cid:(\w+)" alt="[^"]+">/g) ?? [])].map(([, key]) => key);
  expect(shown).toEqual(Object.keys(mail?.inlineImages ?? {}));
  for (const { contentType, data } of Object.values(mail?.inlineImages ?? {})) {
    expect(contentType).toBe("image/png");
    expect(Buffer.from(data, "base64").subarray(1, 4).toString()).toBe("PNG");
  }
  expect(outboxRows(company.book).map(({ Id, State }) => [Id, State])).toEqual([
    ["digest-2026-W10-1/2", "sent"],
    ["digest-2026-W10-2/2", "sent"],
  ]);
});

test("the next week has its own; a row deleted from the Outbox brings no mail back", () => {
  const company = open();
  monday(company);
  company.owner.deleteRows("Outbox", 2, 2);
  hour(company);
  send(company);
  expect(told(company)).toHaveLength(2);
  company.workspace.clock.reach(Date.UTC(2026, 2, 16, 8, 30));
  hour(company);
  send(company);
  expect(told(company).slice(2)).toEqual(
    [OWNER, ANA].map((lead) => expect.stringMatching(`^${lead}: Helpdesk, week of 9 Mar: `) as string),
  );
});

test("a chart that is gone, or can't be drawn: the mail leaves without it, and says so", () => {
  const company = open();
  company.workspace.clock.reach(Date.UTC(2026, 2, 9, 8, 1));
  hour(company);
  const charts = chartsOf(company);
  charts.splice(2, 1);
  let drawn = 0;
  company.workspace.onCall = ({ name }) => {
    if (name === "EmbeddedChart.getAs" && ++drawn === 1) throw new TransientError("Service Charts failed.");
  };
  send(company);
  expect(drawn).toBe(CHARTS - 1); // once for both leads
  expect(pictures(company)).toEqual([CHARTS - 2, CHARTS - 2]);
  for (const { body, htmlBody = "" } of company.workspace.mails) {
    expect(htmlBody.match(/<img /g)).toHaveLength(CHARTS - 2);
    for (const text of [body, htmlBody]) {
      expect(text).toMatch(/The chart “Created, resolved, backlog” could not be drawn: .*Service Charts failed/);
      expect(text).toContain("The chart “Resolutions met, late, still open” is not on the sheet SLA.");
    }
  }
});

test("without the sheet SLA, the figures in words leave alone; a person's own charts never leave", () => {
  const company = open();
  const [chart] = chartsOf(company);
  if (!chart) throw new Error("no chart");
  chartsOf(company).push({ ...structuredClone(chart), id: 77, options: { title: "Salaries" } });
  const snapshot = company.workspace.snapshot();
  monday(company);
  expect(pictures(company)).toEqual([CHARTS, CHARTS]);
  const other = reopened(snapshot);
  other.owner.deleteSheet("SLA");
  monday(other);
  expect(pictures(other)).toEqual([0, 0]);
  expect(other.workspace.mails[0]?.body).toMatch(/Created: 3;[^]*The sheet SLA is gone/);
});

test("only the owner's run writes it, whoever starts it by hand", () => {
  const company = open();
  company.workspace.clock.reach(Date.UTC(2026, 2, 9, 8, 1));
  company.project.run("onHour", [], { user: ANA });
  expect(outboxRows(company.book)).toEqual([]);
});

test("where it can't be written Health says why; it is written as soon as it can be", () => {
  const company = open();
  company.owner.moveColumns("Outbox", 1, 1, 4);
  monday(company);
  expect(health(company)).toMatchObject({ state: "problem" });
  company.owner.undo();
  expect(health(company)).toMatchObject({
    state: "warning",
    sentence: expect.stringContaining("The weekly digest is not written yet") as string,
  });
  hour(company);
  send(company);
  expect(told(company)).toHaveLength(2);
  expect(health(company)).toMatchObject({ state: "ok" });
});

test("a word that is neither on nor off is marked, and the digest stays as it was", () => {
  const company = open();
  company.owner.type("Settings", "B5", "sometimes");
  expect(setUp(company)).toContain('"Weekly digest" must be on or off, not "sometimes": on is used.');
});

/** Kills the first run of its kind before its n-th call. */
function killAt(company: Company, n: number, queued: "keep" | "drop"): (call: CallInfo) => void {
  let first: Execution | undefined;
  return (call) => {
    first ??= call.execution;
    if (call.execution !== first || call.n !== n) return;
    company.workspace.onCall = undefined;
    call.execution.kill({ queued });
  };
}

/** The timers' next runs, in their order. */
function afterwards(company: Company): void {
  const { clock } = company.workspace;
  for (const run of [send, hour, send]) {
    clock.reach(clock.now() + 30 * 60_000);
    run(company);
  }
}

/** Each lead got exactly one mail, or theirs is held for a person to decide. */
function wrongs({ book, workspace }: Company, mayBeHeld: boolean): string[] {
  const rows = outboxRows(book);
  const found = rows.length === 2 ? [] : [`${rows.length} rows`];
  for (const lead of [OWNER, ANA]) {
    const sent = workspace.mails.filter(({ to }) => to.includes(lead)).length;
    const isHeld = mayBeHeld && sent === 0 && rows.some(({ To, State }) => To === lead && State === "held");
    if (sent !== 1 && !isHeld) found.push(`${lead} got ${sent}`);
  }
  return found;
}

test("killed while it is written, at every call: the mails are written whole, and leave once", () => {
  const found: string[] = [];
  const counted = open();
  counted.workspace.clock.reach(Date.UTC(2026, 2, 9, 8, 1));
  hour(counted);
  const all = calls(counted);
  // What comes before are calls of the refresh alone, of which every third is enough.
  for (let n = all; n > 0; n -= n > all - 16 ? 1 : 3) {
    const company = open();
    company.workspace.clock.reach(Date.UTC(2026, 2, 9, 8, 1));
    company.workspace.onCall = killAt(company, n, n % 2 === 0 ? "keep" : "drop");
    hour(company);
    company.workspace.onCall = ({ name }) => {
      if (name === "EmbeddedChart.getAs") throw new TransientError("not now"); // drawing is slow, and told elsewhere
    };
    afterwards(company);
    found.push(...wrongs(company, false).map((wrong) => `at ${n}: ${wrong}`));
  }
  expect(found).toEqual([]);
  expect(all).toBeGreaterThan(20);
});

test("killed while charts are drawn or mails leave: nobody gets two", () => {
  const found: string[] = [];
  const written = open();
  written.workspace.clock.reach(Date.UTC(2026, 2, 9, 8, 1));
  hour(written);
  const snapshot = written.workspace.snapshot();
  const draws: number[] = [];
  written.workspace.onCall = ({ name, n }) => void (name === "EmbeddedChart.getAs" && draws.push(n));
  send(written);
  const all = calls(written);
  expect(draws).toHaveLength(CHARTS);
  const lastDrawn = draws[CHARTS - 1] ?? 0;
  for (const n of [draws[0] ?? 0, lastDrawn, ...Array.from({ length: all - lastDrawn }, (_, index) => all - index)]) {
    const company = reopened(snapshot);
    company.workspace.onCall = killAt(company, n, n % 2 === 0 ? "keep" : "drop");
    send(company);
    company.workspace.onCall = undefined;
    afterwards(company);
    found.push(...wrongs(company, n > lastDrawn).map((wrong) => `at ${n}: ${wrong}`));
  }
  expect(found).toEqual([]);
});
