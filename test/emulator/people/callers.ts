import type { Caller } from "../core/execution.ts";
import type { Project } from "../core/project.ts";
import type { BookWindow } from "./book-window.ts";

/** Who a simple trigger runs as, and what it may see (platform B1, B7); undefined where none fires. */
export function simpleCaller(window: BookWindow, project: Project): Caller | undefined {
  const { person } = window;
  if (person.identity === "anonymous") return undefined;
  const email = person.identity === "visible" ? person.email : "";
  const authMode = project.isAddOn && !project.enabledIn.has(window.book.id) ? "NONE" : "LIMITED";
  return { activeUser: email, effectiveUser: email, authMode, trigger: "simple", window };
}

/** Who an installed trigger runs as: its creator; an anonymous editor looks like the owner (platform B7). */
export function installedCaller(window: BookWindow, creator: string): Caller {
  const { person, book } = window;
  const activeUser = { visible: person.email, hidden: "", anonymous: book.owner }[person.identity];
  return { activeUser, effectiveUser: creator, authMode: "FULL", trigger: "installable", window };
}

/** Menu, sidebar and dialog run as the person who clicks, with everything granted. */
export function ownCaller(window: BookWindow, trigger: "menu" | "sidebar"): Caller {
  const { email } = window.person;
  return { activeUser: email, effectiveUser: email, authMode: "FULL", trigger, window };
}
