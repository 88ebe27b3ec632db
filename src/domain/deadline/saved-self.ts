import type { Clock } from "../sla/clock.ts";
import { clockOf, type Clocks } from "../sla/clocks.ts";
import { MINUTE } from "../calendar/local-time.ts";
import { METRICS, type Metric } from "../sla/policy.ts";
import type { TicketState } from "../ticket/ticket.ts";
import { packClocks } from "./cell.ts";
import type { Counts } from "./counts.ts";
import { clocksIn } from "./fold-ticket.ts";

const INSTANTS = [
  ["createdAt", "raised"],
  ["updatedAt", "last updated"],
  ["resolvedAt", "resolved"],
  ["closedAt", "closed"],
] as const;

const NAMES: Readonly<Record<Metric, string>> = {
  firstResponse: "first response",
  nextResponse: "next response",
  resolution: "resolution",
};

/** What a row has saved of itself beside its fields against what all events tell: the first difference, in words; undefined where there is none. */
export function selfDifference(told: TicketState, saved: TicketState): string | undefined {
  for (const [key, word] of INSTANTS) {
    if (told[key] !== saved[key])
      return `its row says it was ${word} ${inWords(saved[key])}, History says ${inWords(told[key])}`;
  }
  if (told.updatedBy !== saved.updatedBy)
    return `its row says it was last updated by ${saved.updatedBy}, History says ${told.updatedBy}`;
  if (told.counts && saved.counts && !isSame(told.counts, saved.counts))
    return `its row counts ${countsInWords(saved.counts)}, History ${countsInWords(told.counts)}`;
  if (!isSame(told.told ?? [], saved.told ?? [])) return "its row and History differ in which warnings were given";
  return clocksDifference(told, saved);
}

const countsInWords = ([replies, reassignments, moves, touches, late]: Counts): string =>
  `${replies} (replies), ${reassignments} (reassignments), ${moves} (changes of queue), ${touches} (touches) and ${late} (late)`;

function inWords(instant: number | undefined): string {
  return instant === undefined ? "never" : `${new Date(instant).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** Compared as they are packed, since hardly any differ. */
function clocksDifference(told: TicketState, saved: TicketState): string | undefined {
  const clocks = clocksIn(told);
  const kept = saved.clocks ? packClocks(saved.clocks) : saved.packed;
  if (!clocks || !kept) return clocks ? "its row has no SLA clocks" : undefined;
  if (isSame(packClocks(clocks), kept)) return undefined;
  const savedClocks = clocksIn(saved);
  return (savedClocks && clockInWords(clocks, savedClocks)) ?? OTHER_TERMS;
}

const OTHER_TERMS = "its row has its SLA clocks run under another policy, priority or calendar than History says";

function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((part, index) => isSame(part, other[index]));
}

function clockInWords(told: Clocks, saved: Clocks): string | undefined {
  for (const metric of METRICS) {
    const [one, other] = [clockOf(told, metric), clockOf(saved, metric)];
    const difference = one && other && differenceOf(one, other);
    const name = `its ${NAMES[metric]} clock`;
    if (difference) return `${name} ${difference[1]} in its row, History says it ${difference[0]}`;
    if (!one !== !other) return `its row ${other ? "has a" : "lacks its"} ${NAMES[metric]} clock, unlike History`;
  }
  return undefined;
}

/** The same fact of both clocks in words, where they differ in it. */
function differenceOf(told: Clock, saved: Clock): readonly [told: string, saved: string] | undefined {
  const facts: readonly ((clock: Clock) => string)[] = [
    ({ phase }) => (phase === "running" ? "runs" : phase === "paused" ? "is paused" : "has stopped"),
    ({ targetMs }) => `has ${minutes(targetMs)} to keep`,
    ({ usedMs }) => `had counted ${minutes(usedMs)}`,
    ({ sinceAt }) => `was last moved ${inWords(sinceAt)}`,
    ({ breachedAt }) => `was breached ${inWords(breachedAt)}`,
  ];
  const fact = facts.find((inWordsOf) => inWordsOf(told) !== inWordsOf(saved));
  return fact && [fact(told), fact(saved)];
}

const minutes = (ms: number): string => `${Math.round((ms / MINUTE) * 10) / 10} minutes`;
