export const ERROR_CODES = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#ERROR!"] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error as a value inside the evaluator; outside it is its code as text. */
export class CellError {
  constructor(readonly code: ErrorCode) {}
}

const byCode = new Map<string, CellError>(ERROR_CODES.map((code) => [code, new CellError(code)]));

/** The error that a text stands for, if it does. */
export function findError(text: string): CellError | undefined {
  return byCode.get(text);
}

function errorOf(code: ErrorCode): CellError {
  return byCode.get(code) ?? new CellError(code);
}

export const REF = errorOf("#REF!");
export const NOT_AVAILABLE = errorOf("#N/A");
export const VALUE = errorOf("#VALUE!");
export const DIVISION = errorOf("#DIV/0!");
export const NAME = errorOf("#NAME?");
export const NUMBER = errorOf("#NUM!");
