import { apiWrite } from "../emulator/people/api-write.ts";
import { aCompany, ask, type Company, reopened } from "./company.ts";
import { until } from "./warnings.ts";

/** T-1 to T-4 of Monday, one answered and solved, four communications (events 5 to 8), and by 12:10 two mails that T-2, T-3 and T-4 are due soon. */
export const open = ((): (() => Company) => {
  const company = aCompany({ tickets: 4 });
  const say = (ticketId: string, kind: string, text: string): void => {
    const wish = { requestId: `said-${text.slice(0, 20)}`, ticketId, changes: {}, said: { kind, text } };
    const { ok, problem } = ask(company.ana, "sidebarUpdateTicket", wish);
    if (!ok) throw new Error(JSON.stringify(problem));
  };
  say("T-1", "reply", "Take the stairs.");
  say("T-2", "note", "He means the lift.");
  say("T-1", "note", `${"The lift is old. ".repeat(20)}It will be mended on Monday.`);
  say("T-3", "note", "5");
  company.ana.type("Tickets", "C2", "Resolved");
  until(company, 2, "12:10");
  const snapshot = company.workspace.snapshot();
  return () => reopened(snapshot);
})();

/** Something that no person types: a script of somebody else's. */
export const script = (company: Company, sheet: string, a1: string, value: string | number): void =>
  apiWrite(company.book, { sheet, a1 }, [[value]]);
