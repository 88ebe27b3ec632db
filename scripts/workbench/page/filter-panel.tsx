import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FilterColumn } from "../protocol.ts";
import { type App, sheetInView, update, useApp } from "./app.ts";
import type { Commands } from "./commands.ts";
import { CONDITIONS } from "./filter-conditions.ts";

interface PanelProps {
  commands: Commands;
  focusGrid: () => void;
}

/** The list that hangs at a filter's header cell: sort, filter by condition, filter by values. */
export function FilterPanel(props: PanelProps): JSX.Element | null {
  const { filter } = useApp();
  return filter && <Panel key={`${filter.column} ${filter.x}`} filter={filter} {...props} />;
}

function Panel({ filter, commands, focusGrid }: PanelProps & { filter: NonNullable<App["filter"]> }): JSX.Element {
  const { column, shown } = filter;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(shown.hidden));
  const [condition, setCondition] = useState(shown.condition);
  const sheet = sheetInView()?.id ?? 0;
  const close = (): void => {
    update({ filter: null });
    focusGrid();
  };
  const sort = (ascending: boolean): void => {
    close();
    void commands.send({ kind: "sortFilter", sheet, column, ascending });
  };
  /** A condition that can't be read leaves the list open. */
  const apply = async (): Promise<void> => {
    const answer = await commands.send({ kind: "filterColumn", sheet, column, hidden: [...hidden], condition });
    if (answer.ok) close();
  };
  return (
    <>
      <div class="menu-shade" onPointerDown={close} />
      <div
        ref={useOnScreen(filter)}
        role="dialog"
        class="filter-panel"
        aria-label={`Filter of ${shown.title || "this column"}`}
        onKeyDown={(event) => event.key === "Escape" && close()}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void apply();
          }}
        >
          <div class="scrolls">
            <button type="button" class="row" onClick={() => sort(true)}>
              Sort A to Z
            </button>
            <button type="button" class="row" onClick={() => sort(false)}>
              Sort Z to A
            </button>
            <ByCondition condition={condition} onChange={setCondition} />
            <ByValues values={shown.values} hidden={hidden} onChange={setHidden} />
          </div>
          <div class="buttons">
            <button type="button" onClick={close}>
              Cancel
            </button>
            <button type="submit" class="primary">
              OK
            </button>
          </div>
        </form>
      </div>
    </>
  );
}

/** Below the header cell, within the window, and with the focus. */
function useOnScreen({ x, y }: { x: number; y: number }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.style.left = `${Math.max(8, Math.min(x, innerWidth - element.offsetWidth - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(y, innerHeight - element.offsetHeight - 8))}px`;
    element.querySelector("button")?.focus();
  }, []);
  return box;
}

type Condition = FilterColumn["condition"];

function ByCondition(props: { condition: Condition; onChange: (condition: Condition) => void }): JSX.Element {
  const { condition, onChange } = props;
  const values = condition?.values ?? [];
  const choose = (criteria: string): void => {
    const count = CONDITIONS.find(({ name }) => name === criteria)?.values ?? 0;
    onChange(criteria ? { criteria, values: Array.from({ length: count }, (_, n) => values[n] ?? "") } : null);
  };
  return (
    <fieldset>
      <legend>Filter by condition</legend>
      <select
        aria-label="Condition"
        value={condition?.criteria ?? ""}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">None</option>
        {CONDITIONS.map(({ name, caption }) => (
          <option key={name} value={name}>
            {caption}
          </option>
        ))}
      </select>
      {values.map((value, index) => (
        <input
          key={index}
          type="text"
          aria-label={index === 0 ? "Value" : "Second value"}
          placeholder={condition?.criteria === "CUSTOM_FORMULA" ? "=A2>3" : "Value"}
          value={value}
          onInput={(event) => {
            const text = event.currentTarget.value;
            if (condition) onChange({ ...condition, values: values.map((old, at) => (at === index ? text : old)) });
          }}
        />
      ))}
    </fieldset>
  );
}

function ByValues(props: {
  values: FilterColumn["values"];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
}): JSX.Element {
  const { values, hidden, onChange } = props;
  const [wanted, setWanted] = useState("");
  const shown = values.filter(([text]) => text.toLowerCase().includes(wanted.trim().toLowerCase()));
  const set = (texts: readonly string[], hides: boolean): void => {
    const next = new Set(hidden);
    for (const text of texts) {
      if (hides) next.add(text);
      else next.delete(text);
    }
    onChange(next);
  };
  const all = shown.map(([text]) => text);
  return (
    <fieldset>
      <legend>Filter by values</legend>
      <div class="links">
        <button type="button" onClick={() => set(all, false)}>
          Select all {shown.length}
        </button>
        <button type="button" onClick={() => set(all, true)}>
          Clear
        </button>
      </div>
      <input
        type="search"
        aria-label="Search the values"
        placeholder="Search"
        value={wanted}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      <ul aria-label="Values">
        {shown.map(([text, rows]) => (
          <li key={text}>
            <label>
              <input
                type="checkbox"
                checked={!hidden.has(text)}
                onChange={(event) => set([text], !event.currentTarget.checked)}
              />
              <span>{text === "" ? "(Blanks)" : text}</span> <small>{rows}</small>
            </label>
          </li>
        ))}
        {shown.length === 0 && <li class="nothing">No value fits</li>}
      </ul>
    </fieldset>
  );
}
