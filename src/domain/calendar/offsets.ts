/** Ms to add to an instant to read it as local time. */
export type Offsets = (at: number) => number;

const offsetsByZone = new Map<string, Offsets>();

/** Offsets of an IANA zone by Intl, one formatter a zone. Throws RangeError for an unknown zone. */
export function intlOffsets(tz: string): Offsets {
  let offsets = offsetsByZone.get(tz);
  if (!offsets) offsetsByZone.set(tz, (offsets = readIntl(tz)));
  return offsets;
}

function readIntl(timeZone: string): Offsets {
  const numeric = "numeric";
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  return (at) => {
    const [month = 0, day, year = 0, hour, minute, second] = format.format(at).split(/\D+/).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
}
