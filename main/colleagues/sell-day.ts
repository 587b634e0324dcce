import { DAY_MS } from '../../shared/instants.ts';
import type { Timer } from '../hub/timer.ts';
import type { UnsoldFlightRow } from '../queries/unsold-flights.ts';
import type { TrainingDay } from '../store/tables/training-day.ts';
import { FlightSeller, type FlightSellerOptions } from './flight-seller.ts';
import type { Look } from './looked-at.ts';
import { OtherDepartures } from './other-departures.ts';

/** Rest after each flight in the background, in milliseconds. Sales and boards come first. */
const REST_MS = 50;

export interface SellDayOptions extends FlightSellerOptions {
  readonly home: string;
  readonly timer: Timer;
}

/**
 * Sells the day of a training store: what simulated people have bought before a trainee comes.
 *
 * The problem: three days of a large airport are some 80,000 bookings, which take a processor ten seconds and more, and three days of all airports
 * two and a half million. A start must show a board in less than five.
 * 1. The departures of home come first, in the order in which they were sold, so that the journal of a new store tells a past of months. Nobody
 *    has to wait for all of them: boards fill while people sign in. Once a person has changed something, what comes later is dated after it.
 * 2. Then some flights are cancelled, and the store keeps how far it has come. A start after a crash plans the same sales again, because the plan
 *    is seeded, and leaves out those that are there.
 * 3. Departures of another airport are sold when a desk looks at them, flight by flight: `OtherDepartures`.
 * 4. Flights into home follow in the background: one flight, a rest, the next.
 */
export class SellDay {
  readonly #options: SellDayOptions;
  readonly #seller: FlightSeller;
  readonly #others: OtherDepartures;
  #day: TrainingDay | undefined;
  /** Who waits for the departures of home. */
  readonly #waiting: (() => void)[] = [];
  #run: Promise<void> | undefined;
  #endRest = () => {};

  constructor(options: SellDayOptions) {
    this.#options = options;
    this.#seller = new FlightSeller(options);
    this.#others = new OtherDepartures({ ...options, seller: this.#seller, keep: (others) => this.#keep({ others }) });
  }

  /** `day`: how far the store has come. Resolves when the departures of home are sold, or cannot be sold now. */
  sell(day: TrainingDay): Promise<void> {
    if (!this.#day) {
      this.#day = day;
      this.#others.begin(day.others);
    }
    if (this.#seller.stopped) return Promise.resolve();
    return new Promise((sold) => {
      this.#waiting.push(sold);
      this.#goOn();
    });
  }

  /** A desk looks at the departures of some airports, or at one flight. Does nothing before the day is sold, or where none is. */
  async lookAt(look: Look): Promise<void> {
    if (!this.#day || this.#seller.stopped) return;
    if ('place' in look) {
      for (const { code } of this.#options.reference.airportsOf(look.place)) this.#others.lookAt(code, look.date);
    } else {
      const found = await this.#options.hub.look('training.departure', look);
      if (found.ok && found.value) this.#others.lookAt(found.value.airport, found.value.date, look.flightId);
    }
    if (this.#others.waits) this.#goOn();
  }

  /** Sells nothing from now on. Resolves when the last command is done. */
  async close(): Promise<void> {
    this.#seller.stop();
    this.#endRest();
    await this.#run;
  }

  async #sellFromHome(): Promise<void> {
    const { hub, home } = this.#options;
    const day = this.#day;
    if (!day) return;
    const now = hub.now();
    const afterId = day.home === home ? day.soldTo : 0;
    // A new store tells of today's departures too.
    const after = day.soldTo === 0 ? now - 2 * DAY_MS : now;
    const flights = await this.#seller.unsold({ which: 'from-home', home, afterId, after });
    if (!(await this.#seller.sellTogether(flights))) return;
    await this.#keep({ home, soldTo: flights.reduce((most, { id }) => Math.max(most, id), afterId) });
  }

  async #keep(part: Partial<TrainingDay>): Promise<void> {
    if (!this.#day) return;
    this.#day = { ...this.#day, ...part };
    await this.#seller.keep(this.#day);
  }

  /** Nobody waits for a rest who sells departures of home, or those that a desk looks at, or who closes. */
  get #hurried(): boolean {
    return this.#waiting.length > 0 || this.#others.waits || this.#seller.stopped;
  }

  #goOn(): void {
    this.#endRest();
    // What could not be sold now is sold after the next start.
    this.#run ??= this.#sellAll().catch(() => {});
  }

  async #sellAll(): Promise<void> {
    const { hub, home } = this.#options;
    try {
      let intoHome: UnsoldFlightRow[] | undefined;
      while (!this.#seller.stopped) {
        const waiting = this.#waiting.splice(0);
        if (waiting.length > 0) {
          await this.#sellFromHome().finally(() => {
            for (const sold of waiting) sold();
          });
        } else if (this.#others.waits) {
          await this.#others.step();
          // Some of them fly home.
          intoHome = undefined;
        } else {
          intoHome ??= [...(await this.#seller.unsold({ which: 'into-home', home, after: hub.now() }))];
          const flight = intoHome.shift();
          if (!flight || !(await this.#seller.sellOne(flight))) return;
          if (!this.#hurried) await this.#rest();
        }
      }
    } finally {
      // Not later: whoever comes now must find that nothing runs.
      this.#run = undefined;
      for (const sold of this.#waiting.splice(0)) sold();
    }
  }

  #rest(): Promise<void> {
    return new Promise((rested) => {
      const cancel = this.#options.timer.after(REST_MS, rested);
      this.#endRest = () => {
        cancel();
        rested();
      };
    });
  }
}
