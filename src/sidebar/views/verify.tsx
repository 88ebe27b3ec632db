import { useEffect, useRef, useState } from "preact/hooks";
import type { ProblemShown, Verification } from "../api.ts";
import type { DeskView } from "../desk-view.ts";
import { Button } from "../parts/button.tsx";
import { ProblemNotice } from "../parts/notice.tsx";
import { ask } from "../server.ts";

/** *Verify history*: slice after slice until it is done; leaving the view stops it. */
export function Verify({ desk }: { desk: DeskView }) {
  const { verification, problem, isRunning, run } = useVerification();
  const isDone = verification?.done === true && !isRunning;
  return (
    <section aria-busy={isRunning}>
      <h2>Verify history</h2>
      <p>
        Recomputes every ticket from its history and compares it with its row in Tickets, what was said with
        Conversation, and whom the desk told with Outbox.
      </p>
      {problem && <ProblemNotice problem={problem} />}
      {isRunning && <progress aria-label="Verification" value={verification?.share} />}
      <p class={isDone ? `notice ${verification.differences.length > 0 ? "bad" : ""}` : "small"} role="status">
        {verification?.text ?? (isRunning ? "Starting …" : "")}
      </p>
      {verification && verification.differences.length > 0 && (
        <ul class="rows">
          {verification.differences.map(({ ticketId, sentence }, index) => (
            <li key={index}>
              {ticketId !== "" && (
                <button type="button" class="link" onClick={() => desk.openTicket(ticketId)}>
                  {ticketId}
                </button>
              )}
              <p>{sentence}</p>
            </li>
          ))}
        </ul>
      )}
      <div class="actions">
        <Button isPrimary onClick={run} isWaiting={isRunning}>
          {isRunning ? "Verifying …" : verification ? "Verify again" : "Verify now"}
        </Button>
      </div>
    </section>
  );
}

function useVerification() {
  const [verification, setVerification] = useState<Verification>();
  const [problem, setProblem] = useState<ProblemShown>();
  const [isRunning, setIsRunning] = useState(false);
  const isGone = useRef(false);
  useEffect(() => () => void (isGone.current = true), []);

  const run = async (): Promise<void> => {
    setProblem(undefined);
    setVerification(undefined);
    setIsRunning(true);
    for (let isFresh = true; !isGone.current; isFresh = false) {
      const answer = await ask("sidebarVerify", { isFresh });
      if (answer.ok) setVerification(answer.data);
      else setProblem(answer.problem);
      if (!answer.ok || answer.data.done) break;
    }
    setIsRunning(false);
  };
  return { verification, problem, isRunning, run: () => void run() };
}
