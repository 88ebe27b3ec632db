import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type Finding, useApp } from "./app.ts";
import type { Finder } from "./finder.ts";

/** The field for a text to be found in the sheet, above its cells. */
export function FindBar({ finder }: { finder: Finder }): JSX.Element | null {
  const { find } = useApp();
  return find && <Bar find={find} finder={finder} />;
}

function Bar({ find, finder }: { find: Finding; finder: Finder }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") finder.close();
    else if (event.key === "Enter" && event.target === input.current) finder.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <search class="find" aria-label="Find in sheet" onKeyDown={onKeyDown}>
      <input
        ref={input}
        type="text"
        aria-label="Find in sheet"
        placeholder="Find in sheet"
        spellcheck={false}
        value={find.text}
        onInput={(event) => finder.type(event.currentTarget.value)}
      />
      <span role="status">{countText(find)}</span>
      <button type="button" aria-label="Previous" title="Previous (Shift+Enter)" onClick={() => finder.step(-1)}>
        ▲
      </button>
      <button type="button" aria-label="Next" title="Next (Enter)" onClick={() => finder.step(1)}>
        ▼
      </button>
      <button type="button" aria-label="Close find" title="Close (Escape)" onClick={() => finder.close()}>
        ✕
      </button>
    </search>
  );
}

function countText({ text, at, count, isCut, isSearching }: Finding): string {
  if (text === "" || isSearching) return "";
  if (count === 0) return "Nothing found";
  return `${at > 0 ? at : "–"} of ${isCut ? "more than " : ""}${count}`;
}
