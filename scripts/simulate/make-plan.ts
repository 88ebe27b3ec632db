import { Chance } from "./chance.ts";
import { type Habit, type Mode, MODES, type Weights } from "./modes.ts";
import type { Act, Kind, Plan, Step, Strike } from "./plan.ts";

/** Runs are longest where a row is typed by hand; a strike beyond a run's end never happens. */
const CALLS = 22;
const DICE = 6;
const STATUSES = ["Open", "Pending", "On hold", "Resolved", "Closed", "pending", "New"];
const PRIORITIES = ["Urgent", "High", "Medium", "Low", "high"];
const REFUSED = ["Nonsense", "Waiting", "Done"];
const COLUMNS = {
  Subject: 3,
  Status: 5,
  Priority: 4,
  Assignee: 4,
  Requester: 2,
  Category: 1,
  Description: 2,
  Tags: 2,
  Queue: 1,
};
const WORDS: Readonly<Record<string, readonly string[]>> = { Status: STATUSES, Priority: PRIORITIES };

/** The history that a seed stands for. */
export function makePlan(seed: number, mode: string): Plan {
  const table = MODES[mode];
  if (!table) throw new Error(`There is no mode "${mode}". Choose one of ${Object.keys(MODES).join(", ")}.`);
  return new Planner(seed, mode, table).plan();
}

class Planner {
  private readonly chance: Chance;
  private given = 0;

  constructor(
    private readonly seed: number,
    private readonly name: string,
    private readonly mode: Mode,
  ) {
    this.chance = new Chance(Math.imul(seed, 2_654_435_761) ^ hashOf(name));
  }

  plan(): Plan {
    const [fewest, most] = this.mode.steps;
    const steps = Array.from({ length: fewest + this.chance.below(most - fewest + 1) }, () => this.step());
    return { seed: this.seed, mode: this.name, steps };
  }

  private step(): Step {
    const [act, ...rest] = this.acts(this.mode.acts);
    const strikes = this.following(rest);
    for (const share of this.mode.strikes)
      if (this.chance.is(share)) strikes.push(...this.following(this.acts(this.mode.struckBy)));
    return { act: act!, strikes: strikes.sort((one, other) => one.run - other.run || one.call - other.call) };
  }

  /** Acts one after another, before calls of the same run or in the next. */
  private following(acts: readonly Act[]): Strike[] {
    const { chance } = this;
    const run = chance.weighed({ 1: 12, 2: 4, 3: 2, 4: 1 });
    let call = 1 + chance.below(CALLS);
    return acts.map((act) => {
      const strike = { run: Number(run), call, act, atOnce: chance.is(0.5) };
      call += chance.below(4);
      return strike;
    });
  }

  private acts(weights: Weights): Act[] {
    const kind = this.chance.weighed(weights);
    if (kind === "newRow") return this.newRow();
    if (kind === "correct") return this.correct();
    return [this.act(kind)];
  }

  private newRow(): Act[] {
    const who = this.person();
    const columns = ["Subject", ...(this.chance.is(0.3) ? ["Status", "Assignee"] : ["Status", "Priority"])];
    return columns.map((column, at) =>
      this.act("type", { who, column, row: at === 0 ? "new" : "same", isLost: false }),
    );
  }

  private correct(): Act[] {
    const who = this.person();
    const column = this.chance.pick(["Status", "Priority"]);
    const first = this.act("type", { who, column, text: this.chance.pick(REFUSED), isLost: false });
    return [first, this.act("type", { who, column, row: "same", isLost: false })];
  }

  private act(kind: Exclude<Kind | Habit, Habit>, told: Partial<Act> = {}): Act {
    const { chance } = this;
    const column = told.column ?? chance.weighed(COLUMNS);
    const drawn = {
      id: this.given++,
      who: this.person(),
      row: chance.is(0.12) ? ("new" as const) : chance.is(0.25) ? ("same" as const) : ("any" as const),
      text: this.text(kind, column),
      dice: Array.from({ length: DICE }, () => chance.next()),
      isLost: chance.is(this.mode.lost),
    };
    return { ...drawn, ...told, kind, column };
  }

  private text(kind: Kind, column: string): string {
    const words = WORDS[column];
    if (!words) return "";
    return kind === "type" && this.chance.is(0.06) ? this.chance.pick(REFUSED) : this.chance.pick(words);
  }

  private person(): number {
    return Number(this.chance.weighed({ 0: 4, 1: 4, 2: 2, 3: 2 }));
  }
}

function hashOf(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) | 0;
  return hash;
}
