import { clocksIn } from "../domain/deadline/fold-ticket.ts";
import { openDeadlines } from "../domain/deadline/open-deadlines.ts";
import { standingOf } from "../domain/deadline/standing.ts";
import type { Calendars } from "../domain/sla/clock.ts";
import type { TicketEvent } from "../domain/history/event.ts";
import { SAID } from "../domain/history/event.ts";
import { durationInWords } from "../domain/explanation/in-words.ts";
import { markInWords, METRIC_NAMES } from "../domain/warning/words.ts";
import { type Content, type Saved, shown } from "../domain/ticket/content.ts";
import type { DeskSettings } from "../domain/ticket/settings.ts";
import type { TicketState } from "../domain/ticket/ticket.ts";
import type { TicketShown, TimelineEntry } from "../sidebar/api.ts";
import type { TicketRow } from "../use-cases/desk.ts";

interface ShownFrame {
  readonly settings: DeskSettings;
  readonly headerOf: (key: string) => string;
  readonly view: { readonly now: number; readonly calendarOf: Calendars };
}

/** A ticket as the sidebar shows it: its row, and its events told in words. */
export function ticketShown(
  row: TicketRow,
  events: readonly TicketEvent[],
  { settings, headerOf, view }: ShownFrame,
): TicketShown | null {
  const state = row.saved?.state;
  if (!state) return null;
  const text = (key: string): string => shown(row.fields[key]);
  const status = text("status");
  return {
    ...{ ticketId: state.id, row: row.rowNumber, subject: text("subject"), description: text("description"), status },
    statusCategory: settings.statuses.find(({ name }) => name === status)?.category ?? "open",
    ...{
      priority: text("priority"),
      assignee: text("assignee"),
      requester: text("requester"),
      requesterName: text("requesterName"),
    },
    ...slaShown(state, view),
    ...{ category: text("category"), channel: text("channel"), tags: text("tags") },
    loggedOnBehalfOf: /Logged on behalf of (.*?)\.( Logged late: |$)/.exec(events[0]?.because ?? "")?.[1] ?? "",
    ...{ createdAt: state.createdAt, updatedAt: state.updatedAt, updatedBy: state.updatedBy },
    timeline: timelineOf(events, headerOf),
  };
}

function slaShown(
  state: TicketState,
  { now, calendarOf }: ShownFrame["view"],
): Pick<TicketShown, "isVip" | "verdict" | "deadlines"> {
  const clocks = clocksIn(state);
  if (!clocks) return { isVip: false, verdict: "–", deadlines: [] };
  const open = openDeadlines(clocks, now, calendarOf);
  return {
    isVip: clocks.isVip,
    verdict: standingOf(clocks, now, calendarOf).verdict,
    deadlines: open.map(({ metric, ...deadline }) => ({ title: METRIC_NAMES[metric], ...deadline })),
  };
}

const LATE_MS = 60_000;
const WHAT: Readonly<Record<string, string>> = {
  created: "Created",
  deleted: "Deleted",
  restored: "Restored",
  note: "Note",
  reply: "Reply",
  inbound: "Requester said",
  call: "Call",
  warned: "Told",
};

/** In the order in which it happened, whenever it was written down. */
function timelineOf(events: readonly TicketEvent[], headerOf: (key: string) => string): TimelineEntry[] {
  const held: Record<string, Content> = {};
  const entries = events.flatMap((event): TimelineEntry[] => {
    const { occurredAt: at, recordedAt, actor, source } = event;
    const about = { at, actor, source, ...(recordedAt - at > LATE_MS && { loggedAt: recordedAt }) };
    const changes = Object.entries(event.set).flatMap(([key, after]): TimelineEntry[] => {
      if (key === SAID) return [];
      const before: Saved | undefined = held[key];
      held[key] = after;
      const was = before === undefined ? null : shown(before);
      return [{ ...about, what: headerOf(key), before: was, after: shown(after) }];
    });
    return [...headOf(event, about), ...changes, ...promised(event, about), ...decided(event, about)];
  });
  return entries.sort((one, other) => one.at - other.at);
}

type About = Pick<TimelineEntry, "at" | "actor" | "source" | "loggedAt">;

function headOf({ type, set, told }: TicketEvent, about: About): TimelineEntry[] {
  const what = WHAT[type];
  if (!what) return [];
  const said = set[SAID] ?? told?.map(markInWords).join(" ");
  const isSaid = type === "note" || type === "reply" || type === "inbound" || type === "call";
  return [
    { ...about, what, before: null, after: said === undefined ? null : shown(said), ...(isSaid && { kind: type }) },
  ];
}

/** What a ticket is promised is told where it changes; at the creation its explanation tells it. */
function promised({ type, policy, vip, restated, because = "" }: TicketEvent, about: About): TimelineEntry[] {
  if (type === "created") return [];
  const told = [
    policy && `Policy ${policy[0]}, version ${policy[1]}`,
    vip === undefined ? undefined : vip ? "The requester is a VIP now" : "The requester is no VIP any more",
    restated && `Calendar ${restated[0]} was put right: ${because}`,
  ];
  return told.flatMap((after) => (after ? [{ ...about, what: "Promise", before: null, after }] : []));
}

/** What a lead decided on a deadline, with the reason. */
function decided({ override, voided, because = "" }: TicketEvent, about: About): TimelineEntry[] {
  const [clock, minutes = 0] = override ?? voided ?? [];
  if (!clock) return [];
  const target = minutes > 0 ? `has ${durationInWords(minutes * 60_000)} in all` : "doesn't count";
  const after = `${METRIC_NAMES[clock]} ${override ? target : "is as if no lead had changed it"}: ${because}`;
  return [{ ...about, what: "Deadline", before: null, after }];
}
