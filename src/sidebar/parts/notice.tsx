import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ProblemShown } from "../api.ts";
import { NO_ANSWER } from "../server.ts";

interface ProblemProps {
  problem: ProblemShown;
  again?: () => void;
  /** Something typed was on its way. */
  isOfForm?: boolean;
}

/** A problem in its sentence, with a way on; scrolled to, since the button that led to it may be far below. */
export function ProblemNotice({ problem, again, isOfForm }: ProblemProps) {
  const notice = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => notice.current?.scrollIntoView({ block: "nearest" }), [problem]);
  return (
    <div ref={notice} class="notice bad" role="alert">
      {problem.sentence}
      {isOfForm && problem.kind === NO_ANSWER && (
        <p>What you typed is still here. Try again: nothing is saved twice.</p>
      )}
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
