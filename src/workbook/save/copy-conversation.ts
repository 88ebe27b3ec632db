import { decodeEvents } from "../../domain/history/decode.ts";
import { ConversationSheet, isSaid } from "../conversation-sheet.ts";
import { HistorySheet, startOfLastEvent } from "../history-sheet.ts";
import { CONVERSATION_FROM, type Memory, readHead } from "../memory.ts";
import { sheetOf } from "./open-desk.ts";

const ROWS_AT_ONCE = 20_000;

/** Where the Conversation sheet was made anew: copies what was said from one more stretch of History; what is there already stays. Needs the lock. */
export function copyConversation(memory: Memory): void {
  const from = Number(memory.get(CONVERSATION_FROM));
  const head = readHead(memory);
  if (!from || !head) return;
  const history = new HistorySheet(sheetOf(memory, "history", "History"), head.room);
  const last = (head.row ?? head.seq + 1) - 1;
  const rows = history.readFrom(from, Math.min(ROWS_AT_ONCE, last - from + 1));
  const conversation = new ConversationSheet(sheetOf(memory, "conversation", "Conversation"));
  if (!conversation.append(conversation.missing(decodeEvents(rows).events.filter(isSaid), Infinity))) return;
  const next = from + ROWS_AT_ONCE;
  // An event in pieces may go on in the next stretch, which begins with it.
  const begun = rows[startOfLastEvent(rows)]?.place ?? next;
  memory.set(CONVERSATION_FROM, next > last ? "" : String(begun > from ? begun : next));
}
