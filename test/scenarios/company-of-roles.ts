import type { BookWindow } from "../emulator/people/book-window.ts";
import { apiWrite } from "../emulator/people/api-write.ts";
import { ANA, aCompany, BEN, type Company, guest, reopened } from "./company.ts";
import { historyOf } from "./sheets.ts";

export const LENA = "lena@example.com";
export const CARLA = "carla@example.com";
export const ZOE = "zoe@example.com";

/** Who calls; Zoe doesn't stand in People, and of the last one Google tells no address. */
export const PEOPLE = { lead: LENA, agent: ANA, requester: CARLA, nobody: ZOE, hidden: "" };
export type Who = keyof typeof PEOPLE;
export const WHO: readonly Who[] = ["lead", "agent", "requester", "nobody", "hidden"];

/** T-1 is Carla's, T-2 Zoe's, T-3 Ben's, T-4 is deleted. Carla's and Zoe's were answered, and have a note. A role waits for a lead, and an edit for the timer. */
export const open = (() => {
  let snapshot: Uint8Array | undefined;
  return (): Company => reopened((snapshot ??= made().workspace.snapshot()));
})();

function made(): Company {
  const company = aCompany({ tickets: 4 });
  company.owner.paste("People", "A5", [
    [LENA, "Lena", "lead"],
    [CARLA, "Carla", "requester"],
  ]);
  company.ana.paste("Tickets", "F2", [[CARLA], [ZOE], [BEN]]);
  for (const ticketId of ["T-1", "T-2"])
    for (const said of [
      { kind: "note", text: "Between us." },
      { kind: "reply", text: "We look into it." },
    ])
      company.ana.call("sidebarUpdateTicket", { requestId: `${ticketId} ${said.kind}`, ticketId, changes: {}, said });
  company.ana.deleteRows("Tickets", 5, 1);
  company.owner.type("SLA policies", "F4", "20 h");
  apiWrite(company.book, { sheet: "People", a1: "A7:C7" }, [["max@example.com", "", "agent"]]);
  apiWrite(company.book, { sheet: "Tickets", a1: "H4" }, [["Hardware"]]);
  return company;
}

export const windowOf = (company: Company, who: Who): BookWindow =>
  who === "agent" ? company.ana : guest(company, PEOPLE[who]);

export interface Said {
  readonly ok?: boolean;
  readonly problem?: { readonly kind: string; readonly sentence: string };
  readonly data?: unknown;
}

/** What a call answers, whatever it is; a bug is no answer. */
export function call(window: BookWindow, name: string, ...args: unknown[]): Said {
  const { error, value } = window.call(name, ...args);
  if (error) throw error;
  return typeof value === "string" ? (JSON.parse(value) as Said) : {};
}

/** All that a refused call must leave as it is. */
export function everything({ book, project, workspace }: Company): unknown {
  const sheets = book.grids.map((grid) => [
    grid.name,
    grid.valuesOf({ top: 0, left: 0, rows: grid.maxRows, columns: grid.maxColumns }),
  ]);
  return structuredClone([sheets, [...project.stores.propertiesOf(`document:${book.id}`)], workspace.mails]);
}

export const last = (company: Company) => historyOf(company.book).at(-1);
export const own = (who: Who): string => (who === "nobody" ? "T-2" : "T-1");

export const NEW = {
  ...{ requestId: "new", subject: "It smokes", description: "Much.", category: "Hardware", channel: "", priority: "" },
  ...{ requester: "", requesterName: "", loggedOnBehalfOf: "", answeredLive: false },
};
