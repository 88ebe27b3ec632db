import { types } from "node:util";

/** How much a value weighs on its way to or from Google: texts as UTF-16 units are counted as bytes, all else as eight. */
export function bytesOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 8;
  if (!Array.isArray(value)) return types.isDate(value) ? 8 : 0;
  let sum = 0;
  for (const item of value as unknown[]) sum += bytesOf(item);
  return sum;
}
