import { constants, createContext, Script, type Context } from "node:vm";
import { Converter, type RealmMakers } from "./convert.ts";
import { ScriptThrew } from "./errors.ts";
import type { Execution } from "./execution.ts";
import { ABSENT, FAILED, Gate, METHOD } from "./gate.ts";
import { GLOBALS } from "./globals.ts";
import { DATE_SOURCE } from "./realm-date.ts";
import { MIME_TYPES } from "./mime-types.ts";
import { foreignNames, type Library, type Manifest } from "./project.ts";
import { loadFiles } from "./script-files.ts";
import { REALM_SOURCE } from "./realm-source.ts";
import { EnumValue, type ServiceObject } from "./service-object.ts";
import { CLOCK_LOOK_MS } from "./kinds.ts";
import { localEpoch, offsetMinutes } from "./script-zone.ts";

const realmScript = new Script(REALM_SOURCE, { filename: "realm" });
const dateScript = new Script(DATE_SOURCE, { filename: "realm-date" });
const beginScript = new Script("{ const b = globalThis.__begin; delete globalThis.__begin; b(); }", {
  filename: "begin",
});

/** How a piece of script code ended. */
export type Settled = { value: unknown } | { error: unknown } | { pending: true } | { timedOut: true };

/** A fresh world for one execution: only the globals that Apps Script has, nothing left from earlier runs. */
export class Realm {
  readonly convert: Converter;
  readonly gate: Gate;
  private readonly context: Context;
  private readonly makers: RealmMakers;
  private readonly enums = new Map<string, object>();
  private settled: Settled = { pending: true };

  constructor(
    private readonly run: Execution,
    manifest: Manifest = run.project.manifest,
  ) {
    run.realm = this;
    this.context = createContext(constants.DONT_CONTEXTIFY, { microtaskMode: "afterEvaluate" });
    this.convert = new Converter(() => this.makers);
    this.gate = new Gate(run, this.convert, () => this.makers);
    this.makers = (realmScript.runInContext(this.context) as (host: object) => RealmMakers)(this.host());
    this.installClock();
    this.makers.global("MimeType", this.convert.toRealm(MIME_TYPES), true);
    for (const name of foreignNames(manifest)) this.addForeign(name, run.project.libraries.get(name));
    for (const { name, make } of GLOBALS) this.makers.global(name, this.convert.toRealm(make(run)), true);
  }

  /** A library that is at hand is loaded when it is first named; what else is foreign is refused then. */
  private addForeign(name: string, library: Library | undefined): void {
    if (!library) this.makers.refuse(name, () => this.gate.refuseGlobal(name));
    else this.makers.lazy(name, () => this.gate.guarded(() => this.loadedLibrary(library)));
  }

  /** The library in a world of its own within this execution; what ends in "_" stays hidden. */
  private loadedLibrary({ files, manifest }: Library): unknown {
    const realm = new Realm(this.run, manifest);
    this.run.realm = this;
    const { scripts, names } = loadFiles(files);
    const shown = [...names].filter((name) => !name.endsWith("_"));
    const members = new Script(`({ ${shown.map((name) => `get ${name}() { return ${name}; }`).join(", ")} })`);
    const settled = realm.load(scripts);
    const face = "value" in settled ? realm.evaluate(members) : settled;
    if ("value" in face) return face.value;
    throw "error" in face ? new ScriptThrew(face.error) : new Error("The library did not come to its end.");
  }

  /** Runs compiled scripts one after another under the time limit; a thrown error ends the row. */
  load(scripts: readonly Script[]): Settled {
    for (const script of scripts) {
      const settled = this.evaluate(script);
      if (!("value" in settled)) return settled;
    }
    return { value: undefined };
  }

  /** The completion value of a script, as a realm value. */
  evaluate(script: Script): Settled {
    try {
      return { value: script.runInContext(this.context, { timeout: this.run.workspace.cpuLimitMs }) };
    } catch (error) {
      return isTimeout(error) ? { timedOut: true } : { error };
    }
  }

  /** Calls work (which calls into the realm) as Apps Script calls a handler; promises are settled before it returns. */
  begin(work: () => unknown): Settled {
    this.settled = { pending: true };
    this.makers.global("__begin", () => this.makers.begin(work), false);
    const evaluated = this.evaluate(beginScript);
    return "value" in evaluated ? this.settled : evaluated;
  }

  /** The realm's one object for an enumeration, made at first use. */
  enumeration(name: string, make: () => object): object {
    const known = this.enums.get(name) ?? make();
    this.enums.set(name, known);
    return known;
  }

  /** A realm function that runs host code; its host errors surface as realm errors. */
  hostFunction(name: string, work: (args: unknown[]) => unknown): object {
    return this.makers.method(name, (args) => this.gate.guarded(() => work(args)));
  }

  /** Evaluates source text to a function and calls it with realm values, in the middle of a running script. */
  callSource(source: string, args: unknown[]): unknown {
    try {
      return this.makers.callSource(source, args);
    } catch (error) {
      throw new ScriptThrew(error);
    }
  }

  /** What a template's generated code writes into; `write` gets the kind (0 text, 1 escaped, 2 raw), text and type. */
  templateSink(write: (kind: number, text: string, type: string) => void, output: ServiceObject): object {
    const sink = this.hostFunction("write", ([kind, text, type]) =>
      write(kind as number, text as string, type as string),
    );
    return this.makers.template(sink, this.convert.toRealm(output) as object);
  }

  private host(): object {
    return {
      ABSENT,
      FAILED,
      METHOD,
      takeFailure: () => this.gate.takeFailure(),
      member: (subject: ServiceObject, name: string) => this.gate.member(subject, name),
      has: (subject: ServiceObject, name: string) => this.gate.has(subject, name),
      call: (subject: ServiceObject, name: string, args: unknown[]) => this.gate.call(subject, name, args),
      remember: (face: object, subject: ServiceObject | EnumValue, target: object) =>
        this.convert.remember(face, subject, target),
      settle: (value: unknown) => (this.settled = { value }),
      reject: (error: unknown) => (this.settled = { error }),
    };
  }

  private installClock(): void {
    const zone = this.run.project.manifest.timeZone ?? "Etc/UTC";
    const install = dateScript.runInContext(this.context) as (host: object) => void;
    install({
      now: () => {
        this.run.charge(CLOCK_LOOK_MS);
        return this.run.now();
      },
      offset: (ms: number) => offsetMinutes(ms, zone),
      local: (ms: number) => localEpoch(ms, zone),
      zone,
    });
  }
}

function isTimeout(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
