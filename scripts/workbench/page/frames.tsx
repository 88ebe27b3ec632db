import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PanelView } from "../protocol.ts";
import { complain, useApp } from "./app.ts";
import type { Commands } from "./commands.ts";
import { post } from "./link.ts";

/** Flags of Google's own frame, without same-origin: what runs in it reaches nothing of this page. */
const SANDBOX = "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";
const AT_ONCE = 10;

interface CallMessage {
  gas: "call" | "close" | "focus" | "size";
  id?: number;
  name?: string;
  args?: unknown[];
  width?: number;
  height?: number;
}

/** The add-on's sidebar, 300 px wide, at the right. */
export function Sidebar(props: { commands: Commands; focusGrid: () => void }): JSX.Element | null {
  const panel = useApp().desk?.sidebar;
  if (!panel) return null;
  const close = (): void => void props.commands.send({ kind: "closePanel", which: "sidebar" });
  return (
    <aside class="sidebar" aria-label={panel.title || "Sidebar"}>
      <header>
        <h2>{panel.title}</h2>
        <button type="button" class="icon" aria-label="Close the sidebar" onClick={close}>
          ✕
        </button>
      </header>
      <Frame key={panel.id} panel={panel} onClose={close} focusGrid={props.focusGrid} />
    </aside>
  );
}

/** A dialog of the add-on's own HTML, modal or not. */
export function PanelDialog(props: { commands: Commands; focusGrid: () => void }): JSX.Element | null {
  const panel = useApp().desk?.dialog;
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!panel || box.current?.open) return;
    if (panel.modal) box.current?.showModal();
    else box.current?.show();
  }, [panel?.id]);
  if (!panel) return null;
  const close = (): void => void props.commands.send({ kind: "closePanel", which: "dialog" });
  return (
    <dialog key={panel.id} ref={box} class="panel-dialog" aria-label={panel.title} onCancel={close}>
      <header>
        <h2>{panel.title}</h2>
        <button type="button" class="icon" aria-label="Close the dialog" onClick={close}>
          ✕
        </button>
      </header>
      <Frame
        panel={panel}
        onClose={close}
        focusGrid={props.focusGrid}
        size={{ width: panel.width, height: panel.height }}
      />
    </dialog>
  );
}

function Frame(props: {
  panel: PanelView;
  onClose: () => void;
  focusGrid: () => void;
  size?: { width: number; height: number };
}): JSX.Element {
  const { panel, size } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const bridge = bridgeTo(panel.id, frame, props);
    addEventListener("message", bridge);
    return () => removeEventListener("message", bridge);
  }, [panel.id]);
  return (
    <iframe
      ref={frame}
      title={panel.title || "Add-on"}
      sandbox={SANDBOX}
      src={`/frame/${panel.id}`}
      style={size ? { width: `${size.width}px`, height: `${size.height}px` } : {}}
    />
  );
}

interface FrameActs {
  onClose: () => void;
  focusGrid: () => void;
}

/** Carries google.script.run from the frame to the server: ten calls at once, the eleventh waits. */
function bridgeTo(
  panel: number,
  frame: { current: HTMLIFrameElement | null },
  acts: FrameActs,
): (event: MessageEvent) => void {
  const waiting: CallMessage[] = [];
  let running = 0;
  const next = (): void => {
    while (running < AT_ONCE && waiting.length > 0) {
      running++;
      void call(waiting.shift()!).finally(() => {
        running--;
        next();
      });
    }
  };
  const call = async ({ id, name, args }: CallMessage): Promise<void> => {
    const answer = await post("/call", { panel, name, args });
    frame.current?.contentWindow?.postMessage({ gas: "answer", id, answer }, "*");
  };
  return (event) => {
    // A sandboxed frame has no origin to name: it is known by being this very window.
    if (event.source !== frame.current?.contentWindow) return;
    const message = event.data as CallMessage;
    if (message.gas === "call") {
      waiting.push(message);
      next();
    } else if (message.gas === "close") acts.onClose();
    else if (message.gas === "focus") acts.focusGrid();
    else if (message.gas === "size") resize(frame.current, message);
    else complain("The add-on's page sent a message that nobody here understands.");
  };
}

function resize(frame: HTMLIFrameElement | null, { width, height }: CallMessage): void {
  if (!frame?.closest("dialog")) return;
  if (width) frame.style.width = `${Math.min(innerWidth - 60, width)}px`;
  if (height) frame.style.height = `${Math.min(innerHeight - 120, height)}px`;
}
