import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { SheetView } from "../protocol.ts";
import { update, useApp } from "./app.ts";
import type { Commands } from "./commands.ts";
import { type Items, Menu } from "./menu.tsx";

/** The sheets' tabs below the grid. */
export function Tabs(props: { commands: Commands; onShow: (sheet: number) => void }): JSX.Element {
  const { book, sheet } = useApp();
  const [menu, setMenu] = useState<{ items: Items; label: string; x: number; y: number } | null>(null);
  const [renaming, setRenaming] = useState<number | null>(null);
  const sheets = book?.sheets ?? [];
  const openMenu = (at: HTMLElement, label: string, items: Items): void => {
    const box = at.getBoundingClientRect();
    setMenu({ items, label, x: box.left, y: box.top - 4 });
  };
  const rename = (one: SheetView, name: string): void => {
    setRenaming(null);
    if (name && name !== one.name) void props.commands.send({ kind: "renameSheet", sheet: one.id, name });
  };
  const listed = sheets.map((one) => ({
    caption: one.hidden ? `${one.name} (hidden)` : one.name,
    onPick: () =>
      one.hidden ? void props.commands.send({ kind: "showSheet", sheet: one.id, hidden: false }) : props.onShow(one.id),
  }));
  return (
    <footer class="tabs">
      <button type="button" class="icon" aria-label="Add a sheet" onClick={() => props.commands.addSheet()}>
        +
      </button>
      <button
        type="button"
        class="icon"
        aria-label="All sheets"
        onClick={(event) => openMenu(event.currentTarget, "All sheets", listed)}
      >
        ☰
      </button>
      <div class="tab-row" role="tablist" aria-label="Sheets">
        {sheets
          .filter(({ hidden }) => !hidden)
          .map((one) => (
            <Tab
              key={one.id}
              sheet={one}
              isCurrent={one.id === sheet}
              isRenaming={renaming === one.id}
              onShow={() => props.onShow(one.id)}
              onRename={(name) => rename(one, name)}
              onStartRename={() => setRenaming(one.id)}
              onMenu={(at) =>
                openMenu(
                  at,
                  one.name,
                  tabItems(one, props.commands, () => setRenaming(one.id)),
                )
              }
            />
          ))}
      </div>
      {menu && <Menu {...menu} above onClose={() => setMenu(null)} />}
    </footer>
  );
}

interface TabProps {
  sheet: SheetView;
  isCurrent: boolean;
  isRenaming: boolean;
  onShow: () => void;
  onRename: (name: string) => void;
  onStartRename: () => void;
  onMenu: (at: HTMLElement) => void;
}

function Tab(props: TabProps): JSX.Element {
  const { sheet, isCurrent } = props;
  if (props.isRenaming)
    return (
      <input
        class="tab-name"
        aria-label={`New name of ${sheet.name}`}
        value={sheet.name}
        ref={(input) => input?.focus()}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={(event) => props.onRename(event.currentTarget.value.trim())}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") props.onRename("");
        }}
      />
    );
  return (
    <button
      type="button"
      role="tab"
      aria-selected={isCurrent}
      ref={isCurrent ? bringIntoRow : null}
      class="tab"
      style={sheet.color ? { borderBottom: `3px solid ${sheet.color}` } : {}}
      onClick={(event) => (isCurrent ? props.onMenu(event.currentTarget) : props.onShow())}
      onDblClick={props.onStartRename}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu(event.currentTarget);
      }}
    >
      {sheet.name}
    </button>
  );
}

/** One ref for all, so that it is called only when another sheet is shown. */
function bringIntoRow(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function tabItems(sheet: SheetView, commands: Commands, onRename: () => void): Items {
  const then = (): void => void commands.send({ kind: "deleteSheet", sheet: sheet.id });
  const message = `The sheet "${sheet.name}" and all its cells go.`;
  return [
    {
      caption: "Delete…",
      onPick: () => update({ confirm: { title: "Delete this sheet?", message, yes: "Delete", then } }),
    },
    { caption: "Rename", onPick: onRename },
    { caption: "Hide sheet", onPick: () => void commands.send({ kind: "showSheet", sheet: sheet.id, hidden: true }) },
  ];
}
