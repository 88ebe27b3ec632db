import type { Question as Asking } from "../../test/emulator/core/container.ts";
import type { BookWindow } from "../../test/emulator/people/book-window.ts";
import type { GivenAnswer } from "../../test/emulator/people/window-ui.ts";
import { viewOfBook } from "./book-view.ts";
import { deskView, Panels } from "./desk-view.ts";
import type { Asked, Request, ThreadOptions, Told } from "./messages.ts";
import { openWorld } from "./open-world.ts";
import type { ServerEvent } from "./protocol.ts";
import { askPerson, givenAnswer, questionView } from "./questions.ts";
import { answerRequest } from "./requests.ts";
import { Saver } from "./saver.ts";
import { stripView } from "./strip-view.ts";
import { changedWindows, isNews, newTab, type Tab } from "./tabs.ts";
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

  async handle(name: string, asked: Asked): Promise<unknown> {
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
    const desk = deskView(window, this.panels);
    if (isNews(tab, "desk", desk)) this.event(name, { type: "desk", desk });
    const strip = stripView(world);
    if (isNews(tab, "strip", strip)) this.event(name, { type: "strip", strip });
    for (const toast of window.toasts.slice(tab.toasts ?? window.toasts.length))
      this.event(name, { type: "toast", ...toast });
    tab.toasts = window.toasts.length;
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
