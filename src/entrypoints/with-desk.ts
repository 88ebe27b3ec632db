import type { WorkingTime } from "../domain/calendar/working-time.ts";
import { clocksIn } from "../domain/deadline/fold-ticket.ts";
import { Problem } from "../domain/problem.ts";
import { roleAt } from "../domain/roles/standing.ts";
import { promiseFor, type PromiseQuestion } from "../domain/sla-settings/sla-settings.ts";
import { type Fields, shown } from "../domain/ticket/content.ts";
import type { Author, Source, TicketState } from "../domain/ticket/ticket.ts";
import { underLock } from "../google/lock.ts";
import { openMemory } from "../google/properties.ts";
import { actingUser, now } from "../google/session.ts";
import { toast } from "../google/ui.ts";
import { type Desk, RowsMoved } from "../use-cases/desk.ts";
import type { DeskWorkbook } from "../workbook/save/desk-workbook.ts";
import type { TicketsSheet } from "../workbook/tickets-sheet.ts";
import type { Memory } from "../workbook/memory.ts";
import { newsAbout } from "./news-about.ts";
import { firstTry, type Tries } from "../workbook/save/tries.ts";
import { openDesk, openTickets } from "../workbook/save/open-desk.ts";
import { standingIn } from "../workbook/roles-memory.ts";
import type { Waiter } from "./busy.ts";

export interface Opening {
  readonly source: Source;
  readonly waitMs: number;
  /** Who hears that there was no turn. */
  readonly waiter: Waiter;
  /** How many of the newest events to read: at least as many as rows will be looked at. */
  readonly window?: number;
  readonly actor?: string;
}

type DeskRun<T> = (desk: Desk, workbook: DeskWorkbook, memory: Memory) => T;

const WINDOW = 250;
/** Each disturbance costs a try at most: another in each of four tries would have to come within two calls. */
const TRIES = 5;
const TRIES_AT_FAILURE = 3;
const LOOKS = 3;

/** Opens the desk under the lock, runs, and begins anew where the rows moved meanwhile. */
export function withDesk<T>(opening: Opening, run: DeskRun<T>): T {
  const at = now(); // when it happened is when the run began, not when its turn came
  return underLock({ waitMs: opening.waitMs, busy: opening.waiter.busy }, (memory) =>
    runLocked(memory, { ...opening, at }, run),
  );
}

/** The same for a run that holds the lock already. */
export function runLocked<T>(memory: Memory, opening: Opening & { readonly at: number }, run: DeskRun<T>): T {
  const tries = firstTry();
  for (let attempt = 1; ; attempt++) {
    try {
      return runOnce(memory, { ...opening, tries, isAgain: attempt > 1 }, run);
    } catch (error) {
      if (!isWorthATry(error, attempt)) throw error;
      if (attempt < TRIES) continue;
      const failure = error instanceof RowsMoved ? error.failure : undefined;
      const last: unknown = failure ?? new Problem("busy", opening.waiter.moved());
      throw last;
    }
  }
}

/** After rows have moved it is; and where Google failed, which mostly lasts for a moment. A problem stays one, and a bug too. */
function isWorthATry(error: unknown, attempt: number): boolean {
  if (error instanceof RowsMoved) return true;
  const isBug = [TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind);
  return !isBug && !(error instanceof Problem) && attempt < TRIES_AT_FAILURE;
}

interface Try extends Opening {
  readonly at: number;
  readonly tries: Tries;
  readonly isAgain: boolean;
}

function runOnce<T>(memory: Memory, opening: Try, run: DeskRun<T>): T {
  const { desk, workbook, sentences } = open(memory, opening, true);
  // What an earlier try has recorded is finished, and what it has hit is mended, before anything else.
  if (opening.isAgain) desk.record([]);
  const result = trustworthy(workbook, () => run(desk, workbook, memory));
  if (sentences.length > 0) toast(sentences.join(" "));
  return result;
}

/** What was not found, or not allowed, may have been read from other columns than was thought: only where they stand still it is true. */
function trustworthy<T>(workbook: DeskWorkbook, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Problem && !(error instanceof RowsMoved)) workbook.proveColumns();
    throw error;
  }
}

/** Opens the desk for looking only, without the lock: what it shows may be a moment old. Where rows or columns moved under it, it looks again. */
export function lookAtDesk<T>(memory: Memory, run: DeskRun<T>): T {
  for (let look = 1; ; look++) {
    const { desk, workbook } = open(memory, { source: "sidebar", at: now(), tries: firstTry(), isAgain: false }, false);
    try {
      return run(desk, workbook, memory);
    } catch (error) {
      if (look === LOOKS || !(error instanceof RowsMoved)) throw error;
    }
  }
}

/** The Tickets rows for looking only, without the lock and without History. */
export function lookAtTickets<T>(run: (tickets: TicketsSheet) => T): T {
  return run(openTickets(openMemory()));
}

function open(
  memory: Memory,
  opening: Omit<Try, "waitMs" | "waiter">,
  isLocked: boolean,
): { desk: Desk; workbook: DeskWorkbook; sentences: string[] } {
  const author = authorIn(memory, opening);
  const { at, tries, window = WINDOW } = opening;
  const workbook = openDesk(memory, { now: at, window, isLocked, author, tries, instant: now });
  const sentences: string[] = [];
  const tell = (sentence: string): void => void sentences.push(sentence);
  const record: Desk["record"] = (records) => workbook.record(records);
  return {
    desk: {
      ...{ now: at, author, settings: workbook.settings, tickets: workbook, record, tell },
      news: (state, fields) => newsAbout(workbook.sla, workbook.settings, at)(state, fields),
      workingTimeOf: (state) => workingTimeOf(workbook, state),
      promise: (fields) => promiseFor(workbook.sla, questionAbout(fields, at)),
    },
    workbook,
    sentences,
  };
}

function workingTimeOf({ sla, rules }: DeskWorkbook, state?: TicketState): Pick<WorkingTime, "elapsed"> {
  const [first = ""] = Object.keys(sla.calendars);
  const calendar = (state && clocksIn(state)?.resolution.calendar) || first;
  return calendar ? rules.sla.calendarOf(calendar) : { elapsed: (startAt, endAt) => Math.max(0, endAt - startAt) };
}

function questionAbout(fields: Fields, at: number): PromiseQuestion {
  const text = (key: string): string => shown(fields[key]);
  return {
    at,
    requester: text("requester"),
    queue: text("queue"),
    category: text("category"),
    channel: text("channel"),
  };
}

/** Who acts, in the role that they have now. */
export function authorIn(memory: Memory, { actor, source }: Pick<Opening, "actor" | "source">): Author {
  const who = actor ?? actingUser();
  return { actor: who, role: roleAt(source, standingIn(memory, who)), source };
}

/** Tells a person about a problem; a bug goes up to Google's execution log. */
export function reportProblems(run: () => void, say: (sentence: string) => void = toast): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(error.message);
  }
}
