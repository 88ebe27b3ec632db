import type { Period } from "../calendar/calendar.ts";

/** "1 h 30 min", "4h", "45" or "90 min" in whole minutes; 0 for nothing; undefined where it can't be understood. */
export function minutesFrom(text: string): number | undefined {
  const written = text.trim().toLowerCase().replace(",", ".");
  if (written === "" || written === "-" || written === "–") return 0;
  if (/^\d+$/.test(written)) return Number(written);
  const match = /^(?:(\d+(?:\.\d+)?)\s*(?:h|hours?|std\.?))?\s*(?:(\d+)\s*(?:m|min|minutes?)\.?)?$/.exec(written);
  if (!match) return undefined;
  const minutes = Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0);
  return Number.isInteger(minutes) ? minutes : undefined;
}

/** "09:00-12:00, 13:00–17:00" as periods; none for an empty cell; undefined where it can't be understood. */
export function periodsFrom(text: string): Period[] | undefined {
  const written = text.trim();
  if (written === "" || /^(closed|-|–)$/i.test(written)) return [];
  const periods = written
    .split(/[,;\n]+/)
    .map((part) => /^\s*(\d{1,2}:\d{2})\s*[-–—]\s*(\d{1,2}:\d{2})\s*$/.exec(part));
  return periods.every((period) => period !== null)
    ? periods.map((period): Period => [padded(period?.[1] ?? ""), padded(period?.[2] ?? "")])
    : undefined;
}

/** "Hardware, Software" as a list; none for an empty cell, which means all. */
export function listFrom(text: string): string[] {
  return text.split(/[,;\n]+/).flatMap((part) => part.trim() || []);
}

const padded = (time: string): string => time.padStart(5, "0");
