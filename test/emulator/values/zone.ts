const DAY_MS = 86_400_000;

interface Zone {
  readonly formatter: Intl.DateTimeFormat;
  /** Offset at the start of a UTC day, by day number. */
  readonly offsetByDay: Map<number, number>;
}

const zones = new Map<string, Zone>();
const WALL = /(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)/;

/** The zone's offset from UTC in ms at an instant in epoch ms (east is positive). Throws RangeError for an unknown zone. */
export function offsetAt(epochMs: number, timeZone: string): number {
  if (timeZone === "Etc/UTC" || timeZone === "UTC" || timeZone === "GMT") return 0;
  const zone = zones.get(timeZone) ?? openZone(timeZone);
  const day = Math.floor(epochMs / DAY_MS);
  const atStart = offsetOfDay(zone, day);
  // No zone has ever changed its offset twice within one UTC day.
  return atStart === offsetOfDay(zone, day + 1) ? atStart : measure(zone, epochMs);
}

function openZone(timeZone: string): Zone {
  const formatter = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const zone = { formatter, offsetByDay: new Map<number, number>() };
  zones.set(timeZone, zone);
  return zone;
}

function offsetOfDay(zone: Zone, day: number): number {
  const known = zone.offsetByDay.get(day);
  if (known !== undefined) return known;
  const measured = measure(zone, day * DAY_MS);
  zone.offsetByDay.set(day, measured);
  return measured;
}

function measure(zone: Zone, epochMs: number): number {
  const wholeSeconds = Math.floor(epochMs / 1000) * 1000;
  const found = WALL.exec(zone.formatter.format(wholeSeconds));
  if (!found) return 0;
  const [, month, day, year, hour, minute, second] = found.map(Number) as [number, ...Six];
  const wall = new Date(0);
  wall.setUTCFullYear(year, month - 1, day);
  wall.setUTCHours(hour, minute, second);
  return wall.getTime() - wholeSeconds;
}

type Six = [number, number, number, number, number, number];
