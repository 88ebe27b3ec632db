import { categoryOf } from "../history/category.ts";
import type { TicketEvent } from "../history/event.ts";
import type { Content } from "../ticket/content.ts";
import type { Status } from "../ticket/field.ts";
import type { ClockEvent } from "../sla/event.ts";

/** How much of a seq lies between two things that one event tells the clocks. */
const PART = 1 / 16;

/** All that a ticket's events tell its clocks, events in the order of their seq. */
export function toldByAll(events: readonly TicketEvent[], statuses: readonly Status[]): ClockEvent[] {
  let lastAt = -Infinity;
  return events.flatMap((event) => {
    const told = clockEventsOf(event, statuses, lastAt);
    lastAt = told.reduce((latest, { occurredAt }) => Math.max(latest, occurredAt), lastAt);
    return told;
  });
}

/**
 * What an event of History tells the clocks, in the order in which they hear it. Two runs may begin in one order and record in the other:
 * an event never lies before the last one heard, `lastAt`. But what was said counts from when it was said, however late it is logged.
 */
export function clockEventsOf(event: TicketEvent, statuses: readonly Status[], lastAt: number): ClockEvent[] {
  const occurredAt = Math.max(event.occurredAt, lastAt);
  const told: ClockEvent[] = [];
  const seq = (): number => event.seq + told.length * PART;
  const { type, set, vip, policy, restated, override, voided } = event;
  if (type === "created") {
    const payload = {
      priority: textOf(set["priority"]),
      vip: vip ?? false,
      category: categoryOf(event, statuses) ?? "open",
      ...(event.live && { answeredLive: true }),
    };
    told.push({ seq: seq(), occurredAt, type: "created", payload });
  } else {
    // What was said comes first: an answer that also resolves is an answer.
    const saidAt = event.occurredAt;
    if (type === "inbound") told.push({ seq: seq(), occurredAt: saidAt, type: "requester_message" });
    if (type === "reply" || type === "call") told.push({ seq: seq(), occurredAt: saidAt, type: "agent_reply" });
    if (vip !== undefined) told.push({ seq: seq(), occurredAt, type: "vip", payload: { value: vip } });
    if ("priority" in set)
      told.push({ seq: seq(), occurredAt, type: "priority", payload: { to: textOf(set["priority"]) } });
    if ("status" in set) {
      const category = categoryOf(event, statuses) ?? "open";
      const payload = { category, ...(event.reopenDays !== undefined && { reopenDays: event.reopenDays }) };
      told.push({ seq: seq(), occurredAt, type: "status", payload });
    }
  }
  if (policy)
    told.push({ seq: seq(), occurredAt, type: "policy", payload: { policyId: policy[0], version: policy[1] } });
  if (restated) {
    const payload = { calendarId: restated[0], version: restated[1] };
    told.push({ seq: seq(), occurredAt, type: "calendar_restated", payload });
  }
  if (override) {
    const payload = { clock: override[0], targetMinutes: override[1] };
    told.push({ seq: seq(), occurredAt, type: "sla_override", payload });
  }
  for (const voidedSeq of voided?.slice(1) ?? [])
    told.push({ seq: seq(), occurredAt, type: "event_voided", payload: { seq: Number(voidedSeq) } });
  return told;
}

const textOf = (content: Content | undefined): string => (typeof content === "string" ? content : "");
