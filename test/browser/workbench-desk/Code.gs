/** A desk in small: it puts back what is no status, and makes every kind of cell that the workbench has to show. */
var STATUSES = ["Open", "Pending", "Closed"];

function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu("Desk")
    .addItem("Prepare choices", "prepareChoices")
    .addItem("Prepare links", "prepareLinks")
    .addItem("Prepare texts", "prepareTexts")
    .addItem("Start timer", "startTimer")
    .addToUi();
}

function onEdit(event) {
  var range = event.range;
  if (range.getColumn() !== 2 || STATUSES.indexOf(range.getValue()) >= 0) return;
  range.setValue(event.oldValue || "Open");
  event.source.toast('"' + event.value + '" is not a status.');
}

function prepareChoices() {
  var sheet = SpreadsheetApp.getActiveSheet();
  var rule = SpreadsheetApp.newDataValidation;
  sheet.getRange("B2:B200").setDataValidation(rule().requireValueInList(STATUSES).setAllowInvalid(true).build());
  sheet.getRange("C2:C200").setDataValidation(rule().requireValueInRange(sheet.getRange("H2:H40")).build());
  for (var n = 1; n <= 30; n++) sheet.getRange(1 + n, 8).setValue("Person " + n);
  sheet.getRange("D2:D200").setDataValidation(rule().requireCheckbox("yes", "no").build());
  sheet
    .getRange("J2:L2")
    .merge()
    .setDataValidation(rule().requireValueInList(["All", "Some"]).build())
    .setValue("All");
}

function prepareLinks() {
  var sheet = SpreadsheetApp.getActiveSheet();
  var text = SpreadsheetApp.newRichTextValue().setText("one and two");
  sheet.getRange("E2").setFormula('=HYPERLINK("https://example.org/" & A2, "formula")');
  sheet
    .getRange("E3")
    .setRichTextValue(
      text.setLinkUrl(0, 3, "https://example.org/one").setLinkUrl(8, 11, "https://example.org/two").build(),
    );
  sheet.getRange("E4").setValue("https://example.org/plain");
  sheet.getRange("E5").setFormula('=HYPERLINK("javascript:alert(1)", "evil")');
  sheet.getRange("E6").setFormula('=HYPERLINK("#gid=' + sheet.getSheetId() + '&range=A150", "further down")');
  sheet.getRange("E7").setFormula('=HYPERLINK("mailto:ada@example.org", "Ada")');
}

function prepareTexts() {
  var sheet = SpreadsheetApp.getActiveSheet();
  var long = "A long text that needs far more room than its own cell has to give it, of one line only";
  sheet.getRange("F2").setValue(long);
  sheet.getRange("I2").setValue("stop");
  sheet.getRange("F3").setValue(long);
  sheet.getRange("G3").setValue("stop");
  sheet.getRange("F4").setValue(long).setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
  sheet.getRange("F5").setValue(long).setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
  sheet.getRange("H6").setValue(long).setHorizontalAlignment("right");
  sheet.getRange("E6").setValue("stop");
  sheet.getRange("F7").setValue(long);
  sheet.getRange("G7:H7").setBackground("#fce8b2");
}

function startTimer() {
  ScriptApp.newTrigger("tick").timeBased().everyMinutes(1).create();
}

function tick() {
  var cell = SpreadsheetApp.getActive().getSheets()[0].getRange("N1");
  cell.setValue(Number(cell.getValue()) + 1);
}
