import type { JSX } from "preact";
import { sheetInView, useApp } from "./app.ts";
import type { Commands } from "./commands.ts";
import type { Finder } from "./finder.ts";

const ICONS = {
  undo: "M8 5 4 9l4 4M4.5 9H13a4 4 0 0 1 0 8H8",
  redo: "m12 5 4 4-4 4m3.5-4H7a4 4 0 0 0 0 8h5",
  filter: "M3 5h14l-5.5 6v5l-3-1.5V11L3 5Z",
  find: "M12.5 12.5 17 17M14 8.5A5.5 5.5 0 1 1 3 8.5a5.5 5.5 0 0 1 11 0Z",
};

/** What is wanted most often, a click away. */
export function Toolbar(props: { commands: Commands; finder: Finder; focusGrid: () => void }): JSX.Element {
  const { desk, find } = useApp();
  const { commands, finder } = props;
  const hasFilter = Boolean(sheetInView()?.filter);
  const toggleFind = (): void => (find ? finder.close() : finder.open());
  return (
    <div class="toolbar" role="toolbar" aria-label="Tools">
      <Tool icon="undo" label="Undo" keys="Ctrl+Z" disabled={!desk?.canUndo} onPick={commands.undo} {...props} />
      <Tool icon="redo" label="Redo" keys="Ctrl+Y" disabled={!desk?.canRedo} onPick={commands.redo} {...props} />
      <span class="space" />
      <Tool icon="find" label="Find in sheet" keys="Ctrl+F" pressed={find !== null} onPick={toggleFind} {...props} />
      <Tool
        icon="filter"
        label={hasFilter ? "Remove filter" : "Create a filter"}
        pressed={hasFilter}
        onPick={commands.toggleFilter}
        {...props}
      />
    </div>
  );
}

interface ToolProps {
  icon: keyof typeof ICONS;
  label: string;
  keys?: string;
  disabled?: boolean;
  pressed?: boolean;
  onPick: () => void;
  focusGrid: () => void;
}

function Tool({ icon, label, keys, disabled = false, pressed, onPick, focusGrid }: ToolProps): JSX.Element {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={keys ? `${label} (${keys})` : label}
      disabled={disabled}
      onClick={() => {
        focusGrid(); // a button that is disabled now would take the keys along
        onPick();
      }}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d={ICONS[icon]} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
      </svg>
    </button>
  );
}
