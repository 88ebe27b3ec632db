import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { DeskView, MenuItem } from "../protocol.ts";
import { app, sheetInView, update, useApp } from "./app.ts";
import type { Commands } from "./commands.ts";
import type { Finder } from "./finder.ts";
import { post } from "./link.ts";
import { type Items, Menu } from "./menu.tsx";
import { freshPage } from "./restart.ts";

/** File, Edit, Insert, Data, and what the add-on's own onOpen has put beside them. */
export function MenuBar(props: { commands: Commands; finder: Finder; focusGrid: () => void }): JSX.Element {
  const { desk } = useApp();
  const [open, setOpen] = useState<{ index: number; x: number; y: number } | null>(null);
  const own = (desk?.menus ?? []).map((menu) => ({
    caption: menu.caption,
    items: addOnItems(menu.items ?? [], props.commands),
    isAddOn: true,
  }));
  const menus = [...standardMenus(props, desk), ...own];
  const close = (): void => {
    setOpen(null);
    props.focusGrid();
  };
  const show = (index: number, button: HTMLElement): void => {
    const box = button.getBoundingClientRect();
    setOpen({ index, x: box.left, y: box.bottom + 2 });
  };
  const current = open && menus[open.index];
  const bar = useRef<HTMLElement>(null);
  const showBeside = (step: 1 | -1): void => {
    const buttons = bar.current?.querySelectorAll<HTMLElement>(":scope > button") ?? [];
    const index = ((open?.index ?? 0) + step + buttons.length) % buttons.length;
    if (buttons[index]) show(index, buttons[index]);
  };
  return (
    <nav ref={bar} class="menu-bar" aria-label="Menus">
      {menus.map((menu, index) => (
        <button
          key={menu.caption}
          type="button"
          class={"isAddOn" in menu ? "add-on" : ""}
          aria-haspopup="menu"
          aria-expanded={open?.index === index}
          onClick={(event) => show(index, event.currentTarget)}
          onPointerEnter={(event) => open && show(index, event.currentTarget)}
        >
          {menu.caption}
        </button>
      ))}
      {open && current && (
        <Menu
          key={open.index}
          label={current.caption}
          items={current.items}
          x={open.x}
          y={open.y}
          onClose={close}
          onSide={showBeside}
        />
      )}
    </nav>
  );
}

function addOnItems(items: MenuItem[], commands: Commands): Items {
  return items.map((item) => {
    if (item.items)
      return { caption: item.caption, items: addOnItems(item.items, commands) as Exclude<Items[number], "-">[] };
    const { path } = item;
    return path ? { caption: item.caption, onPick: () => void commands.send({ kind: "menu", path }) } : "-";
  });
}

function standardMenus(
  { commands, finder }: { commands: Commands; finder: Finder },
  desk: DeskView | null,
): { caption: string; items: Items }[] {
  return [
    {
      caption: "File",
      items: [
        { caption: "Download as Microsoft Excel (.xlsx)", onPick: () => location.assign("/download") },
        "-",
        { caption: "Start over…", onPick: askToStartOver },
      ],
    },
    {
      caption: "Edit",
      items: [
        { caption: "Undo", keys: "Ctrl+Z", disabled: !desk?.canUndo, onPick: commands.undo },
        { caption: "Redo", keys: "Ctrl+Y", disabled: !desk?.canRedo, onPick: commands.redo },
        "-",
        { caption: "Find in sheet", keys: "Ctrl+F", onPick: () => finder.open() },
        "-",
        { caption: "Fill down", keys: "Ctrl+D", onPick: () => commands.fillDown() },
        { caption: "Fill right", keys: "Ctrl+R", onPick: () => commands.fillRight() },
        { caption: "Clear", keys: "Delete", onPick: () => commands.clear() },
        "-",
        { caption: "Delete selected rows", onPick: () => commands.remove("rows") },
        { caption: "Delete selected columns", onPick: () => commands.remove("columns") },
      ],
    },
    {
      caption: "Insert",
      items: [
        { caption: "Rows above", onPick: () => commands.insert("rows", "before") },
        { caption: "Rows below", onPick: () => commands.insert("rows", "after") },
        { caption: "Columns left", onPick: () => commands.insert("columns", "before") },
        { caption: "Columns right", onPick: () => commands.insert("columns", "after") },
        "-",
        { caption: "Sheet", onPick: () => commands.addSheet() },
      ],
    },
    {
      caption: "Data",
      items: [
        { caption: hasFilter() ? "Remove filter" : "Create a filter", onPick: commands.toggleFilter },
        "-",
        { caption: "Sort sheet by column, A to Z", onPick: () => commands.sort(true) },
        { caption: "Sort sheet by column, Z to A", onPick: () => commands.sort(false) },
      ],
    },
  ];
}

const hasFilter = (): boolean => Boolean(sheetInView()?.filter);

function askToStartOver(): void {
  const from = app.strip?.file
    ? `the file ${app.strip.file} as it is on disk`
    : "the small company with its first tickets";
  const then = (): void => void post("/start-over", {}).then(freshPage);
  update({
    confirm: {
      title: "Start over?",
      message: `Everything done here is forgotten, and you begin again with ${from}.`,
      yes: "Start over",
      then,
    },
  });
}
