import { type Clock, newClock, type Phase, type Stopper, type Stretch } from "../sla/clock.ts";
import type { Clocks } from "../sla/clocks.ts";

/** Clocks as a cell keeps them: about 200 characters of JSON, and the same text for the same clocks. */
export type PackedClocks = readonly [head: PackedHead, calendars: readonly string[], ...clocks: readonly PackedClock[]];

type PackedHead = readonly [
  seq: number,
  lastAt: number,
  priority: string,
  flags: number,
  policyId: string,
  policyVersion: number,
  restated: string,
  reopens: number,
  overrides: number,
  ...firstStop: readonly number[],
];

/**
 * Start, ms since the start of the present stretch, phase, calendar, used, paused, target, stopper, breach by change,
 * breachedAt, override (-1: none), then for each past stretch its ms since the start, phase and calendar.
 */
type PackedClock = readonly number[];

/** Numbers of a packed clock before its past. */
const OWN = 11;

const PHASES: readonly Phase[] = ["running", "paused", "stopped"];
const STOPPERS: readonly (Stopper | undefined)[] = [undefined, "reply", "resolved", "live"];

export function packClocks(clocks: Clocks): PackedClocks {
  const { seq, lastAt, priority, policy, restated, reopens, overrides, firstStop } = clocks;
  const all = [clocks.firstResponse, clocks.resolution, ...clocks.cycles];
  const calendars = calendarsOf(all);
  const flags = Number(clocks.isVip) + 2 * Number(clocks.isCancelled ?? false);
  const stop = firstStop ? [firstStop.at, firstStop.usedMs, firstStop.breachedAt ?? 0] : [];
  const id = policy?.policyId ?? "";
  return [
    [seq, lastAt, priority, flags, id, policy?.version ?? 0, restated, reopens, overrides, ...stop],
    calendars,
    ...all.map((clock) => packClock(clock, calendars)),
  ];
}

export function unpackClocks([head, calendars, first = [], resolution = [], ...cycles]: PackedClocks): Clocks {
  const [seq, lastAt, priority, flags, policyId, version, restated, reopens, overrides, ...stop] = head;
  const [at, usedMs = 0, breachedAt = 0] = stop;
  return {
    seq,
    lastAt,
    priority,
    isVip: flags % 2 === 1,
    ...(policyId && { policy: { policyId, version } }),
    restated,
    ...(flags >= 2 && { isCancelled: true as const }),
    firstResponse: unpackClock(first, calendars),
    cycles: cycles.map((cycle) => unpackClock(cycle, calendars)),
    resolution: unpackClock(resolution, calendars),
    reopens,
    overrides,
    ...(at !== undefined && { firstStop: { at, usedMs, breachedAt: breachedAt || undefined } }),
  };
}

/** Whether packed clocks are those of a VIP, without unpacking them. */
export const isVipPacked = ([head]: PackedClocks): boolean => head[3] % 2 === 1;

function packClock(clock: Clock, calendars: readonly string[]): PackedClock {
  const { startAt, phase, calendar, breachedAt, past } = clock;
  const packed = [
    startAt,
    clock.sinceAt - startAt,
    PHASES.indexOf(phase),
    calendars.indexOf(calendar),
    clock.usedMs,
    clock.pausedMs,
    clock.targetMs,
    STOPPERS.indexOf(clock.stoppedBy),
    Number(clock.breachedByChange ?? false),
    breachedAt ?? 0,
    clock.overrideMs ?? -1,
  ];
  for (const [fromAt, was, name] of past) packed.push(fromAt - startAt, PHASES.indexOf(was), calendars.indexOf(name));
  return packed;
}

function calendarsOf(clocks: readonly Clock[]): string[] {
  const calendars: string[] = [];
  const note = (name: string): void => void (calendars.includes(name) || calendars.push(name));
  for (const { past, calendar } of clocks) {
    for (const [, , name] of past) note(name);
    note(calendar);
  }
  return calendars;
}

/** Field by field: a report unpacks hundreds of thousands of clocks, and spreading takes ten times as long. */
function unpackClock(packed: PackedClock, calendars: readonly string[]): Clock {
  const startAt = packed[0] ?? 0;
  const clock = newClock(startAt);
  clock.sinceAt = startAt + (packed[1] ?? 0);
  clock.phase = phaseOf(packed[2]);
  clock.calendar = calendars[packed[3] ?? 0] ?? "";
  clock.usedMs = packed[4] ?? 0;
  clock.pausedMs = packed[5] ?? 0;
  clock.targetMs = packed[6] ?? 0;
  const stoppedBy = STOPPERS[packed[7] ?? 0];
  if (stoppedBy) clock.stoppedBy = stoppedBy;
  if (packed[8]) clock.breachedByChange = true;
  if (packed[9]) clock.breachedAt = packed[9];
  const overrideMs = packed[10] ?? -1;
  if (overrideMs >= 0) clock.overrideMs = overrideMs;
  if (packed.length > OWN) clock.past = unpackPast(packed, calendars);
  return clock;
}

function unpackPast(packed: PackedClock, calendars: readonly string[]): Stretch[] {
  const past: Stretch[] = [];
  for (let index = OWN; index < packed.length; index += 3) {
    const fromAt = (packed[0] ?? 0) + (packed[index] ?? 0);
    past.push([fromAt, phaseOf(packed[index + 1]), calendars[packed[index + 2] ?? 0] ?? ""]);
  }
  return past;
}

const phaseOf = (code = 0): Phase => PHASES[code] ?? "running";
