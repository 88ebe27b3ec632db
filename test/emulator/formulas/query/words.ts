import { QueryError } from "./query.ts";

/** A word or sign in lower case with its own spelling; a text in quotes is a text. */
export interface Word {
  text: string;
  spelling: string;
  kind: "name" | "number" | "text" | "sign";
}

const WORD = /\s*(?:('[^']*'|"[^"]*")|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|(<=|>=|<>|!=|[=<>(),*+\-/]))/uy;
const KINDS = ["text", "number", "name", "sign"] as const;

/** The words of a query one after the other. */
export class Words {
  private readonly words: Word[];
  private next = 0;

  constructor(query: string) {
    this.words = wordsOf(query);
  }

  get ended(): boolean {
    return this.next >= this.words.length;
  }

  peek(ahead = 0): string {
    const word = this.words[this.next + ahead];
    return word && word.kind !== "text" ? word.text : "";
  }

  /** Goes past these words where they come next. */
  take(...texts: string[]): boolean {
    if (!texts.every((text, i) => this.peek(i) === text)) return false;
    this.next += texts.length;
    return true;
  }

  expect(...texts: string[]): void {
    if (!this.take(...texts)) throw new QueryError(`Expected ${texts.join(" ")}.`);
  }

  any(): Word {
    const word = this.words[this.next++];
    if (!word) throw new QueryError("The query ends too early.");
    return word;
  }

  text(): string {
    const word = this.any();
    if (word.kind !== "text") throw new QueryError(`Expected a text instead of ${word.spelling}.`);
    return word.text;
  }

  wholeNumber(): number {
    const word = this.any();
    if (word.kind !== "number" || word.text.includes("."))
      throw new QueryError(`Expected a number instead of ${word.spelling}.`);
    return Number(word.text);
  }
}

function wordsOf(query: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (query.slice(at).trim() !== "") {
    WORD.lastIndex = at;
    const found = WORD.exec(query);
    if (!found) throw new QueryError(`Cannot read the query from character ${at + 1} on.`);
    const group = found.slice(1).findIndex((part) => part !== undefined);
    const spelling = found[group + 1] ?? "";
    const kind = KINDS[group] ?? "sign";
    words.push({ kind, spelling, text: kind === "text" ? spelling.slice(1, -1) : spelling.toLowerCase() });
    at = WORD.lastIndex;
  }
  return words;
}
