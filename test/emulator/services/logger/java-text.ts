import { types } from "node:util";
import { EnumValue, ServiceObject } from "../../core/service-object.ts";
import { formatDate } from "../utilities/format-date.ts";

/** A value as Logger prints it: numbers "5.0", arrays "[1.0, 2.0]", objects "{a=1.0}", dates as Java does. */
export function javaText(value: unknown, timeZone: string): string {
  if (typeof value === "number") return javaNumber(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => javaText(item, timeZone)).join(", ")}]`;
  if (types.isDate(value)) return dateText(value, timeZone);
  if (value instanceof ServiceObject || value instanceof EnumValue) return value.toString();
  if (types.isNativeError(value)) return `${value.name}: ${value.message}`;
  if (types.isProxy(value)) return "[object Object]";
  const entries = Object.entries(value).map(([key, item]) => `${key}=${javaText(item, timeZone)}`);
  return `{${entries.join(", ")}}`;
}

function dateText(date: Date, timeZone: string): string {
  if (Number.isNaN(date.getTime())) return "Invalid Date";
  return formatDate(date.getTime(), timeZone, "EEE MMM dd HH:mm:ss z yyyy");
}

/** As Java's Double.toString. */
function javaNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) {
    const [digits = "", power = ""] = value.toExponential().split("e");
    return `${digits.includes(".") ? digits : `${digits}.0`}E${Number(power)}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
