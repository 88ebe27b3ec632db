import { answerOf } from "./try-script.ts";

const on = (expression: string) =>
  answerOf(`const sheet = SpreadsheetApp.getActiveSheet(), r = sheet.getRange('A1:B2'); ${expression}`);

describe("What an untouched cell answers", () => {
  test.each([
    ["getBackground", "#ffffff"],
    ["getFontColor", "#000000"],
    ["getFontFamily", "Arial"],
    ["getFontSize", 10],
    ["getFontWeight", "normal"],
    ["getFontStyle", "normal"],
    ["getFontLine", "none"],
    ["getHorizontalAlignment", "general"],
    ["getVerticalAlignment", "bottom"],
    ["getNumberFormat", "0.###############"],
    ["getNote", ""],
    ["getFormula", ""],
    ["getFormulaR1C1", null],
    ["getDataValidation", null],
    ["getFilter", null],
    ["isBlank", true],
    ["isPartOfMerge", false],
  ])("%s", (method, expected) => expect(on(`r.${method}()`)).toBe(expected));
  test("getWrapStrategy", () => expect(on("r.getWrapStrategy().toString()")).toBe("OVERFLOW"));
});

describe("Text rotation", () => {
  const read = "[r.getTextRotation().getDegrees(), r.getTextRotation().isVertical()].join()";
  test.each([
    [read, "0,false"],
    [`r.setTextRotation(-45); ${read}`, "-45,false"],
    [`r.setTextRotation(45).setVerticalText(true); ${read}`, "0,true"],
    [`r.setTextRotation(45).setVerticalText(true).setVerticalText(false); ${read}`, "45,false"],
    [
      "sheet.getRange('C1').setTextRotation(r.setTextRotation(30).getTextRotation()).getTextRotation().getDegrees()",
      30,
    ],
    [
      "r.setTextRotations([[1, 2], [3, 4]]).getTextRotations().map((line) => line.map((one) => one.getDegrees())).join()",
      "1,2,3,4",
    ],
    [
      "r.setTextRotation({ degrees: 4 })",
      "Exception: The parameters ((class)) don't match the method signature for SpreadsheetApp.Range.setTextRotation.",
    ],
    ["sheet.getRangeList(['A1']).setTextRotation(9); r.getTextRotation().getDegrees()", 9],
  ])("%s", (act, expected) => expect(on(act)).toBe(expected));
});

describe("Setting and reading back", () => {
  test.each([
    ["setBackground('aqua').getBackground()", "#00ffff"],
    ["setBackground('#F0a').getBackground()", "#ff00aa"],
    ["setBackgroundRGB(1, 2, 255).getBackground()", "#0102ff"],
    ["setBackground('red').setBackground('no such colour').getBackground()", "#ff0000"],
    ["setBackground('red').setBackground(null).getBackground()", "#ffffff"],
    ["setFontWeight('bold').getFontWeight()", "bold"],
    ["setFontLine('line-through').getFontLine()", "line-through"],
    ["setFontSize(14).getFontSize()", 14],
    ["setWrap(true).getWrapStrategy().toString()", "WRAP"],
    ["setHorizontalAlignment('right').getHorizontalAlignment()", "right"],
    ["setHorizontalAlignment('sideways').getHorizontalAlignment()", "general"],
    ["setNumberFormat('0.00').setValue(2).getDisplayValue()", "2.00"],
    [
      "setBackgroundObject(SpreadsheetApp.newColor().setRgbColor('teal').build()).getBackgroundObject().asRgbColor().asHexString()",
      "#008080",
    ],
  ])("%s", (act, expected) => expect(on(`r.${act}`)).toBe(expected));

  test("one value for each cell", () =>
    expect(on("r.setBackgrounds([['red', 'lime'], [null, 'blue']]).getBackgrounds()")).toEqual([
      ["#ff0000", "#00ff00"],
      ["#ffffff", "#0000ff"],
    ]));
});

describe("Clearing", () => {
  const full = `r.setValue('x').setBackground('red').setNote('n').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build());`;
  const state = "[r.getValue(), r.getBackground(), r.getNote(), r.getDataValidation() !== null]";
  test.each([
    ["r.clear()", ["", "#ffffff", "n", true]],
    ["r.clearContent()", ["", "#ff0000", "n", true]],
    ["r.clearFormat()", ["x", "#ffffff", "n", true]],
    ["r.clearNote()", ["x", "#ff0000", "", true]],
    ["r.clearDataValidations()", ["x", "#ff0000", "n", false]],
    ["r.clear({contentsOnly: true})", ["", "#ff0000", "n", true]],
    ["r.clear({formatOnly: true})", ["x", "#ffffff", "n", true]],
    ["r.clear({commentsOnly: true})", ["x", "#ff0000", "", true]],
    ["r.clear({validationsOnly: true})", ["x", "#ff0000", "n", false]],
    ["sheet.clear()", ["", "#ffffff", "n", true]],
    ["sheet.clearContents()", ["", "#ff0000", "n", true]],
    ["sheet.clearFormats()", ["x", "#ffffff", "n", true]],
    ["sheet.clearNotes()", ["x", "#ff0000", "", true]],
    ["sheet.getRangeList(['A1', 'A2:B2']).clear()", ["", "#ffffff", "n", true]],
  ])("%s", (act, expected) => expect(on(`${full} ${act}; ${state}`)).toEqual(expected));

  test.each(["r.clearFormat()", "sheet.clearFormats()", "r.clear({formatOnly: true})"])(
    "%s keeps the number format, and with it what a date is",
    (act) =>
      expect(
        on(`r.setValue(new Date(0)).setFontWeight('bold'); ${act}; [r.getValue() instanceof Date, r.getFontWeight()]`),
      ).toEqual([true, "normal"]),
  );
});

describe("Merging", () => {
  const merges = "sheet.getRange('A1:F9').getMergedRanges().map(m => m.getA1Notation())";
  test.each([
    ["r.merge()", ["A1:B2"]],
    ["r.mergeAcross()", ["A1:B1", "A2:B2"]],
    ["r.mergeVertically()", ["A1:A2", "B1:B2"]],
    ["r.merge(); sheet.getRange('A1:F9').breakApart()", []],
    ["r.merge(); sheet.insertRowBefore(2)", ["A1:B3"]],
  ])("%s", (act, expected) => expect(on(`${act}; ${merges}`)).toEqual(expected));

  test("only the first value stays, and a part of a merge cannot be merged", () => {
    expect(on("r.setValues([[1, 2], [3, 4]]).merge().getValues()")).toEqual([[1, ""], ["", ""]]); // prettier-ignore
    expect(on("r.merge(); sheet.getRange('B2:C3').merge(); SpreadsheetApp.flush()")).toBe(
      "Exception: You must select all cells in a merged range to merge or unmerge them.",
    );
  });
});

describe("Rich text", () => {
  test("runs, links and styles come back", () =>
    expect(
      on(`const bold = SpreadsheetApp.newTextStyle().setBold(true).build();
        const text = SpreadsheetApp.newRichTextValue().setText('see here now').setLinkUrl(4, 8, 'https://example.com/').setTextStyle(0, 3, bold).build();
        const back = sheet.getRange('A1').setRichTextValue(text).getRichTextValue();
        [sheet.getRange('A1').getValue(), back.getLinkUrl(4, 8), back.getLinkUrl(), back.getTextStyle(0, 3).isBold(),
         back.getRuns().map(run => [run.getText(), run.getLinkUrl()])]`),
    ).toEqual(["see here now", "https://example.com/", null, true,
      [["see", null], [" ", null], ["here", "https://example.com/"], [" now", null]]])); // prettier-ignore

  test("numbers have none, links of HYPERLINK are found", () =>
    expect(
      on(`sheet.getRange('A1').setValue(5); sheet.getRange('A2').setFormula('=HYPERLINK("https://example.com/", "x")');
        [sheet.getRange('A1').getRichTextValue(), sheet.getRange('A2').getRichTextValue().getLinkUrl()]`),
    ).toEqual([null, "https://example.com/"]));
});
