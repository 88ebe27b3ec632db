import type { Dispatch, StateUpdater } from "preact/hooks";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ProblemShown } from "../api.ts";
import type { DeskView } from "../desk-view.ts";
import { contentOf, errorsFrom, errorsOf, freshDraft, LOG_FIELDS, questionOf } from "../log-draft.ts";
import type { LogDraft, LogErrors, LogField } from "../log-draft.ts";
import { isOwnOnly } from "../offered.ts";
import { whoIs } from "../requester.ts";
import { ask, NO_ANSWER } from "../server.ts";
import { LogForm } from "./log-form.tsx";
import { Logged, type LoggedTicket } from "./logged.tsx";

interface LogProps {
  desk: DeskView;
  draft: LogDraft;
  setDraft: Dispatch<StateUpdater<LogDraft>>;
  logged: LoggedTicket | undefined;
  setLogged: (ticket: LoggedTicket | undefined) => void;
}

/** *Log a ticket*: the form, or what became of it. */
export function Log(props: LogProps) {
  const { desk, draft, setDraft, logged, setLogged } = props;
  const { errors, refusals, problem, isSaving, save, forget, clear } = useSaving(props);
  const form = useRef<HTMLFormElement>(null);
  const focusOn = (name: LogField): void => form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  useLayoutEffect(() => {
    if (!logged) focusOn(isOwnOnly(desk.start) ? "subject" : "requester");
  }, [logged]);
  // After the sentences stand beside their fields, so that a screen reader reads them with the field.
  useLayoutEffect(() => {
    const first = LOG_FIELDS.find((name) => errors[name] !== undefined);
    if (first) focusOn(first);
  }, [refusals]);

  if (logged) {
    const another = (): void => {
      clear();
      setLogged(undefined);
    };
    return <Logged ticket={logged} another={another} open={() => desk.openTicket(logged.ticketId)} />;
  }
  return <LogForm {...{ desk, draft, setDraft, errors, forget, problem, isSaving, save }} formRef={form} />;
}

function useSaving({ desk, draft, setDraft, setLogged }: LogProps) {
  const [errors, setErrors] = useState<LogErrors>({});
  const [refusals, setRefusals] = useState(0);
  const [problem, setProblem] = useState<ProblemShown>();
  const [isSaving, setIsSaving] = useState(false);
  // A ref beside the state: a second click may come before the first has been drawn.
  const isUnderWay = useRef(false);

  const refuse = (found: LogErrors): void => {
    setErrors(found);
    setRefusals((before) => before + 1);
  };
  const save = async (): Promise<void> => {
    if (isUnderWay.current) return;
    const found = errorsOf(draft, desk.clock);
    setProblem(undefined);
    refuse(found);
    if (Object.keys(found).length > 0) return;
    isUnderWay.current = true;
    setIsSaving(true);
    const answer = await ask("sidebarLogTicket", questionOf(draft, desk.clock));
    isUnderWay.current = false;
    setIsSaving(false);
    if (answer.ok) {
      const isOlderText = draft.sent !== undefined && draft.sent !== contentOf(draft);
      const { requester, requesterName } = whoIs(draft.requester);
      setLogged({ ...answer.data, subject: draft.subject, from: requesterName || requester, isOlderText });
      setDraft(freshDraft(desk.start, draft.channel));
      return;
    }
    const beside = errorsFrom(answer.problem);
    refuse(beside);
    setProblem(Object.keys(beside).length > 0 ? undefined : answer.problem);
    if (answer.problem.kind === NO_ANSWER) {
      setDraft((now) => ({ ...now, sent: draft.sent ?? contentOf(draft) }));
    }
  };
  /** A sentence goes when its field is mended. */
  const forget = (name: LogField): void => {
    const { [name]: _mended, ...others } = errors;
    setErrors(others);
  };
  const clear = (): void => {
    setErrors({});
    setProblem(undefined);
  };
  return { errors, refusals, problem, isSaving, save, forget, clear };
}
