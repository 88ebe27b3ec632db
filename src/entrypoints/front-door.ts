import { type GoogleFunction, leaveFor, refusalOf } from "../domain/roles/may.ts";
import { isSameAddress, type Standing, UNKNOWN } from "../domain/roles/standing.ts";
import { Problem } from "../domain/problem.ts";
import { openMemory } from "../google/properties.ts";
import { actingUser } from "../google/session.ts";
import { alert } from "../google/ui.ts";
import type { Memory } from "../workbook/memory.ts";
import { standingIn } from "../workbook/roles-memory.ts";

/** Whoever calls a function of the desk, and may. */
export interface Caller {
  readonly email: string;
  readonly standing: Standing;
  /** Only about tickets that they asked for themselves, and only what is public of them. */
  readonly isOwnOnly: boolean;
  readonly memory: Memory;
}

/** The one place that asks the table: who calls, where they may; throws a Problem where they may not. */
export function admitted(name: GoogleFunction, memory: Memory = openMemory()): Caller {
  const email = actingUser();
  const standing = standingIn(memory, email);
  const owner = memory.get("owner");
  const leave = leaveFor(name, standing);
  const mayAsOwner = leave === "owner" && (owner === undefined || owner === UNKNOWN || isSameAddress(owner, email));
  if (leave !== "allowed" && leave !== "own" && !mayAsOwner)
    throw new Refused("not-allowed", refusalOf(name, standing, owner));
  return { email, standing, isOwnOnly: leave === "own", memory };
}

type Run = (memory: Memory) => void;

/** Runs a menu item for whoever may; tells the others why not. */
export const fromMenu = (name: GoogleFunction, run: Run): string | undefined => entering(name, run, alert);

/** The same for what timers run. */
export const byTimer = (name: GoogleFunction, run: Run): string | undefined =>
  entering(name, run, (sentence) => console.warn(sentence));

/** A refusal is the answer too: somebody may have called it by hand from the sidebar. */
function entering(name: GoogleFunction, run: Run, say: (sentence: string) => void): string | undefined {
  try {
    run(admitted(name).memory);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say(error.message);
    return refusal(error.message);
  }
}

/** The answer to a call by hand of what only Google calls, with an event that no page can make up: objects of Google's don't travel. */
export function byHand(name: GoogleFunction): string {
  const sentence = refusalOf(name, "nobody");
  console.warn(sentence);
  return refusal(sentence);
}

const METHODS = { range: "getSheet", source: "getSheets" } as const;

/** Whether an event holds an object of Google's under this name. */
export function isFromGoogle(event: unknown, name: keyof typeof METHODS): boolean {
  const held = isObject(event) ? event[name] : undefined;
  return isObject(held) && typeof held[METHODS[name]] === "function";
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const refusal = (sentence: string): string => JSON.stringify({ ok: false, problem: { kind: "not-allowed", sentence } });

class Refused extends Problem {}
