import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useApp } from "./app.ts";
import type { Commands } from "./commands.ts";
import { Banner, Dialogs, Toasts } from "./dialogs.tsx";
import { FilterPanel } from "./filter-panel.tsx";
import { FindBar } from "./find-bar.tsx";
import type { Finder } from "./finder.ts";
import { type BarText, FormulaBar } from "./formula-bar.tsx";
import { PanelDialog, Sidebar } from "./frames.tsx";
import { LinkCard, type ShownLinks } from "./link-card.tsx";
import type { Links } from "./links.ts";
import { type Items, Menu } from "./menu.tsx";
import { MenuBar } from "./menu-bar.tsx";
import { Drawer } from "./panels.tsx";
import type { SheetPane } from "./sheet-pane.ts";
import { Strip } from "./strip.tsx";
import { Tabs } from "./tabs.tsx";
import { Toolbar } from "./toolbar.tsx";

export interface Parts {
  pane: SheetPane | null;
  commands: Commands | null;
  finder: Finder | null;
  bar: BarText;
  menu: { items: Items; x: number; y: number } | null;
  note: { text: string; x: number; y: number } | null;
  links: ShownLinks | null;
  follower: Links | null;
}

interface LayoutProps {
  parts: Parts;
  frame: HTMLElement;
  onShowSheet: (sheet: number) => void;
  onCloseMenu: () => void;
}

/** The whole page, dressed like the spreadsheet people know. */
export function Layout({ parts, frame, onShowSheet, onCloseMenu }: LayoutProps): JSX.Element {
  const { book } = useApp();
  const { pane, commands, finder, menu, note, links, follower } = parts;
  const focusGrid = (): void => pane?.editor.focus();
  return (
    <div class="page">
      <header class="top">
        <span class="mark" aria-hidden="true" />
        <div>
          <h1>{book?.name ?? "Opening…"}</h1>
          {commands && finder && <MenuBar commands={commands} finder={finder} focusGrid={focusGrid} />}
        </div>
      </header>
      <Banner />
      <main>
        {commands && finder && <Toolbar commands={commands} finder={finder} focusGrid={focusGrid} />}
        <FormulaBar pane={pane} shown={parts.bar} />
        <div class="middle">
          <div class="grid-area">
            <GridSlot frame={frame} />
            {finder && <FindBar finder={finder} />}
          </div>
          {commands && <Sidebar commands={commands} focusGrid={focusGrid} />}
        </div>
      </main>
      {commands && <Tabs commands={commands} onShow={onShowSheet} />}
      <Drawer />
      <Strip />
      <Toasts />
      {commands && <PanelDialog commands={commands} focusGrid={focusGrid} />}
      {commands && <FilterPanel commands={commands} focusGrid={focusGrid} />}
      <Dialogs focusGrid={focusGrid} />
      {menu && <Menu label="Actions" items={menu.items} x={menu.x} y={menu.y} onClose={onCloseMenu} />}
      {links && follower && (
        <LinkCard
          shown={links}
          onJump={(url) => follower.follow(url)}
          onEnter={() => follower.stay()}
          onLeave={() => follower.leave()}
        />
      )}
      {note && (
        <div
          class="note-card"
          role="tooltip"
          style={{
            left: `${Math.min(note.x + 14, innerWidth - 280)}px`,
            top: `${Math.min(note.y + 12, innerHeight - 160)}px`,
          }}
        >
          {note.text}
        </div>
      )}
    </div>
  );
}

/** The grid lives outside Preact: it is put in place once and then keeps itself. */
function GridSlot({ frame }: { frame: HTMLElement }): JSX.Element {
  const slot = useRef<HTMLDivElement>(null);
  useEffect(() => slot.current?.append(frame), []);
  return <div ref={slot} class="grid-slot" role="application" aria-label="Cells. Arrow keys move, Enter edits." />;
}
