import { withLock } from "../google/lock.ts";
import { openMemory } from "../google/properties.ts";
import { copyConversation } from "../workbook/save/copy-conversation.ts";
import { CONVERSATION_FROM, type Memory } from "../workbook/memory.ts";
import { A_CHECK } from "./busy.ts";

const WAIT_MS = 20_000;

/** Fills a Conversation sheet that was made anew, stretch by stretch. */
export function fillConversation(seen: Memory): void {
  if (seen.get(CONVERSATION_FROM))
    withLock({ waitMs: WAIT_MS, busy: A_CHECK.busy }, () => copyConversation(openMemory()));
}
