import type { OverrideWish } from "../domain/deadline/override.ts";
import type { Standing } from "../domain/roles/standing.ts";
import type { FieldConflict } from "../domain/ticket/field-conflict.ts";
import type { Explanation } from "../domain/explanation/explain-ticket.ts";

/**
 * What the sidebar in the browser and the server say to each other: JSON only, instants in epoch ms, null for "none".
 * Each call is a top-level function of the bundle that takes one object and returns `JSON.stringify(Answer)`.
 */
export interface SidebarCalls {
  sidebarStart: { ask: NoQuestion; answer: Start };
  /** Requesters whose name or address contains the text: people first, then earlier tickets; at most eight. */
  sidebarSuggest: { ask: { text: string }; answer: Person[] };
  sidebarLogTicket: { ask: NewTicket; answer: { ticketId: string; row: number } };
  /** The ticket of the selected row of Tickets; null where none is selected. */
  sidebarSelected: { ask: NoQuestion; answer: TicketShown | null };
  sidebarTicket: { ask: { ticketId: string }; answer: TicketShown };
  sidebarUpdateTicket: { ask: TicketUpdate; answer: TicketShown };
  /** Why the deadlines of a ticket are what they are; without a number, of the selected row: null where none is selected. */
  sidebarExplain: { ask: { ticketId?: string }; answer: Explanation | null };
  /** A lead gives a clock more time, says that it doesn't count, or takes that back; answers with the deadlines as they are then. */
  sidebarOverride: { ask: OverrideToSave; answer: Explanation };
  /** What the policies of today would do to open tickets under others, row `from` on (from 2); nothing is written. Goes on at `next`. */
  sidebarRecompute: { ask: { from: number }; answer: RecomputePreview };
  /** Does it for a stretch of rows; refused where the policies are not those of `key` any more. Goes on at `next`. */
  sidebarRecomputeApply: {
    ask: { key: string; from: number };
    answer: { changed: number; lastRow: number; next: number | null };
  };
  sidebarDeleted: { ask: NoQuestion; answer: DeletedTicket[] };
  sidebarRestore: { ask: { requestId: string; ticketId: string }; answer: { ticketId: string; row: number } };
  sidebarHealth: { ask: NoQuestion; answer: HealthCheck[] };
  /** A lead confirms changes of roles that wait, exactly as Health has named them; answers with the checks as they are then. */
  sidebarConfirmRoles: { ask: { roles: RoleConfirmed[] }; answer: HealthCheck[] };
  /** One slice of the verification; the browser asks again, with `isFresh` false, until `done`. */
  sidebarVerify: { ask: { isFresh: boolean }; answer: Verification };
}

export type CallName = keyof SidebarCalls;
export type Ask<Name extends CallName> = SidebarCalls[Name]["ask"];
export type AnswerTo<Name extends CallName> = SidebarCalls[Name]["answer"];

/** A bug is not an answer: it is thrown on the server and reaches the browser's failure handler as a message. */
export type Answer<T> = { ok: true; data: T } | { ok: false; problem: ProblemShown };

/** `field` names the property of the question that the sentence is about, so that it is shown beside that field. */
export interface ProblemShown {
  kind: string;
  sentence: string;
  field?: string;
  /** Of kind "conflict": the fields in which another wants something else. */
  conflicts?: FieldConflict[];
}

export type NoQuestion = Record<string, never>;

export interface Person {
  email: string;
  name: string;
  isVip: boolean;
}

export interface Start {
  isSetUp: boolean;
  agent: { email: string; name: string; role: Standing };
  /** Offered before anything is typed: the people of `People`, at most 200. */
  people: Person[];
  /** Who a ticket can be assigned to: agents and leads. */
  agents: Person[];
  categories: string[];
  priorities: string[];
  channels: string[];
  statuses: StatusChoice[];
  prefix: string;
  selected: TicketShown | null;
  /** The zone in which every time is written and read, an IANA name. */
  timeZone: string;
  /** The desk's own now: the browser's clock may be wrong. */
  nowAt: number;
  version: string;
}

export interface StatusChoice {
  name: string;
  category: StatusCategoryShown;
}

export type StatusCategoryShown = "open" | "waiting" | "resolved" | "closed";

/** A second call with the same `requestId` logs nothing and answers as the first did. */
export interface NewTicket {
  requestId: string;
  requester: string;
  requesterName: string;
  subject: string;
  description: string;
  category: string;
  priority: string;
  channel: string;
  loggedOnBehalfOf: string;
  /** By phone or across the desk the requester has had an answer already, so that none is due. */
  answeredLive: boolean;
  happenedAt?: number;
  /** Needed where it happened more than 8 business hours ago. */
  lateReason?: string;
}

export interface TicketShown {
  ticketId: string;
  row: number;
  subject: string;
  description: string;
  status: string;
  statusCategory: StatusCategoryShown;
  priority: string;
  /** An address, or "" for nobody. */
  assignee: string;
  requester: string;
  requesterName: string;
  isVip: boolean;
  category: string;
  channel: string;
  tags: string;
  loggedOnBehalfOf: string;
  createdAt: number;
  updatedAt: number;
  updatedBy: string;
  /** SLA as the sheet shows it: On track, Due soon, Paused, Breached, Met, or – where nothing is promised. */
  verdict: string;
  /** Of the clocks that are not over yet, those with a deadline. */
  deadlines: DeadlineShown[];
  /** Newest last. */
  timeline: TimelineEntry[];
}

export interface DeadlineShown {
  title: string;
  /** Null while it pauses. */
  dueAt: number | null;
  state: "running" | "paused" | "breached";
}

/** One event in words: `what` is a column's header, "Created", "Note", "Deleted"…; texts may be long. */
export interface TimelineEntry {
  at: number;
  actor: string;
  source: string;
  what: string;
  before: string | null;
  after: string | null;
  /** Of what was said. */
  kind?: SaidKind;
  /** When it was written down, where that was later. */
  loggedAt?: number;
}

export type SaidKind = "reply" | "note" | "call" | "inbound";

/** Something said: a reply or a call to the requester, a note that only colleagues see, or what the requester said. */
export interface SaidToSave {
  kind: SaidKind;
  text: string;
  happenedAt?: number;
  lateReason?: string;
}

/** Only what is named is changed, in the same save as what was said. */
export interface TicketUpdate {
  requestId: string;
  ticketId: string;
  changes: ChangedFields;
  /** What the page showed in these fields: where another has changed one of them since, nothing is saved and the page asks. */
  seen?: ChangedFields;
  said?: SaidToSave;
}

export interface ChangedFields {
  status?: string;
  priority?: string;
  assignee?: string;
}

export interface OverrideToSave extends OverrideWish {
  requestId: string;
  ticketId: string;
}

export interface RecomputePreview {
  /** Names the policies by which it was computed. */
  key: string;
  lastRow: number;
  next: number | null;
  policies: PolicyEffect[];
}

/** What one version of a policy would do to the tickets that come under it. */
export interface PolicyEffect {
  policy: string;
  tickets: number;
  /** How many tickets by the hardest thing that happens to any of their clocks. */
  effects: { breached: number; earlier: number; later: number; unpromised: number; same: number };
  /** The hardest first. */
  examples: { ticketId: string; subject: string; sentence: string }[];
}

export interface DeletedTicket {
  ticketId: string;
  subject: string;
  requester: string;
  deletedAt: number;
  deletedBy: string;
}

export interface HealthCheck {
  name: string;
  state: "ok" | "warning" | "problem";
  sentence: string;
  /** What a person can do about it. */
  fix?: string;
  /** Changes of roles that a lead can confirm. */
  roles?: RoleConfirmed[];
}

/** A role as it stands in People; "" where somebody's row is gone. */
export interface RoleConfirmed {
  email: string;
  role: "lead" | "agent" | "requester" | "";
}

export interface Verification {
  done: boolean;
  /** "200 tickets, 1,432 events, 310 conversations, 25 mails, 0 differences", or how far it is. */
  text: string;
  /** From 0 to 1, where it is known. */
  share?: number;
  differences: Difference[];
}

export interface Difference {
  ticketId: string;
  sentence: string;
}

/** The server chooses by appending `<script>window.sheetdeskView = "log";</script>` to the page; without it, "log". */
export type ViewName = "log" | "ticket" | "explain" | "recompute" | "verify" | "health" | "deleted" | "help";
