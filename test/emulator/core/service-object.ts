import type { Execution } from "./execution.ts";
import type { Kind } from "./kinds.ts";

/**
 * What a script holds in its hands. Each Google class is a subclass; only members that Google publishes for
 * `googleName` (or that are named in `extras` or `fields`) can be seen by a script.
 */
export abstract class ServiceObject {
  constructor(readonly run: Execution) {}

  /** How a script prints the object; Google prints the name of the class. */
  toString(): string {
    return shortName(classOf(this).googleName);
  }
}

/** The static side of a ServiceObject: what the gate must know about a Google class. */
export interface GoogleClass {
  readonly name: string;
  /** As in Google's error texts: "SpreadsheetApp.Range", "Ui", or a service: "SpreadsheetApp". */
  readonly googleName: string;
  /** Method → kind; a method that is missing here is "free". */
  readonly kinds?: Record<string, Kind>;
  /** Members that exist in Apps Script although its reference does not list them; their arguments go unchecked. */
  readonly extras?: readonly string[];
  /** Plain data fields that a script may read without a call (range.rowStart of an event). */
  readonly fields?: readonly string[];
  /** Positions of parameters that take any value, null included, whatever the reference says. */
  readonly lenient?: Record<string, readonly number[]>;
}

export function classOf(object: ServiceObject): GoogleClass {
  return object.constructor as unknown as GoogleClass;
}

/** "SpreadsheetApp.Range" → "Range". */
export function shortName(googleName: string): string {
  return googleName.slice(googleName.lastIndexOf(".") + 1);
}

/** One constant of a Google enumeration, e.g. SpreadsheetApp.WrapStrategy.WRAP; made once per process. */
export class EnumValue {
  private static readonly made = new Map<string, EnumValue>();

  private constructor(
    readonly enumName: string,
    readonly name: string,
    readonly ordinal: number,
  ) {}

  /** The one value of that enumeration and name. */
  static of(enumName: string, name: string, ordinal: number): EnumValue {
    const key = `${enumName}.${name}`;
    const value = EnumValue.made.get(key) ?? new EnumValue(enumName, name, ordinal);
    EnumValue.made.set(key, value);
    return value;
  }

  toString(): string {
    return this.name;
  }

  toJSON(): string {
    return this.name;
  }
}
