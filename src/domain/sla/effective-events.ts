import type { ClockEvent } from "./event.ts";

/** Events as later ones correct them: without the voided, at their corrected times, in order of time, then `seq`. */
export function effectiveEvents(events: readonly ClockEvent[]): ClockEvent[] {
  const voided = new Set<number>();
  const timeBySeq = new Map<number, number>();
  const effective: ClockEvent[] = [];
  // From the last backwards, each is met after all that could correct it, corrections included.
  for (const event of [...events].reverse()) {
    if (voided.has(event.seq)) continue;
    if (event.type === "event_voided") voided.add(event.payload.seq);
    if (event.type === "time_corrected" && !timeBySeq.has(event.payload.seq)) {
      timeBySeq.set(event.payload.seq, event.payload.occurredAt);
    }
    const occurredAt = timeBySeq.get(event.seq);
    effective.push(occurredAt === undefined ? event : { ...event, occurredAt });
  }
  return effective.sort((a, b) => a.occurredAt - b.occurredAt || a.seq - b.seq);
}
