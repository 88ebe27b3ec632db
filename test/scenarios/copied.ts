import { productFiles } from "../../scripts/product.ts";
import { Book } from "../emulator/spreadsheet/model/book.ts";
import { ANA, Company } from "./company.ts";

/** The book as another file, made by Ana, with the script that Google copies along and nothing that it keeps beside the file. */
export function copied({ workspace, book }: Company): Company {
  const json = JSON.parse(JSON.stringify(book.toJSON())) as object;
  const now = (): number => workspace.clock.now();
  const copy = workspace.adopt(
    Book.fromJSON({ ...json, id: "the-copy", owner: ANA } as never, now, workspace.switches),
  );
  const project = workspace.addProject({ ...productFiles(), container: copy });
  return new Company(workspace, copy, project);
}
