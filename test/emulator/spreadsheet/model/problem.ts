import { GoogleError } from "../../core/errors.ts";

/** An error whose text Google's user or script would see, word for word. */
export class SheetProblem extends GoogleError {}

export const outsideGrid = (): SheetProblem =>
  new SheetProblem("The coordinates of the range are outside the dimensions of the sheet.");

export const tooLong = (): SheetProblem =>
  new SheetProblem("Your input contains more than the maximum of 50000 characters in a single cell.");

export const tooManyCells = (): SheetProblem =>
  new SheetProblem("This action would increase the number of cells in the workbook above the limit of 10000000 cells.");

export const protectedCell = (): SheetProblem =>
  new SheetProblem(
    "You are trying to edit a protected cell or object. " +
      "Please contact the spreadsheet owner to remove protection if you need to edit.",
  );
