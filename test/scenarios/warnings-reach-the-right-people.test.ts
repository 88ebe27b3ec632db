import { aCompany, BEN, type Company, OWNER, verify } from "./company.ts";

// Monday 9:00 at the start. Medium: answer in 4 h, resolve in 24 h of 9–17; 75 % of the answer at 12:00, 90 % at 12:36.

/** Lets the timers run until a time of a day of March 2026; the 2nd is a Monday. */
const until = ({ workspace: { clock } }: Company, day: number, time: string): void => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  clock.advance(Date.UTC(2026, 2, day, hours, minutes) - clock.now());
};
const told = ({ workspace }: Company): string[] => workspace.mails.map(({ to, subject }) => `${to.join()}: ${subject}`);
const bodyTo = ({ workspace }: Company, to: string): string =>
  workspace.mails.filter((mail) => mail.to.includes(to)).at(-1)?.body ?? "";

test("a warning goes to the assignee and the lead, in one mail each, once", () => {
  const company = aCompany({ tickets: 2 });
  until(company, 2, "11:59");
  expect(told(company)).toEqual([]);
  until(company, 2, "12:10");
  expect(told(company)).toEqual([`${BEN}: 2 tickets due soon`, `${OWNER}: 2 tickets due soon`]);
  until(company, 2, "12:35");
  expect(company.workspace.mails).toHaveLength(2);
  expect(bodyTo(company, BEN)).toContain("T-1 Issue 1");
  expect(verify(company).differences).toEqual([]);
});
