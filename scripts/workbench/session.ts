import type { Question as Asking } from "../../test/emulator/core/container.ts";
import type { BookWindow } from "../../test/emulator/people/book-window.ts";
import type { GivenAnswer } from "../../test/emulator/people/window-ui.ts";
import { viewOfBook } from "./book-view.ts";
import { deskView, Panels } from "./desk-view.ts";
import type { Asked, Request, ThreadOptions, Told } from "./messages.ts";
import { openWorld } from "./open-world.ts";
import { everyMs, PassingTime } from "./passing-time.ts";
import type { ServerEvent } from "./protocol.ts";
import { askPerson, givenAnswer, questionView } from "./questions.ts";
import { answerRequest } from "./requests.ts";
import { Saver } from "./saver.ts";
import { stripView } from "./strip-view.ts";
import { changedWindows, isNews, newTab, type Tab } from "./tabs.ts";
import { Turns } from "./turns.ts";
import type { World } from "./world.ts";

const CHANGES = new Set<Request["kind"]>(["join", "become", "view", "act", "call"]);
const SAVED = new Set<Request["kind"]>(["act", "call", "become"]);
/** Nothing that anybody would miss: where one stands. */
const isLight = (asked: Request): boolean =>
  asked.kind === "become" || (asked.kind === "act" && asked.act.kind === "select");

/** The Workspace with everybody who has a page open on it. */
export class Session {
  readonly tabs = new Map<string, Tab>();
  panels = new Panels();
  /** Counts what was published: pages know by it which of their windows are old. */
  version = 0;
  private questions = 0;
  private readonly turns = new Turns();
  private passing: PassingTime | null = null;
  private readonly saver = new Saver(() => this.world);
  /** The page whose request is being answered: what a script asks is asked there. */
  private asker = "";

  private constructor(
    private readonly options: ThreadOptions,
    private readonly tell: (told: Told) => void,
    public world: World,
  ) {
    this.watch();
  }

  static async open(options: ThreadOptions, tell: (told: Told) => void): Promise<Session> {
    const line = (text: string): void => tell({ kind: "progress", line: text });
    return new Session(options, tell, await openWorld(options, { tell: line, fresh: false }));
  }

  /** Does what a page asked for, after everything that was asked before; time passes between what others ask. */
  handle(name: string, asked: Asked): Promise<unknown> {
    if (asked.kind === "advance") return this.advance(asked.ms);
    return this.turns.take(() => this.answer(name, asked));
  }

  private async answer(name: string, asked: Exclude<Asked, { kind: "advance" }>): Promise<unknown> {
    const tab = this.tab(name, asked);
    this.asker = name;
    if (asked.kind === "startOver") return this.startOver();
    try {
      return await answerRequest(this, { name, tab }, asked);
    } finally {
      if (CHANGES.has(asked.kind)) this.publish();
      if (SAVED.has(asked.kind)) this.keep(asked);
    }
  }

  save(): void {
    this.saver.rest();
  }

  stopTime(): void {
    this.passing?.stop();
  }

  /** Lets time pass, a timer's run a turn; what the timers did is shown and kept as it goes. */
  private async advance(ms: number): Promise<{ stoppedAt: number | null }> {
    if (this.passing) throw new Error("Time is passing already. Wait until it has passed, or stop it.");
    const passing = new PassingTime(this.world.workspace, ms);
    this.passing = passing;
    const isTimeTo = everyMs({ tell: 250, show: 2500 });
    try {
      while (!passing.isOver) {
        await this.turns.take(() => passing.step());
        await new Promise((resolve) => setImmediate(resolve)); // what was asked meanwhile comes in
        if (isTimeTo("show")) this.showPassing();
        else if (isTimeTo("tell")) for (const [name, tab] of this.tabs) this.publishStrip(name, tab);
      }
    } finally {
      this.passing = null;
      await this.turns.take(() => {
        this.publish();
        this.saver.now();
      });
    }
    return { stoppedAt: passing.isStopped ? this.world.workspace.clock.now() : null };
  }

  private showPassing(): void {
    this.publish();
    this.saver.soon();
  }

  /** What is acknowledged is on disk. */
  private keep(asked: Request): void {
    if (isLight(asked)) this.saver.soon();
    else this.saver.now();
  }

  /** Tells every page what has changed for it. */
  publish(): void {
    this.version++;
    for (const [name, tab] of this.tabs) this.publishTo(name, tab);
  }

  private async startOver(): Promise<void> {
    const line = (text: string): void => this.tell({ kind: "progress", line: text });
    this.stopTime();
    this.world = await openWorld(this.options, { tell: line, fresh: true });
    this.panels = new Panels();
    this.watch();
    for (const tab of this.tabs.values()) Object.assign(tab, newTab(this.known(tab.person)));
    this.event(null, { type: "reload" });
  }

  private publishTo(name: string, tab: Tab): void {
    const { world, version } = this;
    const window = world.windowOf(tab.person);
    const book = viewOfBook(world.book);
    if (isNews(tab, "book", book)) this.event(name, { type: "book", version, book });
    this.event(name, { type: "windows", version, windows: changedWindows(tab, world.book) });
    const history = world.workspace.historyOf(world.book);
    const desk = deskView(window, { panels: this.panels, history });
    if (isNews(tab, "desk", desk)) this.event(name, { type: "desk", desk });
    this.publishStrip(name, tab);
    for (const toast of window.toasts.slice(tab.toasts ?? window.toasts.length))
      this.event(name, { type: "toast", ...toast });
    tab.toasts = window.toasts.length;
  }

  private publishStrip(name: string, tab: Tab): void {
    const strip = stripView(this.world, this.passing);
    if (isNews(tab, "strip", strip)) this.event(name, { type: "strip", strip });
  }

  private tab(name: string, request: Request): Tab {
    const known = this.tabs.get(name);
    if (request.kind !== "join") return known ?? newTab(this.world.workspace.owner);
    const tab = newTab(this.known(request.person));
    this.tabs.set(name, tab);
    return tab;
  }

  private known(person: string | null): string {
    return this.world.find(person)?.email ?? this.world.workspace.owner;
  }

  private watch(): void {
    this.world.onOpened = (window) => (window.answerWith = (question) => this.ask(window, question));
  }

  /** The script waits while the person reads what it has written so far and answers. */
  private ask(window: BookWindow, asking: Asking): GivenAnswer | undefined {
    const asker = this.tabs.get(this.asker);
    if (asker?.person !== window.email) return undefined;
    this.publish();
    const question = questionView(++this.questions, asking);
    return givenAnswer(askPerson(this.options, () => this.tell({ kind: "question", tab: this.asker, question })));
  }

  private event(tab: string | null, event: ServerEvent): void {
    this.tell({ kind: "event", tab, event });
  }
}
