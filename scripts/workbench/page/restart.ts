import type { Answer } from "../protocol.ts";
import { complain } from "./app.ts";

/** After starting over nothing on the page is true any more: it is loaded again. */
export function freshPage(answer: Answer): void {
  if (answer.ok) location.reload();
  else complain(answer.sentence);
}
