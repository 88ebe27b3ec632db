import { aCompany, ask, setUp, verify } from "./company.ts";
import { gridOf, historyOf, ticketRows } from "./sheets.ts";
import { epochOf } from "../emulator/values/serial.ts";

const FIVE_MINUTES = 5 * 60_000;
const HOUR = 3_600_000;

const LOCALES = ["en_US", "de_DE", "en_GB", "ja_JP"];
const ZONES = ["Etc/UTC", "Europe/Berlin", "America/New_York", "Pacific/Chatham"];
/** Shortly before and after clocks change in Berlin, New York and Chatham, and an ordinary day. */
const INSTANTS = [
  ["an ordinary day", "2026-03-02T09:00:00Z"],
  ["the night when Berlin's clocks go forward", "2026-03-29T00:59:30Z"],
  ["the night when New York's clocks go back", "2026-11-01T05:59:30Z"],
  ["the hour that Chatham has twice", "2026-04-04T14:15:00Z"],
] as const;

describe.each(LOCALES)("in %s", (locale) => {
  const TEXTS = ["1,5", "1.5", "3.2.2026", "2/3/2026", "12:30", "5 %", "1.000,00", "WAHR", "TRUE", "3. März", "3月2日"];

  test("texts through the sidebar and into text columns stay texts", () => {
    const company = aCompany({ tickets: TEXTS.length, locale });
    company.ana.paste(
      "Tickets",
      "L2",
      TEXTS.map((text) => [text]),
    );
    TEXTS.forEach((text, index) =>
      ask(company.ben, "sidebarLogTicket", {
        ...{ requestId: `r${index}`, requester: text, requesterName: text, subject: text, description: text },
        ...{ category: "", priority: "High", channel: "phone", loggedOnBehalfOf: "" },
      }),
    );
    const rows = ticketRows(company.book);
    expect(rows.slice(0, TEXTS.length).map(({ Tags }) => Tags)).toEqual(TEXTS);
    expect(rows.slice(TEXTS.length).map(({ Subject, Requester }) => [Subject, Requester])).toEqual(
      TEXTS.map((text) => [text, text]),
    );
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    expect(verify(company)).toMatchObject({
      text: `${2 * TEXTS.length} tickets, ${3 * TEXTS.length} events, 0 conversations, 0 mails, 0 differences`,
    });
  });

  test("numbers and dates in a company's own column are recorded as what they are", () => {
    const company = aCompany({ tickets: 2, locale });
    company.ana.insertColumns("Tickets", 4, 1);
    company.ana.type("Tickets", "D1", "Own");
    const decimal = locale === "de_DE" ? "12,5" : "12.5";
    const day = { en_US: "3/2/2026", de_DE: "2.3.2026", en_GB: "2/3/2026", ja_JP: "2026/3/2" }[locale] ?? "";
    company.ana.type("Tickets", "D2", decimal);
    company.ana.type("Tickets", "D3", day);
    expect(
      historyOf(company.book)
        .slice(-2)
        .map(({ set }) => set["c1"]),
    ).toEqual([12.5, { date: "2026-03-02T00:00:00" }]);
    company.ana.deleteRows("Tickets", 2, 2);
    for (const ticketId of ["T-1", "T-2"]) ask(company.ana, "sidebarRestore", { requestId: ticketId, ticketId });
    expect(ticketRows(company.book).map(({ Own }) => Own)).toEqual([12.5, 46083]);
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    expect(verify(company).differences).toEqual([]);
  });

  test("set-up, statuses and refusals work as everywhere", () => {
    const company = aCompany({ tickets: 1, locale });
    company.ana.type("Tickets", "C2", "resolved");
    expect(ticketRows(company.book)[0]).toMatchObject({ Status: "Resolved" });
    company.ana.type("Tickets", "C2", "erledigt");
    expect(company.ana.toasts.at(-1)?.message).toMatch(/"erledigt" is not a status/);
    expect(setUp(company)).toMatch(/nothing was changed/);
    expect(verify(company).differences).toEqual([]);
  });
});

describe.each(ZONES)("in the zone %s", (timeZone) => {
  test.each(INSTANTS)("on %s, Updated shows the instant of the edit", (_what, instant) => {
    const company = aCompany({ tickets: 1, timeZone }, { now: Date.parse(instant) - 2 * HOUR });
    company.workspace.clock.reach(Date.parse(instant));
    const at = company.workspace.clock.now();
    company.ana.type("Tickets", "C2", "Pending");
    const updated = Number(ticketRows(company.book)[0]?.["Updated"]);
    const shownAt = epochOf(updated, timeZone);
    const isTwice = /back|twice/.test(_what);
    expect(Math.abs(shownAt - at) % (isTwice ? HOUR : Infinity)).toBeLessThan(60_000);
    company.workspace.clock.advance(3 * HOUR);
    const edits = historyOf(company.book).filter(({ type }) => type !== "warned");
    expect(edits).toHaveLength(2);
    expect(verify(company).differences).toEqual([]);
  });

  test("dates in a company's own column are walls clocks' and survive a restore and the change of clocks", () => {
    const company = aCompany({ tickets: 3, timeZone });
    company.ana.insertColumns("Tickets", 4, 1);
    company.ana.type("Tickets", "D1", "When");
    company.ana.paste("Tickets", "D2", [["3/29/2026 2:30:00"], ["11/1/2026 1:30:00"], ["4/5/2026 2:50:00"]]);
    const before = ticketRows(company.book).map(({ When }) => When);
    company.workspace.clock.advance(24 * HOUR);
    const events = historyOf(company.book).length;
    company.ana.deleteRows("Tickets", 2, 3);
    for (const ticketId of ["T-1", "T-2", "T-3"]) ask(company.ana, "sidebarRestore", { requestId: ticketId, ticketId });
    const after = ticketRows(company.book).map(({ When }) => When);
    // Of a skipped hour Sheets itself hands out another time; the others come back as they were.
    expect(after.filter((when, index) => when === before[index]).length).toBeGreaterThanOrEqual(2);
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    expect(historyOf(company.book)).toHaveLength(events + 6);
    expect(verify(company).differences).toEqual([]);
  });
});

test("a zone that is changed later makes no edits, and the next edit is shown in the new zone", () => {
  const company = aCompany({ tickets: 2, timeZone: "Europe/Berlin" });
  company.ana.insertColumns("Tickets", 4, 1);
  company.ana.type("Tickets", "D1", "When");
  company.ana.type("Tickets", "D2", "3/2/2026 10:00:00");
  const events = historyOf(company.book).length;
  company.book.timeZone = "America/New_York";
  company.workspace.clock.advance(2 * FIVE_MINUTES);
  expect(historyOf(company.book)).toHaveLength(events);
  setUp(company);
  company.workspace.clock.advance(2 * FIVE_MINUTES);
  expect(historyOf(company.book)).toHaveLength(events);
  company.ana.type("Tickets", "C2", "Pending");
  const updated = Number(ticketRows(company.book)[0]?.["Updated"]);
  expect(Math.abs(epochOf(updated, "America/New_York") - company.workspace.clock.now())).toBeLessThan(60_000);
  expect(historyOf(company.book).at(-1)).toMatchObject({ set: { status: "Pending" } });
  expect(gridOf(company.book, "Tickets").valueAt(1, 3)).toBeCloseTo(46083.4167, 3);
  expect(verify(company).differences).toEqual([]);
});
