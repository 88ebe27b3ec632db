import { METRICS } from "../domain/sla/policy.ts";
import type { Ask, CallName, NewTicket, OverrideToSave, SaidToSave, TicketUpdate } from "../sidebar/api.ts";
import { listOf, number, object, oneOf, optional, type Parse, text, truth, whole } from "./parse.ts";

const ID = text(100);
const TICKET = text(60);
const WORD = text(500);
const ROW = whole(2, 10_000_000);
/** As far as JavaScript's dates reach. */
const INSTANT = number(-8.64e15, 8.64e15);

const nothing = object<Record<string, never>>({});

const newTicket = object<NewTicket>({
  ...{ requestId: ID, subject: text(), description: optional(text(), "") },
  ...{ requester: optional(text(), ""), requesterName: optional(text(), "") },
  ...{ category: optional(WORD, ""), priority: optional(WORD, ""), channel: optional(WORD, "") },
  loggedOnBehalfOf: optional(text(), ""),
  answeredLive: optional(truth, false),
  happenedAt: optional(INSTANT),
  lateReason: optional(text()),
});

/** Its sentence stands beside what was said. */
const SAID_KIND: Parse<SaidToSave["kind"]> = (sent) => oneOf("reply", "note", "call", "inbound")(sent, "said");

const said = object<SaidToSave>({
  ...{ kind: SAID_KIND, text: text() },
  ...{ happenedAt: optional(INSTANT), lateReason: optional(text()) },
});

const changes = object<TicketUpdate["changes"]>({
  ...{ status: optional(WORD), priority: optional(WORD), assignee: optional(WORD) },
});

const override = object<OverrideToSave>({
  ...{ requestId: ID, ticketId: TICKET, clock: oneOf(...METRICS), startAt: INSTANT },
  ...{ choice: oneOf("more", "exclude", "back"), targetMinutes: optional(number(-1e9, 1e9), 0), reason: text() },
});

/** What each call of the sidebar may be asked, taken apart. */
export const QUESTIONS: { readonly [Name in CallName]: Parse<Ask<Name>> } = {
  sidebarStart: nothing,
  sidebarSuggest: object({ text: text() }),
  sidebarLogTicket: newTicket,
  sidebarSelected: nothing,
  sidebarTicket: object({ ticketId: TICKET }),
  sidebarUpdateTicket: object<TicketUpdate>({
    ...{ requestId: ID, ticketId: TICKET, changes, seen: optional(changes), said: optional(said) },
  }),
  sidebarExplain: object<{ ticketId?: string }>({ ticketId: optional(TICKET) }),
  sidebarOverride: override,
  sidebarRecompute: object({ from: ROW }),
  sidebarRecomputeApply: object({ key: text(), from: ROW }),
  sidebarDeleted: nothing,
  sidebarRestore: object({ requestId: ID, ticketId: TICKET }),
  sidebarHealth: nothing,
  sidebarConfirmRoles: object({
    roles: listOf(object({ email: text(), role: oneOf("lead", "agent", "requester", "") }), 2000),
  }),
  sidebarVerify: object({ isFresh: truth }),
};
