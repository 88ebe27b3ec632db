import type { MessagePort } from "node:worker_threads";
import type { Act, Answer, Question, ServerEvent } from "./protocol.ts";

/** What the server asks of the thread in which the Workspace lives. */
export type Request =
  | { kind: "join"; person: string | null }
  | { kind: "leave" }
  | { kind: "become"; email: string }
  | { kind: "view"; sheet: number; blocks: number[] }
  | { kind: "act"; act: Act }
  | { kind: "call"; panel: number; name: string; args: unknown[] }
  | { kind: "window"; sheet: number; block: number }
  | { kind: "text"; sheet: number; a1: string }
  | { kind: "edge"; sheet: number; row: number; column: number; down: number; right: number }
  | { kind: "filter"; sheet: number; column: number }
  | { kind: "find"; sheet: number; text: string }
  | { kind: "chart"; sheet: number; chart: number }
  | { kind: "frame"; panel: number }
  | { kind: "mails" }
  | { kind: "mail"; index: number }
  | { kind: "executions" }
  | { kind: "download" }
  | { kind: "startOver" }
  | { kind: "advance"; ms: number }
  | { kind: "stopTime" }
  | { kind: "save" };

export type Asked = Request & { id: number; tab: string };

export type Told =
  | { kind: "answer"; id: number; answer: Answer }
  | { kind: "event"; tab: string | null; event: ServerEvent }
  | { kind: "question"; tab: string; question: Question }
  | { kind: "progress"; line: string }
  | { kind: "ready"; file: string };

export interface Reply {
  button: string;
  text: string;
}

/** How the thread is started. */
export interface ThreadOptions {
  /** The folder with the script to run: dist/ of a product, or any Apps Script project. */
  project: string;
  /** A spreadsheet or CSV file to open; the demo company where there is none. */
  file: string | null;
  /** The folder that keeps the state between starts. */
  state: string;
  /** Whether the demo's people and tickets are made; otherwise an empty book. */
  demo: boolean;
  /** Epoch ms at which the virtual clock starts. */
  now: number;
  /** Set to 1 and notified when a reply lies in `replies`. */
  signal: SharedArrayBuffer;
  replies: MessagePort;
}
