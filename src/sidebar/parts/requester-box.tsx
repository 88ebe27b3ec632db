import { useEffect, useRef, useState } from "preact/hooks";
import type { Person } from "../api.ts";
import { joined, matching, type Requester, shownAs } from "../requester.ts";
import { ask } from "../server.ts";
import type { FieldAttributes } from "./field.tsx";

const SHOWN_AT_MOST = 6;
const PAUSE_IN_TYPING_MS = 250;

interface BoxProps {
  attributes: FieldAttributes;
  people: readonly Person[];
  value: Requester;
  onChange: (value: Requester) => void;
}

/** A text field that suggests people: arrows choose, Enter or Tab takes, Escape leaves the text as it is typed. */
export function RequesterBox({ attributes, people, value, onChange }: BoxProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [activeIndex, setActiveIndex] = useState(0);
  const more = useServerSuggestions(value, isOpen);
  const isAddress = /^[^\s@]+@[^\s@]+\.\w{2,}$/.test(value.text.trim());
  const offered = matching(joined(people, more), value.text).slice(0, SHOWN_AT_MOST);
  const isShown = isOpen && value.text.trim() !== "" && offered.length > 0 && !value.person;
  const active = isShown && !(isAddress && activeIndex === 0) ? offered[activeIndex] : undefined;

  const take = (person: Person): void => {
    onChange({ text: shownAs(person), person });
    setIsOpen(false);
  };
  const type = (text: string): void => {
    const address = text.trim().toLowerCase();
    onChange({ text, person: joined(people, more).find(({ email }) => email.toLowerCase() === address) });
    setActiveIndex(0);
    setIsOpen(true);
  };
  const move = (step: number): void => {
    setIsOpen(true);
    if (isShown) setActiveIndex((activeIndex + step + offered.length) % offered.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && isShown) {
      setIsOpen(false);
    } else if (active && !event.ctrlKey && !event.metaKey && !event.shiftKey && /^(Enter|Tab)$/.test(event.key)) {
      if (event.key === "Enter") event.preventDefault();
      take(active);
    }
  };

  return (
    <>
      <input
        {...attributes}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder="Name or address"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls="people"
        aria-activedescendant={active ? `person-${activeIndex}` : undefined}
        value={value.text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setIsOpen(false)}
      />
      <ul id="people" class="options" role="listbox" aria-label="Suggested people" hidden={!isShown}>
        {isShown &&
          offered.map((person, index) => (
            <li
              key={person.email}
              id={`person-${index}`}
              role="option"
              aria-selected={person === active}
              // Before the field loses the focus, which would close the list.
              onMouseDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              {person.name || person.email} {person.isVip && <span class="chip vip">VIP</span>}
              {person.name && <div class="small">{person.email}</div>}
            </li>
          ))}
      </ul>
    </>
  );
}

/** People of earlier tickets, asked for when the typing pauses; an answer to an older text is dropped. */
function useServerSuggestions({ text, person }: Requester, isOpen: boolean): Person[] {
  const [found, setFound] = useState<Person[]>([]);
  const lastText = useRef("");
  const wanted = text.trim();
  useEffect(() => {
    lastText.current = wanted;
    if (!isOpen || person || wanted.length < 2) return;
    const timer = setTimeout(() => {
      void ask("sidebarSuggest", { text: wanted }).then((answer) => {
        if (answer.ok && lastText.current === wanted) setFound(answer.data);
      });
    }, PAUSE_IN_TYPING_MS);
    return () => clearTimeout(timer);
  }, [wanted, isOpen, person]);
  return found;
}
