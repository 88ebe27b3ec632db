import type { IncomingMessage } from "node:http";

/** Why a request is not for us; undefined where it may pass. Keeps other sites, and names that lead here, away. */
export function refusalOf(request: Pick<IncomingMessage, "method" | "headers">, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (!host || !hosts.includes(host)) return "This server answers to 127.0.0.1 only.";
  const isRead = request.method === "GET" || request.method === "HEAD";
  const isOwn = origin !== undefined && hosts.some((own) => origin === `http://${own}`);
  if (origin !== undefined && !isOwn) return "Another page has nothing to ask here.";
  if (isRead) return undefined;
  if (!isOwn) return "A post has to come from the workbench's own page.";
  const type = request.headers["content-type"] ?? "";
  return type.startsWith("application/json") ? undefined : "A post has to be JSON.";
}
