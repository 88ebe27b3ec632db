import { apiWrite } from "../emulator/people/api-write.ts";
import { aCompany, type Company, setUp, verify } from "./company.ts";
import { question } from "./question.ts";
import { ticketRows } from "./sheets.ts";

const HOUR_MS = 3_600_000;
const BEN = "ben@example.com";

const verdicts = (company: Company): unknown[] => ticketRows(company.book).map(({ SLA }) => SLA);

test("a ticket's clocks run, warn, breach and stop, by policies and opening hours on sheets", () => {
  const company = aCompany({ tickets: 1 }); // Monday 9:00, Medium: answer in 4 h, resolve in 24 h of 9–17
  expect(ticketRows(company.book)[0]).toMatchObject({ SLA: "On track", "Time left": 4 });
  company.workspace.clock.advance(3.2 * HOUR_MS);
  expect(verdicts(company)).toEqual(["Due soon"]);
  company.workspace.clock.advance(HOUR_MS);
  expect(verdicts(company)).toEqual(["Breached"]);
  expect(verify(company).differences).toEqual([]);
});

test("waiting for the requester pauses the resolution, and what is resolved in time is met", () => {
  const company = aCompany({ tickets: 2 });
  company.ana.type("Tickets", "C2", "Pending");
  expect(ticketRows(company.book)[0]).toMatchObject({ "Resolution due": "" });
  company.ana.type("Tickets", "C3", "Resolved");
  expect(verdicts(company)[1]).toBe("Met");
  expect(ticketRows(company.book)[1]).toMatchObject({ "Next SLA instant": "", "Time left": "" });
});

test("another priority brings its own target, and the time used stays used", () => {
  const company = aCompany({ tickets: 1 });
  company.workspace.clock.advance(0.5 * HOUR_MS);
  company.ana.type("Tickets", "D2", "High"); // answer within an hour, half of it is used
  const left = Number(ticketRows(company.book)[0]?.["Time left"]);
  expect(left).toBeGreaterThan(0.4);
  expect(left).toBeLessThan(0.51);
});

test("what a large save of scattered rows left of the SLA columns is caught up with by the timer", () => {
  const company = aCompany();
  company.ana.insertRows("Tickets", 200, 3400);
  for (const first of [2, 1702]) {
    const rows = Array.from({ length: 1700 }, (_, index) => [`Issue ${first + index}`, "Open", "Medium"]);
    company.ana.paste("Tickets", `B${first}`, rows);
  }
  const scattered = Array.from({ length: 110 }, (_, index) => 2 + index * 30);
  for (const row of scattered) apiWrite(company.book, { sheet: "Tickets", a1: `C${row}` }, [["Resolved"]]);
  company.workspace.clock.advance(3 * 5 * 60_000);
  const rows = ticketRows(company.book);
  expect(scattered.map((row) => rows[row - 2]).filter((row) => row?.["SLA"] !== "Met")).toEqual([]);
}, 30_000);

test("a VIP has half the time", () => {
  const company = aCompany();
  company.owner.type("People", "A4", BEN);
  company.owner.type("People", "D4", "yes");
  setUp(company);
  company.ana.paste("Tickets", "B2", [["Slow laptop", "Open", "Medium", "", BEN]]);
  expect(ticketRows(company.book)[0]).toMatchObject({ SLA: "On track", "Time left": 2 });
});

test("a mistake in a policy is marked on its cell, and the last valid version stays in force", () => {
  const company = aCompany();
  company.owner.type("SLA policies", "D4", "soon");
  setUp(company);
  const grid = company.book.grids.find(({ name }) => name === "SLA policies");
  expect(grid?.noteAt(3, 3)).toMatch(/“soon” is no time.*last valid version/);
  company.ana.paste("Tickets", "B2", [["Slow laptop", "Open", "Medium"]]);
  expect(ticketRows(company.book)[0]).toMatchObject({ "Time left": 4 });
});

test("whoever was answered on the spot waits for no first response", () => {
  const company = aCompany();
  company.ana.call("sidebarLogTicket", question({ answeredLive: true }));
  company.ana.call("sidebarLogTicket", question({ requestId: "q2", channel: "mail", answeredLive: true }));
  const [called, wrote] = ticketRows(company.book);
  expect(called).toMatchObject({ "First response due": "", "First responded": called?.["Created"], SLA: "On track" });
  expect(wrote).toMatchObject({ "First responded": "" });
  expect(wrote?.["First response due"]).not.toBe("");
  expect(verify(company).differences).toEqual([]);
});
