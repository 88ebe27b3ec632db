import type { Act, Answer, CellWindow, ServerEvent } from "../protocol.ts";

/** This tab's name at the server: it keeps a person and a view for each. */
const tab = crypto.randomUUID();

const GONE =
  "The local Workspace does not answer; what you did last may not be kept. Is `npm start` still running in your terminal? Start it again and this page carries on.";

export async function post(path: string, body: unknown): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-tab": tab },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer;
  } catch {
    return { ok: false, sentence: GONE };
  }
}

export const act = (it: Act): Promise<Answer> => post("/act", it);

export async function getJson<T>(path: string): Promise<T> {
  const response = await fetch(path, { headers: { "x-tab": tab } });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

export const readWindow = (sheet: number, block: number): Promise<CellWindow> =>
  getJson(`/window?sheet=${sheet}&block=${block}`);

export interface Listener {
  event(event: ServerEvent): void;
  connected(isConnected: boolean): void;
}

/** Opens the stream of events; the browser reconnects by itself, and the server then sends everything anew. */
export function listen(person: string | null, listener: Listener): void {
  const query = new URLSearchParams({ tab, ...(person ? { person } : {}) });
  const source = new EventSource(`/events?${query.toString()}`);
  source.onopen = () => listener.connected(true);
  source.onerror = () => listener.connected(false);
  source.onmessage = (message: MessageEvent<string>) => listener.event(JSON.parse(message.data) as ServerEvent);
}
