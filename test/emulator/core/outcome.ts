import type { Cost } from "./kinds.ts";

/** How one execution ended. */
export interface Outcome {
  /** What the function returned, as host values; service objects stay service objects. */
  value: unknown;
  error?: Error;
  log: string[];
  /** Counted calls by "Class.method". */
  calls: Record<string, number>;
  callCount: number;
  /** Under the profile in force, start-up and waiting included. */
  modelledMs: number;
  /** The same calls under each profile. */
  spent: Cost;
  /** For how long it held locks, summed over them. */
  lockHeld: Cost;
  cpuMs: number;
  killed: boolean;
  /** Members the script used that the emulator doesn't know, even where the script caught the error. */
  notEmulated: string[];
  /** Doubtful habits seen on the way, e.g. a lock released before flush. */
  warnings: string[];
}

/** An execution as the workspace's dashboard lists it. */
export interface ExecutionRecord extends Omit<Outcome, "value"> {
  projectId: string;
  functionName: string;
  user: string;
  trigger: string;
  startedAt: number;
}

/** What is told of an execution that Google did not even start. */
export const notStarted = (): Omit<Outcome, "value"> => ({
  log: [],
  calls: {},
  callCount: 0,
  modelledMs: 0,
  spent: { typical: 0, slow: 0 },
  lockHeld: { typical: 0, slow: 0 },
  cpuMs: 0,
  killed: false,
  notEmulated: [],
  warnings: [],
});
