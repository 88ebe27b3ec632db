import { aCompany, type Company } from "./company.ts";
import { refresh } from "./report-view.ts";

const HOUR = 3_600_000;

/** How many charts an SLA sheet has as long as nobody wants figures of single people. */
export const CHARTS = 13;

/** Six tickets of Monday morning, some of them solved in working hours of the next days, and refreshed on Thursday. */
export function aReportedWeek(): Company {
  const company = aCompany({ tickets: 6 });
  const { ana, workspace } = company;
  ana.paste("Tickets", "D2", [["Urgent"], ["High"], ["Medium"], ["Low"], ["Medium"], ["High"]]);
  ana.paste("Tickets", "H2", [["Hardware"], ["Hardware"], ["Access"], ["Access"], ["Network"], ["Hardware"]]);
  workspace.clock.pass(2 * HOUR);
  ana.paste("Tickets", "C2", [["Resolved"], ["Resolved"], ["Resolved"]]);
  workspace.clock.pass(HOUR);
  ana.type("Tickets", "C4", "Open");
  workspace.clock.pass(70 * HOUR);
  refresh(company);
  return company;
}
