import { parentPort, workerData } from "node:worker_threads";
import type { Asked, ThreadOptions, Told } from "./messages.ts";
import type { Answer } from "./protocol.ts";
import { Session } from "./session.ts";

/** The thread in which the Workspace lives: one request after the other, each to its end. */
async function start(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error("thread.ts runs in a worker thread.");
  const tell = (told: Told): void => port.postMessage(told);
  const session = await Session.open(workerData as ThreadOptions, tell);
  port.on("message", (asked: Asked) => {
    void answerTo(session, asked).then((answer) => tell({ kind: "answer", id: asked.id, answer }));
  });
  tell({ kind: "ready", file: session.world.from.fileName });
}

async function answerTo(session: Session, asked: Asked): Promise<Answer> {
  try {
    const value = await session.handle(asked.tab, asked);
    return { ok: true, value, version: session.version };
  } catch (error) {
    if (!(error instanceof Error)) return { ok: false, sentence: String(error) };
    if (error instanceof TypeError || error instanceof RangeError) console.error(error.stack);
    return { ok: false, sentence: error.message };
  }
}

start().catch((error: unknown) => {
  throw error;
});
