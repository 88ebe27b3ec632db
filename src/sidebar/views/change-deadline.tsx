import { useRef, useState } from "preact/hooks";
import type { Explanation } from "../../domain/explanation/explain-ticket.ts";
import type { DeskView } from "../desk-view.ts";
import type { ChangeableClock } from "../override-draft.ts";
import { OverrideForm } from "./override-form.tsx";

interface ChangeProps {
  clock: ChangeableClock;
  explanation: Explanation;
  desk: DeskView;
  replace: (explanation: Explanation) => void;
}

/** Opens the form under a clock; closed or saved, the focus is where it was. */
export function ChangeDeadline({ clock, explanation, desk, replace }: ChangeProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [outcome, setOutcome] = useState("");
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setIsOpen(false);
    opener.current?.focus();
  };
  const onSaved = (saved: Explanation): void => {
    replace(saved);
    setOutcome("Saved.");
    close();
  };
  return (
    <>
      <p class="opener">
        <button
          ref={opener}
          type="button"
          class="link"
          aria-expanded={isOpen}
          onClick={() => {
            setOutcome("");
            setIsOpen(!isOpen);
          }}
        >
          Change this deadline
        </button>{" "}
        <span class="small" role="status">
          {outcome}
        </span>
      </p>
      {isOpen && <OverrideForm {...{ clock, explanation, desk, close, onSaved }} />}
    </>
  );
}
