import { Script } from "node:vm";
import type { Workspace } from "../workspace.ts";
import type { Container, UiHost } from "./container.ts";
import type { AuthModeName, Caller, OnCall, TriggerKind } from "./execution.ts";
import type { Outcome } from "./outcome.ts";
import { runFunction, type ArgumentsOf } from "./run-function.ts";
import { loadFiles, type LoadedFiles, type ProjectFile } from "./script-files.ts";
import { ScriptStores } from "./script-stores.ts";

/** appsscript.json, as far as the emulator looks at it. */
export interface Manifest {
  timeZone?: string;
  runtimeVersion?: string;
  exceptionLogging?: string;
  oauthScopes?: string[];
  dependencies?: { enabledAdvancedServices?: { userSymbol: string }[]; libraries?: { userSymbol: string }[] };
  webapp?: { access?: string; executeAs?: string };
  [key: string]: unknown;
}

/** Another script, whose functions and variables a project sees as members of one global. */
export interface Library {
  files: readonly ProjectFile[];
  manifest: Manifest;
}

/** The globals that the manifest adds: advanced services and libraries. */
export function foreignNames({ dependencies }: Manifest): string[] {
  const { enabledAdvancedServices = [], libraries = [] } = dependencies ?? {};
  return [...enabledAdvancedServices, ...libraries].map(({ userSymbol }) => userSymbol);
}

export interface RunOptions {
  /** Who runs it; the owner of the project unless told. */
  user?: string;
  mode?: AuthModeName;
  trigger?: TriggerKind;
  window?: UiHost;
  onCall?: OnCall;
}

/** An Apps Script project: its files, its manifest, and what Google keeps for it between executions. */
export class Project {
  readonly stores = new ScriptStores();
  /** Published as an editor add-on: AuthMode.NONE until enabled, one timer only. */
  isAddOn = false;
  /** The libraries of the manifest that are at hand, by the symbols under which scripts know them. */
  readonly libraries = new Map<string, Library>();
  /** Ids of the books in which the add-on has been used. */
  readonly enabledIn = new Set<string>();
  private readonly denied = new Map<string, Set<string>>();
  private readonly lookUps = new Map<string, Script>();

  constructor(
    readonly workspace: Workspace,
    readonly id: string,
    public files: readonly ProjectFile[],
    public manifest: Manifest,
    readonly owner: string,
    readonly container: Container | undefined,
    public loaded: LoadedFiles = loadFiles(files),
  ) {}

  /** Saves other files in place of its own; triggers, properties and consent stay. Throws ScriptSyntaxError. */
  save(files: readonly ProjectFile[], manifest: Manifest): void {
    this.loaded = loadFiles(files);
    this.files = files;
    this.manifest = manifest;
    this.lookUps.clear();
  }

  /** Calls a function by name, as from the editor or a menu; dotted names reach into top-level objects. */
  run(name: string, args: unknown[] | ArgumentsOf = [], options: RunOptions = {}): Outcome {
    const user = options.user ?? this.owner;
    const caller: Caller = {
      activeUser: user,
      effectiveUser: user,
      authMode: options.mode ?? "FULL",
      trigger: options.trigger ?? "editor",
      ...(options.window && { window: options.window }),
      ...(options.onCall && { onCall: options.onCall }),
    };
    return this.runAs(caller, name, typeof args === "function" ? args : () => args);
  }

  /** Calls a function on behalf of whoever started it. */
  runAs(caller: Caller, name: string, args: ArgumentsOf = () => []): Outcome {
    return runFunction(this, caller, name, args);
  }

  /** Whether Google finds a function of that name by looking at the text. */
  has(name: string): boolean {
    return this.loaded.functions.has(name.split(".")[0] ?? "") || name.includes(".");
  }

  /** The function of this script that a cell may call by that name, whatever the case. */
  customFunction(name: string): string | undefined {
    return [...this.loaded.functions].find((one) => one.toUpperCase() === name.toUpperCase() && !one.endsWith("_"));
  }

  /** Compiled once per name: the function, and what it is to be called on. */
  lookUp(name: string): Script {
    const known = this.lookUps.get(name);
    if (known) return known;
    const owner = name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : "undefined";
    const script = new Script(`[typeof ${name.split(".")[0]} === "undefined" ? undefined : ${name}, ${owner}]`);
    this.lookUps.set(name, script);
    return script;
  }

  /** The user refuses these scopes, or takes back the consent given before. */
  deny(user: string, ...scopes: string[]): void {
    this.denied.set(user, new Set(scopes));
  }

  /** The scopes that the user's executions have; "all" where the manifest names none and nothing was refused. */
  grantedScopes(user: string): ReadonlySet<string> | "all" {
    const denied = this.denied.get(user);
    if (!this.manifest.oauthScopes) return denied ? new ScopesBut(denied) : "all";
    return new Set(this.manifest.oauthScopes.filter((scope) => !denied?.has(scope)));
  }

  /** What the user has refused of it. */
  refusedBy(user: string): ReadonlySet<string> {
    return this.denied.get(user) ?? new Set();
  }

  html(name: string): string | undefined {
    const base = name.replace(/\.html$/, "");
    return this.files.find((file) => file.type === "html" && file.name.replace(/\.html$/, "") === base)?.source;
  }
}

/** Every scope except those refused. */
class ScopesBut extends Set<string> {
  constructor(private readonly denied: ReadonlySet<string>) {
    super();
  }
  override has(scope: string): boolean {
    return !this.denied.has(scope);
  }
}
