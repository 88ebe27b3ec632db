type Piece = { text: string } | { code: string; print: "" | "_$" | "$" };

const SCRIPTLET = /<\?(!?=)?([\s\S]*?)(?:\?>|$)/g;

/** Takes a template apart into its text and its scriptlets. */
function piecesOf(template: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of template.matchAll(SCRIPTLET)) {
    const [all, mark, code = ""] = match;
    if (match.index > from) pieces.push({ text: template.slice(from, match.index) });
    pieces.push({ code, print: mark === "=" ? "_$" : mark === "!=" ? "$" : "" });
    from = match.index + all.length;
  }
  if (from < template.length) pieces.push({ text: template.slice(from) });
  return pieces;
}

/** Script code whose value is the finished HtmlOutput; a printing scriptlet prints its first statement only. */
export function templateCode(template: string, withComments = false): string {
  const body = piecesOf(template).map((piece) => {
    if (!("text" in piece)) return piece.print === "" ? `${piece.code}\n` : `output.${piece.print} = ${piece.code}\n;`;
    const comment = withComments
      ? piece.text
          .split("\n")
          .map((line) => `\n// ${line}`)
          .join("") + "\n"
      : "";
    return `${comment}output._ = ${literal(piece.text)};`;
  });
  return (
    `(function() { var output = HtmlService.initTemplate(); ${body.join(" ")}\n` +
    `/* End of user code */ return output.$out.append(''); })();`
  );
}

function literal(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'");
  return `'${escaped.replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029")}'`;
}
