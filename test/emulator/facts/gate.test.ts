import { TransientError } from "../core/errors.ts";
import { answerOf, boundScript, tryScript } from "./try-script.ts";

const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";
const SCOPE = "https://www.googleapis.com/auth/";

describe("Members", () => {
  test.each([
    ["GmailApp.search('x')", "NotEmulated: GmailApp.search"],
    ["GmailApp.nothing()", "TypeError: GmailApp.nothing is not a function"],
    ["SpreadsheetApp.nothing", undefined],
    ["String(SpreadsheetApp)", "SpreadsheetApp"],
    ["String(PropertiesService.getScriptProperties())", "Properties"],
    ["'getUi' in SpreadsheetApp", true],
    ["MimeType.CSV", "text/csv"],
    ["ContentService.createTextOutput('a').append('b').setMimeType(ContentService.MimeType.JSON).getContent()", "ab"],
    ["ScriptProperties.setProperty('a', '1'); PropertiesService.getScriptProperties().getProperty('a')", "1"],
    ["SpreadsheetApp.WrapStrategy.WRAP.toString()", "WRAP"],
    ["JSON.stringify([SpreadsheetApp.WrapStrategy.WRAP])", '["WRAP"]'],
    ["SpreadsheetApp.WrapStrategy.WRAP === SpreadsheetApp.WrapStrategy.WRAP", true],
    ["SpreadsheetApp.WrapStrategy.WRAP.ordinal()", 0],
    ["['a', 'b'].map(Utilities.base64Encode).join()", "The parameters"],
    ["const { getUuid } = Utilities; getUuid().length", 36],
  ])("%s", (expression, expected) => {
    const answer = answerOf(expression);
    if (expected === "The parameters")
      expect(answer).toMatch(/^Exception: The parameters \(String,number,String\[\]\) don't match/);
    else expect(answer).toBe(expected);
  });

  test("a script may put its own member in place of a service's, for this run and nobody else's", () => {
    const { workspace, project } = boundScript(`
      function mocked() {
        "use strict";
        const sent = [];
        MailApp.sendEmail = (to) => sent.push(to);
        MailApp.sendEmail("a@example.com", "s", "b");
        Object.defineProperty(SpreadsheetApp, "getActive", { value: () => "mine" });
        return [sent.join(), SpreadsheetApp.getActive(), MailApp.getRemainingDailyQuota()];
      }
      function restored() {
        MailApp.sendEmail = () => 0;
        delete MailApp.sendEmail;
        MailApp.sendEmail("b@example.com", "s", "b");
      }`);
    expect(project.run("mocked").value).toEqual(["a@example.com", "mine", 100]);
    expect(workspace.mails).toEqual([]);
    project.run("restored");
    expect(workspace.mails.map(({ to }) => to)).toEqual([["b@example.com"]]);
  });

  test.each([
    ["range.setBackgroundColor('red').getBackgroundColor()", "#ff0000"],
    ["range.setBackgroundColors([['red', 'blue']]).getBackgroundColors().join()", "#ff0000,#0000ff"],
    ["range.getColumnIndex()", 2],
  ])("served although Google documents it no more: %s", (expression, expected) =>
    expect(answerOf(`const range = SpreadsheetApp.getActiveSheet().getRange('B1:C1'); ${expression}`)).toBe(expected),
  );

  test("an advanced service or a library of the manifest exists and isn't emulated", () => {
    const dependencies = {
      enabledAdvancedServices: [{ userSymbol: "Sheets" }],
      libraries: [{ userSymbol: "Lib" }],
    };
    const options = { manifest: { dependencies } };
    expect(answerOf("Sheets.Spreadsheets.get('x')", options)).toBe("NotEmulated: Sheets");
    expect(answerOf("Lib.go()", options)).toBe("NotEmulated: Lib");
    expect(answerOf("Sheets.Spreadsheets.get('x')")).toBe("ReferenceError: Sheets is not defined");
  });

  test("a member that isn't emulated is told even where the script swallows the error", () => {
    expect(tryScript("try { DriveApp.getFiles(); } catch (e) {} 1")).toMatchObject({
      value: 1,
      notEmulated: ["DriveApp.getFiles"],
    });
    expect(
      tryScript("try { HtmlService.createHtmlOutput('a').getAs('application/pdf') } catch (e) {} 1"),
    ).toMatchObject({
      notEmulated: ["HtmlOutput.getAs(application/pdf)"],
    });
  });
});

describe("Arguments", () => {
  const sheet = "SpreadsheetApp.getActiveSheet()";
  test.each([
    [`${sheet}.getRange('A1').setValues('x')`, "String", "SpreadsheetApp.Range.setValues"],
    [`${sheet}.getRange('A1').setValues([1, 2])`, "number[]", "SpreadsheetApp.Range.setValues"],
    [`${sheet}.getRange(null)`, "null", "SpreadsheetApp.Sheet.getRange"],
    [`${sheet}.getRange()`, "", "SpreadsheetApp.Sheet.getRange"],
    [`${sheet}.getRange(1, 1, 1, 1, 1)`, "number,number,number,number,number", "SpreadsheetApp.Sheet.getRange"],
    [`SpreadsheetApp.getActive().getSheetByName(true)`, "Boolean", "SpreadsheetApp.Spreadsheet.getSheetByName"],
    [`${sheet}.getRange('A1:B2').sort('A')`, "String", "SpreadsheetApp.Range.sort"],
    [`${sheet}.getRange('A1:B2').sort()`, "", "SpreadsheetApp.Range.sort"],
    [`${sheet}.getRange('A1').setBackground({})`, "(class)", "SpreadsheetApp.Range.setBackground"],
    [`${sheet}.getRange('A1').setWrap(${sheet})`, "SpreadsheetApp.Sheet", "SpreadsheetApp.Range.setWrap"],
    [`MailApp.sendEmail(null, 'a', 'b')`, "null,String,String", "MailApp.sendEmail"],
  ])("%s", (expression, given, method) => {
    expect(answerOf(expression)).toBe(
      `Exception: The parameters (${given}) don't match the method signature for ${method}.`,
    );
  });
});

// Google's own samples encode Math.random(), and public scripts look for the sheet named after a year.
describe("Where only text will do, a number becomes text", () => {
  test.each([
    ["SpreadsheetApp.getActive().insertSheet('2026').getParent().getSheetByName(2026).getName()", "2026"],
    ["Utilities.base64Encode(0.5)", "MC41"],
    ["SpreadsheetApp.getActiveSheet().getRange(2, 1).getA1Notation()", "A2"],
  ])("%s", (expression, expected) => expect(answerOf(expression)).toBe(expected));
});

describe("Authorisation", () => {
  const MAIL = `Required permissions: (${SCOPE}script.send_mail)`;
  test("a simple trigger may not send mail", () => {
    expect(answerOf("MailApp.sendEmail('a@example.com', 's', 'b')", { mode: "LIMITED" })).toBe(
      `Exception: You do not have permission to call MailApp.sendEmail. ${MAIL}`,
    );
  });

  test("it may read and write its own file, and use properties, cache and locks", () => {
    const code =
      "SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); LockService.getScriptLock().tryLock(1); CacheService.getScriptCache().put('a', PropertiesService.getScriptProperties().getKeys().length)";
    expect(tryScript(code, { mode: "LIMITED" }).error).toBeUndefined();
  });

  test.each([
    [
      "SpreadsheetApp.getActiveSpreadsheet()",
      /^Exception: You do not have permission to call SpreadsheetApp\.getActiveSpreadsheet\./,
    ],
    [
      "PropertiesService.getUserProperties()",
      /^Exception: You do not have permission to call PropertiesService\.getUserProperties\./,
    ],
    ["Session.getActiveUserLocale()", /^en$/],
    ["Utilities.getUuid()", /-/],
  ])("in AuthMode.NONE %s", (expression, expected) => expect(answerOf(expression, { mode: "NONE" })).toMatch(expected));

  test.each([
    [
      ["spreadsheets.currentonly"],
      `Exception: Specified permissions are not sufficient to call MailApp.sendEmail. ${MAIL}`,
    ],
    [["script.send_mail"], undefined],
    [undefined, undefined],
  ])("the manifest's oauthScopes %j are the ceiling", (scopes, expected) => {
    const manifest = scopes ? { oauthScopes: scopes.map((scope) => SCOPE + scope) } : {};
    expect(answerOf("MailApp.sendEmail('a@example.com', 's', 'b')", { manifest })).toBe(expected);
  });

  test("alternatives are joined", () => {
    const manifest = { oauthScopes: [`${SCOPE}script.send_mail`] };
    expect(answerOf("SpreadsheetApp.getActiveSheet().getRange('A1').getValue()", { manifest })).toMatch(
      /Required permissions: \(https:\/\/www\.googleapis\.com\/auth\/spreadsheets\.currentonly \|\| https:\/\/www\.googleapis\.com\/auth\/spreadsheets\)$/,
    );
  });

  test.each([
    ["SpreadsheetApp.getActiveSheet().getRange('A1').getValue()", ""],
    [
      "SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1)",
      "Exception: You do not have permission to call setValue",
    ],
    [
      "MailApp.sendEmail('a@example.com', 's', 'b')",
      `Exception: You do not have permission to call MailApp.sendEmail. ${MAIL}`,
    ],
  ])("in a formula's function %s", (expression, expected) => {
    expect(answerOf(expression, { mode: "CUSTOM_FUNCTION" })).toBe(expected);
  });

  test("people may grant a part only", () => {
    const { project } = boundScript("const send = () => MailApp.sendEmail('a@example.com', 's', 'b');");
    project.deny("ann@example.com", `${SCOPE}script.send_mail`);
    expect(project.run("send", [], { user: "ann@example.com" }).error?.message).toMatch(/^You do not have permission/);
    expect(project.run("send", [], { user: "bob@example.com" }).error).toBeUndefined();
  });
});

describe("Faults", () => {
  const WRITES = `
    function go() {
      const sheet = SpreadsheetApp.getActiveSheet(), p = PropertiesService.getScriptProperties();
      sheet.getRange("A1").setValue("one"); sheet.getRange("B1").setValue("two");
      try { p.setProperty("a", "1"); } catch (e) { try { p.setProperty("b", "2"); } catch (e) {} }
      return "survived";
    }
    const look = () => [...SpreadsheetApp.getActiveSheet().getRange("A1:B1").getValues()[0], PropertiesService.getScriptProperties().getKeys().length];
  `;

  test("calls are counted by kind, navigation is not", () => {
    const { calls, callCount, modelledMs } = boundScript(WRITES).project.run("go");
    expect(calls).toEqual({ "Range.setValue": 2, "Properties.setProperty": 1 });
    expect(callCount).toBe(3);
    expect(modelledMs).toBeCloseTo(5 + 5 + 40 + 250 + 2 * 0.015, 6);
  });

  test.each([
    ["keep", ["one", "two", 0]],
    ["drop", ["", "", 0]],
    [(i: number) => i === 1, ["", "two", 0]],
  ] as const)("killed with its queued writes: %s", (queued, left) => {
    const { project } = boundScript(WRITES);
    const outcome = project.run("go", [], { onCall: ({ n, execution }) => n === 3 && execution.kill({ queued }) });
    expect(outcome).toMatchObject({ killed: true, value: undefined });
    expect(project.run("look").value).toEqual(left);
  });

  test("a transient error may be caught and tried again", () => {
    const { workspace, project } = boundScript(
      "function go() { const p = PropertiesService.getScriptProperties(); try { p.getKeys(); } catch (e) { return [e.message, p.getKeys().length]; } }",
    );
    workspace.failNext(new TransientError(SERVER_ERROR));
    expect(project.run("go").value).toEqual([SERVER_ERROR, 0]);
  });

  test("another execution may run before any call takes effect", () => {
    const { project } = boundScript(`
      function add() { const p = PropertiesService.getScriptProperties(); p.setProperty("n", String(Number(p.getProperty("n")) + 1)); }
      const total = () => PropertiesService.getScriptProperties().getProperty("n");`);
    project.run("add", [], { onCall: ({ name }) => name === "Properties.setProperty" && project.run("add") });
    expect(project.run("total").value).toBe("1");
  });

  test("a bad write surfaces at the next read, outside the try around it", () => {
    const { project } = boundScript(`function go() {
      const range = SpreadsheetApp.getActiveSheet().getRange("A1"); let inside = false;
      try { range.setValue("x".repeat(50001)); } catch (e) { inside = true; }
      try { range.getValue(); } catch (e) { return [inside, e.message]; }
    }`);
    expect(project.run("go").value).toEqual([
      false,
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    ]);
  });

  test("a bad write at the end fails the execution", () => {
    const { project } = boundScript(
      "function go() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('x'.repeat(50001)); }",
    );
    expect(project.run("go").error?.message).toMatch(/^Your input contains/);
  });

  test("a lock released before flush is noted", () => {
    const { warnings } = tryScript(
      "const l = LockService.getScriptLock(); l.tryLock(1); SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); l.releaseLock()",
    );
    expect(warnings).toEqual(["A lock was released before the queued writes were flushed."]);
  });
});
