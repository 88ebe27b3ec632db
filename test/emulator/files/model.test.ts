import { Book } from "../spreadsheet/model/book.ts";
import { displayAt } from "../spreadsheet/model/display.ts";
import { FormulaCell } from "../spreadsheet/model/formula-cell.ts";
import { epochOf, serialOfDay } from "../values/serial.ts";
import { sheetOfCsv } from "./csv.ts";
import { fileOfBook } from "./from-model.ts";
import type { BookMaker } from "./to-model.ts";
import { bookFromFile } from "./to-model.ts";
import { readBook } from "./xlsx/read.ts";
import { writeBook } from "./xlsx/write.ts";

const workspace: BookMaker = {
  createSpreadsheet: (options) => new Book({ id: "test", now: () => Date.UTC(2026, 2, 2), ...options }),
};
const DAY = serialOfDay(2026, 3, 2);
const rect = (top: number, left: number, rows: number, columns: number) => ({ top, left, rows, columns });

/** A small helpdesk: tickets with everything a file keeps, and people in a second sheet. */
function helpdesk(): Book {
  const book = new Book({ id: "desk", name: "Helpdesk", locale: "en_GB", timeZone: "Europe/Berlin" });
  const [tickets] = book.grids;
  const people = book.addGrid({ name: "Anna's people", rows: 100, columns: 5 });
  if (!tickets) throw new Error("A book has a sheet.");
  tickets.name = "Tickets";
  [["Ticket", "Status", "Due", "Minutes", "Owner"], ["T-1", "Open", DAY + 0.5, 30], ["T-2", "Closed", DAY + 7, 45]].forEach((row, r) => {
    row.forEach((value, c) => tickets.store(r, c, value));
  }); // prettier-ignore
  people.store(1, 0, "anna@example.org");
  tickets.store(3, 3, new FormulaCell("=SUM(D2:D3)"));
  tickets.store(1, 6, new FormulaCell("=NOTEMULATED(A1)", "kept"));
  tickets.changeLook(rect(0, 0, 1, 5), (look) => ({ ...look, fontWeight: "bold", background: "#eeeeee", wrap: "WRAP" }));
  tickets.changeLook(rect(1, 2, 50, 1), (look) => ({ ...look, numberFormat: "dd/MM/yyyy HH:mm" }));
  const list = { criteria: "VALUE_IN_LIST", values: ["Open", "Closed"], allowInvalid: false, showDropdown: true };
  const status = book.addValidation(list);
  const owner = book.addValidation({ criteria: "VALUE_IN_RANGE", values: [], source: { gridId: people.id, rect: rect(1, 0, 9, 1) }, allowInvalid: true, showDropdown: true });
  const due = book.addValidation({ criteria: "DATE_AFTER", values: [epochOf(DAY, book.timeZone)], dates: true, allowInvalid: true, showDropdown: true });
  tickets.changeLook(rect(1, 1, 50, 1), (look) => ({ ...look, validation: status }));
  tickets.changeLook(rect(1, 4, 20, 1), (look) => ({ ...look, validation: owner }));
  tickets.changeLook(rect(1, 2, 20, 1), (look) => ({ ...look, validation: due }));
  tickets.setNote(0, 3, "Time spent");
  tickets.columns[0] = { width: 90 };
  tickets.columns[3] = { hidden: true };
  tickets.extraOf(2).height = 40;
  Object.assign(tickets.parts, {
    frozenRows: 1,
    merges: [rect(5, 0, 1, 3)],
    conditionalFormats: [
      { rects: [rect(1, 1, 50, 1)], boolean: { criteria: "TEXT_EQUAL_TO", values: ["Open"], background: "#ff0000" } },
      { rects: [rect(1, 2, 50, 1)], boolean: { criteria: "DATE_BEFORE", values: [epochOf(DAY, book.timeZone)], dates: true, bold: true } },
      { rects: [rect(1, 3, 50, 1)], gradient: { min: { color: "#ffffff", value: "" }, max: { color: "#00ff00", value: "" } } },
    ],
  });
  book.namedAreas.push({ name: "Agents", gridId: people.id, rect: rect(1, 0, 9, 1) });
  return book;
} // prettier-ignore

test("a book survives the way through an xlsx file and back", async () => {
  const before = fileOfBook(helpdesk());
  const after = fileOfBook(bookFromFile({ ...(await readBook(await writeBook(before))), name: "Helpdesk" }, workspace));
  const look = (file: typeof before, row: number, column: number) =>
    file.looks[file.sheets[0]?.looks[row]?.[column] ?? 0];
  for (let row = 0; row < 4; row++)
    for (let column = 0; column < 5; column++) expect(look(after, row, column)).toEqual(look(before, row, column));
  const withoutLooks = (file: typeof before) => ({
    ...file,
    looks: [],
    sheets: file.sheets.map((sheet) => ({ ...sheet, looks: [] })),
  });
  expect(withoutLooks(after)).toEqual(withoutLooks(before));
});

test("what the model holds of it works: formulas, kept results, dates, validations", async () => {
  const book = bookFromFile(await readBook(await writeBook(fileOfBook(helpdesk()))), workspace);
  const tickets = book.gridNamed("Tickets");
  if (!tickets) throw new Error("The sheet is lost.");
  expect(tickets.valueAt(3, 3)).toBe(75);
  tickets.store(1, 3, 100);
  expect(tickets.valueAt(3, 3)).toBe(145);
  expect(tickets.valueAt(1, 6)).toBe("kept");
  expect(displayAt(tickets, 1, 2)).toBe("02/03/2026 12:00");
  expect(tickets.lookAt(1, 4).validation?.source).toEqual({
    gridId: book.gridNamed("Anna's people")?.id,
    rect: rect(1, 0, 9, 1),
  });
  expect(tickets.lookAt(1, 2).validation).toMatchObject({
    criteria: "DATE_AFTER",
    values: [epochOf(DAY, "Europe/Berlin")],
    dates: true,
  });
  expect([book.locale, book.timeZone, tickets.parts.frozenRows]).toEqual(["en_GB", "Europe/Berlin", 1]);
});

test("the cells of a CSV file count as typed", () => {
  const csv = new TextEncoder().encode('Ticket,Opened,Minutes,Done,Note\n007,2026-03-02,"1,234",TRUE, text \n,,,,=1+1');
  const book = bookFromFile({ sheets: [sheetOfCsv("Import", csv)], looks: [{}], namedAreas: [] }, workspace);
  const grid = book.gridNamed("Import");
  expect(grid?.valuesOf(rect(1, 0, 1, 5))).toEqual([[7, DAY, 1234, true, " text "]]);
  expect(grid?.formulaAt(2, 4)).toBe("=1+1");
  expect(grid && displayAt(grid, 1, 1)).toBe("2026-03-02");
});

test("the cells that an array formula fills go out with their values and come back as its result", async () => {
  const before = new Book({ id: "spill", name: "Spill" });
  before.grids[0]?.store(0, 0, new FormulaCell("=SEQUENCE(3)"));
  const file = await readBook(await writeBook(fileOfBook(before)));
  expect(file.sheets[0]?.rows.map(([value]) => value)).toEqual([1, 2, 3]);
  const grid = bookFromFile(file, workspace).grids[0];
  expect([grid?.slotAt(2, 0), grid?.valueAt(2, 0)]).toEqual([undefined, 3]);
});

test("a file larger than a new sheet brings its own size", () => {
  const rows = Array.from({ length: 1500 }, () => Array.from({ length: 30 }, () => 1));
  const file = {
    sheets: [{ ...sheetOfCsv("Big", new Uint8Array()), asTyped: false, rows }],
    looks: [{}],
    namedAreas: [],
  };
  const grid = bookFromFile(file, workspace).gridNamed("Big");
  expect([grid?.maxRows, grid?.maxColumns, grid?.lastRow(), grid?.lastColumn()]).toEqual([1500, 30, 1500, 30]);
});
