import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "./assets.ts";
import type { Desk } from "./desk.ts";
import { frameDocument } from "./frame-document.ts";
import { refusalOf } from "./guard.ts";
import type { Request } from "./messages.ts";
import type { Act } from "./protocol.ts";
import type { Listeners } from "./sse.ts";

interface Parts {
  desk: Desk;
  listeners: Listeners;
  page: Page;
}

const MOST_BYTES = 64 * 1024 * 1024;
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'self'";
/** As Google's own frame, which is of another origin: scripts run, but nothing of this server is theirs. */
const FRAME_POLICY =
  "sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";
const MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Serves the workbench on 127.0.0.1; port 0 takes a free one. Answers the server once it listens. */
export function serve(parts: Parts, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const { port: own } = server.address() as AddressInfo;
    const refusal = refusalOf(request, own);
    if (refusal) return void end(response, { status: 403, type: "text/plain", body: refusal });
    handle(parts, request, response).catch((error: unknown) =>
      end(response, { status: 500, type: "text/plain", body: String(error) }),
    );
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

interface Content {
  status?: number;
  type: string;
  body: string | Buffer | Uint8Array;
  headers?: Record<string, string>;
}

function end(response: ServerResponse, { status = 200, type, body, headers = {} }: Content): void {
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    ...headers,
  });
  response.end(body);
}

const json = (response: ServerResponse, value: unknown): void =>
  end(response, { type: "application/json", body: JSON.stringify(value) });

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (request.method === "POST") return post(parts, { url, request, response });
  const asset = parts.page.assets.get(url.pathname);
  if (asset)
    return end(response, { ...asset, headers: { "content-security-policy": PAGE_POLICY, "x-frame-options": "DENY" } });
  if (url.pathname === "/events") return join(parts, url, response);
  const read = reads(url, parts.page.frameScript);
  if (!read) return end(response, { status: 404, type: "text/plain", body: "There is nothing at this address." });
  const answer = await parts.desk.ask(tabOf(request), read.request);
  if (!answer.ok) return end(response, { status: 404, type: "text/plain; charset=utf-8", body: answer.sentence });
  read.show(response, answer.value);
}

interface Read {
  request: Request;
  show: (response: ServerResponse, value: unknown) => void;
}

function reads(url: URL, frameScript: string): Read | undefined {
  const number = (name: string): number => Number(url.searchParams.get(name) ?? 0);
  const [, place = "", detail = ""] = url.pathname.split("/");
  const sheet = number("sheet");
  const at = { row: number("row"), column: number("column"), down: number("down"), right: number("right") };
  const known: Record<string, Read> = {
    window: { request: { kind: "window", sheet, block: number("block") }, show: json },
    text: { request: { kind: "text", sheet, a1: url.searchParams.get("a1") ?? "A1" }, show: json },
    edge: { request: { kind: "edge", sheet, ...at }, show: json },
    find: { request: { kind: "find", sheet, text: url.searchParams.get("text") ?? "" }, show: json },
    filter: { request: { kind: "filter", sheet, column: number("column") }, show: json },
    mails: { request: { kind: "mails" }, show: json },
    executions: { request: { kind: "executions" }, show: json },
    chart: { request: { kind: "chart", sheet, chart: Number(detail) }, show: showChart },
    frame: { request: { kind: "frame", panel: Number(detail) }, show: showFrame(frameScript) },
    mail: { request: { kind: "mail", index: Number(detail) }, show: showMail },
    download: { request: { kind: "download" }, show: showFile },
  };
  return known[place];
}

const showFrame =
  (script: string) =>
  (response: ServerResponse, value: unknown): void => {
    const headers = { "content-security-policy": FRAME_POLICY };
    end(response, { type: "text/html; charset=utf-8", body: frameDocument(String(value), script), headers });
  };

function showChart(response: ServerResponse, value: unknown): void {
  const headers = { "content-security-policy": MAIL_POLICY };
  end(response, { type: "image/svg+xml", body: String(value), headers });
}

function showMail(response: ServerResponse, value: unknown): void {
  end(response, {
    type: "text/html; charset=utf-8",
    body: String(value),
    headers: { "content-security-policy": MAIL_POLICY },
  });
}

function showFile(response: ServerResponse, value: unknown): void {
  const { name, bytes } = value as { name: string; bytes: Uint8Array };
  end(response, {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body: bytes,
    headers: { "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
  });
}

async function join({ desk, listeners }: Parts, url: URL, response: ServerResponse): Promise<void> {
  const tab = url.searchParams.get("tab") ?? "";
  listeners.add(tab, response);
  await desk.ask(tab, { kind: "join", person: url.searchParams.get("person") });
}

interface Post {
  url: URL;
  request: IncomingMessage;
  response: ServerResponse;
}

async function post({ desk }: Parts, { url, request, response }: Post): Promise<void> {
  const body = (await readJson(request)) as Record<string, unknown>;
  const tab = tabOf(request);
  if (url.pathname === "/answer") {
    desk.reply(Number(body["id"]), {
      button: String(body["button"]),
      text: typeof body["text"] === "string" ? body["text"] : "",
    });
    return json(response, { ok: true });
  }
  const asked = asksOf(url.pathname, body);
  if (!asked) return end(response, { status: 404, type: "text/plain", body: "There is nothing at this address." });
  json(response, await desk.ask(tab, asked));
}

function asksOf(path: string, body: Record<string, unknown>): Request | undefined {
  if (path === "/act") return { kind: "act", act: body as unknown as Act };
  if (path === "/view") return { kind: "view", sheet: Number(body["sheet"]), blocks: body["blocks"] as number[] };
  if (path === "/person") return { kind: "become", email: String(body["email"]) };
  if (path === "/start-over") return { kind: "startOver" };
  if (path === "/advance") return { kind: "advance", ms: Number(body["ms"]) };
  if (path === "/stop-time") return { kind: "stopTime" };
  if (path !== "/call") return undefined;
  return { kind: "call", panel: Number(body["panel"]), name: String(body["name"]), args: body["args"] as unknown[] };
}

const tabOf = (request: IncomingMessage): string => String(request.headers["x-tab"] ?? "");

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error("This is too much to send at once.");
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString("utf8")) as unknown;
}
