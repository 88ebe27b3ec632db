import { openMemory } from "../google/properties.ts";
import { now } from "../google/session.ts";
import { Problem } from "../domain/problem.ts";
import { type Memory, parse, readHead } from "../workbook/memory.ts";
import { openTickets } from "../workbook/save/open-desk.ts";
import type { TicketRow } from "../use-cases/desk.ts";
import type { TicketsSheet } from "../workbook/tickets-sheet.ts";
import { fillConversation } from "./copy-conversation.ts";
import { deliver, hasToDeliver, isQueuedAgain } from "./deliver.ts";
import { catchUpDeadlines, refreshDeadlines } from "./deadlines.ts";
import { byHand, isFromGoogle } from "./front-door.ts";
import { lookAtSettings, takeRemovals } from "./settings-edited.ts";
import { refreshIfAsked } from "./report.ts";
import { laterCensus, reconcileSlice, recordMissing } from "./reconcile.ts";

const TIMER = "timer";
/** Up to this row a desk is looked at whole every five minutes; a larger one slice by slice, so that a day's timers stay within an hour. */
const SMALL_DESK_ROWS = 20_000;
const PAUSE_MS = 14 * 60_000;
/** A large desk's settings sheets are read that often; edits of them are seen at once by their own trigger. */
const SETTINGS_PAUSE_MS = 55 * 60_000;

/** What the timer remembers: when it ran last, when it looked at rows, where to go on, and what went wrong. */
export interface TimerState {
  readonly ranAt: number;
  readonly lookedAt: number;
  readonly settingsAt?: number;
  readonly next?: number;
  readonly twice?: readonly string[];
  readonly trouble?: string;
}

/** Every five minutes, as the owner: judges deadlines that have come, and finds what no edit trigger reported. */
export function onTimer(memory: Memory): void {
  if (memory.get("sheets") === undefined) return;
  const at = now();
  const before = parse<TimerState>(memory.get(TIMER)) ?? { ranAt: 0, lookedAt: 0 };
  const isLarge = (readHead(memory)?.lastNumber ?? 0) > SMALL_DESK_ROWS;
  const pauses = isLarge && at - before.lookedAt < PAUSE_MS;
  const turn: Turn = { memory, at, before, isLarge, pauses, catchesUp: pauses || !isLarge };
  const { told, ...after } = takeTurn(turn);
  const state = { ...after, ranAt: at };
  memory.set(TIMER, JSON.stringify(state));
  // Mails, and what is asked of the SLA sheet, come last: trouble with them stops nothing else.
  const isWanted = told.length > 0 || hasToDeliver(memory);
  const mails = attempt(() => {
    if (isWanted || (!pauses && isQueuedAgain(memory))) deliver(at, told);
  });
  const { trouble } = { ...mails, ...attempt(() => refreshIfAsked(memory)) };
  if (trouble !== undefined) memory.set(TIMER, JSON.stringify({ ...state, trouble }));
}

interface Turn {
  readonly memory: Memory;
  readonly at: number;
  readonly before: TimerState;
  readonly isLarge: boolean;
  /** A large desk is looked at in every third run; the runs between catch up on what large saves left. */
  readonly pauses: boolean;
  readonly catchesUp: boolean;
}

interface Told {
  /** Rows whose deadlines somebody is to be told of. */
  readonly told: readonly TicketRow[];
}

/** The sheet is opened once for all that a run looks at. */
function takeTurn({ memory, at, before, isLarge, pauses, catchesUp }: Turn): Omit<TimerState, "ranAt"> & Told {
  let tickets: TicketsSheet | undefined;
  let told: readonly TicketRow[] = [];
  const first = attempt(() => {
    tickets = openTickets(memory);
    told = refreshDeadlines(tickets, at);
    if (catchesUp) catchUpDeadlines(tickets, memory);
  });
  const { settingsAt = 0 } = before;
  // Of a large desk in a run that looks at no rows: the work of an hour doesn't come all at once.
  const looksAtSettings = !isLarge || (pauses && at - settingsAt > SETTINGS_PAUSE_MS);
  let present = memory;
  const settings = attempt(() => {
    if (looksAtSettings && lookAtSettings(memory)) present = openMemory();
    if (!pauses) fillConversation(memory);
  });
  const seen = { settingsAt: looksAtSettings ? at : settingsAt };
  if (pauses) return { ...before, ...seen, ...first, ...settings, told };
  return { lookedAt: at, ...seen, ...first, ...settings, ...look(tickets, present, before), told };
}

/** A problem is kept for Health, since a timer has nobody to tell. */
function attempt(run: () => void): { trouble?: string } {
  try {
    run();
    return {};
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { trouble: error.message };
  }
}

/** One slice; a round begins with the census. */
function look(
  tickets: TicketsSheet | undefined,
  memory: Memory,
  { next, twice = [] }: TimerState,
): Pick<TimerState, "next" | "twice" | "trouble"> {
  let later: Pick<TimerState, "next" | "twice"> = {};
  const trouble = attempt(() => {
    const census = next === undefined ? recordMissing("unknown") : laterCensus(memory, twice);
    const goOn = reconcileSlice(tickets ?? openTickets(memory), next ?? 2, census);
    if (goOn !== undefined) later = { next: goOn, twice: [...census.twice].slice(0, 50) };
  });
  return { ...later, ...trouble };
}

/** The installable change trigger: rows were removed, by this user as far as Google says. */
export function onSheetChange(event: unknown): string | undefined {
  if (!isFromGoogle(event, "source")) return byHand("onSheetChange");
  const { changeType, user } = event as Partial<GoogleAppsScript.Events.SheetsOnChange>;
  if (changeType !== "REMOVE_ROW") return undefined;
  const actor = addressOf(user);
  takeRemovals(actor);
  recordMissing(actor);
  return undefined;
}

const addressOf = (user: GoogleAppsScript.Base.User | undefined): string => user?.getEmail() || "unknown";
