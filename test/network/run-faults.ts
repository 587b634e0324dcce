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
import { layQuietTraining } from '../support/quiet-training.ts';
import { pass, startFastClock } from './fast-clock.ts';
import { CLEAR, FaultProxy } from './fault-proxy.ts';
import { StationConsole } from './station-console.ts';

export const FAULTS = ['late', 'loses', 'cut', 'half-open', 'hub killed'] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultRun {
  readonly seed: number;
  readonly faults: readonly Fault[];
  readonly progress?: (line: string) => void;
  /** A negative control: consoles ask again under another request id, as no console may. */
  readonly forgetful?: boolean;
}

export interface FaultResult {
  readonly problems: readonly string[];
  readonly commands: number;
  /** Asked again by their agents, because nobody knew whether they were done. */
  readonly resent: number;
  /** Connections that broke. */
  readonly broken: number;
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
/** Seconds that the last events may take to every console. */
const HEARD_TURNS_MAX = 60;
const CALM_MS = 5 * SECOND_MS;

/**
 * Sells at consoles whose network fails in one way after the other, and whose hub is killed. In the end every command has one answer, every
 * acknowledged sale stands, and the store is what its consoles were told.
 */
export async function runFaults({ seed, faults, progress = () => {}, forgetful = false }: FaultRun): Promise<FaultResult> {
  const station = await Station.open(seededRandom(seed), `network-${seed}`, forgetful);
  try {
    for (const fault of faults) {
      await station.suffer(fault);
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
  readonly #forgetful: boolean;
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
  #clock: { readonly stop: () => void } | undefined;
  #agents: { readonly agent: Agent; readonly at: StationConsole }[] = [];
  #work: Promise<unknown> = Promise.resolve();
  #problems: readonly string[] | undefined;

  private constructor(random: SeededRandom, name: string, forgetful: boolean) {
    this.#random = random;
    this.#forgetful = forgetful;
    this.ledger = new Ledger(name);
    layQuietTraining(this.#folder);
  }

  static async open(random: SeededRandom, name: string, forgetful: boolean): Promise<Station> {
    const station = new Station(random, name, forgetful);
    await liftLimits(await station.#startHub());
    const proxy = await FaultProxy.open(() => station.#port, random);
    station.#proxy = proxy;
    const door = { address: proxy.address };
    station.#clock = startFastClock();
    station.#consoles = PLACES.map((place) => new StationConsole(door, place, { ledger: station.ledger, forgetful }));
    const left = new StationConsole(door, LEFT_ALONE, { ledger: station.ledger });
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
    return `${sent.length} commands, ${sent.filter(({ resent }) => resent).length} asked again, ${this.#broken} connections broken so far`;
  }

  get #broken(): number {
    return this.#consoles.reduce((sum, console) => sum + console.broken, 0);
  }

  async #startHub(): Promise<string> {
    this.#hub = new HubProcess(this.#folder, ...(this.#port === 0 ? [] : ['--port', String(this.#port)]));
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

  async suffer(fault: Fault): Promise<void> {
    const proxy = this.#proxy;
    assert(proxy, 'the network was made');
    const [least, most] = FAULT_MS;
    const ms = least + this.#random.below(most - least);
    switch (fault) {
      case 'late':
        proxy.line = { latencyMs: SECOND_MS, lossPercent: 0 };
        break;
      case 'loses':
        proxy.line = { latencyMs: 20, lossPercent: 5 };
        break;
      case 'cut':
        proxy.cut();
        break;
      case 'half-open':
        proxy.pullCables();
        break;
      case 'hub killed':
        await this.#hub?.kill();
        await this.#startHub();
        break;
    }
    await pass(fault === 'cut' ? most : ms);
    proxy.line = CLEAR;
    proxy.mend();
    await pass(CALM_MS);
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
    return { problems, commands: sent.length, resent: sent.filter(({ resent }) => resent).length, broken: this.#broken };
  }

  /** What a console did not hear of all that happened, once there was time for it. */
  async #unheard(): Promise<string[]> {
    const state = await this.#consoles[0]?.call('session.state', {});
    const newest = state?.ok ? state.value.event : 0;
    const missing = () =>
      this.#consoles.flatMap((console, at) => console.unheard(newest).map((event) => `console ${at} never heard event ${event}`));
    for (let turn = 0; turn < HEARD_TURNS_MAX && missing().length > 0; turn++) await pass(SECOND_MS);
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
    if (this.#problems?.length === 0 || this.#forgetful) rmSync(this.#folder, { recursive: true, force: true });
  }
}
