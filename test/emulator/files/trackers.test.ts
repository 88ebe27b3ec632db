import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Book } from "../spreadsheet/model/book.ts";
import { displayAt } from "../spreadsheet/model/display.ts";
import { readCsv, sheetOfCsv } from "./csv.ts";
import { bookFromFile } from "./to-model.ts";

/** Real tracking tables by others; they are not part of the project. */
const TRACKERS = join(process.env["SHEETDESK_SHARED"] ?? "../shared", "corpora", "trackers");
const files = existsSync(TRACKERS) ? readdirSync(TRACKERS).filter((file) => file.endsWith(".csv")) : [];
const LOCALES: [ending: string, locale: string][] = [["-de", "de_DE"], ["-fr", "fr_FR"], ["-es", "es_ES"], ["-pt", "pt_BR"], ["-ja", "ja_JP"], ["-ru", "ru_RU"]]; // prettier-ignore
const localeOf = (file: string) => LOCALES.find(([ending]) => file.includes(`${ending}.`))?.[1] ?? "en_US";

function load(file: string) {
  const bytes = readFileSync(join(TRACKERS, file));
  const maker = {
    createSpreadsheet: (options: { name: string }) =>
      new Book({ id: file, now: () => Date.UTC(2026, 2, 2), ...options }),
  };
  const book = bookFromFile(
    { locale: localeOf(file), sheets: [sheetOfCsv("Import", bytes)], looks: [{}], namedAreas: [] },
    maker,
  );
  return { texts: readCsv(bytes), grid: book.gridNamed("Import") };
}

if (files.length === 0) {
  const why = `no tracking tables in ${TRACKERS}; set SHEETDESK_SHARED to the folder that holds corpora`;
  if (process.env["CI"]) test(why, () => expect(files).not.toEqual([]));
  else test.skip(why, () => undefined);
} else {
  test.each(files)("%s arrives whole", (file) => {
    const { texts, grid } = load(file);
    expect(texts.length).toBeGreaterThan(1);
    texts.forEach((line, row) => {
      line.forEach((text, column) => {
        const isEmpty = grid?.slotAt(row, column) === undefined;
        expect([row, column, isEmpty]).toEqual([row, column, text === ""]);
        if (!isEmpty && grid) expect(typeof displayAt(grid, row, column)).toBe("string");
      });
    });
  });
}
