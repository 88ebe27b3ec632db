import type { Workspace } from "../workspace.ts";
import { authorise } from "./authorisation.ts";
import type { Container, UiHost } from "./container.ts";
import { ExecutionEnded, GoogleError } from "./errors.ts";
import { type Cost, DEADLINE_MS, KINDS, type Kind, MOST_BYTES, VOLUME } from "./kinds.ts";
import type { Grid } from "../spreadsheet/model/grid.ts";
import type { Shift } from "../spreadsheet/model/rect.ts";
import type { Project } from "./project.ts";
import type { Realm } from "./realm.ts";
import type { GoogleClass } from "./service-object.ts";
import { costOf, Spent } from "./spent.ts";
import { type QueuedFate, type WritePlace, WriteQueue } from "./write-queue.ts";

export type AuthModeName = "NONE" | "LIMITED" | "CUSTOM_FUNCTION" | "FULL";

/** What started an execution; decides deadline, user interface and what may be called. */
export type TriggerKind = "editor" | "menu" | "sidebar" | "simple" | "installable" | "clock" | "custom";

export interface Caller {
  /** Shown by Session.getActiveUser; "" where the identity is hidden. */
  activeUser: string;
  effectiveUser: string;
  authMode: AuthModeName;
  trigger: TriggerKind;
  /** The window of the person who started it, where there is one. */
  window?: UiHost;
  onCall?: OnCall;
}

export interface CallInfo {
  /** 1-based position among the calls of this execution that have an effect. */
  n: number;
  name: string;
  args: unknown[];
  execution: Execution;
}
export type OnCall = (call: CallInfo) => void;

export interface GateCall {
  type: GoogleClass;
  name: string;
  args: unknown[];
  scopes: string[];
  kind: Kind;
}

/** One run of one script function, from its first top-level statement to the drain of its last write. */
export class Execution {
  readonly log: string[] = [];
  /** Counted calls by "Class.method". */
  readonly calls = new Map<string, number>();
  readonly missing = new Set<string>();
  readonly warnings: string[] = [];
  readonly spent = new Spent();
  /** For how long this execution has held locks, summed over them. */
  lockHeld: Cost = { typical: 0, slow: 0 };
  killed = false;
  /** Locks of a killed execution stay until it would have timed out. */
  keepsLocks = false;
  fault: unknown;
  /** Whether the service call that is under way has begun to read. */
  isReading = false;
  realm!: Realm;
  private effects = 0;
  private ended: ExecutionEnded | undefined;
  private readonly queue = new WriteQueue();
  private readonly endings: (() => void)[] = [];

  constructor(
    readonly workspace: Workspace,
    readonly project: Project,
    readonly functionName: string,
    readonly caller: Caller,
  ) {}

  get user(): string {
    return this.caller.activeUser;
  }
  get effectiveUser(): string {
    return this.caller.effectiveUser;
  }
  get authMode(): AuthModeName {
    return this.caller.authMode;
  }
  get trigger(): TriggerKind {
    return this.caller.trigger;
  }
  /** The spreadsheet the script is bound to, if any. */
  get book(): Container | undefined {
    return this.project.container;
  }
  get window(): UiHost | undefined {
    return this.caller.window;
  }

  /** Epoch ms on the virtual clock. */
  now(): number {
    return this.workspace.clock.now();
  }

  /** Under the profile in force. */
  get modelledMs(): number {
    return this.spent.ms[this.workspace.profile];
  }

  /** Lets modelled time pass, for this execution and for the world: a cost, or milliseconds of any profile. */
  charge(cost: Cost | number): void {
    const ms = this.spent.add(cost, this.workspace.profile);
    if (this.trigger !== "custom") this.workspace.clock.pass(ms); // Google computes cells beside everything else
    if (this.modelledMs > this.deadlineMs()) this.end("Exceeded maximum execution time");
  }

  /** Says that the current method reads this many cells: queued writes are sent first, and may fail here. */
  read(cells: number): void {
    this.flush();
    this.isReading = true;
    this.charge(costOf("cellRead", cells));
  }

  /** The call that is under way has sent so many bytes to a spreadsheet; they wait with its writes. */
  sends(bytes: number): void {
    this.assertCarried(bytes);
    this.queue.bytes += bytes;
  }

  /** It answers so many bytes. */
  receives(bytes: number): void {
    this.assertCarried(bytes);
    this.charge(costOf("byteRead", bytes));
  }

  private assertCarried(bytes: number): void {
    if (bytes > MOST_BYTES[this.workspace.profile])
      throw new GoogleError(`Service Spreadsheets timed out while accessing document with id ${this.book?.id}.`);
  }

  /** Queues a write that takes effect, or fails, at the next read, flush or end of the execution. */
  write(cells: number, apply: () => void, place?: WritePlace): void {
    this.queue.add(cells, apply, place);
  }

  /** Rows or columns of a sheet were inserted, deleted or moved, and queued writes are to follow them. */
  shifted(grid: Grid, shift: Shift): void {
    this.queue.follow(grid, shift);
  }

  /** Sends the queued writes; throws the first late error, after the others have been applied. */
  flush(): void {
    if (!this.hasQueuedWrites) return;
    this.charge(VOLUME.drain);
    this.charge(costOf("cellDrained", this.queue.cells));
    this.charge(costOf("byteDrained", this.queue.bytes));
    const { onDrain } = this.workspace;
    this.queue.send(onDrain && ((sent, waiting) => onDrain({ sent, waiting, execution: this })));
    this.assertAlive();
  }

  get hasQueuedWrites(): boolean {
    return this.queue.length > 0;
  }

  /** Something to do when the execution is over, however it ends (locks). */
  atEnd(ending: () => void): void {
    this.endings.push(ending);
  }

  /** What the gate asks before each call takes effect; throws where the call must fail. */
  enter(call: GateCall): void {
    this.isReading = false;
    authorise(this, call);
    const kind = KINDS[call.kind];
    if (kind.effect) this.announce(call);
    if (kind.counted) this.count(`${lastName(call.type)}.${call.name}`);
    this.charge(kind.ms);
    this.assertAlive();
  }

  /** Throws once the execution was killed or is out of time. */
  assertAlive(): void {
    if (this.ended) throw this.ended;
  }

  /** Ends the execution here: this call and each later one fails, whatever script code still runs. */
  kill({ queued = "drop", locks = "release" }: { queued?: QueuedFate; locks?: "release" | "keep" } = {}): void {
    this.killed = true;
    this.keepsLocks = locks === "keep";
    this.end("The execution was killed.");
    this.queue.abandon(queued);
  }

  /** Marks the execution as over for good; the script can't catch it away. */
  end(reason: string): void {
    this.ended ??= new ExecutionEnded(reason);
  }

  get endedBy(): GoogleError | undefined {
    return this.ended;
  }

  /** Sends what is still queued and releases what is held; answers the late error, if any. */
  finish(): unknown {
    let late: unknown;
    if (!this.ended) {
      try {
        this.flush();
      } catch (error) {
        late = error;
      }
    }
    this.queue.clear();
    for (const ending of this.endings) ending();
    return late;
  }

  private announce(call: GateCall): void {
    this.effects++;
    const info = { n: this.effects, name: `${lastName(call.type)}.${call.name}`, args: call.args, execution: this };
    this.workspace.beforeCall(info);
    this.caller.onCall?.(info);
    this.assertAlive();
  }

  private count(name: string): void {
    this.calls.set(name, (this.calls.get(name) ?? 0) + 1);
  }

  private deadlineMs(): number {
    const { trigger } = this.caller;
    return trigger === "simple" || trigger === "custom" ? DEADLINE_MS[trigger] : DEADLINE_MS.other;
  }
}

function lastName(type: GoogleClass): string {
  return type.googleName.slice(type.googleName.lastIndexOf(".") + 1);
}
