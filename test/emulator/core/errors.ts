/** An error as Apps Script shows it to the script: name "Exception", the text without any prefix. */
export class GoogleError extends Error {
  override name = "Exception";
}

/** Thrown where the emulator does not know what Google would do; `member` is e.g. "Range.shiftRowGroupDepth". */
export class NotEmulated extends Error {
  override name = "NotEmulated";
  constructor(readonly member: string) {
    super(member);
  }
}

/** A passing fault of Google's, thrown by a test from inside onCall; the script may catch it and try again. */
export class TransientError extends GoogleError {}

/** What every service call answers once an execution was killed or ran out of time. */
export class ExecutionEnded extends GoogleError {}

/** An error of the script's own that passes through a service (a template's code) on its way back to the script. */
export class ScriptThrew extends Error {
  constructor(readonly thrown: unknown) {
    super("The script threw.");
  }
}

/** A script that Apps Script would refuse to save or load. */
export class ScriptSyntaxError extends Error {
  override name = "SyntaxError";
}

/** Whether a script may see this error; anything else is a fault of the emulator or of the test itself. */
export function isScriptVisible(error: unknown): error is Error {
  return error instanceof GoogleError || error instanceof NotEmulated;
}
