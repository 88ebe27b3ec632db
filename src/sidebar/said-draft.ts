import type { SaidKind, SaidToSave, TicketShown } from "./api.ts";
import type { DeskClock } from "./desk-clock.ts";
import { readHappenedAt } from "./happened-at.ts";

/** What an agent is about to record as said. */
export interface SaidDraft {
  kind: SaidKind;
  text: string;
  happenedAt: string;
  lateReason: string;
}

export const NOTHING_SAID: SaidDraft = { kind: "note", text: "", happenedAt: "", lateReason: "" };
/** The same for whoever has asked for the ticket: all that they write is what the requester said. */
export const NOTHING_ASKED: SaidDraft = { ...NOTHING_SAID, kind: "inbound" };

interface SaidWords {
  kind: SaidKind;
  choice: string;
  label: string;
  placeholder: string;
}

export const SAID_WORDS: readonly SaidWords[] = [
  { kind: "note", choice: "Note", label: "Internal note", placeholder: "Only colleagues see it" },
  { kind: "reply", choice: "Reply", label: "Your answer", placeholder: "What you have answered" },
  { kind: "call", choice: "Call", label: "Phone call", placeholder: "What you spoke about" },
  { kind: "inbound", choice: "They said", label: "What the requester said", placeholder: "In the requester's words" },
];

export const isSomething = ({ text }: SaidDraft): boolean => text.trim() !== "";

/** What this does beside being kept, before it is saved. */
export function effectOf({ kind }: SaidDraft, { statusCategory, deadlines }: TicketShown): string {
  if (kind === "note") return "No clock stops.";
  if (kind === "inbound")
    return statusCategory === "waiting" || statusCategory === "resolved"
      ? "The ticket becomes open again."
      : "Your next answer is due from then on.";
  const stops = deadlines.some(({ title }) => title !== "Resolution") ? " It stops the response clock." : "";
  return kind === "reply" ? `Recorded as given: no mail is sent from here.${stops}` : stops.trim();
}

/** A sentence where the time can't be read. */
export function timeProblem({ kind, happenedAt }: SaidDraft, clock: DeskClock): string | undefined {
  const happened = kind === "note" ? { at: undefined } : readHappenedAt(happenedAt, clock);
  return "sentence" in happened ? happened.sentence : undefined;
}

export function saidToSave({ kind, text, happenedAt, lateReason }: SaidDraft, clock: DeskClock): SaidToSave {
  const happened = kind === "note" ? { at: undefined } : readHappenedAt(happenedAt, clock);
  const at = "at" in happened ? happened.at : undefined;
  const reason = lateReason.trim();
  return {
    ...{ kind, text: text.trim() },
    ...(at !== undefined && { happenedAt: at, ...(reason && { lateReason: reason }) }),
  };
}
