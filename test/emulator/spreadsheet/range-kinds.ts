import type { Kind } from "../core/kinds.ts";

const READS = (
  "getValue getValues getDisplayValue getDisplayValues getFormula getFormulas getFormulaR1C1 getFormulasR1C1 isBlank " +
  "isChecked getBackground getBackgrounds getBackgroundColor getBackgroundColors getBackgroundObject getBackgroundObjects getFontColor getFontColors " +
  "getFontColorObject getFontColorObjects getFontFamily getFontFamilies getFontSize getFontSizes getFontWeight " +
  "getFontWeights getFontStyle getFontStyles getFontLine getFontLines getNumberFormat getNumberFormats " +
  "getHorizontalAlignment getHorizontalAlignments getVerticalAlignment getVerticalAlignments getWrap getWraps " +
  "getWrapStrategy getWrapStrategies getTextDirection getTextDirections getNote getNotes getDataValidation " +
  "getDataValidations isPartOfMerge getMergedRanges getNextDataCell getDataRegion canEdit getFilter getBandings " +
  "getDataTable getDeveloperMetadata getRichTextValue getRichTextValues getTextStyle getTextStyles " +
  "getTextRotation getTextRotations"
).split(" ");

const STRUCTURE = (
  "insertCells deleteCells merge mergeAcross mergeVertically breakApart protect createFilter applyRowBanding " +
  "applyColumnBanding addDeveloperMetadata moveTo sort randomize removeDuplicates"
).split(" ");

const WRITES = (
  "setValue setValues setFormula setFormulas setFormulaR1C1 setFormulasR1C1 check uncheck trimWhitespace setBackground " +
  "setBackgroundColor setBackgroundColors setBackgrounds setBackgroundRGB setBackgroundObject setBackgroundObjects setFontColor setFontColors " +
  "setFontColorObject setFontColorObjects setFontFamily setFontFamilies setFontSize setFontSizes setFontWeight " +
  "setFontWeights setFontStyle setFontStyles setFontLine setFontLines setNumberFormat setNumberFormats " +
  "setHorizontalAlignment setHorizontalAlignments setVerticalAlignment setVerticalAlignments setWrap setWraps " +
  "setWrapStrategy setWrapStrategies setTextDirection setTextDirections setShowHyperlink setBorder setNote setNotes " +
  "clearNote setDataValidation setDataValidations clearDataValidations insertCheckboxes removeCheckboxes clear " +
  "clearContent clearFormat copyTo copyValuesToRange copyFormatToRange splitTextToColumns autoFill autoFillToNeighbor " +
  "setRichTextValue setRichTextValues setTextStyle setTextStyles setTextRotation setTextRotations setVerticalText"
).split(" ");

const kinds = (names: string[], kind: Kind): [string, Kind][] => names.map((name) => [name, kind]);

/** What each method of Range costs; anything that is not listed is navigation and free. */
export const RANGE_KINDS: Record<string, Kind> = Object.fromEntries([
  ...kinds(READS, "read"),
  ...kinds(STRUCTURE, "structure"),
  ...kinds(WRITES, "write"),
]);
