import { pictured } from "../../../src/domain/outbox/pictures.ts";
import type { ReportRequest } from "../../../src/domain/report/report.ts";
import { weekDigest } from "../../../src/domain/report/week-digest.ts";
import { weekToTell } from "../../../src/domain/report/week-to-tell.ts";
import type { TicketState } from "../../../src/domain/ticket/ticket.ts";
import { at } from "../sla/desk-week.ts";
import { aTicket, report } from "./report-of.ts";

const NEXT_MONDAY = at("Mon 09:00") + 7 * 24 * 3_600_000;
const FRAME = {
  charts: [
    { key: "flow", title: "Created, resolved, backlog" },
    { key: "ages", title: "Backlog by days and priority" },
  ],
  ...{ url: "https://docs.example.com/d/1?a=1&b=2", timeZone: "UTC" },
};
const WEEK: Pick<ReportRequest, "period"> = {
  period: { kind: "custom", fromOn: "2026-03-02", toOn: "2026-03-08" },
};

const digest = (states: readonly TicketState[]) => weekDigest(report(states, NEXT_MONDAY, WEEK), FRAME);

const HOSTILE = `<img src=x onerror="alert('1')">&\r\n=HYPERLINK("http://x")\u2028x`;
const late = (id: string, category: string): TicketState => aTicket(id, "Mon 10:00", [], { category });
const inTime = aTicket("T-1", "Mon 10:00", [["Mon 11:00", "status", { category: "resolved" }]]);

describe("which week is told", () => {
  const HOUR = 3_600_000;
  const berlin = (): number => HOUR;
  test.each([
    ["2026-03-02T06:59:59Z", undefined],
    ["2026-03-02T07:00:00Z", "2026-W09 2026-02-23 2026-03-01"],
    ["2026-03-08T22:59:59Z", "2026-W09 2026-02-23 2026-03-01"],
    ["2026-03-08T23:00:00Z", undefined],
    ["2026-01-05T07:00:00Z", "2026-W01 2025-12-29 2026-01-04"],
    ["2027-01-04T12:00:00Z", "2026-W53 2026-12-28 2027-01-03"],
    ["2027-01-13T12:00:00Z", "2027-W01 2027-01-04 2027-01-10"],
  ])("at %s", (instant, week) => {
    const told = weekToTell(Date.parse(instant), berlin);
    expect(told && `${told.name} ${told.fromOn} ${told.toOn}`).toBe(week);
  });
});

describe("what is told of a week", () => {
  test.each([
    ["an empty desk", [], "Helpdesk, week of 2 Mar: no tickets in this week"],
    ["nothing solved yet, and nothing late", [aTicket("T-1", "Sun 10:00", [])], /: no resolution decided, backlog 1$/],
    ["one in time", [inTime], "Helpdesk, week of 2 Mar: 100% quality attainment, backlog 0"],
    ["two of three late", [inTime, late("T-2", ""), late("T-3", "")], /: 33% quality attainment, backlog 2$/],
  ] as const)("the subject, of %s", (_name, states, subject) => {
    const said = digest(states);
    expect(said.subject).toEqual(typeof subject === "string" ? subject : expect.stringMatching(subject));
    expect(said.subject + said.text + said.html).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
  });

  test("an empty week is one sentence, and shows no charts", () => {
    const { text, html } = digest([]);
    expect(text).toContain("There were no tickets in this week.");
    expect(text).not.toContain("Quality attainment");
    expect(html).not.toContain("<img");
  });

  test("five tiles with value, change and n; the week's figures; and where they come from", () => {
    const { text } = digest([inTime, late("T-2", "Access")]);
    const [heading, ...parts] = text.split("\n\n");
    expect(heading).toBe("How well issues got fixed, week of 2 Mar");
    expect(parts.slice(0, 5).map((part) => part.split("\n")[0])).toEqual([
      ...["Quality attainment: 50%", "First response, median: 1 h", "Resolution, median: 1 h"],
      ...["Reopen rate: 0%", "Backlog: 1"],
    ]);
    expect(parts[0]).toContain("\n  nothing to compare with before\n  n = 2, 95 % sure: ");
    expect(parts[4]).toContain("▲ 1 to the period before");
    expect(parts[5]).toContain("  Created: 2; Resolved: 1; Reopened: 0; Backlog: 1.");
    expect(parts[5]).toContain("  Resolutions met: 1; late: 0; still open and late: 1.");
    expect(parts[5]).toContain("  No ticket is lost.");
    expect(text).toContain("From Monday 2026-03-02 to Sunday 2026-03-08 in UTC");
    expect(text).not.toContain("cid:");
  });

  test("the HTML says the same, with the charts and what they are called", () => {
    const { html } = digest([inTime]);
    expect(html).toContain('<p><img src="cid:flow" alt="Created, resolved, backlog"></p>');
    expect(html.match(/<img /g)).toHaveLength(2);
    expect(html).toContain("d/1?a=1&amp;b=2");
    expect(html).toContain("<b>Quality attainment: 100%</b>");
  });

  test("what comes from outside is escaped, on one line, and cut", () => {
    const { text, html } = digest([late("T-1", HOSTILE), late("T-2", "x".repeat(500))]);
    const line = text.split("\n").find((one) => one.includes("Breaches by category")) ?? "";
    expect(line).toContain('<img src=x onerror="alert(');
    expect(line.length).toBeLessThan(150);
    expect(html).not.toContain("<img src=x");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(");
    expect(html.length).toBeLessThan(10_000);
  });

  test("many categories: the three largest, and the rest as a sum", () => {
    const states = ["a", "a", "b", "c", "d", "e"].map((category, index) => late(`T-${index}`, category));
    expect(digest(states).text).toMatch(/Breaches by category: a \d+, b \d+, c \d+, others \d+\./);
  });
});

describe("pictures that could not be had", () => {
  const body = digest([inTime]);
  const BLOB = { name: "a picture" };

  test("are a sentence in their place, in text and HTML; others go along", () => {
    const missing = new Map([["ages", "The chart “<b>” could not be drawn."]]);
    const { text, html, pictures } = pictured(body, { taken: new Map([["flow", BLOB]]), missing });
    expect(pictures).toEqual({ flow: BLOB });
    expect(html).toContain("cid:flow");
    expect(html).not.toContain("cid:ages");
    expect(html).toContain("<p>The chart “&lt;b&gt;” could not be drawn.</p>");
    expect(text).toBe(`${body.text}\n\nThe chart “<b>” could not be drawn.`);
  });

  test("one reason for all is said once in the text; what the HTML does not show is not attached", () => {
    const missing = new Map(["flow", "ages"].map((key) => [key, "The sheet is gone."]));
    const { text, pictures } = pictured(body, { taken: new Map([["vips", BLOB]]), missing });
    expect(text).toBe(`${body.text}\n\nThe sheet is gone.`);
    expect(pictures).toEqual({});
  });
});
