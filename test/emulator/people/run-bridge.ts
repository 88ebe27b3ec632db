import { types } from "node:util";
import { EnumValue, ServiceObject } from "../core/service-object.ts";

/** What the browser's side of google.script.run refuses to send; the message names the argument or the key. */
export class IllegalValue extends Error {
  override name = "TypeError";
}

/** Arguments as they arrive at the server (platform E1); throws IllegalValue for what the client won't send. */
export function sentToServer(args: unknown[]): unknown[] {
  return args.map((arg, i) => sent(arg, i, new Set()));
}

function sent(value: unknown, key: string | number, above: Set<object>): unknown {
  if (value === undefined) return null;
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value;
  if (typeof value !== "object" || above.has(value) || !isCarried(value))
    throw new IllegalValue(`Failed due to illegal value in property: ${key}`);
  const inside = new Set(above).add(value);
  if (Array.isArray(value)) return value.map((item, i) => sent(item, i, inside));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, sent(item, name, inside)]));
}

function isCarried(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** An answer as it arrives in the browser: a Date anywhere turns the whole of it into null (platform E1). */
export function sentToClient(value: unknown): unknown {
  const found = { date: false };
  const carried = received(value, found);
  return found.date ? null : carried;
}

function received(value: unknown, found: { date: boolean }): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === "function") return Function.prototype.toString.call(value);
  if (typeof value !== "object") return typeof value === "bigint" || typeof value === "symbol" ? null : value;
  if (value instanceof ServiceObject || value instanceof EnumValue) return null;
  if (types.isDate(value)) found.date = true;
  if (types.isMap(value) || types.isSet(value) || types.isRegExp(value)) return {};
  if (types.isUint8Array(value))
    throw new Error("The script completed but the returned value is not a supported return type.");
  if (Array.isArray(value)) return value.map((item) => received(item, found));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, received(item, found)]));
}
