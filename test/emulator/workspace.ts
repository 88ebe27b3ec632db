import { Clock } from "./core/clock.ts";
import { DayQuota } from "./core/day-quota.ts";
import type { CallInfo, Execution, OnCall } from "./core/execution.ts";
import type { Profile } from "./core/kinds.ts";
import { type ExecutionRecord, notStarted, type Outcome } from "./core/outcome.ts";
import { GoogleError } from "./core/errors.ts";
import { type Library, Project, type Manifest } from "./core/project.ts";
import type { ProjectFile } from "./core/script-files.ts";
import { BookHistory } from "./people/book-history.ts";
import { runCustomFunction } from "./core/custom-function.ts";
import { TriggerEngine } from "./people/trigger-engine.ts";
import { Person, type PersonOptions } from "./people/person.ts";
import { restored, snapshotOf } from "./core/snapshot.ts";
import type { OnDrain } from "./core/write-queue.ts";
import { Seeded } from "./core/seeded.ts";
import { LockTable } from "./services/lock/lock-table.ts";
import { CONVERSIONS_PER_DAY } from "./services/charts/conversions.ts";
import { MAIL_LIMITS } from "./services/mail/mail-quota.ts";
import type { SentMail } from "./services/mail/sent-mail.ts";
import { type Switches, switchesWith } from "./switches.ts";
import { TriggerTable } from "./services/script/trigger-table.ts";
import { Book } from "./spreadsheet/model/book.ts";

export interface WorkspaceOptions {
  /** Epoch ms; 2026-03-02T09:00Z unless told. */
  now?: number;
  owner?: string;
  accountType?: "consumer" | "workspace";
  seed?: number;
  profile?: Profile;
  switches?: Partial<Switches>;
}

export interface SpreadsheetOptions {
  name: string;
  timeZone?: string;
  locale?: string;
  rows?: number;
  columns?: number;
  id?: string;
  owner?: string;
}

export interface ProjectOptions {
  files: ProjectFile[];
  manifest?: Manifest;
  container?: Book;
  owner?: string;
  /** Scripts that the manifest names as libraries, by their symbols. */
  libraries?: Record<string, Library>;
}

/** A Google Workspace of our own: files, people, mail, and the scripts that run in it, on one virtual clock. */
export class Workspace {
  readonly clock: Clock;
  readonly owner: string;
  readonly accountType: "consumer" | "workspace";
  readonly random: Seeded;
  readonly books = new Map<string, Book>();
  readonly projects: Project[] = [];
  readonly executions: ExecutionRecord[] = [];
  /** Processor time in real ms after which script code without a service call is stopped. */
  cpuLimitMs = 60_000;
  /** Share of cache hits that are lost nevertheless, 0 to 1. */
  cacheLoss = 0;
  readonly locks = new LockTable();
  readonly triggers = new TriggerTable();
  readonly mails: SentMail[] = [];
  readonly mailQuota: DayQuota;
  /** Files converted, pictures of charts among them. */
  readonly conversions: DayQuota;
  readonly engine: TriggerEngine;
  /** How long the virtual clock says that things take. */
  profile: Profile;
  /** Where reports about Google disagree or nobody knows; a test may turn each one over. */
  readonly switches: Switches;
  /** For people who only want to work: a formula that is not emulated reads as #NAME?, and is still noted as missing. */
  showsUnknownFormulas = false;
  private readonly histories = new WeakMap<Book, BookHistory>();
  onCall: OnCall | undefined;
  /** Called between the queued writes of every drain, so that people may act there; undefined sends them in one go. */
  onDrain: OnDrain | undefined;
  private readonly running: Execution[] = [];
  private readonly failures: Error[] = [];

  constructor({
    now = Date.UTC(2026, 2, 2, 9),
    owner = "owner@example.com",
    accountType,
    seed = 1,
    profile = "typical",
    switches,
  }: WorkspaceOptions = {}) {
    this.profile = profile;
    this.switches = switchesWith(switches);
    this.clock = new Clock(now);
    this.owner = owner;
    this.accountType = accountType ?? "consumer";
    this.random = new Seeded(seed);
    this.engine = new TriggerEngine(this);
    this.mailQuota = new DayQuota(MAIL_LIMITS[this.accountType].recipientsPerDay);
    this.conversions = new DayQuota(CONVERSIONS_PER_DAY[this.accountType]);
  }

  createSpreadsheet(options: SpreadsheetOptions): Book {
    const id = options.id ?? this.random.id(44);
    const book = new Book({
      timeZone: "Etc/UTC",
      locale: "en_US",
      rows: 1000,
      columns: 26,
      owner: this.owner,
      now: () => this.clock.now(),
      switches: this.switches,
      ...options,
      id,
    });
    return this.adopt(book);
  }

  /** Takes in a book that was made elsewhere. */
  adopt(book: Book): Book {
    this.books.set(book.id, book);
    book.customFunction = (name, argsOf) => runCustomFunction(this, book, { name, argsOf });
    book.onShift = (grid, shift) => {
      if (this.switches.insertBeforeDrain === "writes follow") for (const run of this.running) run.shifted(grid, shift);
    };
    return book;
  }

  /** Adds a script; throws ScriptSyntaxError where Apps Script would refuse to save it. */
  addProject({ files, manifest = {}, container, libraries = {}, ...options }: ProjectOptions): Project {
    const owner = options.owner ?? container?.owner ?? this.owner;
    const project = new Project(this, this.random.id(57), files, manifest, owner, container);
    for (const [symbol, library] of Object.entries(libraries)) project.libraries.set(symbol, library);
    this.projects.push(project);
    return project;
  }

  person(email: string, options?: PersonOptions): Person {
    return new Person(this, email, options);
  }

  /** What can be undone in a book, by whomever. */
  historyOf(book: Book): BookHistory {
    const history = this.histories.get(book) ?? new BookHistory();
    this.histories.set(book, history);
    return history;
  }

  /** Triggers of the events inside wait: two edits per handler, the rest is lost; they run afterwards. */
  holdTriggers(work: () => void): void {
    this.engine.hold(work);
  }

  projectById(id: string): Project {
    const project = this.projects.find((candidate) => candidate.id === id);
    if (!project) throw new Error(`There is no project ${id}.`);
    return project;
  }

  /** Everything that outlives executions and windows, as gzipped JSON. */
  snapshot(): Uint8Array {
    return snapshotOf(this);
  }

  static restore(bytes: Uint8Array): Workspace {
    return restored(bytes);
  }

  /** The next service call that has an effect fails with this error. */
  failNext(error: Error): void {
    this.failures.push(error);
  }

  /** The execution that runs right now, the innermost one where executions interleave. */
  get current(): Execution | undefined {
    return this.running.at(-1);
  }

  beforeCall(call: CallInfo): void {
    this.onCall?.(call);
    const failure = this.failures.shift();
    if (failure) throw failure;
  }

  started(run: Execution): void {
    this.running.push(run);
  }

  stopped(run: Execution): void {
    this.running.splice(this.running.indexOf(run), 1);
  }

  /** A trigger that Google did not even start. */
  refused(project: Project, functionName: string, user: string, message: string): void {
    const startedAt = this.clock.now();
    const where = { functionName, user, trigger: "installable", startedAt, projectId: project.id };
    this.executions.push({ ...notStarted(), ...where, error: new GoogleError(message) });
  }

  recorded(run: Execution, { value: _, ...outcome }: Outcome, startedAt: number): void {
    const { functionName, user, trigger, project } = run;
    this.executions.push({ ...outcome, functionName, user, trigger, startedAt, projectId: project.id });
  }
}
