import { spawn } from "node:child_process";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buildDist } from "../build.ts";
import { buildPage } from "./assets.ts";
import { Desk } from "./desk.ts";
import type { Told } from "./messages.ts";
import { readOptions, type Options } from "./options.ts";
import { lockState } from "./state-lock.ts";
import { serve } from "./server.ts";
import { Listeners } from "./sse.ts";

/** The demo's now, a Monday morning: the clock of the local Workspace starts here. */
const NOW = Date.UTC(2026, 2, 2, 9);
const USUAL_PORT = 8127;

async function main(): Promise<void> {
  const root = process.cwd();
  const options = readOptions(process.argv.slice(2), { root, env: process.env, platform: process.platform });
  lockState(options.state);
  if (options.project === null) await buildDist();
  const page = await buildPage(root);
  const listeners = new Listeners((tab) => desk.gone(tab));
  const desk = openDesk(root, options, listeners);
  await desk.isReady;
  const server = await listen({ desk, listeners, page }, options.port);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  console.log(`\nThe local Workspace is open at ${address}   (Ctrl+C ends it; everything is kept)`);
  if (options.opens) openBrowser(address);
  stopOnSignals(async () => {
    listeners.close();
    server.close();
    await desk.stop();
  });
}

function openDesk(root: string, { file, project, state, isEmpty }: Options, listeners: Listeners): Desk {
  const told = (it: Told): void => {
    if (it.kind === "progress") console.log(it.line);
    else if (it.kind === "question") listeners.send(it.tab, { type: "question", question: it.question });
    else if (it.kind === "event" && it.tab !== null) listeners.send(it.tab, it.event);
    else if (it.kind === "event") listeners.sendAll(it.event);
  };
  const died = (error: Error): void => leave(`The local Workspace has stopped: ${error.message}`);
  const plan = { project: project ?? join(root, "dist"), file, state, demo: !isEmpty, now: NOW };
  return new Desk(root, plan, { told, died });
}

/** On the port that was asked for; else on the usual one, or on a free one where that is taken. */
async function listen(parts: Parameters<typeof serve>[0], wanted: number | undefined): Promise<Server> {
  const port = wanted ?? USUAL_PORT;
  try {
    return await serve(parts, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES")
      throw new Error(`Port ${port} is kept for administrators. Give one from 1024 on with --port.`);
    if (code !== "EADDRINUSE") throw error;
    if (wanted !== undefined)
      throw new Error(`Port ${port} is taken by another program. Give another one, or leave --port out.`);
    console.log(`Port ${port} is taken by another program; a free one is used.`);
    return serve(parts, 0);
  }
}

function openBrowser(address: string): void {
  const [command, ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start"] }[
    process.platform as "darwin" | "win32"
  ] ?? ["xdg-open"];
  const child = spawn(command!, [...args, address], { stdio: "ignore", detached: true });
  const failed = (): void => console.log("No browser could be opened. Please open the address yourself.");
  child.on("error", failed);
  child.on("exit", (code) => code && failed());
  child.unref();
}

function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) return;
    isStopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => leave(`The state could not be kept: ${String(error)}`),
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}

function leave(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

main().catch((error: unknown) => leave(error instanceof Error ? error.message : String(error)));
