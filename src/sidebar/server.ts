import type { Answer, AnswerTo, Ask, CallName } from "./api.ts";

/** Longer than any call of ours should take; Google itself would let one run for six minutes. */
const PATIENCE_MS = 45_000;

/** The kind of problem where nobody knows whether the call was carried out. */
export const NO_ANSWER = "no-answer";

interface Runner {
  withSuccessHandler(onSuccess: (text: unknown) => void): Runner;
  withFailureHandler(onFailure: (error: { message?: string }) => void): Runner;
  [call: string]: unknown;
}

declare const google: { script: { run: Runner } };

/** Asks the server. Never rejects: what went wrong on the way is a problem with a sentence, as a refusal is. */
export function ask<Name extends CallName>(name: Name, question: Ask<Name>): Promise<Answer<AnswerTo<Name>>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(tooLate()), PATIENCE_MS);
    const settle = (answer: Answer<AnswerTo<Name>>): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    try {
      const runner = google.script.run
        .withSuccessHandler((text) => settle(read<AnswerTo<Name>>(text)))
        .withFailureHandler((error) => settle(failed(error.message)));
      (runner[name] as (question: Ask<Name>) => void)(question);
    } catch (error) {
      settle(failed(error instanceof Error ? error.message : String(error)));
    }
  });
}

/** The same id goes with every attempt to save one thing, so that the server can tell a retry from a second one. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function read<T>(text: unknown): Answer<T> {
  if (typeof text !== "string") return failed("the answer was empty");
  try {
    return JSON.parse(text) as Answer<T>;
  } catch {
    return failed("the answer was cut short");
  }
}

function tooLate(): Answer<never> {
  const sentence = "Google has not answered for 45 seconds.";
  return { ok: false, problem: { kind: NO_ANSWER, sentence } };
}

function failed(reason: string | undefined): Answer<never> {
  const sentence = `The desk could not answer: ${reason || "no reason given"}.`;
  return { ok: false, problem: { kind: NO_ANSWER, sentence } };
}
