import { GoogleError } from "./errors.ts";
import type { Execution, GateCall } from "./execution.ts";

const OWN_FILE = /\/auth\/(spreadsheets|documents|forms|presentations)\.currentonly$/;
/** In AuthMode.NONE only menus, Logger, Utilities, HtmlService builders and the locale may be used (platform B6). */
const ALLOWED_IN_NONE = /^(Ui|Menu|Logger|console|Utilities|Blob|Session|HtmlService|ScriptApp|Browser|User)(\.|$)/;

/** Throws Google's refusal where the caller's mode or the project's scopes don't cover the call (platform B1, B6). */
export function authorise(run: Execution, { type, name, scopes }: GateCall): void {
  const member = `${type.googleName}.${name}`;
  const needed = `Required permissions: (${scopes.join(" || ")})`;
  if (run.authMode === "NONE" && !ALLOWED_IN_NONE.test(type.googleName) && member !== "SpreadsheetApp.getUi")
    throw new GoogleError(`You do not have permission to call ${member}. ${needed}`);
  if (scopes.length === 0) return;
  if (run.authMode !== "FULL" && isIdentity(member)) return;
  if (run.authMode === "LIMITED" && !scopes.some((scope) => OWN_FILE.test(scope)))
    throw new GoogleError(`You do not have permission to call ${member}. ${needed}`);
  const granted = run.project.grantedScopes(run.effectiveUser);
  if (granted === "all" || scopes.some((scope) => granted.has(scope))) return;
  const reason = run.project.manifest.oauthScopes
    ? `Specified permissions are not sufficient to call ${member}.`
    : `You do not have permission to call ${member}.`;
  throw new GoogleError(`${reason} ${needed}`);
}

/** Without authorisation a hidden identity is "", never an exception (platform B7). */
function isIdentity(member: string): boolean {
  return member.startsWith("Session.") || member === "User.getEmail";
}
