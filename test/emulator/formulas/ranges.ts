import { REF } from "./cell-error.ts";
import type { Host } from "./host.ts";
import type { Area } from "./reference.ts";
import { areaOf, readReference } from "./reference.ts";
import type { Value } from "./values.ts";
import { RangeCells } from "./values.ts";

/** A block of a sheet as a value, #REF! where it does not exist. */
export function rangeAt(sheet: string | null, area: Area, host: Host): Value {
  const raw = host.range(sheet, area);
  return raw ? new RangeCells(raw, sheet, area) : REF;
}

/** What a reference given as text means (a named range, INDIRECT's argument); #REF! where it is none. */
export function referenceValue(text: string, host: Host): Value {
  const reference = readReference(text);
  return reference ? rangeAt(reference.sheet ?? null, areaOf(reference), host) : REF;
}
