import { types } from "node:util";
import { EnumValue, ServiceObject } from "../test/emulator/core/service-object.ts";

/** A script's value fit for JSON: service objects and constants print as their name. */
export function plain(value: unknown): unknown {
  if (typeof value === "function") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof ServiceObject || value instanceof EnumValue) return value.toString();
  if (types.isDate(value)) return Number.isNaN(value.getTime()) ? "Invalid Date" : value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
