import { Problem } from "../domain/problem.ts";
import type { Answer, AnswerTo, Ask, CallName } from "../sidebar/api.ts";

export type { Ask };

/** Answers a call of the sidebar in JSON; a Problem is an answer too, a bug goes up to Google and reaches the failure handler. */
export function answering<Name extends CallName>(
  run: (question: Ask<Name>) => AnswerTo<Name>,
): (question: Ask<Name>) => string {
  return (question) => JSON.stringify(answer(run, question));
}

function answer<Name extends CallName>(
  run: (question: Ask<Name>) => AnswerTo<Name>,
  question: Ask<Name>,
): Answer<AnswerTo<Name>> {
  try {
    return { ok: true, data: run(question) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { kind, message: sentence, field } = error;
    return { ok: false, problem: field === undefined ? { kind, sentence } : { kind, sentence, field } };
  }
}
