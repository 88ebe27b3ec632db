import { instantOf, javaZone, offsetOf } from "../utilities/java-zone.ts";
import type { Schedule } from "./trigger-record.ts";

const DAY_MS = 86_400_000;

/** The first run strictly after an instant, in epoch ms; undefined where there is none. `createdAt` counts the days. */
export function nextRun(schedule: Schedule, after: number, createdAt: number): number | undefined {
  if (schedule.kind === "once") return schedule.at > after ? schedule.at : undefined;
  if (schedule.kind === "steady") {
    const { everyMs, phase } = schedule;
    return phase + Math.ceil((after + 1 - phase) / everyMs) * everyMs;
  }
  return nextDay(schedule, after, createdAt);
}

function nextDay(schedule: Schedule & { kind: "calendar" }, after: number, createdAt: number): number {
  const zone = javaZone(schedule.timeZone);
  const dayOf = (ms: number) => Math.floor((ms + offsetOf(zone, ms)) / DAY_MS);
  for (let day = dayOf(after); ; day++) {
    const at = instantOf(zone, day * DAY_MS + (schedule.hour * 60 + schedule.minute) * 60_000);
    if (at > after && fits(schedule, day, dayOf(createdAt))) return at;
  }
}

function fits({ days, weekDay, monthDay }: Schedule & { kind: "calendar" }, day: number, firstDay: number): boolean {
  const date = new Date(day * DAY_MS);
  if (monthDay !== undefined) {
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    return date.getUTCDate() === Math.min(monthDay, last);
  }
  if (weekDay !== undefined) {
    const firstMatch = firstDay + ((weekDay - new Date(firstDay * DAY_MS).getUTCDay() + 7) % 7);
    return date.getUTCDay() === weekDay && (day - firstMatch) % days === 0;
  }
  return (day - firstDay) % days === 0;
}
