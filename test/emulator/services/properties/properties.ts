import { signatureMismatch } from "../../core/argument-types.ts";
import { GoogleError } from "../../core/errors.ts";
import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";

/** Documented limits in bytes (platform F1): one value, and one store with its keys. */
const MOST_VALUE_BYTES = 9 * 1024;
const MOST_STORE_BYTES = 500 * 1024;

/** One store of text values; `store` names it among the project's stores. */
export class Properties extends ServiceObject {
  static readonly googleName: string = "PropertiesService.Properties";
  static readonly kinds = {
    deleteAllProperties: "property",
    deleteProperty: "property",
    getKeys: "property",
    getProperties: "property",
    getProperty: "property",
    setProperties: "property",
    setProperty: "property",
  } as const;
  static readonly lenient = { getProperty: [0], setProperty: [0, 1], deleteProperty: [0] };

  constructor(
    run: Execution,
    private readonly store: string,
  ) {
    super(run);
  }

  getProperty(key: unknown): string | null {
    return this.values().get(checkedKey(key)) ?? null;
  }

  setProperty(key: unknown, value: unknown): this {
    this.put(new Map([[checkedKey(key), this.checkedValue(key, value)]]));
    return this;
  }

  setProperties(properties: Record<string, unknown> | null | undefined, deleteAllOthers = false): this {
    if (typeof properties !== "object" || properties === null)
      throw signatureMismatch(`${Properties.googleName}.setProperties`, [properties]);
    const entries = Object.entries(properties).map(([k, v]) => [checkedKey(k), this.checkedValue(k, v)] as const);
    if (deleteAllOthers) this.values().clear();
    this.put(new Map(entries));
    return this;
  }

  deleteProperty(key: unknown): this {
    this.values().delete(checkedKey(key));
    return this;
  }

  deleteAllProperties(): this {
    this.values().clear();
    return this;
  }

  getKeys(): string[] {
    return [...this.values().keys()];
  }

  getProperties(): Record<string, string> {
    return Object.fromEntries(this.values());
  }

  private values(): Map<string, string> {
    return this.run.project.stores.propertiesOf(this.store);
  }

  private put(entries: Map<string, string>): void {
    const store = this.values();
    let bytes = 0;
    for (const [key, value] of store) if (!entries.has(key)) bytes += sizeOf(key) + sizeOf(value);
    for (const [key, value] of entries) bytes += sizeOf(key) + sizeOf(value);
    if (bytes > MOST_STORE_BYTES)
      throw new GoogleError(
        "You have exceeded the property storage quota. Please remove some properties and try again.",
      );
    for (const [key, value] of entries) store.set(key, value);
  }

  private checkedValue(key: unknown, value: unknown): string {
    if (value === null || value === undefined)
      throw signatureMismatch(`${Properties.googleName}.setProperty`, [key, value]);
    const text = textOf(value);
    if (sizeOf(text) > MOST_VALUE_BYTES) throw new GoogleError("Argument too large: value");
    return text;
  }
}

function checkedKey(key: unknown): string {
  if (key === null || key === undefined || key === "")
    throw new GoogleError("When setting or getting a property value, the property name must not be null or empty.");
  return textOf(key);
}

/** A value as JavaScript turns it to text; objects become "[object Object]" (platform F2). */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : String(value);
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text, "utf8");
}
