import { receiveMessageOnPort } from "node:worker_threads";
import type { Reply, ThreadOptions } from "./messages.ts";

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
