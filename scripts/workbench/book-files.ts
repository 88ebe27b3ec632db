import { sheetOfCsv } from "../../test/emulator/files/csv.ts";
import { fileOfBook } from "../../test/emulator/files/from-model.ts";
import { bookFromFile, type BookMaker } from "../../test/emulator/files/to-model.ts";
import { readBook } from "../../test/emulator/files/xlsx/read.ts";
import { writeBook } from "../../test/emulator/files/xlsx/write.ts";
import type { Book } from "../../test/emulator/spreadsheet/model/book.ts";

/** Makes a book of a file as it is; throws a sentence where the file cannot be read. */
export async function importBook(workspace: BookMaker, fileName: string, bytes: Uint8Array): Promise<Book> {
  const name = fileName.replace(/\.\w+$/, "");
  if (/\.(csv|tsv|txt)$/i.test(fileName)) {
    return bookFromFile({ name, sheets: [sheetOfCsv(name, bytes)], looks: [{}], namedAreas: [] }, workspace);
  }
  const file = await readBook(bytes).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${fileName} could not be read as a spreadsheet (${reason}). Give an .xlsx or a .csv file.`);
  });
  return bookFromFile({ ...file, name }, workspace);
}

/** The book as an xlsx file to download. */
export async function xlsxOf(book: Book): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: `${book.name}.xlsx`, bytes: await writeBook(fileOfBook(book)) };
}
