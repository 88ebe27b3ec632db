import type { ComponentChildren, Ref } from "preact";

interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  /** The one thing that the view is for. */
  isPrimary?: boolean;
  /** Stays in the tab order and keeps the focus, so that nobody loses their place while something is saved. */
  isWaiting?: boolean;
  type?: "button" | "submit";
  label?: string;
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button({ children, onClick, isPrimary, isWaiting, type = "button", label, buttonRef }: ButtonProps) {
  return (
    <button
      ref={buttonRef ?? null}
      type={type}
      class={isPrimary ? "button primary" : "button"}
      aria-disabled={isWaiting ? "true" : undefined}
      aria-label={label}
      onClick={isWaiting ? (event) => event.preventDefault() : onClick}
    >
      {children}
    </button>
  );
}
