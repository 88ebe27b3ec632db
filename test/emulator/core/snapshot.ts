import { gunzipSync, gzipSync } from "node:zlib";
import type { SentMail } from "../services/mail/sent-mail.ts";
import type { TriggerRecord } from "../services/script/trigger-record.ts";
import { Book } from "../spreadsheet/model/book.ts";
import type { Switches } from "../switches.ts";
import { Workspace } from "../workspace.ts";
import type { Profile } from "./kinds.ts";
import { type Library, Project, type Manifest } from "./project.ts";
import type { ProjectFile } from "./script-files.ts";

interface KeptProject {
  id: string;
  files: readonly ProjectFile[];
  manifest: Manifest;
  owner: string;
  container?: string;
  isAddOn: boolean;
  enabledIn: string[];
  /** Absent in snapshots from before they could be attached. */
  libraries?: [string, Library][];
  properties: [string, [string, string][]][];
}

interface Kept {
  version: 1;
  now: number;
  owner: string;
  accountType: "consumer" | "workspace";
  seed: number;
  /** Absent in snapshots from before they were kept. */
  switches?: Partial<Switches>;
  profile?: Profile;
  books: unknown[];
  projects: KeptProject[];
  triggers: readonly TriggerRecord[];
  mails: SentMail[];
  mailQuota: ReturnType<Workspace["mailQuota"]["toJSON"]>;
  /** Absent in snapshots from before charts could be drawn. */
  conversions?: ReturnType<Workspace["conversions"]["toJSON"]>;
}

/** Level 1: a book of millions of cells has to be kept in seconds. */
const COMPRESSION = { level: 1 };

/** Everything that outlives executions and windows, as gzipped JSON; locks, caches and menus do not. */
export function snapshotOf(workspace: Workspace): Uint8Array {
  const kept: Kept = {
    version: 1,
    now: workspace.clock.now(),
    owner: workspace.owner,
    accountType: workspace.accountType,
    seed: workspace.random.toJSON(),
    switches: workspace.switches,
    profile: workspace.profile,
    books: [...workspace.books.values()].map((book) => book.toJSON()),
    projects: workspace.projects.map(keptProject),
    triggers: workspace.triggers.all(),
    mails: workspace.mails,
    mailQuota: workspace.mailQuota.toJSON(),
    conversions: workspace.conversions.toJSON(),
  };
  return gzipSync(JSON.stringify(kept), COMPRESSION);
}

function keptProject(project: Project): KeptProject {
  return {
    id: project.id,
    files: project.files,
    manifest: project.manifest,
    owner: project.owner,
    ...(project.container && { container: project.container.id }),
    isAddOn: project.isAddOn,
    enabledIn: [...project.enabledIn],
    libraries: [...project.libraries],
    properties: [...project.stores.properties].map(([store, values]) => [store, [...values]]),
  };
}

/** The Workspace that a snapshot was made of. */
export function restored(bytes: Uint8Array): Workspace {
  const kept = JSON.parse(gunzipSync(bytes).toString("utf8")) as Kept;
  const { now, owner, accountType, seed, switches = {}, profile = "typical" } = kept;
  const workspace = new Workspace({ now, owner, accountType, seed, switches, profile });
  for (const json of kept.books) {
    workspace.adopt(Book.fromJSON(json as never, () => workspace.clock.now(), workspace.switches));
  }
  for (const project of kept.projects) workspace.projects.push(restoredProject(workspace, project));
  workspace.triggers.restore([...kept.triggers]);
  workspace.mails.push(...kept.mails);
  workspace.mailQuota.restore(kept.mailQuota);
  workspace.conversions.restore(kept.conversions ?? []);
  return workspace;
}

function restoredProject(workspace: Workspace, kept: KeptProject): Project {
  const container = kept.container === undefined ? undefined : workspace.books.get(kept.container);
  const project = new Project(workspace, kept.id, kept.files, kept.manifest, kept.owner, container);
  project.isAddOn = kept.isAddOn;
  for (const [symbol, library] of kept.libraries ?? []) project.libraries.set(symbol, library);
  for (const id of kept.enabledIn) project.enabledIn.add(id);
  for (const [store, values] of kept.properties)
    for (const [key, value] of values) project.stores.propertiesOf(store).set(key, value);
  return project;
}
