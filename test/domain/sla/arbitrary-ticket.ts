import fc from "fast-check";
import type { NaiveEvent } from "./naive-ticket.ts";

const priorities = fc.constantFrom("low", "normal", "high", "unknown");
const statuses = fc.constantFrom("open", "open", "waiting", "waiting", "resolved", "closed");

const later: fc.Arbitrary<Omit<NaiveEvent, "at">> = fc.oneof(
  fc.constant({ type: "requester_message" }),
  fc.constant({ type: "requester_message" }),
  fc.constant({ type: "agent_reply" }),
  fc.constant({ type: "agent_note" }),
  statuses.map((status) => ({ type: "status", status }) as const),
  statuses.map((status) => ({ type: "status", status }) as const),
  priorities.map((priority) => ({ type: "priority", priority })),
  fc.boolean().map((vip) => ({ type: "vip", vip })),
);

const created = fc.record(
  {
    type: fc.constant("created"),
    priority: priorities,
    vip: fc.boolean(),
    status: fc.constantFrom("open", "open", "open", "waiting", "resolved"),
    answeredLive: fc.constantFrom(false, false, true),
    outbound: fc.constantFrom(false, false, false, true),
  },
  { requiredKeys: ["type", "priority"] },
);

/** Minutes between events: often none, an hour, a night, now and then more than the reopening window. */
const gap = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.constantFrom(30, 60, 960) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 300 }) },
  { weight: 4, arbitrary: fc.integer({ min: 300, max: 3000 }) },
  { weight: 1, arbitrary: fc.constantFrom(14 * 1440, 14 * 1440 + 1, 13 * 1440) },
);

/** A history with times in minutes since its beginning, sensible or not. */
export const arbitraryEvents: fc.Arbitrary<NaiveEvent[]> = fc
  .tuple(fc.integer({ min: 0, max: 1440 }), created, fc.array(fc.tuple(gap, later), { maxLength: 14 }))
  .map(([start, first, rest]) => {
    let at = start;
    return [{ ...first, at }, ...rest.map(([minutes, event]) => ({ ...event, at: (at += minutes) }))];
  });

const target = fc.oneof(fc.constantFrom(0, 1, 30, 60, 60), fc.integer({ min: 1, max: 2400 }));
const row = fc.record(
  { firstResponse: target, nextResponse: target, resolution: target },
  { requiredKeys: ["resolution"] },
);

/** Minutes by priority; rows for VIPs are often missing. */
export const arbitraryTargets: fc.Arbitrary<Record<string, Record<string, number>>> = fc.record(
  { low: row, normal: row, high: row, "normal+vip": row, "high+vip": row },
  { requiredKeys: ["low", "normal", "high"] },
);
