import type { Answer, MenuItem, MenuTree, Page, Question, UiHost } from "../core/container.ts";

export type GivenAnswer = Answer["button"] | { button: Answer["button"]; text: string };
export type ShownPage = Page & { projectId: string };

/** What scripts show to one person: menus, sidebar, dialog, toasts, and the answers that the person gives. */
export abstract class WindowUi implements UiHost {
  abstract readonly email: string;
  abstract readonly locale: string;
  readonly toasts: { title: string; message: string; seconds: number }[] = [];
  /** Every alert and prompt that was shown. */
  readonly questions: Question[] = [];
  /** What the person will answer, in this order; then OK, or CLOSE where there is no OK. */
  readonly answers: GivenAnswer[] = [];
  /** Asked before `answers`, for a person who decides while looking (the workbench). */
  answerWith: ((question: Question) => GivenAnswer | undefined) | undefined;
  sidebar: ShownPage | undefined;
  dialog: (ShownPage & { modal: boolean }) | undefined;
  private readonly menus: { projectId: string; tree: MenuTree }[] = [];

  addMenu(projectId: string, tree: MenuTree): void {
    const same = this.menus.findIndex((menu) => menu.projectId === projectId && menu.tree.title === tree.title);
    if (same >= 0) this.menus.splice(same, 1, { projectId, tree });
    else this.menus.push({ projectId, tree });
  }

  removeMenu(projectId: string, title: string): void {
    const at = this.menus.findIndex((menu) => menu.projectId === projectId && menu.tree.title === title);
    if (at >= 0) this.menus.splice(at, 1);
  }

  ask(question: Question): Answer {
    this.questions.push(question);
    const given =
      this.answerWith?.(question) ?? this.answers.shift() ?? (question.buttons.startsWith("OK") ? "OK" : "CLOSE");
    return typeof given === "string" ? { button: given, text: "" } : given;
  }

  showSidebar(projectId: string, page: Page): void {
    this.sidebar = { ...page, projectId };
  }

  showDialog(projectId: string, page: Page & { modal: boolean }): void {
    this.dialog = { ...page, projectId };
  }

  toast(message: { title: string; message: string; seconds: number }): void {
    this.toasts.push(message);
  }

  closeSidebar(): void {
    this.sidebar = undefined;
  }

  closeDialog(): void {
    this.dialog = undefined;
  }

  /** The menus that scripts have added. */
  menu(): MenuTree[] {
    return this.menus.map(({ tree }) => tree);
  }

  /** Finds an item by the captions that lead to it; throws where there is none. */
  protected menuItem(path: string[]): { projectId: string; functionName: string } {
    for (const { projectId, tree } of this.menus) {
      const item = tree.title === path[0] ? itemAt(tree, path.slice(1)) : undefined;
      if (item) return { projectId, functionName: item };
    }
    throw new Error(`There is no menu item ${path.join(" > ")}.`);
  }
}

function itemAt(tree: MenuTree, path: string[]): string | undefined {
  const [caption, ...deeper] = path;
  for (const item of tree.items) {
    if (captionOf(item) !== caption) continue;
    if ("functionName" in item) return item.functionName;
    if ("items" in item) return itemAt(item, deeper);
  }
  return undefined;
}

function captionOf(item: MenuItem): string | undefined {
  if ("caption" in item) return item.caption;
  return "title" in item ? item.title : undefined;
}
