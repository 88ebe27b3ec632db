import {
  cellInWords,
  type Difference,
  instantInWords,
  isShifted,
  ShiftedTimes,
  type ShownCell,
  showsInstant,
  type WallText,
} from "../history/difference.ts";
import { asCellHolds } from "../ticket/content.ts";
import type { TicketState } from "../ticket/ticket.ts";
import type { Calendars, Clock } from "../sla/clock.ts";
import type { Clocks } from "../sla/clocks.ts";
import { readClock } from "../sla/reading.ts";
import { clocksIn } from "./fold-ticket.ts";
import { runningClocks } from "./running-clocks.ts";
import { nextSignalAt } from "./signals.ts";
import type { Verdict } from "./standing.ts";

/** The cells of a row that the desk alone writes, by key; undefined where the column is gone or isn't the desk's to fill. */
export type OwnCells = (key: string) => ShownCell | undefined;

export interface CellFrame {
  readonly now: number;
  readonly calendarOf: Calendars;
  readonly wallText: WallText;
  readonly headerOf: (key: string) => string;
  /** A large save has left the cells of clocks as they were; the timer is yet to write them. */
  readonly areSlaStale: boolean;
}

const HOUR_MS = 3_600_000;
/** Hours are shown with two digits. */
const ROUNDED_MS = HOUR_MS / 100;
const DATES = [
  ["created", (state: TicketState) => state.createdAt],
  ["resolved", (state: TicketState) => state.resolvedAt],
  ["closed", (state: TicketState) => state.closedAt],
  ["updated", (state: TicketState) => state.updatedAt],
] as const;

type Wrong = { readonly says: string; readonly isShifted?: boolean } | undefined;

/** Compares what the desk's own columns show with a ticket as History tells it. What depends on when somebody last looked is held against what it may be. */
export class CellCheck {
  private readonly shifted = new ShiftedTimes();
  private readonly found: Difference[] = [];

  constructor(private readonly frame: CellFrame) {}

  /** Whether a row's own cells show what its ticket may show. */
  isRight(state: TicketState, cells: OwnCells): boolean {
    return this.wrongs(state, cells).every((wrong) => wrong === undefined);
  }

  /** Takes down what they show otherwise. */
  take(state: TicketState, cells: OwnCells): void {
    for (const wrong of this.wrongs(state, cells)) {
      if (!wrong) continue;
      const difference = { ticketId: state.id, sentence: `${state.id}: ${wrong.says}.` };
      if (wrong.isShifted) this.shifted.take(difference);
      else this.found.push(difference);
    }
  }

  /** All that was taken down. */
  differences(): Difference[] {
    return [...this.found, ...this.shifted.told("Tickets")];
  }

  private wrongs(state: TicketState, cells: OwnCells): Wrong[] {
    return [
      ...DATES.map(([key, at]) => this.dated(key, cells, at(state))),
      this.updatedBy(state, cells),
      ...this.ofClocks(state, cells),
    ];
  }

  private dated(key: string, cells: OwnCells, at: number | undefined): Wrong {
    const { wallText } = this.frame;
    const cell = cells(key);
    if (cell === undefined || (at === undefined ? cell === "" : showsInstant(cell, at, wallText))) return undefined;
    if (at === undefined) return { says: `${this.shows(key, cell)}, History says nothing` };
    return this.off(key, cell, at);
  }

  private off(key: string, cell: ShownCell, at: number): Wrong {
    const told = instantInWords(at, this.frame.wallText);
    return { says: `${this.shows(key, cell)}, History says ${told}`, isShifted: isShifted(cell, at) };
  }

  private updatedBy({ updatedBy }: TicketState, cells: OwnCells): Wrong {
    const cell = cells("updatedBy");
    if (cell === undefined || cell === asCellHolds(updatedBy)) return undefined;
    return { says: `${this.shows("updatedBy", cell)}, History says "${updatedBy}"` };
  }

  private ofClocks(state: TicketState, cells: OwnCells): Wrong[] {
    const clocks = clocksIn(state);
    const { areSlaStale } = this.frame;
    return [
      this.verdict(cells("sla"), areSlaStale ? ALL : verdictsOf(clocks)),
      this.timeLeft(cells("timeLeft"), areSlaStale ? undefined : openClocks(clocks)),
      areSlaStale ? undefined : this.dated("firstResponded", cells, clocks && answeredAt(clocks)),
      ...(["firstResponse", "resolution"] as const).map((metric) => {
        const key = `${metric}Due`;
        return this.due(key, cells(key), clocks && !clocks.isCancelled ? clocks[metric] : undefined);
      }),
      this.nextLook(cells("nextSla"), clocks),
    ];
  }

  private verdict(cell: ShownCell | undefined, may: readonly string[]): Wrong {
    if (cell === undefined || may.some((verdict) => verdict === cell)) return undefined;
    return { says: `${this.shows("sla", cell)}, but by History it is ${may.join(" or ")}` };
  }

  /** Working time is never more than the wall's: that leaves little room. */
  private timeLeft(cell: ShownCell | undefined, open: readonly Clock[] | undefined): Wrong {
    if (cell === undefined || (open === undefined && (cell === "" || typeof cell === "number"))) return undefined;
    if (open?.length === 0)
      return cell === "" ? undefined : { says: `${this.shows("timeLeft", cell)}, but no deadline is open` };
    const shownMs = typeof cell === "number" ? cell * HOUR_MS : NaN;
    const mayBe = (open ?? []).some(({ targetMs, usedMs, phase, sinceAt }) => {
      const mostMs = targetMs - usedMs;
      const leastMs = mostMs - (phase === "running" ? Math.max(0, this.frame.now - sinceAt) : 0);
      return shownMs >= leastMs - ROUNDED_MS && shownMs <= mostMs + ROUNDED_MS;
    });
    return mayBe
      ? undefined
      : { says: `${this.shows("timeLeft", cell)}, so many hours none of its deadlines can have left` };
  }

  /** A date may be of an older calendar, but it never comes sooner than its working time. */
  private due(key: string, cell: ShownCell | undefined, clock: Clock | undefined): Wrong {
    const { areSlaStale, now, calendarOf } = this.frame;
    if (cell === undefined) return undefined;
    const isInstant = typeof cell === "object" || typeof cell === "number";
    if (areSlaStale)
      return isInstant || cell === "" ? undefined : { says: `${this.shows(key, cell)}, which is no date` };
    if (clock?.phase !== "running" || clock.targetMs === 0)
      return cell === "" ? undefined : { says: `${this.shows(key, cell)}, but by History it has no date` };
    if (typeof cell === "object" ? cell.at >= clock.startAt + clock.targetMs - 1000 : isInstant) return undefined;
    const dueAt = readClock(clock, now, calendarOf).dueAt ?? Infinity;
    if (isFinite(dueAt)) return this.off(key, cell, dueAt);
    return cell === "" ? undefined : { says: `${this.shows(key, cell)}, but by its calendar it never comes` };
  }

  /** Where it is blank, the timer would never look. */
  private nextLook(cell: ShownCell | undefined, clocks: Clocks | undefined): Wrong {
    const { areSlaStale, now, calendarOf, wallText } = this.frame;
    if (cell === undefined || areSlaStale) return undefined;
    const running = clocks ? runningClocks(clocks) : [];
    if (running.length === 0)
      return cell === "" ? undefined : { says: `${this.shows("nextSla", cell)}, but no clock of it runs` };
    if (typeof cell === "number" && cell >= Math.min(...running.map(({ clock }) => clock.startAt))) return undefined;
    const next = clocks && nextSignalAt(clocks, now, calendarOf);
    if (!next && cell === "") return undefined;
    const when = next ? `: the timer is to look at it ${instantInWords(next, wallText)}` : ", which is no instant";
    return { says: `${this.shows("nextSla", cell)}${when}` };
  }

  private shows(key: string, cell: ShownCell): string {
    return `${this.frame.headerOf(key)} shows ${cellInWords(cell, this.frame.wallText)}`;
  }
}

const ALL: readonly Verdict[] = ["On track", "Due soon", "Paused", "Breached", "Met", "–"];

/** What a ticket's verdict may be, whenever somebody looked after its last event. */
function verdictsOf(clocks: Clocks | undefined): readonly Verdict[] {
  if (!clocks || clocks.isCancelled) return ["–"];
  const all = [clocks.firstResponse, ...clocks.cycles, clocks.resolution];
  if (all.some(({ breachedAt }) => breachedAt !== undefined)) return ["Breached"];
  const own = all.filter(({ targetMs }) => targetMs > 0);
  if (own.some(({ phase }) => phase === "running")) return ["On track", "Due soon", "Breached"];
  if (own.some(({ phase }) => phase === "paused")) return ["Paused"];
  return own.length > 0 ? ["Met"] : ["–"];
}

function openClocks(clocks: Clocks | undefined): Clock[] {
  if (!clocks || clocks.isCancelled) return [];
  return [clocks.firstResponse, ...clocks.cycles, clocks.resolution].filter(
    ({ phase, targetMs }) => phase !== "stopped" && targetMs > 0,
  );
}

const answeredAt = ({ firstResponse: { stoppedBy, targetMs, sinceAt } }: Clocks): number | undefined =>
  stoppedBy === "reply" || (stoppedBy === "live" && targetMs > 0) ? sinceAt : undefined;
