import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { SYSTEM } from '../../main/actor.ts';
import { commands } from '../../main/commands/registry.ts';
import { answerQuery, type QueryTable } from '../../main/engine/answer-query.ts';
import { type CommandTable, Engine } from '../../main/engine/engine.ts';
import type { QueuedCommand } from '../../main/engine/messages.ts';
import { StoreHub } from '../../main/engine/store-hub.ts';
import { WallClock } from '../../main/hub/clock.ts';
import { JobRunner } from '../../main/jobs/job-runner.ts';
import { finishPayments } from '../../main/payment/finish-payments.ts';
import { giveUpPayments, PAYMENT_FORGOTTEN_MS } from '../../main/payment/give-up-payments.ts';
import { paymentJobs } from '../../main/payment/payment-jobs.ts';
import { Payments } from '../../main/payment/take-payment.ts';
import { queries } from '../../main/queries/registry.ts';
import type { Reference } from '../../main/reference/reference.ts';
import { seededRandom } from '../../main/seeded-random.ts';
import { checkAtStart } from '../../main/store/checks/check-store.ts';
import type { Locators } from '../../main/store/locators.ts';
import { openForReading, openStore } from '../../main/store/open-store.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import { createDispatcher, type Dispatcher } from '../../main/transport/dispatch.ts';
import { JOB_DRAIN_MS_MAX, PAYMENT_ANSWER_MS_MAX, RETURN_ANSWER_MS_MAX } from '../../shared/bounds.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import { asSqlite } from './as-sqlite.ts';
import { Bank } from './bank.ts';
import { BelievedTime } from './believed-time.ts';
import { clearUp } from './clear-up.ts';
import { ConsoleActivity } from './console-activity.ts';
import { Failure } from './failure.ts';
import { FaultyDatabase, type PowerCut } from './faulty-database.ts';
import { Judge } from './judge.ts';
import { mustSync } from './must-sync.ts';
import { ObservedWriter } from './observed-writer.ts';
import { Replica } from './replica.ts';
import { simulatedMethods } from './simulated-methods.ts';
import { simulatedReference as reference } from './simulated-reference.ts';
import { Station } from './station.ts';
import { StoreChecks } from './store-checks.ts';
import { StoreFaults } from './store-faults.ts';
import { tryAllJobs } from './try-all-jobs.ts';
import { Turns } from './turns.ts';
import type { VirtualTime } from './virtual-time.ts';
import { watchedLook } from './watched-look.ts';
import { STAFF, START } from './world.ts';

/** One start in so many is checked as main/boot.ts checks each. */
const CHECKED_STARTS = 3;
/** Each power cut copies the log, and each start after it reads the log through; a short one is emptied after some ten commits. */
const LOG_PAGES = 200;
/** The terminal's time limit, that of a reversal which the store cannot keep, and what the runner waits for its jobs. */
const QUIT_MS_MAX = PAYMENT_ANSWER_MS_MAX + RETURN_ANSWER_MS_MAX + JOB_DRAIN_MS_MAX + 10 * SECOND_MS;
/** Without time passing, everything comes to rest long before so many turns of the event loop. */
const TURNS_MAX = 5_000;
/** Longer than a hold and a card take. */
const DAMAGED_MS = 12 * MINUTE_MS;

/** What a crash left: the batch at work, and whether it had been committed before the power failed. */
interface Left {
  readonly inFlight: readonly QueuedCommand[];
  readonly committed: boolean;
}

/** All that lives and dies with the hub process. */
interface Running {
  readonly file: string;
  readonly raw: SqliteDatabase;
  readonly db: FaultyDatabase;
  readonly reader: SqliteDatabase;
  readonly writer: ObservedWriter;
  readonly hub: StoreHub;
  readonly dispatcher: Dispatcher;
  readonly facts: { readonly reference: Reference; readonly locators: Locators };
  readonly payments: Payments;
  readonly jobs: JobRunner;
  readonly faults: StoreFaults;
}

/**
 * The real hub on a real file, in one thread, as main/boot.ts composes it: queue, engine, expiry timer, reader on a connection
 * of its own, dispatcher, payment, refunds. What is not real is time, the bank behind the terminal and the power supply.
 */
export class SimulatedHub {
  readonly time: VirtualTime;
  readonly bank: Bank;
  readonly turns = new Turns();
  readonly station: Station;
  readonly activity = new ConsoleActivity();
  judge!: Judge;
  readonly #believed: BelievedTime;
  readonly #folder: string;
  readonly #template: string;
  readonly #replica = new Replica();
  #running!: Running;
  #clock!: WallClock;
  #starts = 0;
  #activity = 0;
  #batches = 0;
  #outside = 0;
  readonly #random = seededRandom(1);
  /** The first thing that must never be. */
  failure: Failure | undefined;
  crashes = 0;

  constructor(folder: string, template: string, time: VirtualTime) {
    this.#folder = folder;
    this.#template = template;
    this.time = time;
    this.bank = new Bank(time);
    this.station = new Station(this, join(folder, 'sessions'));
    this.bank.onReturn = (kind, reference, twice) => this.guard(() => this.judge.returns(kind, reference, twice));
    this.#believed = new BelievedTime(time, time.wall);
  }

  static async open(folder: string, template: string, time: VirtualTime): Promise<SimulatedHub> {
    const hub = new SimulatedHub(folder, template, time);
    copyFileSync(template, hub.#fileOf(0));
    await hub.#start();
    return hub;
  }

  #fileOf(start: number): string {
    return join(this.#folder, `store-${start}.db`);
  }

  get dispatcher(): Dispatcher {
    return this.#running.dispatcher;
  }

  get faults(): StoreFaults {
    return this.#running.faults;
  }

  get hub(): StoreHub {
    return this.#running.hub;
  }

  /** Counts the starts: a reply that comes from before a crash comes to nobody. */
  get starts(): number {
    return this.#starts;
  }

  now(): number {
    const now = this.#clock.now();
    this.guard(() => this.#believed.seen(now, 'the time'));
    return now;
  }

  /** Whether the hub asks what time it is. */
  get doubtful(): boolean {
    return this.#clock.state.standing === 'doubtful';
  }

  /** What the computer's clock shows to the people at the desks. */
  get computer(): number {
    this.now();
    return this.#clock.state.computer;
  }

  /** Somebody says what time it is, if the hub asks; again, if the power fails meanwhile. */
  async #confirmTime(): Promise<void> {
    while (this.doubtful) {
      this.hub.stepClock('clock.adopt', this.computer, STAFF.mercy, null).catch((error: unknown) => this.fail(error));
      await this.settle();
    }
  }

  async #start(left?: Left): Promise<void> {
    const file = this.#fileOf(this.#starts++);
    const { db: opened, locators } = await openStore({
      file,
      mode: 'training',
      fresh: { storeId: 'simulation', locatorKey: 0x5eed, madeAt: START },
      cacheMiB: 4,
    });
    const raw = asSqlite(opened);
    mustSync(raw);
    // The check at start must be content with what a crash leaves; it reads much, so not each start is made to wait for it.
    if (this.#starts % CHECKED_STARTS === 0) await checkAtStart(raw);
    // The lock fault would otherwise be waited for, in the thread that holds it.
    raw.pragma('busy_timeout = 0');
    raw.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    const db = new FaultyDatabase(raw, file);
    const faults = new StoreFaults(file, raw);
    const facts = { reference, locators };
    const engine = new Engine(db, facts, commands as unknown as CommandTable);
    const found = await engine.open();
    const clock = new WallClock({ wall: this.#believed.wall, steady: () => this.time.steady });
    clock.opened(found.newestAt);
    this.#clock = clock;
    const reader = asSqlite((await openForReading(file, 1)).db);
    if (left) this.guard(() => this.judge.reopened([raw, reader], file, left.inFlight, left.committed, found.newestAt));
    else this.judge = new Judge(new StoreChecks(raw, file), this.#believed, this.time);
    const writer = new ObservedWriter(engine, db, (batch, outcome) => {
      this.#activity++;
      this.#batches++;
      if (!outcome.faults.some(({ name }) => name === 'batch')) this.#replica.committed(batch);
      this.guard(() => this.judge.batch(batch, outcome, faults.mayRefuse));
    });
    const hub = new StoreHub({
      clock,
      writer,
      reader: {
        ask: (asked) => {
          this.#activity++;
          const answer = answerQuery(reader, facts, queries as unknown as QueryTable, asked);
          return watchedLook(this.judge, asked, answer, (check) => this.guard(check));
        },
        learn: () => {},
        close: async () => {},
      },
      found,
      report: ({ what, problem }) => {
        if (what !== 'batch') this.fail(new Failure('fault inside', `${what}: ${problem}`));
      },
      setApart: () => {},
      trouble: () => {},
    });
    hub.on((events) => this.guard(() => this.judge.told(events)));
    hub.on((events) => this.guard(() => this.activity.hear(this.judge.model, events)));
    const payments = new Payments({ hub, terminal: this.bank, wait: this.time.wait });
    const jobs = new JobRunner({
      ...{ hub, work: paymentJobs(this.bank), timer: this.time.timer, random: () => this.#random.next(), tried: () => {} },
    });
    const station = await this.station.start(hub, clock);
    this.judge.lines.restarted(clock.now());
    const methods = { ...simulatedMethods(hub, payments, this.#folder), ...station.methods };
    const log = { info() {}, warn() {}, error: (fields: object) => this.fail(new Failure('fault inside', JSON.stringify(fields))) };
    const dispatcher = createDispatcher({ hub, methods, log, ...station.waits });
    this.station.opened(dispatcher);
    this.#running = { file, raw, db, reader, writer, hub, dispatcher, facts, payments, jobs, faults };
    if (left) await clearUp(hub);
    jobs.start();
    this.turns.started({ hub, clock });
    await this.settle();
  }

  /** The hourly upkeep of main/boot.ts. */
  async upkeep(): Promise<void> {
    await this.hub.change('replies.prune', {}, SYSTEM, null);
    await giveUpPayments(this.hub, PAYMENT_FORGOTTEN_MS, this.#running.payments.asked);
  }

  fail(failure: unknown): void {
    this.failure ??=
      failure instanceof Failure ? failure : new Failure('error', failure instanceof Error ? `${failure.stack}` : String(failure));
  }

  /** Runs a check; what it finds is kept, and ends the run. */
  guard(check: () => void): void {
    try {
      check();
    } catch (error) {
      this.fail(error);
    }
  }

  /** What is done outside of the event loop, as PINs are compared: nothing is at rest before it is over. */
  async outside(work: Promise<void>): Promise<void> {
    this.#outside++;
    const { starts } = this;
    await work.finally(() => {
      if (this.starts === starts) this.#outside--;
    });
  }

  /** Lets everything happen that needs no time; if the power fails on the way, starts again. */
  async settle(): Promise<void> {
    for (let quiet = false, turns = 0; !quiet && !this.#running.db.dead; turns += this.#outside > 0 ? 0 : 1) {
      if (turns > TURNS_MAX) throw new Failure('never at rest', `the hub is still busy after ${turns} turns without any time passing`);
      const before = this.#activity;
      await new Promise((next) => setImmediate(next));
      // A command that was queued in this turn is sent in the next, before this looks again. What happened just before the first turn
      // may still queue one behind it, so the first turn never counts.
      quiet = turns > 0 && before === this.#activity && this.#running.writer.idle && this.#outside === 0;
    }
    if (this.#running.db.dead) await this.#restart();
  }

  /** Lets time pass; timers ring on the way. */
  async pass(ms: number): Promise<void> {
    for (let left = ms, ring: (() => void) | undefined; ; ) {
      ({ left, ring } = this.time.pass(left));
      if (!ring) break;
      ring();
      await this.settle();
    }
    this.now();
    await this.settle();
  }

  cutPower(cut: PowerCut): void {
    if (!this.#running.db.armed) this.#running.db.arm(cut, this.#fileOf(this.#starts));
  }

  /** The power is back: the files that the crash left are opened, and must hold what was acknowledged. */
  async #restart(): Promise<void> {
    const { db, writer } = this.#running;
    const left = { inFlight: writer.inFlight, committed: db.commitsDone > writer.commitsBefore };
    if (left.committed) this.#replica.committed(left.inFlight);
    this.crashes++;
    await this.station.disk.atRest();
    this.bank.hungUp();
    this.time.forgetAll();
    this.#outside = 0;
    this.#closeFiles();
    // Starting takes a moment.
    this.time.wall += 700;
    this.time.steady += 700;
    await this.#start(left);
  }

  /** The store is found damaged: whatever is asked, and whatever time it gets, nothing reaches it until it is started again. */
  async findDamage(ask: () => void): Promise<void> {
    await this.settle();
    this.hub.stopSelling();
    const before = this.#batches;
    ask();
    await this.pass(DAMAGED_MS);
    await this.upkeep();
    if (this.#batches !== before) this.fail(new Failure('damaged store', `${this.#batches - before} batches reached it`));
    this.cutPower({ at: 'before-commit', tail: 1 });
    this.#running.db.fail();
    await this.settle();
  }

  endLongRead(): void {
    const failure = this.faults.endLongRead();
    if (failure) this.fail(failure);
  }

  #closeFiles(): void {
    const failure = this.faults.end();
    if (failure) this.fail(failure);
    // The last to close would tidy the log up into the store; who only reads does not.
    this.#running.raw.close();
    this.#running.reader.close();
    this.judge.checks.close();
  }

  /** Ends all faults, lets what is under way come to its end, and looks at everything. */
  async finish(): Promise<void> {
    this.endLongRead();
    this.faults.unlock();
    this.faults.freeDisk();
    await this.#confirmTime();
    await this.pass(3 * MINUTE_MS);
    // Not waited for: the power may fail on the way.
    void giveUpPayments(this.hub).catch((error: unknown) => this.fail(error));
    await this.settle();
    await tryAllJobs(this);
    this.guard(() => this.judge.nothingDue());
    this.guard(() => this.judge.whole());
    this.guard(() => this.judge.bank(this.bank));
    if (this.failure) return;
    const { raw, facts } = this.#running;
    await this.#replica.compare(raw, facts, this.#template, join(this.#folder, 'replica.db'));
  }

  /**
   * Aisle is quit as main/boot/boot.ts does it, and started again. No charge may be left whose answer nobody knows: the card that was
   * being asked was sold or given up before the store closed, unless the store could keep nothing.
   */
  async quit(): Promise<void> {
    this.endLongRead();
    const { hub, payments, jobs, file, raw } = this.#running;
    const { starts } = this;
    const faulty = this.faults.mayRefuse;
    let closed = false;
    this.turns.stop();
    this.judge.lines.stopped();
    this.station.leaveLines();
    void finishPayments(hub, payments, jobs)
      .then(() => this.station.close())
      .then(() => hub.close())
      .then(() => (closed = true))
      .catch((error: unknown) => this.fail(error));
    for (let waited = 0; !closed && this.starts === starts; waited += SECOND_MS) {
      if (waited > QUIT_MS_MAX) throw new Failure('quit', `it is not over after ${waited} ms`);
      await this.pass(SECOND_MS);
    }
    // The power failed meanwhile.
    if (this.starts !== starts) return;
    const [open] = raw.query<{ reference: string }>("SELECT reference FROM payments WHERE state = 'PENDING'").all() as {
      reference: string;
    }[];
    if (open && !faulty) this.fail(new Failure('quit', `payment ${open.reference} was left open`));
    this.time.forgetAll();
    raw.pragma('wal_checkpoint(TRUNCATE)');
    this.#closeFiles();
    copyFileSync(file, this.#fileOf(this.#starts));
    await this.#start({ inFlight: [], committed: false });
  }

  close(): void {
    this.#closeFiles();
    this.time.forgetAll();
  }
}
