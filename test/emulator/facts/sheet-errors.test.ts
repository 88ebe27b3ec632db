import { answerOf } from "./try-script.ts";

const start = "const ss = SpreadsheetApp.getActive(), sheet = ss.getSheets()[0], a1 = sheet.getRange('A1');";

describe("Error texts (C3)", () => {
  test.each([
    [
      "sheet.getRange('A1:A2').setValues([[1]])",
      "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
    ],
    [
      "sheet.getRange('A1:B1').setValues([[1]])",
      "The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.",
    ],
    ["sheet.getRange(1, 1, 0)", "The number of rows in the range must be at least 1."],
    ["sheet.getRange(1, 1, 1, 0)", "The number of columns in the range must be at least 1."],
    ["sheet.getRange(0, 1)", "The starting row of the range is too small."],
    ["sheet.getRange(1, 0)", "The starting column of the range is too small."],
    ["sheet.getRange(1001, 1)", "The coordinates of the range are outside the dimensions of the sheet."],
    ["sheet.getRange('AB1').getValue()", "The coordinates of the range are outside the dimensions of the sheet."],
    ["sheet.getRange('no such range')", "Range not found"],
    ["ss.getRange('Nowhere!A1')", "Range not found"],
    ["sheet.deleteRows(1000, 2)", "Those rows are out of bounds."],
    ["sheet.deleteColumns(30, 1)", "Those columns are out of bounds."],
    ["sheet.deleteRows(1, 1000)", "You can't delete all the rows on the sheet."],
    ["sheet.setFrozenRows(1); sheet.deleteRows(2, 999)", "Sorry, it is not possible to delete all non-frozen rows."],
    ["ss.insertSheet('Sheet1')", 'A sheet with the name "Sheet1" already exists. Please enter another name.'],
    [
      "ss.insertSheet('x').setName('sheet1')",
      'A sheet with the name "sheet1" already exists. Please enter another name.',
    ],
    ["ss.deleteSheet(sheet)", "You can't remove all the sheets in a document."],
    ["a1.createFilter(); a1.createFilter()", "You can't create a filter in a sheet that already has a filter."],
    [
      "a1.setValue('x'.repeat(50001)); SpreadsheetApp.flush()",
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    ],
    [
      "sheet.insertRowsAfter(1000, 400000); SpreadsheetApp.flush()",
      "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
    ],
    [
      "SpreadsheetApp.openById('nope')",
      "No item with the given ID could be found, or you do not have permission to access it.",
    ],
    [
      "sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setRanges([ss.insertSheet().getRange('A1')]).build()])",
      "Conditional format rule cannot reference a different sheet.",
    ],
    [
      "a1.addDeveloperMetadata('k')",
      /^Exception: Adding developer metadata to arbitrary ranges is not currently supported\./,
    ],
  ])("%s", (act, text) => {
    const answer = answerOf(`${start} ${act}; SpreadsheetApp.flush()`);
    if (typeof text === "string") expect(answer).toBe(`Exception: ${text}`);
    else expect(answer).toMatch(text);
  });

  test("50,000 characters are allowed", () =>
    expect(answerOf(`${start} a1.setValue('x'.repeat(50000)); a1.getValue().length`)).toBe(50000));
});

describe("Writes are late (C4)", () => {
  const strict = `${start}
    a1.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Open', 'Closed']).setAllowInvalid(false).build());
    SpreadsheetApp.flush();`;
  const refusal =
    "The data you entered in cell A1 violates the data validation rules set on this cell.\n" +
    "Please enter one of the following values: Open, Closed.";

  test("an error surfaces at the next read, outside the try around the write", () =>
    expect(
      answerOf(`${strict} let caught = 'nothing';
        try { a1.setValue('Later'); } catch (e) { caught = e.message; }
        try { sheet.getLastRow(); } catch (e) { caught += ', then ' + e.message; } caught`),
    ).toBe(`nothing, then ${refusal}`));

  test("or at the flush, or at the end of the execution", () => {
    expect(answerOf(`${strict} a1.setValue('Later'); SpreadsheetApp.flush()`)).toBe(`Exception: ${refusal}`);
    expect(answerOf(`${strict} a1.setValue('Later'); 1`)).toBe(`Exception: ${refusal}`);
  });

  test("a refused block is not written at all", () =>
    expect(
      answerOf(`${strict} try { sheet.getRange('A1:B1').setValues([['Later', 'x']]); SpreadsheetApp.flush(); } catch (e) {}
        sheet.getRange('A1:B1').getValues()`),
    ).toEqual([["", ""]]));

  test("a range below the grid is accepted while rows still wait to be inserted", () =>
    expect(answerOf(`${start} sheet.insertRowsAfter(1000, 5); sheet.getRange(1003, 1).setValue('x').getValue()`)).toBe(
      "x",
    ));
});
