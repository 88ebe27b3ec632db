import { type Explanation, explainTicket } from "../domain/explanation/explain-ticket.ts";
import { wordsIn } from "../domain/explanation/in-words.ts";
import { Problem } from "../domain/problem.ts";
import { calendarNamed } from "../domain/sla-settings/named-calendar.ts";
import { slaRules } from "../domain/sla-settings/sla-settings.ts";
import { now } from "../google/session.ts";
import type { AnswerTo, Ask } from "../sidebar/api.ts";
import { eventsOfTicket } from "../workbook/history-of-ticket.ts";
import type { Memory } from "../workbook/memory.ts";
import { openTickets, rememberedSettings, rememberedSla } from "../workbook/save/open-desk.ts";
import { selectedRow } from "../workbook/selection.ts";
import type { Caller } from "./front-door.ts";

/** *Explain this deadline*, of a ticket by its number, or of the selected row; null where none is selected. Reads that ticket's events only. */
export const sidebarExplain = ({ ticketId }: Ask<"sidebarExplain">, { memory }: Caller): AnswerTo<"sidebarExplain"> =>
  explain(memory, ticketId);

export function explain(memory: Memory, ticketId: string | undefined): Explanation | null {
  const id = ticketId ?? selectedTicket(memory);
  if (id === undefined) return null;
  const events = eventsOfTicket(memory, id);
  const settings = rememberedSettings(memory);
  const sla = rememberedSla(memory);
  const at = now();
  const rules = { statuses: settings?.statuses ?? [], sla: slaRules(sla, settings?.reopenWithinDays ?? 0) };
  const explanation = explainTicket(events, {
    now: at,
    rules,
    words: wordsIn(settings?.timeZone ?? "Etc/UTC", at),
    calendarNamed: (name) => calendarNamed(sla, name),
  });
  if (!explanation) throw new Problem("not-found", `History knows no ticket ${id || "without a number"}.`);
  return explanation;
}

function selectedTicket(memory: Memory): string | undefined {
  const tickets = openTickets(memory);
  const rowNumber = selectedRow(tickets.sheet);
  if (rowNumber === undefined) return undefined;
  const [row] = tickets.readIdentities({ first: rowNumber, last: rowNumber });
  return row?.id || undefined;
}
