import { bytesOf } from "./bytes.ts";
import { fitted, signatureMismatch } from "./argument-types.ts";
import type { Converter, RealmMakers } from "./convert.ts";
import { isScriptVisible, NotEmulated, ScriptThrew } from "./errors.ts";
import type { Execution } from "./execution.ts";
import { memberOf, type Member } from "./members.ts";
import { classOf, EnumValue, shortName, type GoogleClass, type ServiceObject } from "./service-object.ts";

export const ABSENT = Symbol("absent");
export const FAILED = Symbol("failed");
export const METHOD = Symbol("method");

export interface Failure {
  name: string;
  message: string;
  /** Set where the script's own error is to be thrown again as it is. */
  rethrow?: ScriptThrew;
}

/** The one gate through which every service call of one execution passes. */
export class Gate {
  private failure: Failure = { name: "Error", message: "" };

  constructor(
    private readonly run: Execution,
    private readonly convert: Converter,
    private readonly makers: () => RealmMakers,
  ) {}

  /** For the realm: METHOD, ABSENT, FAILED, or the realm's value of a property. */
  member(subject: ServiceObject, name: string): unknown {
    return this.guarded(() => {
      const member = this.lookUp(subject, name);
      if (member.is === "method" || (member.is === "missing" && member.callable)) return METHOD;
      if (member.is === "enum") return this.enumeration(member);
      if (member.is === "field") return this.convert.toRealm((subject as unknown as Record<string, unknown>)[name]);
      if (member.is === "missing") throw this.notEmulated(subject, name);
      return ABSENT;
    });
  }

  has(subject: ServiceObject, name: string): boolean {
    return this.lookUp(subject, name).is !== "absent";
  }

  call(subject: ServiceObject, name: string, rawArgs: unknown[]): unknown {
    return this.guarded(() => this.convert.toRealm(this.perform(subject, name, rawArgs)));
  }

  /** Runs host code whose errors the realm is to throw: answers FAILED and keeps the error for takeFailure. */
  guarded(work: () => unknown): unknown {
    try {
      return work();
    } catch (error) {
      this.failure = this.describe(error);
      return FAILED;
    }
  }

  /** Somebody looked at an advanced service or a library, which exists at Google and not here. */
  refuseGlobal(name: string): void {
    this.failure = this.describe(new NotEmulated(name));
  }

  takeFailure(): Failure {
    return this.failure;
  }

  private perform(subject: ServiceObject, name: string, rawArgs: unknown[]): unknown {
    const type = classOf(subject);
    const member = this.lookUp(subject, name);
    if (member.is !== "method") throw this.notEmulated(subject, name);
    const method = (subject as unknown as Record<string, (...args: unknown[]) => unknown>)[name];
    if (!method) throw this.notEmulated(subject, name);
    if (name === "toString") return subject.toString();
    this.run.assertAlive();
    const args = this.checked(type, name, member, rawArgs.map(this.convert.toHost));
    const kind = type.kinds?.[name] ?? "free";
    this.run.enter({ type, name, args, scopes: member.scopes, kind });
    if (kind === "write" || kind === "structure") this.run.sends(bytesOf(args));
    const answer = method.apply(subject, args);
    if (kind === "read") this.run.receives(bytesOf(answer));
    this.run.assertAlive();
    return answer;
  }

  private checked(type: GoogleClass, name: string, { overloads }: Member & { is: "method" }, args: unknown[]) {
    const taken = overloads ? fitted(overloads, args, type.lenient?.[name] ?? []) : args;
    if (!taken) throw signatureMismatch(`${type.googleName}.${name}`, args);
    return taken;
  }

  private lookUp(subject: ServiceObject, name: string): Member {
    return memberOf(classOf(subject), Object.getPrototypeOf(subject) as object, name);
  }

  private enumeration({ name, values }: Member & { is: "enum" }): object {
    return this.run.realm.enumeration(name, () => {
      const constants = values.map((value, i) => this.convert.toRealm(EnumValue.of(name, value, i)) as object);
      return this.makers().enumeration(values, constants, name);
    });
  }

  private notEmulated(subject: ServiceObject, name: string): NotEmulated {
    return new NotEmulated(`${shortName(classOf(subject).googleName)}.${name}`);
  }

  private describe(error: unknown): Failure {
    if (error instanceof ScriptThrew) return { name: "Error", message: "", rethrow: error };
    if (error instanceof NotEmulated) this.run.missing.add(error.member);
    if (isScriptVisible(error)) return { name: error.name, message: error.message };
    this.run.fault ??= error;
    return { name: "EmulatorFault", message: String(error) };
  }
}
