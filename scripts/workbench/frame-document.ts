/**
 * An add-on's page with the google.script that Google gives it (`script`: page/frame.ts, bundled). It is shown in a
 * sandboxed frame of no origin.
 */
export function frameDocument(html: string, script: string): string {
  const start = `<meta charset="utf-8"><script>${script}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (head) return html.slice(0, head.index + head[0].length) + start + html.slice(head.index + head[0].length);
  const body = /<body/i.test(html) ? html : `<body style="font-family:Arial,sans-serif">${html}</body>`;
  return `<!doctype html><html lang="en"><head>${start}</head>${body}</html>`;
}
