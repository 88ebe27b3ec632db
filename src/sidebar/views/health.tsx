import type { HealthCheck } from "../api.ts";
import { Button } from "../parts/button.tsx";
import { Chip } from "../parts/chip.tsx";
import { Loading, ProblemNotice } from "../parts/notice.tsx";
import { useAnswer } from "../use-answer.ts";

const WORDS = { ok: "OK", warning: "Look", problem: "Problem" } as const;

export function Health() {
  const { data, problem, isAsking, again } = useAnswer("sidebarHealth", {});
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

const ORDER = ["problem", "warning", "ok"] as const;

function worstFirst(checks: readonly HealthCheck[]): HealthCheck[] {
  return [...checks].sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
}

function summary(checks: readonly HealthCheck[]): string {
  const count = checks.filter(({ state }) => state !== "ok").length;
  if (count === 0) return "All is well";
  return count === 1 ? "One thing needs a look" : `${count} things need a look`;
}
