import { emptySheetFile, type SheetFile } from "../book-file.ts";
import { readBook } from "./read.ts";
import { writeBook } from "./write.ts";

test("names of sheets that Excel refuses are mended, and what refers to them follows", async () => {
  const named = (name: string, rest: Partial<SheetFile> = {}): SheetFile => ({ ...emptySheetFile(name), ...rest });
  const { sheets, namedAreas } = await readBook(
    await writeBook({
      sheets: [
        named("Tickets", {
          rows: [[7, 8]],
          formulas: [
            { row: 0, column: 0, text: "=SUM(History!A1:A2)" },
            { row: 0, column: 1, text: "='Q1/Q2'!B1&\"History!A1\"" },
          ],
        }),
        named("History", { rows: [[1], [2]] }),
        named("Q1/Q2"),
        named("Q1_Q2"),
        named("A name that is longer than thirty-one characters"),
      ],
      looks: [{}],
      namedAreas: [{ name: "Events", sheet: "History", block: { top: 0, left: 0, rows: 2, columns: 1 } }],
    }),
  );
  const names = ["Tickets", "History_", "Q1_Q2 2", "Q1_Q2", "A name that is longer than thir"];
  expect(sheets.map(({ name }) => name)).toEqual(names);
  expect(sheets[0]?.formulas.map(({ text }) => text)).toEqual(["=SUM(History_!A1:A2)", "='Q1_Q2 2'!B1&\"History!A1\""]);
  expect(namedAreas[0]?.sheet).toBe("History_");
});
