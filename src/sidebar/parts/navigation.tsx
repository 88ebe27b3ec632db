import { useEffect, useRef, useState } from "preact/hooks";
import type { Start, ViewName } from "../api.ts";
import { notOffered } from "../offered.ts";

const FIRST: [ViewName, string][] = [
  ["log", "Log a ticket"],
  ["ticket", "Ticket"],
];
const MORE: [ViewName, string][] = [
  ["explain", "Explain deadline"],
  ["deleted", "Deleted"],
  ["recompute", "Recompute"],
  ["health", "Health"],
  ["verify", "Verify history"],
  ["help", "Help"],
];

interface NavigationProps {
  view: ViewName;
  /** Undefined until it is known. */
  role: Start["agent"]["role"] | undefined;
  go: (view: ViewName) => void;
}

/** The two views of every day, and a list that opens for the others. */
export function Navigation({ view, role, go }: NavigationProps) {
  const [isOpen, setIsOpen] = useState(false);
  const nav = useRef<HTMLElement>(null);
  const moreButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const closeOutside = (event: Event): void => {
      if (event.target instanceof Node && !nav.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, []);
  const item = ([name, text]: [ViewName, string]) => (
    <button
      key={name}
      type="button"
      aria-current={name === view ? "page" : undefined}
      onClick={() => {
        setIsOpen(false);
        go(name);
      }}
    >
      {text}
    </button>
  );
  const isOffered = ([name]: [ViewName, string]): boolean => role === undefined || notOffered(name, role) === undefined;
  const isAmongMore = MORE.some(([name]) => name === view);
  return (
    <nav
      ref={nav}
      aria-label="Helpdesk"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        setIsOpen(false);
        moreButton.current?.focus();
      }}
    >
      {FIRST.filter(isOffered).map(item)}
      <button
        ref={moreButton}
        type="button"
        class={isAmongMore ? "right here" : "right"}
        aria-expanded={isOpen}
        aria-controls="more"
        onClick={() => setIsOpen(!isOpen)}
      >
        {MORE.find(([name]) => name === view)?.[1] ?? "More"} <span aria-hidden="true">▾</span>
      </button>
      <div id="more" class="more" hidden={!isOpen}>
        {MORE.filter(isOffered).map(item)}
      </div>
    </nav>
  );
}
