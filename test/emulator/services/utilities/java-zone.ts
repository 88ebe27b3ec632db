import { offsetAt } from "../../values/zone.ts";

/** Short names that Java knows and Intl doesn't. */
const JAVA_NAMES: Record<string, string> = {
  PST: "America/Los_Angeles",
  CST: "America/Chicago",
  IST: "Asia/Kolkata",
  JST: "Asia/Tokyo",
  AST: "America/Anchorage",
  PNT: "America/Phoenix",
  CTT: "Asia/Shanghai",
  ECT: "Europe/Paris",
  ACT: "Australia/Darwin",
  AET: "Australia/Sydney",
  NST: "Pacific/Auckland",
  BST: "Asia/Dhaka",
  EST: "-05:00",
  MST: "-07:00",
  HST: "-10:00",
};
const FAR_NAMES: Record<string, string> = {
  "Asia/Tokyo": "JST",
  "Asia/Seoul": "KST",
  "Asia/Shanghai": "CST",
  "Asia/Hong_Kong": "HKT",
  "Asia/Singapore": "SGT",
  "Asia/Manila": "PST",
  "Asia/Jakarta": "WIB",
};
const NAME_LOCALES = ["en-US", "en-GB", "en-AU", "en-IN", "en-NZ", "en-CA", "en-ZA"];

/** A zone as Java's TimeZone.getTimeZone understands it; an unknown id silently is GMT. */
export interface JavaZone {
  id: string;
  /** Set for fixed offsets, in ms. */
  fixed?: number;
}

export function javaZone(id: string): JavaZone {
  const custom = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(id);
  if (custom) {
    const [, sign, hours = "0", minutes = "0"] = custom;
    return { id, fixed: (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 };
  }
  const name = JAVA_NAMES[id] ?? id;
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(name);
  if (offset && name !== id) return { id, fixed: Number(`${offset[1]}${Number(offset[2]) * 60}`) * 60_000 };
  return isKnown(name) ? { id: name } : { id: "GMT", fixed: 0 };
}

function isKnown(name: string): boolean {
  if (!/^[A-Z]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en-US", { timeZone: name }));
  } catch {
    return false;
  }
}

/** The offset from UTC in ms at an instant. */
export function offsetOf(zone: JavaZone, epochMs: number): number {
  return zone.fixed ?? offsetAt(epochMs, zone.id);
}

/** The instant of a wall-clock reading given as if it were UTC. */
export function instantOf(zone: JavaZone, wallMs: number): number {
  const guess = wallMs - offsetOf(zone, wallMs - 86_400_000);
  if (guess + offsetOf(zone, guess) === wallMs) return guess;
  const later = wallMs - offsetOf(zone, wallMs + 86_400_000);
  return later + offsetOf(zone, later) === wallMs ? later : guess;
}

/** The display name for z ("EST", "GMT+02:00") or zzzz ("Eastern Standard Time"). */
export function zoneName(zone: JavaZone, epochMs: number, long: boolean): string {
  if (zone.fixed !== undefined) return long && zone.fixed === 0 ? "Greenwich Mean Time" : zone.id;
  if (/^(Etc\/)?(UTC|UCT|Zulu)$/.test(zone.id)) return long ? "Coordinated Universal Time" : "UTC";
  if (/^(Etc\/)?GMT$/.test(zone.id)) return long ? "Greenwich Mean Time" : "GMT";
  if (!long && FAR_NAMES[zone.id]) return FAR_NAMES[zone.id]!;
  for (const locale of long ? ["en-US"] : NAME_LOCALES) {
    const name = intlName(locale, zone.id, epochMs, long);
    if (!/^GMT[+-]/.test(name)) return name;
  }
  return `GMT${offsetText(offsetOf(zone, epochMs), ":")}`;
}

function intlName(locale: string, timeZone: string, epochMs: number, long: boolean): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: long ? "long" : "short" });
  return format.formatToParts(epochMs).find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** "+0530" or, with ":", "+05:30". */
export function offsetText(offsetMs: number, separator: string): string {
  const minutes = Math.abs(Math.round(offsetMs / 60_000));
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${offsetMs < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}${separator}${pad(minutes % 60)}`;
}
