import { useCallback, useEffect, useState } from "preact/hooks";
import type { AnswerTo, Ask, CallName, ProblemShown } from "./api.ts";
import { ask } from "./server.ts";

export interface Asked<T> {
  data: T | undefined;
  problem: ProblemShown | undefined;
  isAsking: boolean;
  again: () => void;
  /** Puts something newer in the place of the answer. */
  replace: (data: T) => void;
}

/** Asks once when the view opens; what was answered before stays while it asks again. */
export function useAnswer<Name extends CallName>(name: Name, question: Ask<Name>): Asked<AnswerTo<Name>> {
  const [data, replace] = useState<AnswerTo<Name>>();
  const [problem, setProblem] = useState<ProblemShown>();
  const [turn, setTurn] = useState(0);
  const [answeredTurn, setAnsweredTurn] = useState(-1);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    let isWanted = true;
    void ask(name, question).then((answer) => {
      if (!isWanted) return;
      if (answer.ok) replace(answer.data);
      setProblem(answer.ok ? undefined : answer.problem);
      setAnsweredTurn(turn);
    });
    return () => {
      isWanted = false;
    };
  }, [name, turn]);
  return { data, problem, isAsking: answeredTurn !== turn, again, replace };
}
