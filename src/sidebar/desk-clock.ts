/** The desk's now in the browser: the server's now when the sidebar opened, plus what has passed since. */
export interface DeskClock {
  readonly timeZone: string;
  now(): number;
}

export function startClock(nowAt: number, timeZone: string): DeskClock {
  const now = (): number => Date.now();
  const ahead = nowAt - now();
  return { timeZone, now: () => now() + ahead };
}

/** "Mon 2 Mar, 14:30", with the year where it is not this one. */
export function inWords(at: number, clock: DeskClock): string {
  const year = (instant: number): string => format(instant, clock.timeZone, { year: "numeric" });
  const isThisYear = year(at) === year(clock.now());
  const day = format(at, clock.timeZone, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
  });
  return `${day.replace(/,/g, "")}, ${format(at, clock.timeZone, { hour: "2-digit", minute: "2-digit" })}`;
}

/** Making one takes a hundred times as long as using it, and an explanation has many instants. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: number, timeZone: string, parts: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([timeZone, parts]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat("en-GB", { ...parts, timeZone });
  formats.set(key, known);
  return known.format(at);
}
