import { assert } from '../../shared/assert.ts';
import { isAbout } from '../../shared/event-effects.ts';
import { later, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import { SETTING_RULES } from '../../shared/setting-rules.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Log } from '../hub/log.ts';
import type { Timer } from '../hub/timer.ts';
import { type SeededRandom, seededRandom } from '../seeded-random.ts';
import { simulatedDesk } from '../training/simulated-desks.ts';
import { Colleague } from './colleague.ts';
import { FlightsOnSale } from './flights-on-sale.ts';
import { type Ask, type Door, simulatedConsole } from './simulated-console.ts';

type Pace = (typeof SETTING_RULES)['colleagues']['choices'][number]['value'];

/** How many desks are at work, and how often one of them has its turn, on average. */
const PACES: Readonly<Record<Pace, { readonly desks: number; readonly everyMs: number }>> = {
  off: { desks: 0, everyMs: 2 * SECOND_MS },
  calm: { desks: 3, everyMs: 4 * SECOND_MS },
  busy: { desks: 8, everyMs: SECOND_MS },
  rush: { desks: 20, everyMs: 200 },
};

/** No flight is chosen that leaves sooner: sales close 30 minutes before departure unless the house set it otherwise. */
const LEAVES_AFTER_MS = 45 * MINUTE_MS;

export interface ColleaguesOptions {
  readonly mode: 'training' | 'live';
  readonly hub: Pick<InnerHub, 'now' | 'on' | 'ask' | 'newestEvent' | 'clockState'>;
  /** The dispatcher, as any console calls it. */
  readonly door: Door;
  readonly timer: Timer;
  readonly log: Log;
  readonly home: { readonly airport: string; readonly zone: string };
  /** Whether somebody is signed in at a console that is not locked. */
  readonly attended: () => boolean;
  readonly seed: number;
}

/**
 * Simulated desks that work beside the trainees of a training store, so that boards move and seats vanish while one looks at them.
 * 1. They call through the dispatcher, as every console does, so they can do nothing that an agent cannot, and get the same refusals.
 * 2. They do nothing while nobody is signed in, or while the time is doubtful. Otherwise a hub that stays on for a night would sell out.
 * 3. What they draw is seeded. Admin, Settings says how much they do.
 * 4. They are never made for a live store.
 */
export class Colleagues {
  readonly #options: ColleaguesOptions;
  readonly #random: SeededRandom;
  readonly #flights: FlightsOnSale;
  readonly #desks: { readonly ask: Ask; readonly colleague: Colleague }[] = [];
  readonly #unhear: () => void;
  #pace: Pace = 'off';
  #disarm: (() => void) | undefined;
  #turn: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: ColleaguesOptions) {
    assert(options.mode === 'training', 'colleagues are simulated in training alone');
    const { hub, home, seed } = options;
    this.#options = options;
    this.#random = seededRandom(seed);
    this.#flights = new FlightsOnSale(home, this.#random);
    let requests = 0;
    const run = hub.newestEvent;
    const most = Math.max(...Object.values(PACES).map(({ desks }) => desks));
    for (let number = 1; number <= most; number++) {
      const ask = simulatedConsole(options.door, simulatedDesk(number));
      const colleague = new Colleague({
        ask,
        random: this.#random,
        requestId: () => `simulated-${run}-${++requests}`,
        now: () => hub.now(),
        flight: () => this.#flights.choose(later(hub.now(), LEAVES_AFTER_MS)),
      });
      this.#desks.push({ ask, colleague });
    }
    this.#unhear = hub.on((events) => {
      this.#flights.hear(events);
      if (events.some((event) => isAbout(event, 'setting') && event.data.subject === SETTING_RULES.colleagues.subject))
        void this.#readPace();
    });
  }

  /** Reads the setting and begins. */
  async start(): Promise<void> {
    await this.#readPace();
  }

  /** A person has opened this flight, so that some turns go to it. */
  watch(flightId: number): void {
    this.#flights.watch(flightId);
  }

  /** No turn begins from now on. Resolves when the turn under way is over. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#unhear();
    this.#disarm?.();
    await this.#turn;
  }

  async #readPace(): Promise<void> {
    const ask = this.#desks[0]?.ask;
    const settings = await ask?.('settings.get', {});
    if (settings?.ok) this.#pace = settings.value.colleagues as Pace;
    this.#arm();
  }

  #arm(): void {
    this.#disarm?.();
    this.#disarm = undefined;
    if (this.#closed || this.#pace === 'off') return;
    // Between half and one and a half of the mean, so that desks do not beat like a clock.
    const ms = Math.round(PACES[this.#pace].everyMs * (0.5 + this.#random.next()));
    this.#disarm = this.#options.timer.after(ms, () => {
      this.#turn = this.#turn.then(() => this.#take()).finally(() => this.#arm());
    });
  }

  async #take(): Promise<void> {
    const { hub, attended, log } = this.#options;
    if (this.#closed || !attended() || hub.clockState.standing === 'doubtful') return;
    const desk = this.#desks[this.#random.below(PACES[this.#pace].desks)];
    if (!desk) return;
    try {
      await this.#flights.read(desk.ask, hub.now());
      await desk.colleague.act();
    } catch (error) {
      log.error({ problem: error instanceof Error ? error.name : 'unknown' }, 'A simulated desk could not have its turn.');
    }
  }
}
