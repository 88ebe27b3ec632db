import { GoogleError } from "./errors.ts";
import type { AuthModeName, Execution, GateCall } from "./execution.ts";
import type { Kind } from "./kinds.ts";

const OWN_FILE = /\/auth\/(spreadsheets|documents|forms|presentations)\.currentonly$/;
/** In AuthMode.NONE only menus, Logger, Utilities, HtmlService builders and the locale may be used (platform B6). */
const ALLOWED_IN_NONE = /^(Ui|Menu|Logger|console|Utilities|Blob|Session|HtmlService|ScriptApp|Browser|User)(\.|$)/;

/** A formula's function may look at the spreadsheet, not change it. */
const CHANGES: ReadonlySet<Kind> = new Set(["write", "structure", "trigger"]);

/** Throws Google's refusal where the caller's mode or the project's scopes don't cover the call (platform B1, B6). */
export function authorise(run: Execution, { type, name, scopes, kind }: GateCall): void {
  if (run.authMode === "CUSTOM_FUNCTION" && CHANGES.has(kind))
    throw new GoogleError(`You do not have permission to call ${name}`);
  const member = `${type.googleName}.${name}`;
  const needed = `Required permissions: (${scopes.join(" || ")})`;
  if (run.trigger === "simple" && isRefusedToSimple(run, member))
    throw new GoogleError(`You do not have permission to call ${member}. ${needed}`);
  if (run.authMode === "NONE" && !ALLOWED_IN_NONE.test(type.googleName) && member !== "SpreadsheetApp.getUi")
    throw new GoogleError(`You do not have permission to call ${member}. ${needed}`);
  if (scopes.length === 0) return;
  if (run.authMode !== "FULL" && isIdentity(member)) return;
  if (run.authMode !== "FULL" && !scopes.some((scope) => isAnonymous(scope, run.authMode)))
    throw new GoogleError(`You do not have permission to call ${member}. ${needed}`);
  const granted = run.project.grantedScopes(run.effectiveUser);
  if (granted === "all" || scopes.some((scope) => granted.has(scope))) return;
  const reason = run.project.manifest.oauthScopes
    ? `Specified permissions are not sufficient to call ${member}.`
    : `You do not have permission to call ${member}.`;
  throw new GoogleError(`${reason} ${needed}`);
}

/** What simple triggers may be refused, by reports that nobody has confirmed (switches; platform B1, B7). */
function isRefusedToSimple({ workspace: { switches }, user }: Execution, member: string): boolean {
  if (member === "SpreadsheetApp.Spreadsheet.toast") return switches.toastInSimpleTrigger === "throws";
  if (member !== "Session.getActiveUser") return false;
  return switches.activeUserInSimpleTrigger === "throws" || (switches.activeUserInSimpleTrigger !== "answers" && !user);
}

/** What may be called without anybody's consent: the own file, and from a formula also UrlFetch. */
function isAnonymous(scope: string, mode: AuthModeName): boolean {
  return OWN_FILE.test(scope) || (mode === "CUSTOM_FUNCTION" && scope.endsWith("/auth/script.external_request"));
}

/** Without authorisation a hidden identity is "", never an exception (platform B7). */
function isIdentity(member: string): boolean {
  return member.startsWith("Session.") || member === "User.getEmail";
}
