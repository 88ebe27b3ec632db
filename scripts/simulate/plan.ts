/** What happens in a history: data only, made from a seed, so that a shorter history is simply a shorter list. */
export interface Plan {
  readonly seed: number;
  readonly mode: string;
  readonly steps: readonly Step[];
}

/** Something that somebody does while nothing runs, and what strikes the runs that follow from it. */
export interface Step {
  readonly act: Act;
  readonly strikes: readonly Strike[];
}

/** Something right before the `call`-th service call of the `run`-th execution that its step starts; both are counted from 1. */
export interface Strike {
  readonly run: number;
  readonly call: number;
  readonly act: Act;
  /** Triggers that the act lets in run at once, inside the run; else they wait for its end. */
  readonly atOnce: boolean;
}

export type Kind = PersonKind | SidebarKind | "wait" | "script" | "kill" | "fail";

/** What people do in the grid. */
export type PersonKind =
  | "type"
  | "clear"
  | "paste"
  | "pasteRows"
  | "fill"
  | "copy"
  | "copyRow"
  | "cut"
  | "sort"
  | "hide"
  | "undo"
  | "redo"
  | "insertRow"
  | "deleteRow"
  | "moveRow"
  | "insertColumn"
  | "deleteColumn"
  | "moveColumn"
  | "renameColumn"
  | "renameTab"
  | "overtype"
  | "elsewhere"
  | "settings";

export type SidebarKind = "log" | "update" | "override" | "restore" | "verify" | "look" | "retry";

/**
 * One act. Where it falls is decided when it happens, from its dice and from what is there then; where nothing is
 * there that it could be done to, it is skipped.
 */
export interface Act {
  /** Its place in the seed's whole plan; also makes its texts unlike all others. */
  readonly id: number;
  readonly kind: Kind;
  /** Which person. */
  readonly who: number;
  /** The first row without a ticket, the row that was touched last, or any ticket's. */
  readonly row: "new" | "same" | "any";
  /** A header of Tickets; "" for any. */
  readonly column: string;
  /** What is typed; "" for a text of the act's own. */
  readonly text: string;
  /** Numbers from 0 to 1, for whatever else is to be chosen. */
  readonly dice: readonly number[];
  /** Google never tells the script of it. */
  readonly isLost: boolean;
}

/** The n-th die of an act. */
export const die = (act: Act, n: number): number => act.dice[n] ?? 0;

/** Every act of a plan, in the order of its list. */
export const actsOf = ({ steps }: Plan): Act[] =>
  steps.flatMap(({ act, strikes }) => [act, ...strikes.map((s) => s.act)]);

/** The plan with these acts only. A step whose own act is left out goes with all that strikes it. */
export function only(plan: Plan, ids: ReadonlySet<number>): Plan {
  const steps = plan.steps
    .filter(({ act }) => ids.has(act.id))
    .map((step) => ({ ...step, strikes: step.strikes.filter(({ act }) => ids.has(act.id)) }));
  return { ...plan, steps };
}
