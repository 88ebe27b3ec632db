import { Problem } from "../domain/problem.ts";
import type { AnswerTo, Ask } from "../sidebar/api.ts";
import { overrideClock } from "../use-cases/override-clock.ts";
import { explain } from "./explain.ts";
import type { Sidebar } from "./sidebar-answer.ts";
import { readTicket } from "./sidebar-calls.ts";

/** A lead changes a deadline under *Explain this deadline*, and sees it explained anew. */
export function sidebarOverride(
  { ticketId, requestId, ...wish }: Ask<"sidebarOverride">,
  { desk, workbook, caller }: Sidebar,
): AnswerTo<"sidebarOverride"> {
  overrideClock(desk, readTicket(workbook, ticketId), { wish, requestId, rules: workbook.rules.sla });
  const explanation = explain(caller.memory, ticketId);
  if (!explanation) throw new Problem("not-found", `History knows no ticket ${ticketId}.`);
  return explanation;
}
