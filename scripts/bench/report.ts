import { intlOffsets } from "../../src/domain/calendar/offsets.ts";
import { workingTime } from "../../src/domain/calendar/working-time.ts";
import { foldTicket, type FoldRules } from "../../src/domain/deadline/fold-ticket.ts";
import type { NewEvent } from "../../src/domain/history/event.ts";
import { reportOf } from "../../src/domain/report/report.ts";
import { ticketReader } from "../../src/domain/report/judge.ts";
import { DEFAULT_STATUSES } from "../../src/domain/ticket/field.ts";
import type { TicketState } from "../../src/domain/ticket/ticket.ts";
import { decodeReported, encodeState } from "../../src/workbook/state-cell.ts";
import { type BenchRow, measure, OFFICE, POLICY, randomNumbers } from "./sla.ts";

const TICKETS = 100_000;
const FROM = Date.parse("2025-03-03T00:00Z");
const NOW = Date.parse("2026-03-02T12:00Z");
const HOUR = 3_600_000;

/** What a report costs, from State cells as they are read to its last table. */
export function benchReport(): BenchRow[] {
  const time = workingTime([OFFICE]);
  const rules: FoldRules = {
    statuses: DEFAULT_STATUSES,
    sla: { calendarOf: () => time, policyOf: () => POLICY, reopenDays: 14 },
  };
  const random = randomNumbers(11);
  const cells = Array.from({ length: TICKETS }, (_, index) => encodeState(ticket(index + 1, random, rules), index + 2));
  const report = (): number => {
    const read = ticketReader(NOW, () => time);
    const tickets = cells.flatMap((cell) => {
      const saved = decodeReported(cell);
      return saved ? [read(saved)] : [];
    });
    const made = reportOf({
      ...{ tickets, now: NOW, offsets: intlOffsets("Europe/Berlin"), calendars: () => time, staffing: time },
      ...{ period: { kind: "weeks", count: 52 }, filters: {}, isWithAgents: true, priorities: ["High", "Medium"] },
      numbers: { prefix: "T-", lastNumber: TICKETS, goneBy: () => undefined },
    });
    return (made.figures.quality.value ?? NaN) + made.curve.length;
  };
  return [measure(`report of ${TICKETS} tickets over 52 weeks, from their State cells`, 2000, report)];
}

/** Eight events over some days: opened, answered, given away, waiting, asked again, answered, solved, now and then reopened. */
function ticket(number: number, random: () => number, rules: FoldRules): TicketState {
  let at = FROM + Math.floor(random() * 364 * 24) * HOUR;
  let state: TicketState | undefined;
  const happen = (type: NewEvent["type"], set: NewEvent["set"], more: Partial<NewEvent> = {}): void => {
    const about = {
      seq: number * 10,
      ticketId: `T-${number}`,
      occurredAt: at,
      recordedAt: at,
      previous: state?.seq ?? 0,
    };
    const by = { actor: `agent${number % 7}@example.com`, role: "agent" as const, source: "sheet" as const };
    state = foldTicket(state, { ...about, ...by, type, set, ...more, seq: (state?.seq ?? number * 10) + 1 }, rules);
    at += Math.floor(random() * 8 * HOUR);
  };
  happen("created", fields(number, random), { policy: ["p", 1] });
  happen("reply", {});
  happen("edited", { assignee: `agent${number % 5}@example.com` });
  happen("edited", { status: "Pending" });
  happen("inbound", { status: "Open" }, { role: "requester" });
  happen("reply", {});
  if (random() < 0.95) happen("edited", { status: "Resolved" });
  if (random() < 0.1) happen("edited", { status: "Open" });
  if (!state) throw new Error("no ticket");
  return state;
}

function fields(number: number, random: () => number): NewEvent["set"] {
  return {
    ...{ subject: `Printer ${number} on floor ${number % 9} prints stripes`, status: "New", channel: "phone" },
    ...{ priority: random() < 0.3 ? "High" : "Medium", assignee: `agent${number % 7}@example.com` },
    ...{ requester: `person${number % 900}@example.com`, requesterName: `Person ${number % 900}` },
    ...{ category: ["Hardware", "Mail", "Access", "Other"][number % 4] ?? "", queue: number % 3 ? "Desk" : "Field" },
    description: `It began this morning at desk ${number}. Restarting did not help, and the others wait for their papers.`,
  };
}
