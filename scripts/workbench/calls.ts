import type { BookWindow } from "../../test/emulator/people/book-window.ts";
import type { Request } from "./messages.ts";
import type { Session } from "./session.ts";

type Call = Extract<Request, { kind: "call" }>;

/** google.script.run from an add-on's page: only from one that is open, and as the person before it. */
export function callFromPanel({ panels }: Session, window: BookWindow, { panel, name, args }: Call): unknown {
  const page = panels.page(panel);
  if (page !== window.sidebar && page !== window.dialog) throw new Error("This page of the add-on is closed.");
  const { value, error } = window.call(name, ...args);
  if (error) throw new Error(error.message);
  return value;
}
