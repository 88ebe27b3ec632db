import type { TicketEvent } from "../history/event.ts";
import type { Clock } from "../sla/clock.ts";
import type { ClockEvent } from "../sla/event.ts";
import { durationInWords } from "./in-words.ts";
import { overriddenInWords, takenBackInWords } from "./override-in-words.ts";

/** What an event told the clocks, the event of History that it comes from, and a clock before and after it. */
export interface Turn {
  readonly event: ClockEvent;
  readonly cause: TicketEvent;
  readonly was: Clock | undefined;
  readonly is: Clock;
  readonly priority: string;
  readonly isVip: boolean;
  /** It is the clock that a lead's word, which the event takes back, was about. */
  readonly isTakenBack: boolean;
}

/** What an event did to a clock and by which rule, in sentences; "" where it did nothing to it. */
export function turnInWords(turn: Turn): string {
  const { event, cause, was, is, isTakenBack } = turn;
  if (!was) return begun(turn);
  if (event.type === "sla_override") return overriddenInWords(cause, was, is);
  if (event.type === "event_voided") return isTakenBack ? takenBackInWords(cause) : "";
  const sentences = [moved(turn), retargeted(turn), recounted(turn)];
  if (is.breachedByChange && !was.breachedByChange)
    sentences.push(`The time used by then, ${durationInWords(is.usedMs)}, is more: breached by this change.`);
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function begun({ event, cause, is }: Turn): string {
  if (event.type === "created" && is.stoppedBy === "live")
    return `Answered on the spot by ${cause.actor}: the clock stops where it starts.`;
  if (event.type === "created") return "Created: the clock starts.";
  return `The requester wrote: the next answer is due${is.targetMs ? ` within ${durationInWords(is.targetMs)}` : ""}.`;
}

/** A clock that pauses, stops or runs on. */
function moved({ event, cause, was, is }: Turn): string {
  if (was?.phase === is.phase) return "";
  const status = typeof cause.set["status"] === "string" ? cause.set["status"] : "Another status";
  if (is.phase === "paused") return `${status}: the ticket waits, so the resolution pauses.`;
  if (is.phase === "stopped" && event.type === "agent_reply")
    return `Answered ${cause.type === "call" ? "by phone " : ""}by ${cause.actor}: the clock stops.`;
  if (is.phase === "stopped") return `${status}: the clock stops.`;
  if (was?.phase === "stopped")
    return `${status}: opened again in time, so the same clock goes on; the time it was solved does not count.`;
  return `${status}: the clock runs on.`;
}

function retargeted({ event, was, is, priority, isVip }: Turn): string {
  const [from, to] = [was?.targetMs ?? 0, is.targetMs];
  if (from === to && !(event.type === "policy" && from === 0)) return "";
  const target = to === 0 ? "nothing is promised" : durationInWords(to);
  const forWhom = `${priority}${isVip ? ", VIP" : ""}`;
  if (from === 0) return `${causeOf(event)}: ${target} for ${forWhom}.`;
  if (to === 0) return `${causeOf(event)}: ${target} from here on.`;
  const verb = to < from ? "fell" : "rose";
  return `${causeOf(event)}: the target ${verb} from ${durationInWords(from)} to ${target}; the time used is kept.`;
}

function causeOf(event: ClockEvent): string {
  switch (event.type) {
    case "policy":
      return `Policy “${event.payload.policyId}”, version ${event.payload.version}`;
    case "priority":
      return `Priority changed to ${event.payload.to}`;
    case "vip":
      return event.payload.value ? "The requester is a VIP from here on" : "The requester is no VIP any more";
    default:
      return "The promise as it stands by then";
  }
}

/** Another calendar counts, or the same was put right afterwards. */
function recounted({ event, cause, was, is }: Turn): string {
  if (event.type === "calendar_restated") {
    if (was?.calendar === is.calendar) return "";
    const reason = cause.because ? ` (${cause.because})` : "";
    return `Calendar “${event.payload.calendarId}” was put right afterwards${reason}: what lies behind is counted again.`;
  }
  if (!was?.calendar || was.calendar === is.calendar) return "";
  return `The calendar “${is.calendar.split("@")[0] ?? ""}” counts from here on.`;
}
