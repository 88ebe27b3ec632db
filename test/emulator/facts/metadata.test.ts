import { answerOf } from "./try-script.ts";

const on = (expression: string) =>
  answerOf(`const ss = SpreadsheetApp.getActive(), sheet = ss.getSheets()[0]; ${expression}`);

describe("Developer metadata (C5)", () => {
  test.each([
    ["ss.addDeveloperMetadata('k', 'v').getDeveloperMetadata().map(m => m.getKey() + m.getValue())", ["kv"]],
    ["sheet.addDeveloperMetadata('k').getDeveloperMetadata()[0].getValue()", null],
    [
      "sheet.getRange('2:2').addDeveloperMetadata('k').getDeveloperMetadata()[0].getLocation().getLocationType().toString()",
      "ROW",
    ],
    [
      "sheet.getRange('B:B').addDeveloperMetadata('k').getDeveloperMetadata()[0].getLocation().getColumn().getColumn()",
      2,
    ],
    [
      "sheet.addDeveloperMetadata('k', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT).getDeveloperMetadata()[0].getVisibility().toString()",
      "PROJECT",
    ],
    [
      "sheet.getRange('B:B').addDeveloperMetadata('role', 'status'); sheet.insertColumnBefore(1); ss.createDeveloperMetadataFinder().withKey('role').withValue('status').find()[0].getLocation().getColumn().getColumn()",
      3,
    ],
    [
      "sheet.getRange('B:B').addDeveloperMetadata('role'); sheet.deleteColumn(2); ss.createDeveloperMetadataFinder().find().length",
      0,
    ],
    [
      "sheet.getRange('B:B').addDeveloperMetadata('role'); SpreadsheetApp.flush(); sheet.getRange('B2').getDeveloperMetadata().length",
      0,
    ],
    [
      "ss.addDeveloperMetadata('k'); sheet.addDeveloperMetadata('k'); sheet.createDeveloperMetadataFinder().withKey('k').find().length",
      1,
    ],
    [
      "ss.addDeveloperMetadata('k'); ss.getDeveloperMetadata()[0].setValue('w').remove(); ss.getDeveloperMetadata().length",
      0,
    ],
  ])("%s", (act, expected) => expect(on(act)).toEqual(expected));

  test("30,000 characters for the spreadsheet and 30,000 for each sheet", () => {
    const long = "'x'.repeat(29999)";
    expect(
      on(
        `ss.addDeveloperMetadata('k', ${long}); sheet.addDeveloperMetadata('k', ${long}); SpreadsheetApp.flush(); 'fine'`,
      ),
    ).toBe("fine");
    expect(
      on(
        `sheet.addDeveloperMetadata('k', ${long}); sheet.getRange('2:2').addDeveloperMetadata('r'); SpreadsheetApp.flush()`,
      ),
    ).toMatch(/30000 characters/);
  });
});
