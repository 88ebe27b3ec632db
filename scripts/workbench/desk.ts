import { join } from "node:path";
import { MessageChannel, Worker } from "node:worker_threads";
import type { Asked, Reply, Request, ThreadOptions, Told } from "./messages.ts";
import type { Answer, Question } from "./protocol.ts";

export interface DeskEvents {
  told(told: Told): void;
  died(error: Error): void;
}

/**
 * The server's side of the thread in which the Workspace lives. Scripts run to their end there while this side goes on
 * answering, and a script that asks a person something waits there for the reply.
 */
export class Desk {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));
  private readonly replies = new MessageChannel();
  private asking: { tab: string; question: Question } | null = null;
  private next = 1;
  /** Fulfilled once the Workspace is open. */
  readonly isReady: Promise<void>;
  private ready: () => void = () => undefined;

  constructor(
    root: string,
    options: Omit<ThreadOptions, "signal" | "replies">,
    private readonly events: DeskEvents,
  ) {
    this.isReady = new Promise((resolve) => (this.ready = resolve));
    const all: ThreadOptions = {
      ...options,
      signal: this.signal.buffer,
      replies: this.replies.port2,
    };
    this.worker = new Worker(join(root, "scripts/workbench/thread.mjs"), {
      workerData: all,
      transferList: [this.replies.port2],
    });
    this.worker.on("message", (told: Told) => this.onTold(told));
    this.worker.on("error", (error) => events.died(error));
  }

  ask(tab: string, request: Request): Promise<Answer> {
    const id = this.next++;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.worker.postMessage({ ...request, id, tab } satisfies Asked);
    });
  }

  /** Hands a person's reply to the script that waits for it. */
  reply(questionId: number, reply: Reply): void {
    if (this.asking?.question.id !== questionId) return;
    this.asking = null;
    this.replies.port1.postMessage(reply);
    Atomics.store(this.signal, 0, 1);
    Atomics.notify(this.signal, 0);
  }

  /** A page that goes away closes the question it was asked. */
  gone(tab: string): void {
    if (this.asking?.tab === tab) this.reply(this.asking.question.id, { button: "CLOSE", text: "" });
    void this.ask(tab, { kind: "leave" });
  }

  async stop(): Promise<void> {
    if (this.asking) this.reply(this.asking.question.id, { button: "CLOSE", text: "" });
    const saved = await this.ask("", { kind: "save" });
    await this.worker.terminate();
    if (!saved.ok) throw new Error(saved.sentence);
  }

  private onTold(told: Told): void {
    if (told.kind === "answer") {
      this.waiting.get(told.id)?.(told.answer);
      this.waiting.delete(told.id);
      return;
    }
    if (told.kind === "ready") this.ready();
    if (told.kind === "question") this.asking = { tab: told.tab, question: told.question };
    this.events.told(told);
  }
}
