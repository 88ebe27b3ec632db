import { answerOf, boundScript } from "./try-script.ts";

const on = (expression: string) =>
  answerOf(`const ss = SpreadsheetApp.getActive(), sheet = ss.getSheets()[0], a1 = sheet.getRange('A1');
    const rule = SpreadsheetApp.newDataValidation(); ${expression}`);

describe("Strict validation refuses script writes (C5)", () => {
  test.each([
    ["requireNumberBetween(1, 3)", "2", "4"],
    ["requireNumberBetween(1, 3)", "3", "'text'"],
    ["requireNumberNotEqualTo(2)", "1", "2"],
    ["requireTextContains('ab')", "'xABy'", "'xy'"],
    ["requireTextEqualTo('ab')", "'ab'", "'abc'"],
    ["requireTextIsEmail()", "'a@example.com'", "'a@'"],
    ["requireTextIsUrl()", "'https://example.com/x'", "'no url'"],
    ["requireDate()", "new Date()", "'x'"],
    ["requireDateAfter(new Date(2026, 0, 1))", "new Date(2026, 0, 2)", "new Date(2026, 0, 1)"],
    [
      "requireDateBetween(new Date(2026, 0, 1), new Date(2026, 0, 3))",
      "new Date(2026, 0, 3, 12)",
      "new Date(2026, 0, 4)",
    ],
    ["requireCheckbox()", "true", "'yes'"],
    ["requireCheckbox('YES', 'NO')", "'NO'", "true"],
    ["requireValueInList(['1', 'b'])", "1", "'c'"],
    ["requireValueInRange(sheet.getRange('D1:D2').setValues([['x'], [7]]))", "7", "'y'"],
    ["requireFormulaSatisfied('=LEN(A1)=3')", "'abc'", "'abcd'"],
  ])("%s takes %s, not %s", (require, good, bad) => {
    const set = `a1.setDataValidation(rule.${require}.setAllowInvalid(false).build());`;
    expect(on(`${set} a1.setValue(${good}); SpreadsheetApp.flush(); 'fine'`)).toBe("fine");
    expect(on(`${set} a1.setValue(''); SpreadsheetApp.flush(); 'fine'`)).toBe("fine");
    expect(on(`${set} a1.setValue(${bad}); SpreadsheetApp.flush()`)).toMatch(
      /^Exception: The data you entered in cell A1 violates/,
    );
  });

  test("by default invalid data are allowed", () =>
    expect(on("a1.setDataValidation(rule.requireNumberEqualTo(5).build()).setValue('x').getValue()")).toBe("x"));

  test("a formula's references are relative to the first cell of the range", () =>
    expect(
      on(`sheet.getRange('A1:A3').setDataValidation(rule.requireFormulaSatisfied('=A1<B1').setAllowInvalid(false).build());
        sheet.getRange('B1:B3').setValues([[1], [2], [3]]); sheet.insertRowBefore(1); SpreadsheetApp.flush();
        sheet.getRange('A4').setValue(2); SpreadsheetApp.flush(); sheet.getRange('A3').setValue(2); SpreadsheetApp.flush()`),
    ).toMatch(/cell A3/));

  test("the help text takes the place of the hint", () =>
    expect(
      on(
        "a1.setDataValidation(rule.requireDate().setAllowInvalid(false).setHelpText('A day, please.').build()).setValue('x'); 1",
      ),
    ).toBe(
      "Exception: The data you entered in cell A1 violates the data validation rules set on this cell.\nA day, please.",
    ));

  test("copy() starts from a rule, the rule itself stays", () =>
    expect(
      on(`const one = rule.requireNumberEqualTo(1).build(), two = one.copy().requireNumberEqualTo(2).build();
        [one.getCriteriaValues(), two.getCriteriaValues()]`),
    ).toEqual([[1], [2]]));

  test("requireDateAfter refuses strings", () =>
    expect(on("rule.requireDateAfter('2026-01-01')")).toBe(
      "Exception: The parameters (String) don't match the method signature for SpreadsheetApp.DataValidationBuilder.requireDateAfter.",
    ));
});

describe("Checkboxes", () => {
  test.each([
    ["sheet.getRange('A1:A2').setValue('x').insertCheckboxes().getValues().flat()", [false, false]],
    ["a1.insertCheckboxes('YES', 'NO').getValue()", "NO"],
    ["a1.insertCheckboxes('YES').getValue()", ""],
    ["a1.insertCheckboxes('YES', 'NO').check().isChecked()", true],
    ["a1.insertCheckboxes().check(); sheet.getRange('A1:A2').isChecked()", null],
    ["a1.insertCheckboxes().check().uncheck().getValue()", false],
    ["a1.insertCheckboxes().check().removeCheckboxes().isBlank()", true],
    ["a1.check().getValue()", ""],
  ])("%s", (act, expected) => expect(on(act)).toEqual(expected));
});

describe("Protection (C3, C5)", () => {
  const source = `
    function protect(warning) {
      const range = SpreadsheetApp.getActiveSheet().getRange('A1:A2');
      const protection = range.protect().setDescription('d').setWarningOnly(warning);
      if (!warning) protection.removeEditors(protection.getEditors());
    }
    function write(a1) { SpreadsheetApp.getActiveSheet().getRange(a1).setValue('x'); SpreadsheetApp.flush(); }
    function editors() { return SpreadsheetApp.getActiveSheet().getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getEditors().map(String); }
    function protectSheet() {
      const sheet = SpreadsheetApp.getActiveSheet();
      const protection = sheet.protect().setUnprotectedRanges([sheet.getRange('B:B')]);
      protection.removeEditors(protection.getEditors());
    }
    function allow(email) { SpreadsheetApp.getActiveSheet().getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].addEditor(email); }
    function mayEdit(a1) { return SpreadsheetApp.getActiveSheet().getRange(a1).canEdit(); }`;
  const refusal =
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";
  const agent = { user: "agent@example.com" };
  const desk = () => {
    const { book, project } = boundScript(source);
    book.editors = [agent.user];
    return project;
  };

  test("refuses everybody but the owner and the named editors", () => {
    const project = desk();
    project.run("protect", [false]);
    expect(project.run("write", ["A2"], agent).error?.message).toBe(refusal);
    expect(project.run("write", ["A3"], agent).error).toBeUndefined();
    expect(project.run("write", ["A2"]).error).toBeUndefined();
    expect(project.run("mayEdit", ["A1"], agent).value).toBe(false);
    project.run("allow", [agent.user]);
    expect(project.run("editors").value).toEqual([agent.user]);
    expect(project.run("write", ["A2"], agent).error).toBeUndefined();
  });

  test("a warning never stops a script", () => {
    const project = desk();
    project.run("protect", [true]);
    expect(project.run("write", ["A2"], agent).error).toBeUndefined();
  });

  test("a protected sheet leaves its unprotected ranges open", () => {
    const project = desk();
    project.run("protectSheet");
    expect(project.run("write", ["B7"], agent).error).toBeUndefined();
    expect(project.run("write", ["A7"], agent).error?.message).toBe(refusal);
  });
});

describe("Conditional formats (C5)", () => {
  const builder = "SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange('A1:A9')])";
  test("setConditionalFormatRules replaces the list; what comes back is a snapshot", () =>
    expect(
      on(`const one = ${builder}.whenTextEqualTo('Open').setBackground('red').setBold(true).build();
        sheet.setConditionalFormatRules([one, one]); sheet.setConditionalFormatRules([one]);
        const [back] = sheet.getConditionalFormatRules(), condition = back.getBooleanCondition();
        [sheet.getConditionalFormatRules().length, back.getRanges()[0].getA1Notation(), condition.getCriteriaType().toString(),
         condition.getCriteriaValues(), condition.getBackground(), condition.getBold(), condition.getItalic(), back.getGradientCondition()]`),
    ).toEqual([1, "A1:A9", "TEXT_EQUAL_TO", ["Open"], "#ff0000", true, null, null]));

  test("their ranges follow inserted rows", () =>
    expect(
      on(`sheet.setConditionalFormatRules([${builder}.whenCellEmpty().setBackground('red').build()]);
        sheet.insertRowsBefore(1, 2); sheet.deleteRow(5); sheet.getConditionalFormatRules()[0].getRanges()[0].getA1Notation()`),
    ).toBe("A3:A10"));

  test("gradients", () =>
    expect(
      on(`const g = ${builder}.setGradientMinpoint('white').setGradientMaxpointWithValue('red', SpreadsheetApp.InterpolationType.NUMBER, '9').build().getGradientCondition();
        [g.getMinColor(), g.getMinType().toString(), g.getMaxColor(), g.getMaxType().toString(), g.getMaxValue(), g.getMidColor()]`),
    ).toEqual(["#ffffff", "MIN", "#ff0000", "NUMBER", "9", ""]));

  test("colours as objects", () =>
    expect(
      on(`const red = SpreadsheetApp.newColor().setRgbColor('#f00').build(), hex = (color) => color && color.asRgbColor().asHexString();
        const c = ${builder}.whenCellEmpty().setBackgroundObject(red).build().getBooleanCondition();
        const g = ${builder}.setGradientMinpointObject(red).setGradientMaxpointObjectWithValue(red, SpreadsheetApp.InterpolationType.NUMBER, '9').build().getGradientCondition();
        [hex(c.getBackgroundObject()), c.getFontColorObject(), hex(g.getMinColorObject()), g.getMidColorObject(), hex(g.getMaxColorObject())]`),
    ).toEqual(["#ff0000", null, "#ff0000", null, "#ff0000"]));
});
