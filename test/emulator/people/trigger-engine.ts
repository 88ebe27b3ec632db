import type { Caller } from "../core/execution.ts";
import type { Project } from "../core/project.ts";
import type { TriggerRecord } from "../services/script/trigger-record.ts";
import { nextRun } from "../services/script/schedule.ts";
import type { Workspace } from "../workspace.ts";
import type { Act } from "./act.ts";
import type { BookWindow } from "./book-window.ts";
import { installedCaller, simpleCaller } from "./callers.ts";
import { changeEvent, clockEvent, editEvent, openEvent, selectionEvent, type EventOf } from "./events.ts";
import { RuntimeBudget } from "./runtime-budget.ts";
import { TriggerQueue } from "./trigger-queue.ts";

/** onSelectionChange events closer than this are dropped, in ms (platform B1). */
const SELECTION_PAUSE_MS = 2000;

interface Firing {
  project: Project;
  handler: string;
  caller: Caller;
  event: EventOf;
  isEdit: boolean;
  trigger?: TriggerRecord;
}

/** Decides which functions an event starts, as whom, and when. */
export class TriggerEngine {
  readonly queue = new TriggerQueue();
  readonly budget: RuntimeBudget;
  private holding = 0;

  constructor(private readonly workspace: Workspace) {
    this.budget = new RuntimeBudget(workspace.accountType);
    workspace.clock.runDue = (until) => this.runDue(until);
  }

  /** Events inside `work` wait in the queue until it is over. */
  hold(work: () => void): void {
    this.holding++;
    try {
      work();
    } finally {
      this.holding--;
    }
    this.settle();
  }

  /** Runs what waits, unless somebody still holds it back. */
  settle(): void {
    if (this.holding === 0 && !this.workspace.current) this.queue.drain();
  }

  opened(window: BookWindow): void {
    const { book } = window;
    this.simple(window, "onOpen", openEvent(book), false);
    this.installed(window, "ON_OPEN", (trigger) => openEvent(book, trigger.id));
    this.settle();
  }

  /** A person has changed something in the grid. */
  acted(window: BookWindow, act: Act): void {
    const { book } = window;
    if (act.edited) {
      this.simple(window, "onEdit", editEvent(book, act), true);
      this.installed(window, "ON_EDIT", (trigger) => editEvent(book, act, trigger.id));
    }
    this.installed(window, "ON_CHANGE", (trigger) => changeEvent(book, act, trigger.id));
    this.settle();
  }

  selected(window: BookWindow, selection: Parameters<typeof selectionEvent>[1]): void {
    const now = this.workspace.clock.now();
    if (window.lastSelectionEvent !== undefined && now - window.lastSelectionEvent < SELECTION_PAUSE_MS) return;
    window.lastSelectionEvent = now;
    this.simple(window, "onSelectionChange", selectionEvent(window.book, selection), false);
    this.settle();
  }

  private simple(window: BookWindow, handler: string, event: EventOf, isEdit: boolean): void {
    for (const project of this.workspace.projects) {
      if (project.container !== window.book || !project.has(handler)) continue;
      const caller = simpleCaller(window, project);
      if (caller) this.fire({ project, handler, caller, event, isEdit });
    }
  }

  private installed(window: BookWindow, eventType: string, eventOf: (trigger: TriggerRecord) => EventOf): void {
    for (const trigger of this.workspace.triggers.all()) {
      if (trigger.eventType !== eventType || trigger.sourceId !== window.book.id) continue;
      const project = this.workspace.projectById(trigger.projectId);
      const caller = installedCaller(window, trigger.creator);
      const { handler } = trigger;
      this.fire({ project, handler, caller, event: eventOf(trigger), isEdit: eventType === "ON_EDIT", trigger });
    }
  }

  private fire(firing: Firing): void {
    const { project, handler, trigger, isEdit } = firing;
    const start = () => this.start(firing);
    if (this.holding > 0 || this.workspace.current)
      this.queue.hold({ handler: `${project.id} ${trigger?.id ?? ""} ${handler}`, isEdit, start });
    else start();
  }

  private start({ project, handler, caller, event, trigger }: Firing): void {
    if (trigger && !this.workspace.triggers.all().includes(trigger)) return;
    if (trigger && this.isStopped(project, trigger)) return;
    const { modelledMs } = project.runAs(caller, handler, (run) => [event(run)]);
    if (trigger) this.budget.spend(trigger.creator, modelledMs, this.workspace.clock.now());
  }

  /** Without the creator's full consent a trigger does not run at all, and neither does it after the day's hours. */
  private isStopped(project: Project, { creator, handler }: TriggerRecord): boolean {
    const now = this.workspace.clock.now();
    if (!project.isAddOn && project.refusedBy(creator).size > 0) {
      this.workspace.refused(project, handler, creator, "Authorization is required to perform that action.");
      return true;
    }
    if (this.budget.left(creator, now) > 0) return false;
    this.workspace.refused(project, handler, creator, "Service using too much computer time for one day.");
    return true;
  }

  private runDue(until: number): void {
    while (this.runFirst(until)) continue;
  }

  /** Lets time pass until the first timer falls due, and runs it; false where none does up to that instant. */
  runFirst(until: number): boolean {
    const due = this.nextDue(until);
    if (!due) return false;
    const at = due.nextRun!;
    this.workspace.clock.reach(at);
    this.schedule(due, Math.max(at, this.workspace.clock.now()));
    this.runTimer(due, at);
    return true;
  }

  private nextDue(until: number): TriggerRecord | undefined {
    let first: TriggerRecord | undefined;
    for (const trigger of this.workspace.triggers.all())
      if (trigger.nextRun !== undefined && trigger.nextRun <= until && trigger.nextRun < (first?.nextRun ?? Infinity))
        first = trigger;
    return first;
  }

  private schedule(trigger: TriggerRecord, after: number): void {
    const next = trigger.schedule && nextRun(trigger.schedule, after, trigger.createdAt);
    if (next === undefined) delete trigger.nextRun;
    else trigger.nextRun = next;
  }

  private runTimer(trigger: TriggerRecord, at: number): void {
    const project = this.workspace.projectById(trigger.projectId);
    const { creator, handler } = trigger;
    const event = clockEvent(at, project.manifest.timeZone ?? "Etc/UTC", trigger.id);
    const caller: Caller = { activeUser: creator, effectiveUser: creator, authMode: "FULL", trigger: "clock" };
    this.start({ project, handler, caller, event, isEdit: false, trigger });
    this.settle();
  }
}
