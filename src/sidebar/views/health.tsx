import { useState } from "preact/hooks";
import { leaveFor } from "../../domain/roles/may.ts";
import type { HealthCheck, ProblemShown, RoleConfirmed, Start } from "../api.ts";
import { Button } from "../parts/button.tsx";
import { Chip } from "../parts/chip.tsx";
import { Loading, ProblemNotice } from "../parts/notice.tsx";
import { ask } from "../server.ts";
import { useAnswer } from "../use-answer.ts";

const WORDS = { ok: "OK", warning: "Look", problem: "Problem" } as const;

export function Health({ role }: { role: Start["agent"]["role"] }) {
  const { data, problem, isAsking, again, replace } = useAnswer("sidebarHealth", {});
  const mayConfirm = leaveFor("sidebarConfirmRoles", role) === "allowed";
  if (problem) return <ProblemNotice problem={problem} again={again} />;
  if (!data) return <Loading what="the checks" />;
  return (
    <section>
      <div role="status">
        <h2>{summary(data)}</h2>
      </div>
      <ul class="rows">
        {worstFirst(data).map((check) => (
          <li key={check.name}>
            <div class="head">
              <b>{check.name}</b>
              <Chip kind={check.state}>{WORDS[check.state]}</Chip>
            </div>
            <p>{check.sentence}</p>
            {check.fix && <p class="small">{check.fix}</p>}
            {check.roles && mayConfirm && <Confirm roles={check.roles} onConfirmed={replace} />}
          </li>
        ))}
      </ul>
      <div class="actions">
        <Button onClick={again} isWaiting={isAsking}>
          {isAsking ? "Checking …" : "Check again"}
        </Button>
      </div>
    </section>
  );
}

/** A lead's word on the roles that wait. */
function Confirm({ roles, onConfirmed }: { roles: RoleConfirmed[]; onConfirmed: (checks: HealthCheck[]) => void }) {
  const [problem, setProblem] = useState<ProblemShown>();
  const [isSaving, setIsSaving] = useState(false);
  const confirm = async (): Promise<void> => {
    if (isSaving) return;
    setIsSaving(true);
    const answer = await ask("sidebarConfirmRoles", { roles });
    setIsSaving(false);
    if (answer.ok) onConfirmed(answer.data);
    else setProblem(answer.problem);
  };
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <div class="actions">
        <Button onClick={() => void confirm()} isWaiting={isSaving}>
          {roles.length === 1 ? "Confirm this role" : `Confirm these ${roles.length} roles`}
        </Button>
      </div>
    </>
  );
}

const ORDER = ["problem", "warning", "ok"] as const;

function worstFirst(checks: readonly HealthCheck[]): HealthCheck[] {
  return [...checks].sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
}

function summary(checks: readonly HealthCheck[]): string {
  const count = checks.filter(({ state }) => state !== "ok").length;
  if (count === 0) return "All is well";
  return count === 1 ? "One thing needs a look" : `${count} things need a look`;
}
