/** What the core needs to know of a spreadsheet; the model of `spreadsheet/` fulfils it. */
export interface Container {
  readonly id: string;
  name: string;
  timeZone: string;
  locale: string;
  /** Address of the owner. */
  owner: string;
}

/** The window through which an execution talks to the person who started it. */
export interface UiHost {
  readonly email: string;
  /** The person's locale, e.g. "en". */
  readonly locale: string;
}
