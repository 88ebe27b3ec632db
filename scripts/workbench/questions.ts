import { receiveMessageOnPort } from "node:worker_threads";
import type { Answer, Question as Asking } from "../../test/emulator/core/container.ts";
import type { Reply, ThreadOptions } from "./messages.ts";
import type { Question } from "./protocol.ts";

/** Asks and waits: the script stands still meanwhile, as Google's does under an alert. */
export function askPerson({ signal, replies }: Pick<ThreadOptions, "signal" | "replies">, ask: () => void): Reply {
  const flag = new Int32Array(signal);
  Atomics.store(flag, 0, 0);
  ask();
  for (;;) {
    const received = receiveMessageOnPort(replies) as { message: Reply } | undefined;
    if (received) return received.message;
    Atomics.wait(flag, 0, 0);
    Atomics.store(flag, 0, 0);
  }
}

export function questionView(id: number, { kind, title, text, buttons }: Asking): Question {
  return { id, kind, title, message: text, buttons: buttons.split("_") };
}

const BUTTONS = new Set<string>(["OK", "CANCEL", "YES", "NO"]);

export function givenAnswer({ button, text }: Reply): Answer {
  return { button: BUTTONS.has(button) ? (button as Answer["button"]) : "CLOSE", text };
}
