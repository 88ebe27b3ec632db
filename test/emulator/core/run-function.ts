import { Execution, type Caller } from "./execution.ts";
import { VOLUME } from "./kinds.ts";
import type { Outcome } from "./outcome.ts";
import type { Project } from "./project.ts";
import { Realm, type Settled } from "./realm.ts";

const DOTTED = /^[\w$]+(\.[\w$]+)*$/;

/** Makes the arguments once the execution exists: an event object holds service objects of its own. */
export type ArgumentsOf = (run: Execution) => unknown[];

/** One execution from start to end: fresh realm, top-level code, the function, the late writes. */
export function runFunction(project: Project, caller: Caller, name: string, args: ArgumentsOf): Outcome {
  const run = new Execution(project.workspace, project, name, caller);
  return execute(run, (realm) => {
    const loaded = realm.load(project.loaded.scripts);
    if (!("value" in loaded)) return loaded;
    return callByName(realm, project, name, args(run));
  });
}

/** Runs script code in a fresh realm of its own and reports how it ended; errors of the emulator itself are thrown. */
export function execute(run: Execution, work: (realm: Realm) => Settled): Outcome {
  const { workspace } = run;
  const startedAt = run.now();
  const cpu = process.cpuUsage();
  workspace.started(run);
  let settled: Settled;
  let late: unknown;
  let realm: Realm;
  try {
    run.charge(VOLUME.start);
    realm = new Realm(run);
    settled = work(realm);
    if ("timedOut" in settled) run.end("Exceeded maximum execution time");
    late = run.finish();
  } finally {
    workspace.stopped(run);
  }
  if (run.fault !== undefined) throw run.fault as Error;
  const used = process.cpuUsage(cpu);
  const outcome = describe(run, realm, settled, late, (used.user + used.system) / 1000);
  workspace.recorded(run, outcome, startedAt);
  workspace.engine.settle();
  return outcome;
}

function callByName(realm: Realm, project: Project, name: string, args: unknown[]): Settled {
  const missing = { error: new Error(`Script function not found: ${name}`) };
  if (!DOTTED.test(name) || !project.has(name)) return missing;
  const found = realm.evaluate(project.lookUp(name));
  if (!("value" in found)) return found;
  const [callee, owner] = found.value as [unknown, unknown];
  if (typeof callee !== "function") return missing;
  return realm.begin(() => Reflect.apply(callee, owner, args.map(realm.convert.toRealm)));
}

function describe(run: Execution, realm: Realm, settled: Settled, late: unknown, cpuMs: number): Outcome {
  const error =
    run.endedBy ?? ("error" in settled ? hostError(settled.error) : late !== undefined ? (late as Error) : undefined);
  return {
    value: "value" in settled && !error ? realm.convert.resultToHost(settled.value) : undefined,
    ...(error && { error }),
    log: run.log,
    calls: Object.fromEntries(run.calls),
    callCount: [...run.calls.values()].reduce((sum, n) => sum + n, 0),
    modelledMs: run.modelledMs,
    spent: run.spent.ms,
    lockHeld: run.lockHeld,
    cpuMs,
    killed: run.killed,
    notEmulated: [...run.missing],
    warnings: run.warnings,
  };
}

/** A realm's error as one of the host's, with the script's own stack. */
function hostError(thrown: unknown): Error {
  if (typeof thrown !== "object" || thrown === null || !("message" in thrown)) return new Error(String(thrown));
  const { name, message, stack } = thrown as Error;
  const error = new Error(String(message));
  error.name = String(name ?? "Error");
  error.stack = stack ?? `${error.name}: ${error.message}`;
  return error;
}
