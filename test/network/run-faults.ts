import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SeededRandom, seededRandom } from '../../main/seeded-random.ts';
import { assert } from '../../shared/assert.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import { Agent } from '../crash/agent.ts';
import { compareStore } from '../crash/compare-store.ts';
import { Unanswered } from '../crash/desk-console.ts';
import { flightsToSell } from '../crash/flights-to-sell.ts';
import { HubProcess } from '../crash/hub-process.ts';
import { Ledger } from '../crash/ledger.ts';
import { liftLimits } from '../crash/lift-limits.ts';
import { moneyGivenBack } from '../crash/money-given-back.ts';
import { SECURE_HOST, secureDoor } from '../support/hub-door.ts';
import { layQuietTraining } from '../support/quiet-training.ts';
import { pass, startFastClock } from './fast-clock.ts';
import { CLEAR, FaultProxy } from './fault-proxy.ts';
import { StationConsole, type Wrong } from './station-console.ts';

/**
 * late, loses: of the line. cut: all connections break, and are refused. silent: nothing comes through, and nobody is told. half-open: the cables are pulled from all
 * connections, and new ones are made. hub killed: as a power cut would. hub stopped: in order, as a service manager does it.
 */
export const FAULTS = ['late', 'loses', 'cut', 'silent', 'half-open', 'hub killed', 'hub stopped'] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultRun {
  readonly seed: number;
  readonly faults: readonly Fault[];
  readonly progress?: (line: string) => void;
  /** Consoles speak TLS, as those of a station do. */
  readonly secure?: boolean;
  /** How long a fault stays, by the clock of the consoles; left out: by chance, from 10 to 30 s. */
  readonly ms?: Partial<Record<Fault, number>>;
  /** Consoles live by the time of this computer, as the hub does. */
  readonly realTime?: boolean;
  /** A negative control: what consoles do wrong. */
  readonly wrong?: readonly Wrong[];
}

export interface FaultResult {
  readonly problems: readonly string[];
  readonly commands: number;
  /** Asked again by their agents, because nobody knew whether they were done. */
  readonly resent: number;
  /** How often each fault was felt as such: a late answer, a piece that was lost and sent again, a connection that broke or that a console gave up by itself. */
  readonly felt: Readonly<Partial<Record<Fault, number>>>;
  /** Connections with a pulled cable that the hub gave up by itself. Its clock is that of this computer, so only in real time it comes to that. */
  readonly foundDeadByHub: number;
}

const PLACES = [
  { user: 'ruiz', desk: 'T1-04' },
  { user: 'weber', desk: 'T2-11' },
  { user: 'osei', desk: 'T1-02' },
] as const;
const LEFT_ALONE = { user: 'weber', desk: 'T2-12' } as const;
const AGENTS_PER_CONSOLE = 4;
/** The shortest and the longest that a fault stays, by the clock of the consoles. */
const FAULT_MS = [10 * SECOND_MS, 30 * SECOND_MS] as const;
/** These stay for the longest, because a console takes some seconds to notice that nobody answers. */
const LONGEST: readonly Fault[] = ['cut', 'silent', 'half-open'];
/** One way, while the line is late. */
const LATE_MS = SECOND_MS;
/** Seconds that the last events may take to every console. */
const HEARD_TURNS_MAX = 60;
const CALM_MS = 5 * SECOND_MS;

/**
 * Sells at consoles whose network fails in one way after the other, and whose hub is killed. In the end every command has one answer, every
 * acknowledged sale stands, and the store is what its consoles were told.
 */
export async function runFaults(run: FaultRun): Promise<FaultResult> {
  const { faults, progress = () => {} } = run;
  const station = await Station.open(run);
  try {
    for (const fault of faults) {
      await station.suffer(fault, run.ms?.[fault]);
      progress(`${fault}: ${station.told}`);
    }
    return await station.end();
  } finally {
    await station.close();
  }
}

class Station {
  readonly ledger: Ledger;
  readonly #random: SeededRandom;
  readonly #run: FaultRun;
  readonly #folder = mkdtempSync(join(tmpdir(), 'aisle-network-'));
  readonly #file = join(this.#folder, 'training.sqlite');
  readonly #stop = new AbortController();
  #hub: HubProcess | undefined;
  #port = 0;
  #proxy: FaultProxy | undefined;
  #consoles: StationConsole[] = [];
  /** Locked by its agent, who went away. */
  #leftAlone: StationConsole | undefined;
  readonly #opened: string[] = [];
  readonly #felt: Partial<Record<Fault, number>> = {};
  #clock: { readonly stop: () => void } | undefined;
  #agents: { readonly agent: Agent; readonly at: StationConsole }[] = [];
  #work: Promise<unknown> = Promise.resolve();
  #problems: readonly string[] | undefined;

  private constructor(run: FaultRun) {
    this.#run = run;
    this.#random = seededRandom(run.seed);
    this.ledger = new Ledger(`network-${run.seed}`);
    layQuietTraining(this.#folder);
  }

  static async open(run: FaultRun): Promise<Station> {
    const station = new Station(run);
    const random = station.#random;
    const address = await station.#startHub();
    await liftLimits(address);
    const proxy = await FaultProxy.open(() => station.#port, random);
    station.#proxy = proxy;
    const authority = run.secure ? await secureDoor(address) : undefined;
    const door = authority ? { ...authority, address: proxy.address.replace('http:', 'https:') } : { address: proxy.address };
    if (!run.realTime) station.#clock = startFastClock();
    const watch = { ledger: station.ledger, wrong: run.wrong ?? [], lateMs: 2 * LATE_MS };
    const right = watch.wrong.filter((wrong) => wrong !== 'opens');
    station.#consoles = PLACES.map((place) => new StationConsole(door, place, { ...watch, wrong: right }));
    const left = new StationConsole(door, LEFT_ALONE, watch);
    station.#leftAlone = left;
    await Promise.all([...station.#consoles, left].map((console) => console.signIn()));
    await left.bridge.call('session.lock', {});
    const flights = await flightsToSell(station.#file, random);
    station.#agents = station.#consoles.flatMap((at, console) =>
      Array.from({ length: AGENTS_PER_CONSOLE }, () => ({
        at,
        agent: new Agent(seededRandom(random.below(2 ** 31)), console, station.ledger, flights),
      })),
    );
    station.#work = Promise.all(station.#agents.map(({ agent, at }) => station.#sell(agent, at)));
    // Whoever fails while a fault is waited for is met at the end.
    station.#work.catch(() => {});
    await pass(CALM_MS);
    return station;
  }

  /** What happened so far. */
  get told(): string {
    const { sent } = this.ledger;
    return `${sent.length} commands, ${sent.filter(({ resent }) => resent).length} asked again; felt so far: ${JSON.stringify(this.#felt)}`;
  }

  /** How often this fault was felt until now, by what it does. */
  #feelings(fault: Fault): number {
    if (fault === 'loses') return this.#proxy?.lost ?? 0;
    return this.#consoles.reduce((sum, { late, broken }) => sum + (fault === 'late' ? late : broken), 0);
  }

  async #startHub(): Promise<string> {
    this.#hub = new HubProcess(
      this.#folder,
      ...(this.#run.secure ? ['--host', SECURE_HOST] : []),
      ...(this.#port === 0 ? [] : ['--port', String(this.#port)]),
    );
    const address = await this.#hub.ready;
    this.#port = Number(new URL(address).port);
    return address;
  }

  /** Sells through all faults; what has no answer is asked again under its request id before anything else. */
  async #sell(agent: Agent, at: StationConsole): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        await agent.sell(at, this.#stop.signal);
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
      }
    }
  }

  /** `given`: how long. */
  async suffer(fault: Fault, given: number | undefined): Promise<void> {
    const proxy = this.#proxy;
    assert(proxy, 'the network was made');
    const [least, most] = FAULT_MS;
    const chance = least + this.#random.below(most - least);
    const ms = given ?? (LONGEST.includes(fault) ? most : chance);
    const before = this.#feelings(fault);
    switch (fault) {
      case 'late':
        proxy.line = { latencyMs: LATE_MS, lossPercent: 0 };
        break;
      case 'loses':
        proxy.line = { latencyMs: 20, lossPercent: 5 };
        break;
      case 'cut':
        proxy.cut();
        break;
      case 'silent':
        proxy.line = { ...CLEAR, silent: true };
        break;
      case 'half-open':
        proxy.pullCables();
        break;
      case 'hub killed':
        await this.#hub?.kill();
        await this.#startHub();
        break;
      case 'hub stopped':
        this.ledger.stops++;
        await this.#hub?.stop();
        await this.#startHub();
        break;
    }
    await pass(ms);
    proxy.line = CLEAR;
    proxy.mend();
    await pass(CALM_MS);
    this.#felt[fault] = (this.#felt[fault] ?? 0) + this.#feelings(fault) - before;
    await this.#lookAtLocked(fault);
  }

  /** The console that was left alone has come back by itself, and asks for the PIN as before. */
  async #lookAtLocked(after: Fault): Promise<void> {
    assert(this.#leftAlone, 'a console was locked');
    const { bridge } = this.#leftAlone;
    const [state, holds] = await Promise.all([bridge.call('session.state', {}), bridge.call('holds.ofDesk', {})]);
    const locked = state.ok && state.value.session?.locked === true && !holds.ok && holds.refusal.code === 'SESSION_LOCKED';
    if (!locked) this.#opened.push(`the locked console is not locked after "${after}": ${JSON.stringify([state, holds])}`);
  }

  /** Stops selling, has every command answered, and holds the store against all that the consoles were told. */
  async end(): Promise<FaultResult> {
    this.#stop.abort();
    await this.#work;
    await Promise.all(this.#agents.map(({ agent, at }) => this.#settle(agent, at)));
    await moneyGivenBack(this.#file);
    const unheard = await this.#unheard();
    this.#clock?.stop();
    this.#clock = undefined;
    const problems = [...this.#opened, ...unheard, ...(await compareStore(this.#file, this.ledger))];
    this.#problems = problems;
    const { sent } = this.ledger;
    const resent = sent.filter((one) => one.resent).length;
    return { problems, commands: sent.length, resent, felt: this.#felt, foundDeadByHub: this.#proxy?.foundDeadByHub ?? 0 };
  }

  /** What a console did not hear of all that happened, once there was time for it. */
  async #unheard(): Promise<string[]> {
    const state = await this.#consoles[0]?.call('session.state', {});
    const newest = state?.ok ? state.value.event : 0;
    const missing = () =>
      this.#consoles.flatMap((console, at) => console.unheard(newest).map((event) => `console ${at} never heard event ${event}`));
    // What a deaf console has lost never comes.
    const turns = this.#run.wrong?.includes('deaf') ? 1 : HEARD_TURNS_MAX;
    for (let turn = 0; turn < turns && missing().length > 0; turn++) await pass(SECOND_MS);
    return missing();
  }

  async #settle(agent: Agent, at: StationConsole): Promise<void> {
    for (;;) {
      try {
        return await agent.settle(at);
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
      }
    }
  }

  async close(): Promise<void> {
    this.#stop.abort();
    for (const console of [...this.#consoles, ...(this.#leftAlone ? [this.#leftAlone] : [])]) console.close();
    this.#clock?.stop();
    await this.#proxy?.close();
    await this.#hub?.kill();
    // What went wrong is looked at afterwards, but not what had to.
    if (this.#problems?.length === 0 || this.#run.wrong) rmSync(this.#folder, { recursive: true, force: true });
  }
}
