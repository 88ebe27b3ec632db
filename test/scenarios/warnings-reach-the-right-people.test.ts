import { aCompany, ANA, BEN, type Company, OWNER, setUp, verify } from "./company.ts";
import { marksIn } from "./mail-wrongs.ts";
import { cell, historyOf, outboxRows, ticketRows } from "./sheets.ts";
import { bodyTo, hourly, told, until } from "./warnings.ts";

// Monday 9:00 at the start, open 9–17. Medium: answer in 4 h, resolve in 24 h; 75 % of the answer at 12:00, 90 % at 12:36.

test("a warning goes to the assignee and the lead, in one mail each, once", () => {
  const company = aCompany({ tickets: 2 });
  until(company, 2, "11:59");
  expect(told(company)).toEqual([]);
  until(company, 2, "12:35");
  expect(told(company)).toEqual([`${BEN}: 2 tickets due soon`, `${OWNER}: 2 tickets due soon`]);
  expect(bodyTo(company, BEN)).toMatch(
    /T-1 Issue 1\n {2}First response is due Mon 2 Mar 2026, 13:00; 5\d min of working time left\.\n/,
  );
  until(company, 2, "12:55");
  expect(told(company).slice(2)).toEqual([`${BEN}: 2 tickets due soon`, `${OWNER}: 2 tickets due soon`]);
  until(company, 2, "17:00");
  expect(told(company).slice(4)).toEqual([`${BEN}: 2 tickets breached`, `${OWNER}: 2 tickets breached`]);
  expect(bodyTo(company, BEN)).toMatch(/First response was due Mon 2 Mar 2026, 13:00; over by .* of working time\./);
  expect(company.workspace.mails.every(({ from, body }) => from === OWNER && body.includes(company.book.url))).toBe(
    true,
  );
  expect(verify(company).differences).toEqual([]);
});

test("rows that people insert into History hide no warning", () => {
  const company = aCompany({ tickets: 2 });
  company.ben.insertRows("History", 2, 3);
  until(company, 2, "12:35");
  expect(told(company)).toEqual([`${BEN}: 2 tickets due soon`, `${OWNER}: 2 tickets due soon`]);
  expect(verify(company).differences).toEqual([]);
});

test("being told updates no ticket: Updated and Updated by stay", () => {
  const company = aCompany({ tickets: 1 });
  const [before] = ticketRows(company.book);
  until(company, 2, "13:30");
  expect(marksIn(company).length).toBeGreaterThan(1);
  const [after] = ticketRows(company.book);
  expect([after?.["Updated"], after?.["Updated by"]]).toEqual([before?.["Updated"], before?.["Updated by"]]);
});

test("of several thresholds that passed since the last look only the highest is told", () => {
  const company = aCompany({ tickets: 1 });
  company.workspace.clock.reach(Date.UTC(2026, 2, 2, 14)); // no timer runs before
  company.project.run("onTimer", [], { trigger: "clock" });
  expect(told(company)).toEqual([`${BEN}: 1 ticket breached`, `${OWNER}: 1 ticket breached`]);
  expect(marksIn(company)).toHaveLength(1);
});

test("a raised priority that breaches at once is told within minutes", () => {
  const company = aCompany({ tickets: 2 });
  until(company, 2, "11:00");
  company.ana.type("Tickets", cell(company, "Priority", 3), "Urgent");
  until(company, 2, "11:06");
  expect(told(company)).toEqual([`${BEN}: 1 ticket breached`, `${OWNER}: 1 ticket breached`]);
  expect(bodyTo(company, BEN)).toContain("T-2 Issue 2");
});

test("nobody is told at night, at weekends and on holidays; what falls there is told when the desk opens", () => {
  const company = aCompany();
  company.owner.type("Holidays", "B2", "2026-03-09");
  setUp(company);
  until(company, 6, "16:10"); // Friday; 75 % of 4 h are on Tuesday at 11:10
  company.ana.paste("Tickets", "B2", [["Slow laptop", "Open", "Medium", BEN]]);
  until(company, 6, "16:50"); // 75 % of 30 min end after closing time
  company.ana.paste("Tickets", "B3", [["Fire", "Open", "Urgent", BEN]]);
  hourly(company, 12);
  const hours = company.workspace.mails.map(({ at }) => new Date(at).toISOString());
  expect(hours.filter((at) => !/^2026-03-(06|10|11|12)T(09|1[0-6]):/.test(at))).toEqual([]);
  expect(hours[0]).toMatch(/^2026-03-10T09:/);
  expect(bodyTo(company, BEN)).toContain("working time");
});

test("warnings of the resolution are dropped while a ticket waits, and come again when it goes on", () => {
  const company = aCompany({ tickets: 1 });
  const status = cell(company, "Status", 2);
  company.ana.type("Tickets", cell(company, "Priority", 2), "High"); // resolve in 8 h: 75 % at 15:00
  until(company, 2, "14:30");
  company.ana.type("Tickets", status, "Pending");
  const before = marksIn(company);
  until(company, 3, "16:00");
  expect(marksIn(company)).toEqual(before);
  company.ana.type("Tickets", status, "Open"); // half an hour before 75 % again
  until(company, 3, "16:25");
  expect(marksIn(company)).toEqual(before);
  until(company, 3, "16:40");
  expect(marksIn(company).slice(before.length)).toEqual([expect.stringMatching(/^T-1 resolution,0,75,/)]);
});

test("what is answered before the timer comes is told to nobody", () => {
  const company = aCompany({ tickets: 1 });
  until(company, 2, "11:58");
  company.workspace.clock.reach(Date.UTC(2026, 2, 2, 12, 2));
  company.ana.type("Tickets", cell(company, "Status", 2), "Resolved");
  until(company, 2, "16:00");
  expect(told(company)).toEqual([]);
});

describe("who is told", () => {
  const people = (company: Company, rows: string[][]): void => company.owner.paste("People", "A2", rows);
  const warned = (company: Company, assignee: string): string[] => {
    company.ana.type("Tickets", cell(company, "Assignee", 2), assignee);
    until(company, 2, "12:20");
    return company.workspace.mails.map(({ to }) => to.join());
  };

  test.each([
    ["an address", "zoe@example.com", ["zoe@example.com", OWNER]],
    ["a name in People", "ana A.", [ANA, OWNER]],
    ["a name that nobody has", "Nobody", [OWNER]],
    ["a name that two have", "Twin", [OWNER]],
    ["nobody", "", [OWNER]],
    ["the lead", "OLGA@example.com", ["OLGA@example.com"]],
    ["a formula's words", "=HYPERLINK(1)", [OWNER]],
  ])("assigned to %s", (_what, assignee, expected) => {
    const company = aCompany({ tickets: 1 });
    people(company, [
      [OWNER, "Olga", "lead"],
      [ANA, "Ana A.", "agent"],
      ["t1@example.com", "Twin", "agent"],
      ["t2@example.com", "Twin", "agent"],
    ]);
    expect(warned(company, assignee)).toEqual(expected);
  });

  test("every lead is told; where there is none, whoever set up the desk", () => {
    const company = aCompany({ tickets: 1 });
    people(company, [
      [ANA, "Ana", "lead"],
      ["dora@example.com", "Dora", "Lead"],
    ]);
    expect(warned(company, BEN)).toEqual([BEN, ANA, "dora@example.com"]);
    const other = aCompany({ tickets: 1 });
    people(other, [[OWNER, "Olga", "agent"]]);
    expect(warned(other, BEN)).toEqual([BEN, OWNER]);
  });

  test("nobody, where Warnings is off; on again, only what comes then", () => {
    const company = aCompany({ tickets: 1 });
    company.owner.type("Settings", "B4", "off");
    setUp(company);
    until(company, 2, "12:20");
    expect([told(company), marksIn(company)]).toEqual([[], []]);
    company.owner.type("Settings", "B4", "on");
    setUp(company);
    until(company, 2, "12:30");
    expect(told(company)).toEqual([]);
    until(company, 2, "12:50");
    expect(told(company)).toEqual([`${BEN}: 1 ticket due soon`, `${OWNER}: 1 ticket due soon`]);
  });
});

test("a hostile subject stays a text in sheet, mail and HTML", () => {
  const company = aCompany({ tickets: 1 });
  company.ana.type("Tickets", "B2", '\'=IMPORTXML("http://evil")</b><script>x</script>\nTo: eve@example.com');
  until(company, 2, "12:20");
  const [mail] = company.workspace.mails;
  expect(mail?.body).toContain('T-1 =IMPORTXML("http://evil")</b><script>x</script> To: eve@example.com\n');
  expect(mail?.htmlBody).toContain("&lt;/b&gt;&lt;script&gt;x&lt;/script&gt; To: eve@example.com</b>");
  expect(mail?.htmlBody).not.toContain("<script");
  expect(outboxRows(company.book)[0]).toMatchObject({ To: BEN, State: "sent", Text: mail?.body });
});

test("no run but the owner's timer sends anything", () => {
  const company = aCompany({ tickets: 3 });
  until(company, 2, "11:58");
  company.workspace.clock.reach(Date.UTC(2026, 2, 2, 12, 2));
  company.project.run("onTimer", [], { user: ANA, trigger: "clock" });
  expect([marksIn(company).length, told(company)]).toEqual([3, []]);
  until(company, 2, "12:20");
  expect(told(company)).toEqual([`${BEN}: 3 tickets due soon`, `${OWNER}: 3 tickets due soon`]);
  until(company, 2, "13:20");
  company.ana.type("Tickets", cell(company, "Priority", 2), "Urgent");
  until(company, 2, "13:40");
  const senders = company.workspace.executions.filter(({ calls }) => calls["MailApp.sendEmail"] !== undefined);
  expect(new Set(senders.map(({ functionName, user }) => `${functionName} ${user}`))).toEqual(
    new Set([`onTimer ${OWNER}`]),
  );
  expect(
    historyOf(company.book)
      .filter(({ type }) => type === "warned")
      .every(({ actor }) => actor === "Helpdesk"),
  ).toBe(true);
});
