import { useEffect, useRef, useState } from "preact/hooks";
import { leaveFor } from "../../domain/roles/may.ts";
import type { Answer, AnswerTo, PolicyEffect, ProblemShown, RecomputePreview } from "../api.ts";
import type { DeskView } from "../desk-view.ts";
import { Button } from "../parts/button.tsx";
import { Empty, ProblemNotice } from "../parts/notice.tsx";
import { joined } from "../recompute-sums.ts";
import { ask } from "../server.ts";

/** *Recompute*: what the policies of today would do to open tickets under older ones, and only then, on a click, does it. */
export function Recompute({ desk }: { desk: DeskView }) {
  const { look, problem, stage, share, changed, apply, again } = useRecompute();
  const tickets = look?.policies.reduce((sum, { tickets: own }) => sum + own, 0) ?? 0;
  const isBusy = stage !== "rest";
  const isLead = leaveFor("sidebarRecomputeApply", desk.start.agent.role) === "allowed";
  return (
    <section aria-busy={isBusy}>
      <h2>Recompute deadlines</h2>
      <p class="small">
        A ticket keeps the policy that it was promised. Here open tickets come under the policies of today: the time
        used and waited is kept, a breach stays, what is answered or solved keeps its result.
      </p>
      {problem && <ProblemNotice problem={problem} again={again} />}
      {isBusy && <progress aria-label={stage === "apply" ? "Applying" : "Looking"} value={share} />}
      <p class={changed > 0 && !isBusy ? "notice" : "small"} role="status">
        {stage === "look" && "Looking at all tickets …"}
        {stage === "apply" && `Applied to ${count(changed)} so far …`}
        {!isBusy && changed > 0 && `Applied to ${count(changed)}.`}
      </p>
      {look && !isBusy && tickets === 0 && (
        <Empty title="Nothing to recompute">
          <p>Every open ticket is under the policy of today, or no policy is for it.</p>
        </Empty>
      )}
      {look?.policies.map((effect) => (
        <Effect key={effect.policy} effect={effect} desk={desk} />
      ))}
      {tickets > 0 && !isLead && <p class="small">A lead can apply it.</p>}
      <div class="actions">
        {tickets > 0 && isLead && (
          <Button isPrimary onClick={apply} isWaiting={isBusy}>
            Apply to {count(tickets)}
          </Button>
        )}
        <Button onClick={again} isWaiting={isBusy}>
          Look again
        </Button>
      </div>
    </section>
  );
}

const count = (tickets: number): string => `${tickets} ${tickets === 1 ? "ticket" : "tickets"}`;

const EFFECTS = [
  ["breached", "breached at once"],
  ["earlier", "due earlier"],
  ["later", "due later"],
  ["unpromised", "nothing promised any more"],
  ["same", "no deadline moves"],
] as const;

function Effect({ effect, desk }: { effect: PolicyEffect; desk: DeskView }) {
  return (
    <section aria-label={effect.policy}>
      <h3>{effect.policy}</h3>
      <table class="sum">
        <tbody>
          {EFFECTS.filter(([key]) => effect.effects[key] > 0).map(([key, words]) => (
            <tr key={key}>
              <th scope="row">{words}</th>
              <td>{effect.effects[key]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="rows">
        {effect.examples.map(({ ticketId, subject, sentence }) => (
          <li key={ticketId}>
            <button type="button" class="link" onClick={() => desk.openTicket(ticketId, "explain")}>
              {ticketId}
            </button>{" "}
            {subject.slice(0, 120)}
            <p class="small">{sentence}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Look {
  key: string;
  policies: PolicyEffect[];
}

function useRecompute() {
  const [look, setLook] = useState<Look>();
  const [problem, setProblem] = useState<ProblemShown>();
  const [stage, setStage] = useState<"look" | "apply" | "rest">("look");
  const [share, setShare] = useState(0);
  const [changed, setChanged] = useState(0);
  const isGone = useRef(false);

  const lookAtAll = async (): Promise<void> => {
    setStage("look");
    let found: Look = { key: "", policies: [] };
    for (let from: number | null = 2; from !== null && !isGone.current;) {
      const answer: Answer<RecomputePreview> = await ask("sidebarRecompute", { from });
      if (!answer.ok) return stop(answer.problem);
      found = { key: answer.data.key, policies: joined(found.policies, answer.data.policies) };
      setShare((answer.data.next ?? answer.data.lastRow) / Math.max(2, answer.data.lastRow));
      from = answer.data.next;
    }
    setLook(found);
    setStage("rest");
  };
  const applyAll = async (key: string): Promise<void> => {
    setStage("apply");
    setProblem(undefined);
    setChanged(0);
    for (let from: number | null = 2; from !== null && !isGone.current;) {
      const answer: Answer<AnswerTo<"sidebarRecomputeApply">> = await ask("sidebarRecomputeApply", { key, from });
      if (!answer.ok) return stop(answer.problem);
      const { changed: more, next, lastRow }: AnswerTo<"sidebarRecomputeApply"> = answer.data;
      setChanged((before) => before + more);
      setShare((next ?? lastRow) / Math.max(2, lastRow));
      from = next;
    }
    await lookAtAll(); // somebody may have sorted rows meanwhile: what is left is shown
  };
  const stop = (found: ProblemShown): void => {
    setProblem(found);
    setStage("rest");
  };
  const again = (): void => {
    setProblem(undefined);
    setChanged(0);
    void lookAtAll();
  };
  useEffect(() => {
    void lookAtAll();
    return () => void (isGone.current = true);
  }, []);
  return { look, problem, stage, share, changed, again, apply: () => void (look && applyAll(look.key)) };
}
