import type { OverrideWish } from "../domain/deadline/override.ts";
import { Problem } from "../domain/problem.ts";
import { METRICS } from "../domain/sla/policy.ts";
import type { AnswerTo, Ask } from "../sidebar/api.ts";
import { overrideClock } from "../use-cases/override-clock.ts";
import { sidebarExplain } from "./explain.ts";
import { atSidebar, readTicket } from "./sidebar-calls.ts";

/** A lead changes a deadline under *Explain this deadline*, and sees it explained anew. */
export function sidebarOverride(question: Ask<"sidebarOverride">): AnswerTo<"sidebarOverride"> {
  const { ticketId, requestId } = question;
  const wish = wishIn(question);
  atSidebar((desk, workbook) =>
    overrideClock(desk, readTicket(workbook, ticketId), { wish, requestId, rules: workbook.rules.sla }),
  );
  const explanation = sidebarExplain({ ticketId });
  if (!explanation) throw new Problem("not-found", `History knows no ticket ${ticketId}.`);
  return explanation;
}

const CHOICES: readonly string[] = ["more", "exclude", "back"];

/** What a page sends may be anything. */
function wishIn({ clock, startAt, choice, targetMinutes, reason }: Ask<"sidebarOverride">): OverrideWish {
  if (!METRICS.includes(clock) || !CHOICES.includes(choice) || typeof reason !== "string")
    throw new Problem("invalid-input", "Choose a deadline and what becomes of it.", "choice");
  return { clock, startAt, choice, targetMinutes: Number(targetMinutes), reason };
}
