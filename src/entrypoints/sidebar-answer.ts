import { Problem } from "../domain/problem.ts";
import type { Answer, AnswerTo, Ask, CallName } from "../sidebar/api.ts";
import { underLock } from "../google/lock.ts";
import { now } from "../google/session.ts";
import { Conflict } from "../use-cases/conflict.ts";
import { type Desk, RowsMoved } from "../use-cases/desk.ts";
import type { DeskWorkbook } from "../workbook/save/desk-workbook.ts";
import { AT_SIDEBAR } from "./busy.ts";
import { admitted, type Caller } from "./front-door.ts";
import { QUESTIONS } from "./questions.ts";
import { runLocked } from "./with-desk.ts";

const WAIT_MS = 15_000;
const JUST_MOVED = "The rows were moved in this moment: try again.";

/**
 * Answers a call of the sidebar in JSON, if whoever calls may ask it; a Problem is an answer too, a bug goes up to Google and reaches the
 * failure handler.
 */
export function answering<Name extends CallName>(
  name: Name,
  run: (question: Ask<Name>, caller: Caller) => AnswerTo<Name>,
): (sent: unknown) => string {
  return (sent) => answer((): AnswerTo<Name> => run(QUESTIONS[name](sent, ""), admitted(name)));
}

/** A desk that is open for somebody at the sidebar. */
export interface Sidebar {
  readonly desk: Desk;
  readonly workbook: DeskWorkbook;
  readonly caller: Caller;
}

/** The same for a call that changes something, under the lock: whether they may is asked once nobody can change that any more. */
export function saving<Name extends CallName>(
  name: Name,
  run: (question: Ask<Name>, at: Sidebar) => AnswerTo<Name>,
): (sent: unknown) => string {
  return (sent) =>
    answer((): AnswerTo<Name> => {
      const question: Ask<Name> = QUESTIONS[name](sent, "");
      const at = now(); // when it happened is when the run began, not when its turn came
      return underLock({ waitMs: WAIT_MS, busy: AT_SIDEBAR.busy }, (memory) => {
        const caller = admitted(name, memory);
        const opening = { source: "sidebar" as const, waitMs: WAIT_MS, waiter: AT_SIDEBAR, actor: caller.email, at };
        return runLocked(memory, opening, (desk, workbook) => run(question, { desk, workbook, caller }));
      });
    });
}

function answer<T>(run: () => T): string {
  return JSON.stringify(answerTo(run));
}

function answerTo<T>(run: () => T): Answer<T> {
  try {
    return { ok: true, data: run() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // Only a look ends so: what saves begins anew.
    if (error instanceof RowsMoved) return { ok: false, problem: { kind: "busy", sentence: JUST_MOVED } };
    const { kind, message: sentence, field } = error;
    if (error instanceof Conflict) return { ok: false, problem: { kind, sentence, conflicts: [...error.conflicts] } };
    return { ok: false, problem: field === undefined ? { kind, sentence } : { kind, sentence, field } };
  }
}
