import { type Desk, digestsOf } from "../../../src/domain/warning/digest.ts";
import { addressOf, leadsAmong, type Person } from "../../../src/domain/warning/recipients.ts";
import { tellingsOf, type Telling, type ToldTicket } from "../../../src/domain/warning/told-ticket.ts";
import { at, foldLines, opened, rules } from "../sla/desk-week.ts";

const HOUR_MS = 3_600_000;
const PEOPLE: readonly Person[] = [
  { email: "lea@example.com", name: "Lea", isLead: true },
  { email: "ben@example.com", name: "Ben", isLead: false },
  { email: "no address", name: "Ghost", isLead: true },
  { email: "tim.1@example.com", name: "Tim", isLead: false },
  { email: "tim.2@example.com", name: "tim", isLead: false },
];
const DESK: Desk = {
  ...{ people: PEOPLE, owner: "olga@example.com", url: "https://docs.example.com/d/1?a=1&b=2" },
  ...{ timeZone: "Europe/Berlin", offsetMs: () => HOUR_MS },
};

const dueSoon: Telling = { metric: "resolution", threshold: 90, dueAt: at("Mon 15:00"), remainingMs: 80 * 60_000 };
const breached: Telling = { metric: "firstResponse", threshold: 100, dueAt: at("Mon 09:30"), remainingMs: -30_000 };

const aTicket = (number: number, changes: Partial<ToldTicket> = {}): ToldTicket => ({
  ...{ ticketId: `T-${number}`, subject: `Issue ${number}`, requester: "carla@example.com", requesterName: "Carla" },
  ...{ assignee: "ben@example.com", tellings: [dueSoon], ...changes },
});

describe("whose a ticket is", () => {
  test.each([
    ["ben@example.com", "ben@example.com"],
    [" new.agent@example.com ", "new.agent@example.com"],
    ["BEN", "ben@example.com"],
    ["Tim", undefined],
    ["Ghost", undefined],
    ["nobody", undefined],
    ["", undefined],
    ["a@b.example, c@d.example", undefined],
  ])("assigned to “%s”", (assignee, address) => {
    expect(addressOf(assignee, PEOPLE)).toBe(address);
  });

  test("escalations go to leads who have an address, else to the owner, if there is one", () => {
    expect(leadsAmong(PEOPLE, "olga@example.com")).toEqual(["lea@example.com"]);
    expect(leadsAmong(PEOPLE.slice(1), "olga@example.com")).toEqual(["olga@example.com"]);
    expect(leadsAmong([], "unknown")).toEqual([]);
  });
});

describe("digests", () => {
  const tickets = [aTicket(1), aTicket(2, { tellings: [breached, dueSoon] }), aTicket(3, { assignee: "Lea" })];
  const digests = digestsOf(tickets, DESK);

  test("are one mail a person, of what is theirs; a lead who works on a ticket gets one too", () => {
    expect(digests.map(({ to, subject, about }) => [to, subject, about.join()])).toEqual([
      ["ben@example.com", "1 ticket breached, 1 due soon", "T-1,T-2"],
      ["lea@example.com", "1 ticket breached, 2 due soon", "T-1,T-2,T-3"],
    ]);
  });

  test("say it in plain text, the breached first, in the desk's zone", () => {
    expect(digests[0]?.text.split("\n\n").slice(0, 5)).toEqual([
      "Breached",
      [
        "T-2 Issue 2",
        "  First response was due Mon 2 Mar 2026, 10:30; over by less than a minute of working time.",
        "  Resolution is due Mon 2 Mar 2026, 16:00; 1 h 20 min of working time left.",
        "  Requester: Carla (carla@example.com). Assignee: ben@example.com.",
      ].join("\n"),
      "Due soon",
      [
        "T-1 Issue 1",
        "  Resolution is due Mon 2 Mar 2026, 16:00; 1 h 20 min of working time left.",
        "  Requester: Carla (carla@example.com). Assignee: ben@example.com.",
      ].join("\n"),
      "Open the desk: https://docs.example.com/d/1?a=1&b=2",
    ]);
    expect(digests[0]?.text).toContain("Times are of Europe/Berlin");
  });

  test("escape whatever comes from outside, and keep it on one line", () => {
    const hostile = `<img src=x onerror="alert('1')">&\r\nBcc: all@example.com\u2028x`;
    const [mail] = digestsOf([aTicket(1, { subject: hostile, requesterName: hostile, requester: "<b>" })], DESK);
    expect(mail?.html.replace(/<\/?(div|h3|p|b|br|a)( (style|href)="[^"<>]*")?>/g, "")).not.toMatch(/[<>"']/);
    expect(mail?.html).toContain('href="https://docs.example.com/d/1?a=1&amp;b=2"');
    expect(mail?.text).toContain(`T-1 <img src=x onerror="alert('1')">& Bcc: all@example.com x\n`);
    expect(mail?.subject).toBe("1 ticket due soon");
  });

  test("fit into a cell however many tickets and however long their texts", () => {
    const long = `<${"&'".repeat(300)}`;
    const many = Array.from({ length: 300 }, (_, index) =>
      aTicket(index + 1, {
        subject: long,
        requester: long,
        requesterName: long,
        tellings: [breached, breached, dueSoon],
      }),
    );
    const [mail] = digestsOf(many, DESK);
    expect(Math.max(mail?.text.length ?? 0, mail?.html.length ?? 0)).toBeLessThan(49_999);
    expect(mail?.subject).toBe("300 tickets breached");
    expect(mail?.text).toContain("And 275 more: see the column SLA in Tickets.");
  });

  test("none where nobody can be told", () => {
    expect(digestsOf([aTicket(1, { assignee: "" })], { ...DESK, people: [], owner: "unknown" })).toEqual([]);
  });
});

describe("what marks still mean", () => {
  const { calendarOf } = rules;
  const marks = [
    ["firstResponse", 0, 75, at("Mon 10:00")],
    ["firstResponse", 0, 90, at("Mon 10:00")],
    ["resolution", 0, 75, at("Mon 17:00")],
  ] as const;
  const start = opened("Mon 09:00", "High");
  const told = (lines: Parameters<typeof foldLines>[0], now: string) =>
    tellingsOf(foldLines(lines), marks, at(now), calendarOf).map(({ metric, threshold, remainingMs }) => [
      metric,
      threshold,
      remainingMs / 60_000,
    ]);

  test("the last of each clock, with the time left now", () => {
    expect(told(start, "Mon 09:55")).toEqual([
      ["firstResponse", 90, 5],
      ["resolution", 75, 425],
    ]);
  });

  test("nothing of a clock that was answered, waits or was resolved meanwhile", () => {
    expect(told([...start, ["Mon 09:54", "agent_reply"]], "Mon 09:55")).toEqual([["resolution", 75, 425]]);
    expect(told([...start, ["Mon 09:54", "status", { category: "waiting" }]], "Mon 09:55")).toEqual([
      ["firstResponse", 90, 5],
    ]);
    expect(told([...start, ["Mon 09:54", "status", { category: "resolved" }]], "Mon 09:55")).toEqual([]);
  });
});
