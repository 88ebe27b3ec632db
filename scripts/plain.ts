import { types } from "node:util";
import { EnumValue, ServiceObject } from "../test/emulator/core/service-object.ts";

/** A script's value fit for JSON: service objects, constants, functions and errors print as text, and an object within itself as "[Circular]". */
export function plain(value: unknown, within: readonly object[] = []): unknown {
  if (typeof value === "function") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof ServiceObject || value instanceof EnumValue) return value.toString();
  if (types.isDate(value)) return Number.isNaN(value.getTime()) ? "Invalid Date" : value;
  if (types.isNativeError(value) || types.isRegExp(value)) return String(value);
  if (within.includes(value)) return "[Circular]";
  const inside = (item: unknown): unknown => plain(item, [...within, value]);
  if (Array.isArray(value)) return value.map(inside);
  if (types.isMap(value)) return new Map([...value].map(([key, item]) => [inside(key), inside(item)]));
  if (types.isSet(value)) return new Set([...value].map(inside));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inside(item)]));
}
