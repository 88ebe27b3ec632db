export interface TypedTime {
  /** Fraction of a day; 1 and more is a duration. */
  value: number;
  format: string;
}

const CLOCK = /^(\d{1,4}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?\s*([ap]\.?m\.?)?$/i;
const HOUR = /^(\d{1,2})\s*([ap]\.?m\.?)$/i;

/** A time of day or duration as typed ("9:05", "9:05:30.250", "9:05 PM", "9 am", "36:00"); else undefined. */
export function parseTime(text: string): TypedTime | undefined {
  const trimmed = text.trim();
  const hourOnly = HOUR.exec(trimmed);
  if (hourOnly) return clockTime(Number(hourOnly[1]), 0, hourOnly[2] ?? "", "h AM/PM");
  const found = CLOCK.exec(trimmed);
  if (!found) return undefined;
  const [, hour, minute = "", second, fraction, half] = found;
  if (Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const seconds = Number(minute) * 60 + Number(`${second ?? 0}.${fraction ?? 0}`);
  const tail = `:mm${second ? ":ss" : ""}${fraction ? `.${"0".repeat(fraction.length)}` : ""}`;
  if (half) return clockTime(Number(hour), seconds, half, `h${tail} AM/PM`);
  const value = (Number(hour) * 3600 + seconds) / 86_400;
  return { value, format: Number(hour) < 24 ? `H${tail}` : `[h]:mm:ss` };
}

function clockTime(hour: number, seconds: number, half: string, format: string): TypedTime | undefined {
  if (hour < 1 || hour > 12) return undefined;
  const hours = (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
  return { value: (hours * 3600 + seconds) / 86_400, format };
}
