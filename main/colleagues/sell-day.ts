import { setImmediate as nextTurn } from 'node:timers/promises';
import { DAY_MS, HOUR_MS, type Instant, instant } from '../../shared/instants.ts';
import { SYSTEM } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Timer } from '../hub/timer.ts';
import type { UnsoldFlightRow } from '../queries/unsold-flights.ts';
import type { Reference } from '../reference/reference.ts';
import { offsetAt } from '../reference/zone-time.ts';
import type { TrainingDay } from '../store/tables/training-day.ts';
import { type PlannedSales, planSales } from '../training/plan-sales.ts';
import type { TrainingSale } from '../training/training-sale.ts';

/** Sales in one command. The writer needs some tens of milliseconds for them, in which other commands wait. */
const SALES_AT_ONCE = 200;
/** Commands that wait at the writer, so that it is never idle between two. */
const UNDER_WAY = 3;
/** Flights that are planned between two turns of the event loop. */
const PLANNED_AT_ONCE = 20;
/** Rest after each command in the background, in milliseconds. Sales and boards come first. */
const REST_MS = 50;
/** Refusals after which the next sales are tried all the same: somebody else has these seats. */
const GOES_ON: ReadonlySet<string> = new Set(['SEAT_SOLD', 'SEAT_HELD', 'CABIN_FULL']);

export interface SellDayOptions {
  readonly hub: Pick<InnerHub, 'now' | 'look' | 'change'>;
  readonly reference: Pick<Reference, 'airport' | 'seatPlan'>;
  readonly home: string;
  readonly timer: Timer;
}

/**
 * Sells the day of a training store: what simulated people have bought before a trainee comes.
 *
 * The problem: three days of a large airport are some 80,000 bookings, which take a processor ten seconds and more. A start must show a board in
 * less than five.
 * 1. The departures of home come first, in the order in which they were sold, so that the journal of a new store tells a past of months. Nobody
 *    has to wait for all of them: boards fill while people sign in. Once a person has done something, what comes later is dated after it.
 * 2. Then some flights are cancelled, and the store keeps how far it has come. A start after a crash plans the same sales again, because the plan
 *    is seeded, and leaves out those that are there.
 * 3. Flights into home follow in the background: one command, a rest, the next.
 */
export class SellDay {
  readonly #options: SellDayOptions;
  #stopped = false;
  #round = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #endRest = () => {};

  constructor(options: SellDayOptions) {
    this.#options = options;
  }

  /** `day`: how far the store has come. Resolves when the departures of home are sold. */
  sell(day: TrainingDay): Promise<void> {
    // Departures of home do not wait for what is sold in the background.
    const round = ++this.#round;
    this.#endRest();
    const sold = this.#turn.then(() => this.#sellFromHome(day));
    this.#turn = sold.then(() => this.#sellIntoHome(round)).catch(() => {});
    return sold;
  }

  /** Sells nothing from now on. Resolves when the last command is done. */
  async close(): Promise<void> {
    this.#stopped = true;
    this.#endRest();
    await this.#turn;
  }

  async #sellFromHome(day: TrainingDay): Promise<void> {
    const { hub, home } = this.#options;
    const now = hub.now();
    const afterId = day.home === home ? day.soldTo : 0;
    // A new store tells of today's departures too.
    const flights = await this.#unsold('from-home', afterId, day.soldTo === 0 ? now - 2 * DAY_MS : now + HOUR_MS);
    const planned = await this.#plan(flights, now);
    const sales = planned.flatMap((one) => one.sales).sort((a, b) => a.at - b.at);
    const done = await this.#sendAll(sales);
    if (!done) return;
    const flightIds = flights.filter((_, place) => planned[place]?.cancelled).map(({ id }) => id);
    if (flightIds.length > 0) await hub.change('training.cancelFlights', { flightIds }, SYSTEM, null);
    const soldTo = flights.reduce((most, { id }) => Math.max(most, id), afterId);
    await hub.change('training.sell', { sales: [], day: { home, soldTo } }, SYSTEM, null);
  }

  async #sellIntoHome(round: number): Promise<void> {
    const now = this.#options.hub.now();
    const over = () => this.#stopped || round !== this.#round;
    for (const flight of await this.#unsold('into-home', 0, now + HOUR_MS)) {
      if (over()) return;
      const [planned] = await this.#plan([flight], now);
      if (planned && !(await this.#send(planned.sales))) return;
      if (!over()) await this.#rest();
    }
  }

  async #unsold(which: 'from-home' | 'into-home', afterId: number, after: number): Promise<readonly UnsoldFlightRow[]> {
    const { hub, home } = this.#options;
    const found = await hub.look('training.unsold', { home, which, afterId, after });
    return found.ok ? found.value : [];
  }

  /** In pieces, so that a console that connects meanwhile is answered. */
  async #plan(flights: readonly UnsoldFlightRow[], now: Instant): Promise<PlannedSales[]> {
    const { reference } = this.#options;
    const planned: PlannedSales[] = [];
    for (const { id, origin, departs_at: departsAt, seat_map } of flights) {
      if (planned.length % PLANNED_AT_ONCE === PLANNED_AT_ONCE - 1) await nextTurn();
      const plan = reference.seatPlan(seat_map);
      const zone = reference.airport(origin)?.zone;
      if (!plan || zone === undefined || this.#stopped) planned.push({ cancelled: false, sales: [] });
      else {
        const localHour = Math.floor(((departsAt + offsetAt(zone, departsAt)) % DAY_MS) / HOUR_MS);
        planned.push(planSales({ id, departsAt: instant(departsAt), localHour, plan }, now));
      }
    }
    return planned;
  }

  /** Several commands under way, in their order. False: they were refused, or it was stopped. */
  async #sendAll(sales: readonly TrainingSale[]): Promise<boolean> {
    const underWay: Promise<boolean>[] = [];
    for (let from = 0; from < sales.length; from += SALES_AT_ONCE) {
      if (this.#stopped) break;
      underWay.push(this.#send(sales.slice(from, from + SALES_AT_ONCE)));
      if (underWay.length < UNDER_WAY) continue;
      const first = underWay.shift();
      if (await first) continue;
      await Promise.all(underWay);
      return false;
    }
    const rest = await Promise.all(underWay);
    return !this.#stopped && rest.every(Boolean);
  }

  async #send(sales: readonly TrainingSale[]): Promise<boolean> {
    const sold = await this.#options.hub.change('training.sell', { sales }, SYSTEM, null);
    return sold.ok || GOES_ON.has(sold.refusal.code);
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
