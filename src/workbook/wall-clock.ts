import type { WallClock } from "./cell.ts";

const PARTS = ["year", "month", "day", "hour", "minute", "second"] as const;

/** The wall clock of a zone, by Intl; of a repeated hour the first is meant, a skipped one is read as the hour after it, as Sheets does. */
export function wallClockOf(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });
  const textAt = (epochMs: number): string => {
    const parts = new Map(format.formatToParts(epochMs).map(({ type, value }) => [type, value]));
    const [year = "", month, day, hour, minute, second] = PARTS.map((part) => parts.get(part) ?? "");
    return `${year.padStart(4, "0")}-${month}-${day}T${hour}:${minute}:${second}`;
  };
  const offsetAt = (epochMs: number): number => Date.parse(`${textAt(epochMs)}Z`) - Math.floor(epochMs / 1000) * 1000;
  const dateOf = (text: string): Date => {
    const local = Date.parse(`${text}Z`);
    const early = local - offsetAt(local - 86_400_000);
    const late = local - offsetAt(local + 86_400_000);
    return new Date(textAt(early) !== text && textAt(late) === text ? late : early);
  };
  return { textAt, dateOf };
}
