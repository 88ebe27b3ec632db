import type { Calendars, Clock } from "../sla/clock.ts";
import { clockOf, type Clocks } from "../sla/clocks.ts";
import { type ClockState, type Reading, readClock } from "../sla/reading.ts";
import { nextSignalAt } from "./signals.ts";

/** The figures of a ticket's clocks by the specification's names: instants in epoch ms, S in whole seconds. */
export interface SlaRow {
  readonly slaSeq: number;
  readonly polVer: number;
  readonly frDueAt: number | null;
  readonly frBreachAt: number | null;
  readonly frStopAt: number | null;
  readonly frElapsedS: number;
  readonly frState: ClockState;
  readonly frBreachedAt: number | null;
  /** Of the running cycle. */
  readonly nrStartAt: number | null;
  readonly nrDueAt: number | null;
  readonly nrBreachAt: number | null;
  readonly nrCycles: number;
  readonly nrBreaches: number;
  readonly nrWorstS: number;
  readonly resDueAt: number | null;
  readonly resBreachAt: number | null;
  /** Running since, with `resElapsedS` used by then; blank when paused or stopped. */
  readonly resAnchorAt: number | null;
  readonly resElapsedS: number;
  readonly pausedSince: number | null;
  readonly pausedS: number;
  readonly resStopAt: number | null;
  readonly firstStopAt: number | null;
  readonly firstStopElapsedS: number | null;
  readonly resState: ClockState;
  readonly resBreachedAt: number | null;
  readonly reopens: number;
  readonly slaNextAt: number | null;
}

export function slaRow(clocks: Clocks, now: number, calendars: Calendars): SlaRow {
  return {
    slaSeq: clocks.seq,
    polVer: clocks.policy?.version ?? 0,
    ...firstResponseColumns(clocks.firstResponse, readClock(clocks.firstResponse, now, calendars)),
    ...nextResponseColumns(clocks, now, calendars),
    ...resolutionColumns(clocks.resolution, readClock(clocks.resolution, now, calendars)),
    firstStopAt: clocks.firstStop?.at ?? null,
    firstStopElapsedS: clocks.firstStop ? seconds(clocks.firstStop.usedMs) : null,
    reopens: clocks.reopens,
    slaNextAt: nextSignalAt(clocks, now, calendars),
  };
}

function firstResponseColumns(clock: Clock, reading: Reading) {
  return {
    frDueAt: reading.dueAt,
    frBreachAt: reading.breachAt,
    frStopAt: sinceIf(clock, "stopped"),
    frElapsedS: seconds(reading.elapsedMs),
    frState: reading.state,
    frBreachedAt: reading.breachedAt,
  };
}

function nextResponseColumns(clocks: Clocks, now: number, calendars: Calendars) {
  const readings = clocks.cycles.map((cycle) => readClock(cycle, now, calendars));
  const last = clockOf(clocks, "nextResponse");
  const reading = last?.phase === "running" ? readings[readings.length - 1] : undefined;
  return {
    nrStartAt: last && reading ? last.startAt : null,
    nrDueAt: reading?.dueAt ?? null,
    nrBreachAt: reading?.breachAt ?? null,
    nrCycles: readings.length,
    nrBreaches: readings.filter(({ state }) => state === "breached").length,
    nrWorstS: Math.max(0, ...readings.map(({ elapsedMs }) => seconds(elapsedMs))),
  };
}

function resolutionColumns(clock: Clock, reading: Reading) {
  return {
    resDueAt: reading.dueAt,
    resBreachAt: reading.breachAt,
    resAnchorAt: sinceIf(clock, "running"),
    resElapsedS: seconds(clock.usedMs),
    pausedSince: sinceIf(clock, "paused"),
    pausedS: seconds(clock.pausedMs),
    resStopAt: sinceIf(clock, "stopped"),
    resState: reading.state,
    resBreachedAt: reading.breachedAt,
  };
}

function sinceIf(clock: Clock, phase: Clock["phase"]): number | null {
  return clock.phase === phase ? clock.sinceAt : null;
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
