import { type Evidence, textOf } from "./evidence.ts";
import type { Wrong } from "./wrong.ts";

/** What the sidebar answered "ok" for stands in History, once; what was said, in Conversation too. */
export function wrongSayings({ world, history, conversation }: Evidence): Wrong[] {
  const { requests, tampered } = world.witness;
  return requests.flatMap(({ question, answer, ticketId, name, sentence, claims }) => {
    const wrongs: Wrong[] = [];
    const about = `${name} of ${ticketId} (${question.requestId})`;
    const events = history.filter(({ requestId }) => requestId === question.requestId);
    const said = (question["said"] as { text: string } | undefined)?.text;
    // A ticket that another request has brought back already stands: there is nothing more to record.
    const isBack =
      name === "sidebarRestore" && history.some(({ type, ticket }) => type === "restored" && ticket === ticketId);
    const isMust = said !== undefined || (name !== "sidebarUpdateTicket" && !isBack);
    if (events.length > 1)
      wrongs.push({ kind: "recorded twice", sentence: `${about} is recorded ${events.length} times.` });
    if (answer === "ok" && isMust && events.length === 0 && tampered.history.size === 0)
      wrongs.push({
        kind: "answered ok and not recorded",
        sentence: `${about} was answered ok and is not in History.`,
      });
    if (answer === "ok" && events.some(({ ticket }) => ticket !== ticketId))
      wrongs.push({ kind: "the wrong ticket", sentence: `${about} is recorded for ${events[0]!.ticket}.` });
    if (
      answer === "refused" &&
      /nothing is lost|within a few minutes/i.test(sentence) &&
      events.length === 0 &&
      claims.size > 0
    )
      wrongs.push({
        kind: "a sentence that isn't true",
        sentence: `${about} was refused with "${sentence}", and nothing of it was recorded.`,
      });
    if (said !== undefined && tampered.conversation.size === 0 && tampered.history.size === 0) {
      const shown = conversation.filter((cells) => cells[5] === said).length;
      const wanted = events.filter(({ set }) => set["said"] === said).length;
      if (shown !== wanted)
        wrongs.push({
          kind: "Conversation",
          sentence: `"${said}" stands ${wanted} times in History and ${shown} times in Conversation.`,
        });
    }
    return wrongs;
  });
}

const SHOWN: Readonly<Record<string, string>> = {
  subject: "Subject",
  assignee: "Assignee",
  description: "Description",
};

/** What a sidebar showed belongs to the ticket that it was asked for. */
export function wrongShown({ world }: Evidence): Wrong[] {
  const { witness } = world;
  return witness.shown.flatMap(({ row, ticketId, data }) => {
    const wrongs: Wrong[] = [];
    const kind = "another ticket shown";
    if (data["ticketId"] !== ticketId)
      wrongs.push({ kind, sentence: `${textOf(data["ticketId"])} was shown instead of ${ticketId}.` });
    for (const [key, column] of Object.entries(SHOWN)) {
      const value = textOf(data[key] ?? "");
      if (value === "" || witness.of(row, column).some((claim) => claim.value === value)) continue;
      wrongs.push({ kind, sentence: `${ticketId} was shown with ${key} "${value}", which nobody gave it.` });
    }
    return wrongs;
  });
}
