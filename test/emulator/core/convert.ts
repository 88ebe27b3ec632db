import { types } from "node:util";
import { EnumValue, ServiceObject } from "./service-object.ts";

/** Makers of objects inside the realm; see realm-source.ts. */
export interface RealmMakers {
  proxy(subject: ServiceObject): object;
  constant(value: EnumValue): object;
  enumeration(names: string[], constants: object[], text: string): object;
  array(source: readonly unknown[], convert: (item: unknown) => unknown): unknown[];
  date(ms: number): object;
  object(keys: string[], values: unknown[]): object;
  fail(): Error;
  method(name: string, f: (args: unknown[]) => unknown): object;
  template(write: object, output: object): object;
  callSource(source: string, args: unknown[]): unknown;
  begin(work: () => unknown): void;
  refuse(name: string, refusal: () => void): void;
  lazy(name: string, make: () => unknown): void;
  global(name: string, value: unknown, enumerable: boolean): void;
}

/** A value that already belongs to the realm (a template's variable, a callback): passed through untouched. */
export class RealmValue {
  constructor(readonly value: unknown) {}
}

/** What the faces that scripts hold stand for, in whichever realm they were made: a library's go into the script's calls. */
const subjects = new WeakMap<object, ServiceObject | EnumValue>();

/** Carries values across the border between the host and one realm. */
export class Converter {
  private readonly faces = new Map<object, object>();
  private readonly targets = new WeakMap<ServiceObject, object>();

  constructor(private readonly makers: () => RealmMakers) {}

  remember(face: object, subject: ServiceObject | EnumValue, target: object): void {
    subjects.set(face, subject);
    if (subject instanceof EnumValue) this.faces.set(subject, face);
    else this.targets.set(subject, target);
  }

  /** The values a script has hung on a service object, as realm values by name. */
  ownValues(subject: ServiceObject): Record<string, unknown> {
    return { ...this.targets.get(subject) };
  }

  readonly toRealm = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return this.makers().array(value, this.toRealm);
    if (value instanceof ServiceObject) return this.faceOf(value);
    if (value instanceof EnumValue) return this.faces.get(value) ?? this.makers().constant(value);
    if (types.isDate(value)) return this.makers().date(value.getTime());
    if (value instanceof RealmValue) return value.value;
    const entries = Object.entries(value);
    return this.makers().object(
      entries.map(([key]) => key),
      entries.map(([, item]) => this.toRealm(item)),
    );
  };

  /** An argument of a service call; typed arrays arrive as the bytes that services take. */
  readonly toHost = (value: unknown): unknown => {
    return types.isTypedArray(value) ? Array.from(value as Uint8Array) : this.hostCopy(value, new Map());
  };

  /** What a function has returned; typed arrays stay what they are. */
  resultToHost(value: unknown): unknown {
    return this.hostCopy(value, new Map());
  }

  private readonly proxies = new WeakMap<ServiceObject, object>();

  private faceOf(subject: ServiceObject): object {
    const known = this.proxies.get(subject);
    if (known) return known;
    const face = this.makers().proxy(subject);
    this.proxies.set(subject, face);
    return face;
  }

  /** `within`: the objects around the value with their copies, so that one within itself is copied as such. */
  private hostCopy(value: unknown, within: Map<object, object>): unknown {
    if (typeof value !== "object" || value === null) return value;
    const subject = subjects.get(value);
    if (subject) return subject;
    const around = within.get(value);
    if (around) return around;
    if (Array.isArray(value)) return this.hostArray(value, within);
    if (types.isDate(value)) return new Date(value.getTime());
    if (types.isBoxedPrimitive(value)) return value.valueOf();
    if (within.size > 100 || types.isProxy(value) || !isPlain(value)) return value;
    const copy: Record<string, unknown> = {};
    within.set(value, copy);
    for (const [key, item] of Object.entries(value)) copy[key] = this.hostCopy(item, within);
    within.delete(value);
    return copy;
  }

  private hostArray(source: unknown[], within: Map<object, object>): unknown[] {
    const copy = new Array<unknown>(source.length);
    within.set(source, copy);
    for (let i = 0; i < source.length; i++) {
      const item = source[i];
      copy[i] = typeof item === "object" && item !== null ? this.hostCopy(item, within) : item;
    }
    within.delete(source);
    return copy;
  }
}

/** Plain objects of any realm: those whose prototype has no prototype of its own, or that have none. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
