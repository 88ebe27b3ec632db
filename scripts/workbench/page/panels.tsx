import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ExecutionView, MailView } from "../protocol.ts";
import { update, useApp } from "./app.ts";
import { getJson } from "./link.ts";
import { clockText } from "./strip.tsx";

/** The drawer above the strip: mail that was sent, or what scripts did. */
export function Drawer(): JSX.Element | null {
  const { panel, strip } = useApp();
  if (!panel || !strip) return null;
  return panel === "mail" ? (
    <Mails count={strip.mails} timeZone={strip.timeZone} />
  ) : (
    <Executions count={strip.executions} timeZone={strip.timeZone} />
  );
}

function useList<T>(path: string, count: number): T[] | null {
  const [list, setList] = useState<T[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    getJson<T[]>(path)
      .then((items) => isWanted && setList(items))
      .catch(() => isWanted && setList([]));
    return () => void (isWanted = false);
  }, [path, count]);
  return list;
}

function Shell(props: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="drawer" aria-label={props.title}>
      <header>
        <h2>{props.title}</h2>
        <button type="button" class="icon" aria-label={`Close ${props.title}`} onClick={() => update({ panel: null })}>
          ✕
        </button>
      </header>
      {props.children}
    </section>
  );
}

function Mails(props: { count: number; timeZone: string }): JSX.Element {
  const mails = useList<MailView>("/mails", props.count);
  const [open, setOpen] = useState<number | null>(null);
  const mail = mails?.find(({ index }) => index === open) ?? mails?.[0];
  return (
    <Shell title="Mail sent">
      {mails?.length === 0 && <p class="nothing">No script has sent any mail yet.</p>}
      {mail && (
        <div class="two">
          <ul class="list" aria-label="Mails, newest first">
            {mails?.map((one) => (
              <li key={one.index}>
                <button type="button" aria-current={one === mail} onClick={() => setOpen(one.index)}>
                  <b>{one.to}</b>
                  <span>{one.subject}</span>
                  <time>{clockText(one.at, props.timeZone)}</time>
                </button>
              </li>
            ))}
          </ul>
          <Mail mail={mail} timeZone={props.timeZone} />
        </div>
      )}
    </Shell>
  );
}

function Mail(props: { mail: MailView; timeZone: string }): JSX.Element {
  const { mail } = props;
  const [asHtml, setAsHtml] = useState(false);
  return (
    <article class="reader">
      <h3>{mail.subject}</h3>
      <p class="meta">
        From {mail.from} to {mail.to}
        {mail.cc && `, copy to ${mail.cc}`} · {clockText(mail.at, props.timeZone)}
        {mail.attachments.length > 0 && ` · attached: ${mail.attachments.join(", ")}`}
      </p>
      {mail.hasHtml && (
        <label class="switch">
          <input type="checkbox" checked={asHtml} onChange={(event) => setAsHtml(event.currentTarget.checked)} /> as the
          mail program shows it
        </label>
      )}
      {asHtml && mail.hasHtml ? (
        <iframe key={mail.index} title="The mail as HTML" sandbox="" src={`/mail/${mail.index}`} />
      ) : (
        <pre tabIndex={0}>{mail.text}</pre>
      )}
    </article>
  );
}

function Executions(props: { count: number; timeZone: string }): JSX.Element {
  const executions = useList<ExecutionView>("/executions", props.count);
  return (
    <Shell title="Executions">
      {executions?.length === 0 && <p class="nothing">No script has run yet.</p>}
      <div class="scroll" tabIndex={0} role="region" aria-label="Executions, newest first">
        <table>
          <thead>
            <tr>
              {["When", "Function", "Started by", "User", "Outcome", "Calls", "Modelled", "Processor"].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {executions?.map((one) => (
              <Execution key={one.index} one={one} timeZone={props.timeZone} />
            ))}
          </tbody>
        </table>
      </div>
    </Shell>
  );
}

function Execution(props: { one: ExecutionView; timeZone: string }): JSX.Element {
  const { one } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr class={one.error ? "failed" : ""}>
        <td>{clockText(one.at, props.timeZone)}</td>
        <td>
          <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {one.name}
          </button>
        </td>
        <td>{one.kind}</td>
        <td>{one.user || "hidden"}</td>
        <td>{one.error ?? one.outcome}</td>
        <td class="number">{one.callCount}</td>
        <td class="number">{Math.round(one.modelledMs)} ms</td>
        <td class="number">{Math.round(one.cpuMs)} ms</td>
      </tr>
      {isOpen && (
        <tr class="details">
          <td colSpan={8}>
            <p>
              {one.calls.length
                ? one.calls.map(([method, count]) => `${method} × ${count}`).join(", ")
                : "No service calls."}
            </p>
            {one.warnings.map((warning) => (
              <p key={warning}>{warning}</p>
            ))}
            {one.log.length > 0 && <pre>{one.log.join("\n")}</pre>}
          </td>
        </tr>
      )}
    </>
  );
}
