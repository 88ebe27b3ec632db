import { TransientError } from "../../test/emulator/core/errors.ts";
import type { CallInfo, Execution } from "../../test/emulator/core/execution.ts";
import type { Company } from "./company.ts";
import { actInGrid } from "./grid-acts.ts";
import { type Act, die, type Plan, type Step, type Strike } from "./plan.ts";
import { actAtSidebar } from "./sidebar-acts.ts";
import { World } from "./world.ts";

export const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";
const MINUTE = 60_000;
/** Runs inside runs; deeper ones don't start. */
const DEEPEST = 3;
/** How often the timers run after everybody has stopped. */
const ROUNDS = 3;

const AT_SIDEBAR: ReadonlySet<string> = new Set(["log", "update", "override", "restore", "verify", "look", "retry"]);

/** After these an edit's own run looks where another row stands. */
const MOVES_ROWS: ReadonlySet<string> = new Set([
  ...["sort", "insertRow", "deleteRow", "moveRow", "insertColumn", "deleteColumn", "moveColumn", "undo", "redo"],
]);

/** Lets a history happen, until everybody has stopped and the timers have finished what was left. */
export function runPlan(company: Company, plan: Plan): World {
  const world = new World(company);
  const runner = new Runner(world);
  for (const step of plan.steps) runner.step(step);
  for (let round = 0; round < ROUNDS; round++) company.workspace.clock.advance(5 * MINUTE);
  world.markers.stamp();
  return world;
}

class Runner {
  private depth = 0;
  private isDisturbed = false;

  constructor(private readonly world: World) {}

  step({ act, strikes }: Step): void {
    const { world } = this;
    const { workspace } = world.company;
    const dropped = workspace.engine.queue.dropped;
    const told = world.witness.sentences.length;
    this.isDisturbed = act.isLost;
    const runs: Execution[] = [];
    const waiting = [...strikes];
    workspace.onCall = (call) => {
      if (!runs.includes(call.execution)) runs.push(call.execution);
      this.strike(waiting, { call, run: runs.indexOf(call.execution) + 1 });
    };
    this.perform(act, { atOnce: true });
    workspace.engine.queue.drain();
    workspace.onCall = undefined;
    const isBusy = world.witness.sentences
      .slice(told)
      .some(({ text }) => text.includes("busy") || text.includes("within a few minutes"));
    const isMoved = strikes.some(({ act: { kind } }) => MOVES_ROWS.has(kind));
    if (this.isDisturbed || isBusy || isMoved || workspace.engine.queue.dropped > dropped) world.excuse();
    else if (act.kind === "wait" && strikes.length === 0) world.witness.lookedAt.push(world.witness.now());
    world.notice();
  }

  private strike(waiting: Strike[], { call, run }: { call: CallInfo; run: number }): void {
    for (;;) {
      const at = waiting.findIndex((strike) => strike.run === run && strike.call === call.n);
      const [strike] = at < 0 ? [] : waiting.splice(at, 1);
      if (!strike) return;
      this.perform(strike.act, { atOnce: strike.atOnce, struck: { call, run } });
    }
  }

  private perform(act: Act, { atOnce, struck }: { atOnce: boolean; struck?: { call: CallInfo; run: number } }): void {
    const { world } = this;
    const { log } = world.witness;
    if (this.depth > DEEPEST) return;
    const at = log.push("") - 1;
    const indent = "  ".repeat(this.depth);
    const where = struck
      ? `before call ${struck.call.n} (${struck.call.name}) of run ${struck.run}, ${struck.call.execution.functionName}: `
      : "";
    this.depth++;
    try {
      const said = this.act(act, struck?.call);
      if (atOnce && said !== undefined) world.company.workspace.engine.queue.drain();
      const who = NOBODYS.has(act.kind) ? "" : `${nameOf(world, act)} `;
      log[at] =
        `${indent}[${act.id}] ${where}${said === undefined ? `(${act.kind}: not possible)` : who + said}${act.isLost && said !== undefined ? " (no trigger tells of it)" : ""}`;
    } finally {
      this.depth--;
    }
  }

  private act(act: Act, call: CallInfo | undefined): string | undefined {
    const { world } = this;
    if (act.isLost) this.isDisturbed = true;
    if (act.kind === "kill") return call && this.kill(act, call);
    if (act.kind === "fail") return call && this.fail();
    if (act.kind === "wait") return this.wait(act, call);
    return AT_SIDEBAR.has(act.kind) ? actAtSidebar(world, act) : actInGrid(world, act);
  }

  private kill(act: Act, { execution }: CallInfo): string {
    this.isDisturbed = true;
    const landed = die(act, 0) < 0.3 ? Infinity : Math.floor(die(act, 1) * 6);
    execution.kill({ queued: (index) => index < landed });
    return `Google ends the run; ${landed === Infinity ? "all" : `at most ${landed}`} of the queued writes land`;
  }

  private fail(): string {
    this.isDisturbed = true;
    this.world.company.workspace.failNext(new TransientError(SERVER_ERROR));
    return "Google fails at this call";
  }

  private wait(act: Act, call: CallInfo | undefined): string {
    const { workspace, project } = this.world.company;
    if (call) {
      project.run("onTimer", [], { trigger: "clock" });
      return "the timer runs";
    }
    const minutes = die(act, 0) < 0.8 ? 5 : 5 + Math.floor(die(act, 1) * 60);
    workspace.clock.advance(minutes * MINUTE);
    return `${minutes} minutes pass`;
  }
}

const NOBODYS: ReadonlySet<string> = new Set(["kill", "fail", "wait", "script", "settings", "verify"]);

function nameOf(world: World, act: Act): string {
  const [name = ""] = (act.kind === "override" ? world.company.owner : world.window(act)).email.split("@");
  return name[0]!.toUpperCase() + name.slice(1);
}
