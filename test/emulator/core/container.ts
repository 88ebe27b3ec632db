/** What the core needs to know of a spreadsheet; the model of `spreadsheet/` fulfils it. */
export interface Container {
  readonly id: string;
  name: string;
  timeZone: string;
  locale: string;
  /** Address of the owner. */
  owner: string;
}

export interface Page {
  title: string;
  html: string;
  width: number;
  height?: number;
}

export type MenuItem = { caption: string; functionName: string } | { separator: true } | MenuTree;
export interface MenuTree {
  title: string;
  items: MenuItem[];
}

export interface Question {
  kind: "alert" | "prompt";
  title: string;
  text: string;
  buttons: "OK" | "OK_CANCEL" | "YES_NO" | "YES_NO_CANCEL";
}
export interface Answer {
  button: "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";
  text: string;
}

/** The window through which an execution talks to the person who started it. */
export interface UiHost {
  readonly email: string;
  /** The person's locale, e.g. "en". */
  readonly locale: string;
  addMenu(projectId: string, menu: MenuTree): void;
  removeMenu(projectId: string, title: string): void;
  ask(question: Question): Answer;
  showSidebar(projectId: string, page: Page): void;
  showDialog(projectId: string, page: Page & { modal: boolean }): void;
  toast(message: { title: string; message: string; seconds: number }): void;
}
