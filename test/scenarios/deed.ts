import type { BookWindow } from "../emulator/people/book-window.ts";
import type { Company } from "./company.ts";

/** What the sidebar answered: "ok", the kind of problem that it named, or how the call ended. */
export type Answer = string;

/** Something that a person does and that starts the product. */
export interface Deed {
  readonly name: string;
  /** Does it; where the sidebar is asked, answers with what it said. */
  act(company: Company): Answer | void;
  /** Whose it is: what it leaves is recorded as theirs, or as nobody's that is known. Ana's, unless told. */
  readonly by?: string;
  /** The request of a sidebar call: what no answer promised may be missing, but only as a whole. */
  readonly requestId?: string;
  /** The ticket that the sidebar is asked about. */
  readonly about?: string;
  /** Cells that must stand in the end, by ticket number, or by the subject of a new ticket, and header. */
  readonly expect?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Other cells that it may edit, as "T-2 Priority". */
  readonly edits?: readonly string[];
  /** What was said, by ticket: once in History, and so on Conversation. */
  readonly said?: Readonly<Record<string, string>>;
  /** A toast that whoever did it must see; a run that finds other rows in its place can't know. */
  readonly tells?: RegExp;
  /** The ticket whose row it takes away. */
  readonly deletes?: string;
  /** The ticket that it brings back. */
  readonly restores?: string;
  /** Rows or columns stand elsewhere afterwards. */
  readonly moves?: true;
  /** What else must be true in the end: what is not. */
  wrongs?(company: Company): string[];
}

/** A deed that was done, and what was answered. */
export interface Done {
  readonly deed: Deed;
  readonly answer: Answer | void;
}

/** Asks the sidebar and keeps what it answers, whatever becomes of the run. */
export function asked(window: BookWindow, name: string, question: object): Answer {
  const { error, value } = window.call(name, question);
  if (error) return error.message;
  const { ok, problem } = JSON.parse(String(value)) as { ok: boolean; problem?: { kind: string } };
  return ok ? "ok" : (problem?.kind ?? "no problem was named");
}
