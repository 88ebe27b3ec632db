import { ServiceObject } from "../core/service-object.ts";

export class SpreadsheetApp extends ServiceObject {
  static readonly googleName = "SpreadsheetApp";
}
