import type { MenuTree, UiHost } from "../../core/container.ts";
import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";

export class Menu extends ServiceObject {
  static readonly googleName = "Menu";
  static readonly kinds = { addToUi: "ui" } as const;
  private readonly tree: MenuTree;

  constructor(
    run: Execution,
    private readonly window: UiHost,
    title: string,
  ) {
    super(run);
    this.tree = { title, items: [] };
  }

  addItem(caption: string, functionName: string): this {
    this.tree.items.push({ caption, functionName });
    return this;
  }

  addSeparator(): this {
    this.tree.items.push({ separator: true });
    return this;
  }

  addSubMenu(menu: Menu): this {
    this.tree.items.push(menu.tree);
    return this;
  }

  addToUi(): void {
    this.window.addMenu(this.run.project.id, this.tree);
  }
}
