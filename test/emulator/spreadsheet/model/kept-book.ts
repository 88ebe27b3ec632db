import { switchesWith } from "../../switches.ts";
import { Book, type Metadata, type NamedArea } from "./book.ts";
import { type KeptGrid, keptGrid, restoredGrid } from "./kept-grid.ts";
import type { Look } from "./look.ts";
import type { Validation } from "./validation.ts";

type KeptLook = Omit<Look, "validation"> & { validation?: number };

/** A spreadsheet as JSON keeps it. */
export interface KeptBook {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
  owner: string;
  editors: string[];
  viewers: string[];
  isOpenToAll: boolean;
  namedAreas: NamedArea[];
  metadata: Metadata[];
  validations: Validation[];
  looks: KeptLook[];
  recalculation: string;
  iterative: Book["iterative"];
  numbersGiven: number;
  randomSeed: number;
  grids: KeptGrid[];
}

export function keptBook(book: Book): KeptBook {
  const { id, name, locale, timeZone, owner, editors, viewers, isOpenToAll, namedAreas, metadata } = book;
  const { recalculation, iterative, numbersGiven, randomSeed } = book;
  return {
    ...{ id, name, locale, timeZone, owner, editors, viewers, isOpenToAll, namedAreas, metadata },
    ...{ recalculation, iterative, numbersGiven, randomSeed },
    validations: [...book.validations.values()],
    looks: book.looks.list.map(({ validation, ...look }) =>
      validation ? { ...look, validation: validation.id } : look,
    ),
    grids: book.grids.map(keptGrid),
  };
}

/** The spreadsheet that was kept, on a clock of its own. */
export function restoredBook(kept: KeptBook, now: () => number, switches = switchesWith()): Book {
  const { id, name, locale, timeZone, owner } = kept;
  const book = new Book({ id, name, locale, timeZone, owner, now, switches });
  const { editors, viewers, isOpenToAll, namedAreas, metadata, recalculation, iterative } = kept;
  Object.assign(book, { editors, viewers, isOpenToAll, namedAreas, metadata, recalculation, iterative });
  book.numbersGiven = kept.numbersGiven;
  book.randomSeed = kept.randomSeed;
  book.validations = new Map(kept.validations.map((rule) => [rule.id, rule]));
  const lookIds = kept.looks.map((look) => book.looks.idOf(restoredLook(book, look)));
  book.grids = kept.grids.map((grid) => restoredGrid(book, grid, (look) => lookIds[look] ?? 0));
  return book;
}

function restoredLook(book: Book, { validation, ...look }: KeptLook): Look {
  const rule = validation === undefined ? undefined : book.validations.get(validation);
  return rule ? { ...look, validation: rule } : look;
}
