import type { ComponentChildren } from "preact";
import type { ProblemShown } from "../api.ts";

/** A problem in its sentence, with a way on. */
export function ProblemNotice({ problem, again }: { problem: ProblemShown; again?: () => void }) {
  return (
    <div class="notice bad" role="alert">
      {problem.sentence}
      {again && (
        <button type="button" class="link" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

export function Loading({ what }: { what: string }) {
  return (
    <div role="status">
      <span class="quiet">Loading {what} …</span>
      <div class="ghost" />
      <div class="ghost" />
      <div class="ghost" />
    </div>
  );
}

export function Empty({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
