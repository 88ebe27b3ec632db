import { clocksIn } from "../domain/deadline/fold-ticket.ts";
import { nextSignalAt } from "../domain/deadline/signals.ts";
import { nextLookAt } from "../domain/deadline/told.ts";
import { type Standing, standingOf } from "../domain/deadline/standing.ts";
import type { Calendars } from "../domain/sla/clock.ts";
import type { Clocks } from "../domain/sla/clocks.ts";
import type { TicketDates, TicketState } from "../domain/ticket/ticket.ts";
import type { Cell, WallClock } from "./cell.ts";
import { guarded } from "./guard.ts";

const HOUR_MS = 3_600_000;

/** The instant, epoch ms, and the working time by which clocks are read. */
export interface SlaView {
  readonly now: number;
  readonly calendarOf: Calendars;
  /** Nobody is told of warnings and breaches, so that nothing waits to be told. */
  readonly isSilent?: boolean;
}

/** The visible cells that the desk alone writes, by column key: what a ticket shows of itself. */
export function derivedCell(key: string, state: TicketState, view: SlaView): Cell {
  return datedCell(key, state) ?? slaCell(key, state, view);
}

/** Those of them that no clock is needed for; undefined for any other. */
export function datedCell(key: string, state: TicketDates): Cell | undefined {
  switch (key) {
    case "created":
      return new Date(state.createdAt);
    case "resolved":
      return dateOrBlank(state.resolvedAt);
    case "closed":
      return dateOrBlank(state.closedAt);
    case "updated":
      return new Date(state.updatedAt);
    case "updatedBy":
      return guarded(state.updatedBy);
    default:
      return undefined;
  }
}

/**
 * Whether a cell of the desk's own holds what the desk never writes there for such a ticket. What depends on the time is known by its kind only; dates
 * are compared by the wall clock, since an hour that comes twice is one for a cell.
 */
export function isJunk(key: string, cell: Cell, state: TicketDates, clock: () => WallClock): boolean {
  if (key === "sla") return typeof cell !== "string" || !VERDICTS.includes(cell);
  if (key === "timeLeft" || key === "nextSla") return typeof cell !== "number" && cell !== "";
  const wanted = datedCell(key, state);
  if (wanted === undefined) return cell !== "" && !isInstant(cell);
  if (typeof wanted !== "object") return String(cell) !== String(wanted).replace(/^'/, "");
  if (typeof cell !== "object") return cell === "" || !isInstant(cell);
  if (Math.abs(cell.getTime() - wanted.getTime()) < ROUNDED_MS) return false;
  return clock().textAt(cell.getTime()) !== clock().textAt(wanted.getTime());
}

/** Cells keep dates to about a millisecond. */
const ROUNDED_MS = 1500;
/** Blank where a large save left it to the timer. */
const VERDICTS: readonly string[] = ["On track", "Due soon", "Paused", "Breached", "Met", "–", ""];
/** Where people have given a date column another format, a date may come back as a number or a text. */
const isInstant = (cell: Cell): boolean => typeof cell !== "string" || /\d\D+\d/.test(cell);

function slaCell(key: string, state: TicketState, view: SlaView): Cell {
  const standing = standingFor(state, view);
  if (!standing) return key === "sla" ? "–" : "";
  const { clocks, shown } = standing;
  switch (key) {
    case "sla":
      return shown.verdict;
    case "timeLeft":
      return shown.remainingMs === null ? "" : Math.round((shown.remainingMs / HOUR_MS) * 100) / 100;
    case "firstResponseDue":
      return clocks.firstResponse.phase === "stopped" ? "" : dateOrBlank(shown.firstResponse.dueAt);
    case "resolutionDue":
      return clocks.resolution.phase === "stopped" ? "" : dateOrBlank(shown.resolution.dueAt);
    case "firstResponded":
      return hasAnswer(clocks) ? new Date(clocks.firstResponse.sinceAt) : "";
    case "nextSla":
      return nextInstant({ clocks, told: state.told ?? [] }, view) ?? "";
    default:
      return "";
  }
}

const hasAnswer = ({ firstResponse: { stoppedBy, targetMs } }: Clocks): boolean =>
  stoppedBy === "reply" || (stoppedBy === "live" && targetMs > 0);

function nextInstant(of: Parameters<typeof nextLookAt>[0], { now, calendarOf, isSilent }: SlaView): number | null {
  return isSilent ? nextSignalAt(of.clocks, now, calendarOf) : nextLookAt(of, now, calendarOf);
}

const standings = new WeakMap<TicketState, { clocks: Clocks; shown: Standing } | null>();

/** Computed once for all columns of a ticket. */
function standingFor(state: TicketState, view: SlaView): { clocks: Clocks; shown: Standing } | null {
  const known = standings.get(state);
  if (known !== undefined) return known;
  const clocks = clocksIn(state);
  const standing = clocks ? { clocks, shown: standingOf(clocks, view.now, view.calendarOf) } : null;
  standings.set(state, standing);
  return standing;
}

const dateOrBlank = (instant: number | null | undefined): Cell =>
  instant === undefined || instant === null || !Number.isFinite(instant) ? "" : new Date(instant);
