import { intlOffsets } from "../domain/calendar/offsets.ts";
import { ticketReader } from "../domain/report/judge.ts";
import { type Report, reportOf, type ReportRequest } from "../domain/report/report.ts";
import type { ReportTicket } from "../domain/report/report-ticket.ts";
import { slaRules } from "../domain/sla-settings/sla-settings.ts";
import { GoneNumbers } from "../domain/ticket/gone-numbers.ts";
import type { DeskSettings } from "../domain/ticket/settings.ts";
import { GONE, type Memory, readHead, readLong } from "./memory.ts";
import { openTickets, rememberedSla } from "./save/open-desk.ts";
import { decodeReported } from "./state-cell.ts";
import { STATE_KEY } from "./ticket-columns.ts";

/** What a report is asked for. */
export type Asked = Pick<ReportRequest, "period" | "filters" | "isWithAgents">;

/** Reads one column of Tickets and says what the desk's report is, as of now. */
export function readReport(
  memory: Memory,
  settings: DeskSettings,
  { asked, now }: { asked: Asked; now: number },
): { report: Report; tickets: ReportTicket[] } {
  const sla = rememberedSla(memory);
  const calendars = slaRules(sla, settings.reopenWithinDays).calendarOf;
  const tickets = readTickets(memory, ticketReader(now, calendars));
  const gone = new GoneNumbers(readLong(memory, GONE) ?? "");
  const [calendar] = Object.keys(sla.calendars);
  const report = reportOf({
    ...{ tickets, now, calendars, offsets: intlOffsets(settings.timeZone), priorities: settings.priorities },
    ...{ period: asked.period, filters: asked.filters, isWithAgents: asked.isWithAgents },
    numbers: {
      ...{ prefix: settings.prefix, lastNumber: readHead(memory)?.lastNumber ?? 0 },
      goneBy: (number) => gone.byOf(number),
    },
    staffing: calendar === undefined ? undefined : calendars(calendar),
  });
  return { report, tickets };
}

/** By one read of one column; of a copied row that is not looked at yet the first counts. */
function readTickets(memory: Memory, read: ReturnType<typeof ticketReader>): ReportTicket[] {
  const tickets: ReportTicket[] = [];
  const seen = new Set<string>();
  for (const cell of openTickets(memory).cellsToEndOf(STATE_KEY)) {
    const saved = decodeReported(cell);
    if (!saved || seen.has(saved.id)) continue;
    seen.add(saved.id);
    tickets.push(read(saved));
  }
  return tickets;
}
