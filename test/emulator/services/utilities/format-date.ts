import { DAYS, MONTHS, parsePattern } from "./date-pattern.ts";
import { javaZone, offsetOf, offsetText, zoneName, type JavaZone } from "./java-zone.ts";

const DAY_MS = 86_400_000;

interface Moment {
  epochMs: number;
  zone: JavaZone;
  /** The wall clock of the zone, read through the UTC getters. */
  wall: Date;
}

/** As Java's SimpleDateFormat in the locale en: an instant in epoch ms, a zone id, a pattern. */
export function formatDate(epochMs: number, timeZone: string, pattern: string): string {
  const zone = javaZone(timeZone);
  const moment = { epochMs, zone, wall: new Date(epochMs + offsetOf(zone, epochMs)) };
  return parsePattern(pattern)
    .map((part) => ("text" in part ? part.text : field(part.letter, part.count, moment)))
    .join("");
}

function field(letter: string, count: number, { epochMs, zone, wall }: Moment): string {
  const number = (n: number) => String(n).padStart(count, "0");
  const hour = wall.getUTCHours();
  switch (letter) {
    case "G":
      return wall.getUTCFullYear() > 0 ? "AD" : "BC";
    case "y":
      return year(wall.getUTCFullYear(), count);
    case "Y":
      return year(weekYear(wall).year, count);
    case "M":
    case "L":
      return named(MONTHS[wall.getUTCMonth()]!, count, wall.getUTCMonth() + 1);
    case "w":
      return number(weekYear(wall).week);
    case "W":
      return number(Math.floor((wall.getUTCDate() + firstOfMonth(wall).getUTCDay() - 1) / 7) + 1);
    case "D":
      return number(Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / DAY_MS) + 1);
    case "d":
      return number(wall.getUTCDate());
    case "F":
      return number(Math.floor((wall.getUTCDate() - 1) / 7) + 1);
    case "E":
      return count > 3 ? DAYS[wall.getUTCDay()]! : DAYS[wall.getUTCDay()]!.slice(0, 3);
    case "u":
      return number(wall.getUTCDay() === 0 ? 7 : wall.getUTCDay());
    case "a":
      return hour < 12 ? "AM" : "PM";
    case "H":
      return number(hour);
    case "k":
      return number(hour === 0 ? 24 : hour);
    case "K":
      return number(hour % 12);
    case "h":
      return number(hour % 12 === 0 ? 12 : hour % 12);
    case "m":
      return number(wall.getUTCMinutes());
    case "s":
      return number(wall.getUTCSeconds());
    case "S":
      return number(wall.getUTCMilliseconds());
    case "z":
      return zoneName(zone, epochMs, count > 3);
    case "Z":
      return offsetText(offsetOf(zone, epochMs), "");
    default:
      return isoOffset(offsetOf(zone, epochMs), count);
  }
}

function isoOffset(offsetMs: number, count: number): string {
  if (offsetMs === 0) return "Z";
  const text = offsetText(offsetMs, count > 2 ? ":" : "");
  return count === 1 ? text.slice(0, 3) : text;
}

function year(value: number, count: number): string {
  const shown = value > 0 ? value : 1 - value;
  return count === 2 ? String(shown % 100).padStart(2, "0") : String(shown).padStart(count, "0");
}

function named(name: string, count: number, value: number): string {
  if (count > 3) return name;
  return count === 3 ? name.slice(0, 3) : String(value).padStart(count, "0");
}

function firstOfMonth(wall: Date): Date {
  return new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1));
}

/** Weeks as in the United States: they start on Sunday, and the week of January 1st is the first. */
function weekYear(wall: Date): { year: number; week: number } {
  const sunday = Math.floor(wall.getTime() / DAY_MS) - wall.getUTCDay();
  const ownYear = new Date((sunday + 6) * DAY_MS).getUTCFullYear();
  const newYear = Date.UTC(ownYear, 0, 1) / DAY_MS;
  const firstSunday = newYear - new Date(newYear * DAY_MS).getUTCDay();
  return { year: ownYear, week: (sunday - firstSunday) / 7 + 1 };
}
