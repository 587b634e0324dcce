import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type SeededRandom, seededRandom } from '../../main/seeded-random.ts';
import { assert } from '../../shared/assert.ts';
import { layQuietTraining } from '../support/quiet-training.ts';
import { Agent, answerOf } from './agent.ts';
import { compareStore, doneBefore } from './compare-store.ts';
import { DeskConsole, Unanswered, type Watch } from './desk-console.ts';
import { flightsToSell } from './flights-to-sell.ts';
import { HubProcess } from './hub-process.ts';
import { type KillMoment, killMoment, momentText } from './kill-moment.ts';
import { Ledger, type Sent } from './ledger.ts';
import { liftLimits } from './lift-limits.ts';
import { moneyGivenBack } from './money-given-back.ts';

export interface KillRun {
  readonly kills: number;
  readonly seed: number;
  /** Hubs at once, each on a store of its own. */
  readonly jobs: number;
  readonly progress: (line: string) => void;
}

export interface KillResult {
  readonly problems: readonly string[];
  readonly commands: number;
  readonly acknowledged: number;
  /** Left unanswered by a kill and asked again; how many of those the store had done already. */
  readonly resent: number;
  readonly resentDone: number;
  /** From each start of a process until it let people in. */
  readonly readyMs: readonly number[];
}

/** A store that has lived through so many kills makes room for a fresh one, so that the first start is killed too. */
const KILLS_PER_STORE = 10;
const CONSOLES = [
  { user: 'ruiz', desk: 'T1-04' },
  { user: 'weber', desk: 'T2-11' },
  { user: 'osei', desk: 'T1-01' },
] as const;
const AGENTS_PER_CONSOLE = 8;
const ASKED_AGAIN = 8;

/** Kills hubs that sell, again and again, and holds their stores against what they had acknowledged. Stops at the first problem. */
export async function runKills({ kills, seed, jobs, progress }: KillRun): Promise<KillResult> {
  const result = { problems: [] as string[], commands: 0, acknowledged: 0, resent: 0, resentDone: 0, readyMs: [] as number[] };
  const lives = Array.from({ length: Math.ceil(kills / KILLS_PER_STORE) }, (_, life) => ({
    life,
    kills: Math.min(KILLS_PER_STORE, kills - life * KILLS_PER_STORE),
  }));
  let killed = 0;
  const work = async () => {
    for (let next = lives.shift(); next && result.problems.length === 0; next = lives.shift()) {
      // Each life has chance of its own, so that it goes the same way whatever runs beside it.
      const life = new StoreLife(seededRandom(seed * 1_000 + next.life), `crash-${seed}-${next.life}`);
      await life.live(next.kills, (moment) =>
        progress(`kill ${++killed} of ${kills}: store ${next.life}, ${momentText(moment)}, ${life.ledger.sent.length} commands so far`),
      );
      const { sent, unanswered } = life.ledger;
      result.problems.push(...life.problems);
      result.commands += sent.length;
      result.acknowledged += sent.length - unanswered.length;
      result.resent += sent.filter(({ resent }) => resent).length;
      result.resentDone += life.resentDone;
      result.readyMs.push(...life.readyMs);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return result;
}

/** One store from its making on, the desks that sell on it, and the hubs that come and go. */
class StoreLife {
  readonly ledger: Ledger;
  readonly problems: string[] = [];
  readonly readyMs: number[] = [];
  resentDone = 0;
  readonly #random: SeededRandom;
  readonly #folder = mkdtempSync(join(tmpdir(), 'aisle-crash-'));
  readonly #file = join(this.#folder, 'training.sqlite');
  #agents: Agent[] = [];
  #hub: HubProcess | undefined;

  constructor(random: SeededRandom, name: string) {
    this.#random = random;
    this.ledger = new Ledger(name);
    // Simulated desks would sell what no ledger knows.
    layQuietTraining(this.#folder);
  }

  /** Kills so often, then starts once more and looks at what is left. */
  async live(kills: number, killed: (moment: KillMoment) => void): Promise<void> {
    try {
      for (let kill = 0; kill < kills && this.problems.length === 0; kill++) {
        const moment = killMoment(this.#random);
        await this.#untilKilled(moment);
        killed(moment);
      }
      if (this.problems.length === 0) await this.#end();
    } finally {
      await this.#hub?.kill();
      // What went wrong is looked at afterwards.
      if (this.problems.length === 0) rmSync(this.#folder, { recursive: true, force: true });
    }
  }

  /** Starts the hub, lets the desks go on, and kills it at the given moment. */
  async #untilKilled(moment: KillMoment): Promise<void> {
    this.#hub = new HubProcess(this.#folder);
    if (moment.kind === 'starting') {
      await wait(moment.ms);
      await this.#hub.kill();
      return;
    }
    const counts = { sent: 0, answered: 0 };
    let selling = false;
    const count = (kind: 'sent' | 'answered') => () => {
      if (selling && moment.kind === kind && ++counts[kind] === moment.count) void wait(moment.ms).then(() => this.#hub?.kill());
    };
    const consoles = await this.#openConsoles({ sent: count('sent'), answered: count('answered') });
    await this.#settle(consoles);
    if (this.problems.length > 0) return;
    selling = true;
    const stop = new AbortController();
    const work = this.#atConsoles(consoles, (agent, at) => agent.sell(at, stop.signal));
    if (moment.kind === 'selling') await wait(moment.ms).then(() => this.#hub?.kill());
    await work;
    await Promise.all(consoles.map(({ gone }) => gone));
    await this.#hub.ended;
  }

  /** Starts the hub once more, compares, and stops it as people do. */
  async #end(): Promise<void> {
    this.#hub = new HubProcess(this.#folder);
    const consoles = await this.#openConsoles({ sent: () => {}, answered: () => {} });
    await this.#settle(consoles);
    await this.#hub.stop();
  }

  async #openConsoles(watch: Pick<Watch, 'sent' | 'answered'>): Promise<DeskConsole[]> {
    assert(this.#hub, 'a hub was started');
    const address = await this.#hub.ready;
    this.readyMs.push(this.#hub.readyMs);
    const heard: Watch['heard'] = (event) => this.ledger.hear(event);
    const consoles = await Promise.all(CONSOLES.map(({ user, desk }) => DeskConsole.signIn(address, user, desk, { ...watch, heard })));
    if (this.#agents.length === 0) {
      await liftLimits(address);
      const flights = await flightsToSell(this.#file, this.#random);
      const count = CONSOLES.length * AGENTS_PER_CONSOLE;
      this.#agents = Array.from({ length: count }, (_, place) => {
        const own = seededRandom(this.#random.below(2 ** 31));
        return new Agent(own, place % CONSOLES.length, this.ledger, flights);
      });
    }
    return consoles;
  }

  /** Asks again what a kill left unanswered, and some of what was answered; then nothing may be missing and nothing too much. */
  async #settle(consoles: readonly DeskConsole[]): Promise<void> {
    const open = this.ledger.unanswered.map(({ input }) => input.requestId);
    this.resentDone += await doneBefore(this.#file, open);
    await this.#atConsoles(consoles, (agent, at) => agent.settle(at));
    await this.#askAgain(consoles);
    await moneyGivenBack(this.#file);
    const problems = await compareStore(this.#file, this.ledger);
    this.problems.push(...problems.map((problem) => `${problem} (store kept in ${this.#folder})`));
  }

  async #askAgain(consoles: readonly DeskConsole[]): Promise<void> {
    const answered = this.ledger.sent.filter(({ reply }) => reply !== undefined);
    if (answered.length === 0) return;
    const picked = Array.from({ length: ASKED_AGAIN }, () => this.#random.pick(answered));
    const again = async (sent: Sent) => {
      const at = consoles[sent.console];
      assert(at, 'the desk that sent it is there again');
      const reply = await answerOf(at, sent);
      if (!isDeepStrictEqual(reply, sent.reply))
        this.problems.push(`${sent.input.requestId} ${sent.method} is answered otherwise after a kill`);
    };
    await Promise.all(picked.map(again));
  }

  /** Every agent at the console where they always sit; a hub that goes away ends their work, nothing else does. */
  async #atConsoles(consoles: readonly DeskConsole[], work: (agent: Agent, at: DeskConsole) => Promise<void>): Promise<void> {
    const each = this.#agents.map(async (agent) => {
      const at = consoles[agent.console];
      assert(at, 'there is a console for each agent');
      await work(agent, at);
    });
    for (const end of await Promise.allSettled(each))
      if (end.status === 'rejected' && !(end.reason instanceof Unanswered)) throw end.reason;
  }
}
