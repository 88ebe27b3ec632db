import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { dropToast, update, useApp } from "./app.ts";
import { post } from "./link.ts";

/** ui.alert and ui.prompt of a script that waits for the answer, and this page's own "are you sure". */
export function Dialogs(props: { focusGrid: () => void }): JSX.Element {
  const { question, confirm } = useApp();
  const done = (then: () => void): void => {
    then();
    props.focusGrid();
  };
  return (
    <>
      {question && (
        <Box
          key={`question-${question.id}`}
          title={question.title}
          message={question.message}
          buttons={question.buttons}
          asks={question.kind === "prompt"}
          onAnswer={(button, text) => done(() => answer(question.id, button, text))}
        />
      )}
      {confirm && (
        <Box
          key="confirm"
          title={confirm.title}
          message={confirm.message}
          buttons={["Cancel", confirm.yes]}
          asks={false}
          onAnswer={(button) =>
            done(() => {
              update({ confirm: null });
              if (button === confirm.yes) confirm.then();
            })
          }
        />
      )}
    </>
  );
}

function answer(id: number, button: string, text: string): void {
  update({ question: null });
  void post("/answer", { id, button, text });
}

interface BoxProps {
  title: string;
  message: string;
  buttons: string[];
  asks: boolean;
  onAnswer: (button: string, text: string) => void;
}

const LABELS: Record<string, string> = { OK: "OK", CANCEL: "Cancel", YES: "Yes", NO: "No" };

function Box(props: BoxProps): JSX.Element {
  const box = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  useEffect(() => box.current?.showModal(), []);
  const main =
    props.asks || props.buttons.length < 3
      ? props.buttons.includes("OK")
        ? "OK"
        : props.buttons.at(-1)
      : props.buttons[0];
  const isYesNo = props.buttons[0] === "YES";
  const primary = isYesNo ? "YES" : main;
  return (
    <dialog
      ref={box}
      class="question"
      aria-labelledby="question-title"
      onCancel={(event) => {
        event.preventDefault();
        props.onAnswer(props.buttons.includes("Cancel") ? "Cancel" : "CLOSE", text);
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          props.onAnswer(primary ?? "OK", text);
        }}
      >
        <h2 id="question-title">{props.title || "From the add-on"}</h2>
        {props.message && <p>{props.message}</p>}
        {props.asks && (
          <input
            aria-label={props.message || props.title}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
        <div class="buttons">
          {props.buttons.map((button) =>
            button === primary ? (
              <button
                key={button}
                type="submit"
                class="primary"
                ref={(element) => (props.asks ? undefined : element?.focus())}
              >
                {LABELS[button] ?? button}
              </button>
            ) : (
              <button key={button} type="button" onClick={() => props.onAnswer(button, text)}>
                {LABELS[button] ?? button}
              </button>
            ),
          )}
        </div>
      </form>
    </dialog>
  );
}

/** Messages at the lower right; those of the script and those of this page. */
export function Toasts(): JSX.Element {
  const { toasts } = useApp();
  return (
    <section class="toasts" aria-live="polite" aria-label="Messages">
      {toasts.map(({ key, title, message, isProblem }) => (
        <div key={key} class={isProblem ? "toast problem" : "toast"}>
          <div>
            {title && <strong>{title}</strong>}
            <p>{message}</p>
          </div>
          <button type="button" class="icon" aria-label="Close this message" onClick={() => dropToast(key)}>
            ✕
          </button>
        </div>
      ))}
    </section>
  );
}

/** Shown while the server is gone, or a script works on. */
export function Banner(): JSX.Element | null {
  const { isConnected, running, question } = useApp();
  if (!isConnected)
    return (
      <p role="alert" class="banner problem">
        The local Workspace does not answer. Start it again with <code>npm start</code>; this page reconnects by itself.
      </p>
    );
  return running && !question ? (
    <p role="status" class="banner">
      {running}
    </p>
  ) : null;
}
