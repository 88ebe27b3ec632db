interface ConditionKind {
  /** As Google names it. */
  name: string;
  caption: string;
  /** How many values it needs. */
  values: number;
}

/** The conditions of a filter, in the order in which Google Sheets offers them. */
export const CONDITIONS: ConditionKind[] = [
  { name: "CELL_EMPTY", caption: "Is empty", values: 0 },
  { name: "CELL_NOT_EMPTY", caption: "Is not empty", values: 0 },
  { name: "TEXT_CONTAINS", caption: "Text contains", values: 1 },
  { name: "TEXT_DOES_NOT_CONTAIN", caption: "Text does not contain", values: 1 },
  { name: "TEXT_STARTS_WITH", caption: "Text starts with", values: 1 },
  { name: "TEXT_ENDS_WITH", caption: "Text ends with", values: 1 },
  { name: "TEXT_EQUAL_TO", caption: "Text is exactly", values: 1 },
  { name: "DATE_EQUAL_TO", caption: "Date is", values: 1 },
  { name: "DATE_BEFORE", caption: "Date is before", values: 1 },
  { name: "DATE_AFTER", caption: "Date is after", values: 1 },
  { name: "NUMBER_GREATER_THAN", caption: "Greater than", values: 1 },
  { name: "NUMBER_GREATER_THAN_OR_EQUAL_TO", caption: "Greater than or equal to", values: 1 },
  { name: "NUMBER_LESS_THAN", caption: "Less than", values: 1 },
  { name: "NUMBER_LESS_THAN_OR_EQUAL_TO", caption: "Less than or equal to", values: 1 },
  { name: "NUMBER_EQUAL_TO", caption: "Is equal to", values: 1 },
  { name: "NUMBER_NOT_EQUAL_TO", caption: "Is not equal to", values: 1 },
  { name: "NUMBER_BETWEEN", caption: "Is between", values: 2 },
  { name: "NUMBER_NOT_BETWEEN", caption: "Is not between", values: 2 },
  { name: "CUSTOM_FORMULA", caption: "Custom formula is", values: 1 },
];
