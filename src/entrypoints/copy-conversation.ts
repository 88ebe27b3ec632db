import { underLock } from "../google/lock.ts";
import { copyConversation } from "../workbook/save/copy-conversation.ts";
import { CONVERSATION_FROM, type Memory } from "../workbook/memory.ts";
import { A_CHECK } from "./busy.ts";

const WAIT_MS = 20_000;
/** So many stretches of a few seconds each leave the run time for everything else. */
const STRETCHES_A_RUN = 10;

/** Fills a Conversation sheet that was made anew, stretch by stretch; between them others may have the lock. */
export function fillConversation(seen: Memory): void {
  let isDone = !seen.get(CONVERSATION_FROM);
  for (let stretch = 1; !isDone && stretch <= STRETCHES_A_RUN; stretch++) {
    isDone = underLock({ waitMs: WAIT_MS, busy: A_CHECK.busy }, (memory) => {
      copyConversation(memory);
      return !memory.get(CONVERSATION_FROM);
    });
  }
}
