import type { ClockEvent } from "./event.ts";

/** Events as later ones correct them: without the voided, at their corrected times, in order of time, then `seq`. */
export function effectiveEvents(events: readonly ClockEvent[]): ClockEvent[] {
  /** The corrected time of an event, null where it is voided. */
  const fixes = new Map<number, number | null>();
  const effective: ClockEvent[] = [];
  // From the last backwards, each is met after all that could correct it, corrections included.
  for (const event of [...events].reverse()) {
    const fix = fixes.get(event.seq);
    if (fix === null) continue;
    if (event.type === "event_voided") fixes.set(event.payload.seq, null);
    if (event.type === "time_corrected" && !fixes.has(event.payload.seq)) {
      fixes.set(event.payload.seq, event.payload.occurredAt);
    }
    effective.push({ ...event, occurredAt: fix ?? event.occurredAt });
  }
  return effective.sort((a, b) => a.occurredAt - b.occurredAt || a.seq - b.seq);
}
