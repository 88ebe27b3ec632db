const HTML: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text for HTML, or for an attribute's value; without quotes around it blanks are escaped as well. */
export function htmlEscaped(text: string, unquoted = false): string {
  const escaped = text.replace(/[&<>"']/g, (c) => HTML[c]!);
  return unquoted ? escaped.replace(/[\s=`]/g, (c) => `&#${c.charCodeAt(0)};`) : escaped;
}

const JS: Record<string, string> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\\": "\\\\",
  "/": "\\/",
  '"': "\\x22",
  "'": "\\x27",
  "`": "\\x60",
  "&": "\\x26",
  "<": "\\x3c",
  ">": "\\x3e",
  "=": "\\x3d",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** Text inside a string literal of a client script. */
export function jsStringEscaped(text: string): string {
  return text.replace(/[\n\r\t\\/"'`&<>=\u2028\u2029]/g, (c) => JS[c]!);
}

/** A value in the place of an expression of a client script: a string becomes a literal. */
export function jsValue(text: string, type: string): string {
  if (type === "number" || type === "boolean" || type === "undefined" || text === "null") return ` ${text} `;
  return `'${jsStringEscaped(text)}'`;
}

/** A piece of an address; `before` is what the attribute holds already. A scheme that could run code is refused. */
export function urlEscaped(text: string, before: string): string {
  if (/[?#]/.test(before)) return encodeURIComponent(text);
  const scheme = /^\s*([^/?#:]*):/.exec(text)?.[1];
  if (before.trim() === "" && scheme !== undefined && !/^(https?|mailto|ftp|tel)$/i.test(scheme))
    return "about:invalid#zClosurez";
  return encodeURI(text)
    .replace(/%25([0-9a-f]{2})/gi, "%$1")
    .replace(/['()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
}

/** A CSS word, number or colour; anything else is refused. */
export function cssSafe(text: string): string {
  return /^\s*[#.]?[\w.%-]+(\s+[#.]?[\w.%-]+)*\s*$/.test(text) && !/expression|javascript/i.test(text) ? text : "zSoyz";
}
