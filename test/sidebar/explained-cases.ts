import fc from "fast-check";
import type { Calendar } from "../../src/domain/calendar/calendar.ts";
import { explainTicket, type Explanation } from "../../src/domain/explanation/explain-ticket.ts";
import { wordsIn } from "../../src/domain/explanation/in-words.ts";
import type { TicketEvent } from "../../src/domain/history/event.ts";
import { calendarNamed } from "../../src/domain/sla-settings/named-calendar.ts";
import { slaRules, type SlaSettings } from "../../src/domain/sla-settings/sla-settings.ts";
import type { PolicyVersion } from "../../src/domain/sla/policy.ts";
import { DEFAULT_STATUSES } from "../../src/domain/ticket/field.ts";
import type { CaseInput } from "../../scripts/cases/sla-answers.ts";
import type { ClockInput } from "../../scripts/cases/sla-clock.ts";
import type { CaseEvent, TicketInput } from "../../scripts/cases/sla-ticket.ts";
import { arbitraryCalendar } from "../domain/calendar/arbitrary-calendar.ts";
import type { Corpus, CorpusCase } from "../domain/sla/corpus.ts";
import { aRecordedEvent } from "../support/tickets.ts";

type Told = readonly [at: number, changes: Partial<TicketEvent>];

const STATUSES = { open: "Open", waiting: "Pending", resolved: "Resolved", closed: "Closed" };
const POLICY: Partial<TicketEvent> = { policy: ["Standard", 1] };

/** A ticket of which something is told, explained at an instant. */
export interface ExplainedCase {
  readonly id: string;
  readonly calendar: Calendar;
  readonly targets: PolicyVersion["targets"];
  readonly told: readonly Told[];
  readonly now: number;
}

export function explained({ calendar, targets, told, now }: ExplainedCase): Explanation | undefined {
  const policy = { id: "Standard", version: 1, calendarId: "Office", targets };
  const sla: SlaSettings = {
    policies: [policy, { ...policy, version: 2, targets: { normal: { resolution: 77.5 }, high: { resolution: 5 } } }],
    ...{ calendars: { Office: [calendar] }, order: ["Standard"], vips: [] },
  };
  const events = told.map(([at, changes], index) => aRecordedEvent({ seq: index + 1, occurredAt: at, ...changes }));
  return explainTicket(events, {
    now,
    rules: { statuses: DEFAULT_STATUSES, sla: slaRules(sla, 14) },
    words: wordsIn("Etc/UTC", now),
    calendarNamed: (name) => calendarNamed(sla, name),
  });
}

/** The tickets, clocks and stretches of time of the shared corpus, each as a ticket. */
export function corpusTickets({ calendars, cases }: Corpus): ExplainedCase[] {
  return cases.flatMap((one) => {
    const found = one.calendar == null ? undefined : calendars[one.calendar];
    const parts = found && partsOf(one);
    if (!found || !parts) return [];
    const calendar = { ...found, ...(found.shifts && { exceptions: found.shifts }) };
    return [{ id: one.id, calendar, targets: { normal: { resolution: 480, firstResponse: 60 } }, ...parts }];
  });
}

/** The same with every instant some seconds later, each by others. */
export function offMinutes({ told, now, ...rest }: ExplainedCase): ExplainedCase {
  const later = told.map(([at, changes], index): Told => [at + index * 37_300 + 11_900, changes]);
  return { ...rest, told: later, now: now + told.length * 37_300 + 41_700 };
}

function partsOf({
  op,
  in: input,
}: CorpusCase): (Pick<ExplainedCase, "told" | "now"> & Partial<ExplainedCase>) | undefined {
  if (op === "elapsed") {
    const { start, end } = input as CaseInput;
    return { told: [created(Date.parse(start))], now: Date.parse(end) };
  }
  if (op === "clock") {
    const { start, pauses = [], stop } = input as ClockInput;
    const turns = pauses.flatMap(([from, to]): Told[] => [
      [Date.parse(from), { set: { status: "Pending" } }],
      [Date.parse(to), { set: { status: "Open" } }],
    ]);
    return stop === undefined ? undefined : { told: [created(Date.parse(start)), ...turns], now: Date.parse(stop) };
  }
  if (op !== "ticket") return undefined;
  const { events, targets, asOf } = input as TicketInput;
  if (asOf === undefined) return undefined;
  return { told: events.map(toldOf), now: Date.parse(asOf), targets: inMinutes(targets) };
}

const inMinutes = (targets: TicketInput["targets"]): PolicyVersion["targets"] =>
  Object.fromEntries(
    Object.entries(targets).map(([priority, row]) => [
      priority,
      Object.fromEntries(Object.entries(row ?? {}).map(([metric, seconds]) => [metric, Number(seconds) / 60])),
    ]),
  );

const created = (at: number): Told => [at, { type: "created", set: { status: "Open", priority: "normal" }, ...POLICY }];

function toldOf({ at, type, priority = "normal", vip, status = "open" }: CaseEvent): Told {
  const set = { ...(type !== "priority" && { status: STATUSES[status] }), priority };
  const changes: Record<string, Partial<TicketEvent>> = {
    created: { type: "created", set, ...POLICY, ...(vip && { vip }) },
    requester_message: { type: "inbound" },
    agent_reply: { type: "reply" },
    status: { set: { status: STATUSES[status] } },
    priority: { set: { priority } },
    vip: { type: "promised", vip: vip ?? false },
  };
  return [Date.parse(at), changes[type] ?? { type: "note" }];
}

const happening = fc.constantFrom<Partial<TicketEvent>>(
  { set: { status: "Pending" } },
  { set: { status: "Open" } },
  { set: { status: "Resolved" } },
  { set: { priority: "high" } },
  { type: "reply" },
  { type: "inbound" },
  { type: "promised", policy: ["Standard", 2] },
  { type: "promised", override: ["resolution", 1200], because: "Strike" },
  { type: "promised", override: ["resolution", 0], because: "Strike" },
);
/** To the ms, often less than a minute, now and then for weeks. */
const gapMs = fc.oneof(
  fc.integer({ min: 0, max: 130_000 }),
  fc.integer({ min: 0, max: 9 * 3_600_000 }),
  fc.integer({ min: 0, max: 20 * 86_400_000 }),
);

export const randomTicket: fc.Arbitrary<ExplainedCase> = fc
  .record({
    calendar: arbitraryCalendar,
    startMs: gapMs,
    happened: fc.array(fc.tuple(gapMs, happening), { maxLength: 9 }),
    lastMs: gapMs,
    targets: fc.constantFrom(
      { normal: { firstResponse: 60, nextResponse: 7.5, resolution: 480 }, high: { resolution: 61 } },
      { normal: { resolution: 1 }, high: { resolution: 0.5, firstResponse: 1 } },
    ),
  })
  .map(({ calendar: { calendar, dayAt }, startMs, happened, lastMs, targets }) => {
    let at = dayAt + startMs;
    const told = [created(at), ...happened.map(([gap, changes]): Told => [(at += gap), changes])];
    return { id: "random", calendar, targets, told, now: at + lastMs };
  });
