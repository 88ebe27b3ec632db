import type { MenuItem as Item, MenuTree } from "../../test/emulator/core/container.ts";
import type { BookHistory } from "../../test/emulator/people/book-history.ts";
import type { BookWindow } from "../../test/emulator/people/book-window.ts";
import { rectName } from "../../test/emulator/spreadsheet/model/a1.ts";
import type { DeskView, MenuItem, PanelView } from "./protocol.ts";

type Page = NonNullable<BookWindow["sidebar"]> & { modal?: boolean };

/** Sidebars and dialogs that are or were open, by the number under which the page fetches them. */
export class Panels {
  private readonly numbers = new Map<Page, number>();
  private readonly pages: Page[] = [];

  idOf(page: Page): number {
    const known = this.numbers.get(page);
    if (known !== undefined) return known;
    this.numbers.set(page, this.pages.length);
    return this.pages.push(page) - 1;
  }

  page(id: number): Page {
    const page = this.pages[id];
    if (!page) throw new Error("This page of the add-on is closed.");
    return page;
  }
}

/** What one person sees besides the cells. */
export function deskView(window: BookWindow, { panels, history }: { panels: Panels; history: BookHistory }): DeskView {
  const { grid, rects } = window.selected;
  const [first] = rects;
  return {
    person: window.email,
    menus: window.menu().map((tree, index) => menuView(tree, [index])),
    sidebar: window.sidebar ? panelView(window.sidebar, panels) : null,
    dialog: window.dialog ? panelView(window.dialog, panels) : null,
    active: first ? { sheet: grid.id, a1: rectName(first) } : null,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
  };
}

function panelView(page: Page, panels: Panels): PanelView {
  const { title, width, height = 400, modal = false } = page;
  return { id: panels.idOf(page), title, width, height, modal };
}

function menuView(item: Item | MenuTree, path: number[]): MenuItem {
  if ("separator" in item) return { caption: "-" };
  if ("functionName" in item) return { caption: item.caption, path };
  return { caption: item.title, items: item.items.map((inner, index) => menuView(inner, [...path, index])) };
}

/** The captions that lead to the item at a path of positions. */
export function menuPath(window: BookWindow, path: readonly number[]): string[] {
  const captions: string[] = [];
  let items: readonly (Item | MenuTree)[] = window.menu();
  for (const index of path) {
    const item = items[index];
    if (!item || "separator" in item) throw new Error("That menu has changed. Open it again.");
    captions.push("functionName" in item ? item.caption : item.title);
    items = "items" in item ? item.items : [];
  }
  return captions;
}
