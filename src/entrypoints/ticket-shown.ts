import { clocksIn } from "../domain/deadline/fold-ticket.ts";
import { openDeadlines } from "../domain/deadline/open-deadlines.ts";
import { standingOf } from "../domain/deadline/standing.ts";
import type { Calendars } from "../domain/sla/clock.ts";
import type { TicketEvent } from "../domain/history/event.ts";
import { SAID } from "../domain/history/event.ts";
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
    loggedOnBehalfOf: "",
    ...{ createdAt: state.createdAt, updatedAt: state.updatedAt, updatedBy: state.updatedBy },
    timeline: timelineOf(events, headerOf),
  };
}

const TITLES = { firstResponse: "First response", nextResponse: "Next response", resolution: "Resolution" };

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
    deadlines: open.map(({ metric, ...deadline }) => ({ title: TITLES[metric], ...deadline })),
  };
}

const WHAT: Readonly<Record<string, string>> = {
  created: "Created",
  deleted: "Deleted",
  restored: "Restored",
  note: "Note",
  reply: "Reply",
  inbound: "Message",
  call: "Call",
};

function timelineOf(events: readonly TicketEvent[], headerOf: (key: string) => string): TimelineEntry[] {
  const held: Record<string, Content> = {};
  return events.flatMap((event) => {
    const { occurredAt: at, actor, source } = event;
    const head = WHAT[event.type];
    const said = event.set[SAID];
    const entries: TimelineEntry[] = head
      ? [{ at, actor, source, what: head, before: null, after: said === undefined ? null : shown(said) }]
      : [];
    for (const [key, after] of Object.entries(event.set)) {
      if (key === SAID) continue;
      const before: Saved | undefined = held[key];
      entries.push({
        at,
        actor,
        source,
        what: headerOf(key),
        before: before === undefined ? null : shown(before),
        after: shown(after),
      });
      held[key] = after;
    }
    return entries;
  });
}
