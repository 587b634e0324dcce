import { setImmediate as nextTurn } from 'node:timers/promises';
import { DAY_MS, HOUR_MS, type Instant, instant } from '../../shared/instants.ts';
import { SYSTEM } from '../actor.ts';
import { AFTER_WRITING } from '../commands/sell-training.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { UnsoldFlightRow, UnsoldFlights } from '../queries/unsold-flights.ts';
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

export interface FlightSellerOptions {
  readonly hub: Pick<InnerHub, 'now' | 'look' | 'change'>;
  readonly reference: Pick<Reference, 'airportAt' | 'airportOn' | 'airportsOf' | 'seatPlan'>;
}

/** Plans and sells flights of a training store. In which order, and which, is for others to say. */
export class FlightSeller {
  readonly #options: FlightSellerOptions;
  #stopped = false;

  constructor(options: FlightSellerOptions) {
    this.#options = options;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Sells nothing from now on. */
  stop(): void {
    this.#stopped = true;
  }

  async unsold(which: UnsoldFlights): Promise<readonly UnsoldFlightRow[]> {
    const found = await this.#options.hub.look('training.unsold', which);
    return found.ok ? found.value : [];
  }

  /** Sells flights in the order of their sales, several commands under way. False: they were refused, or it was stopped. */
  async sellTogether(flights: readonly UnsoldFlightRow[]): Promise<boolean> {
    const now = this.#options.hub.now();
    const planned: PlannedSales[] = [];
    for (const flight of flights) {
      // In pieces, so that a console that connects meanwhile is answered.
      if (planned.length % PLANNED_AT_ONCE === PLANNED_AT_ONCE - 1) await nextTurn();
      if (this.#stopped) return false;
      planned.push(this.#plan(flight, now));
    }
    const sales = planned.flatMap((one) => one.sales).sort((a, b) => a.at - b.at);
    if (!(await this.#sendAll(sales))) return false;
    return this.#cancel(flights.filter((_, place) => planned[place]?.cancelled));
  }

  /** Sells one flight in one command, so that it is sold or not, and nothing between. False: it was refused, or it was stopped. */
  async sellOne(flight: UnsoldFlightRow): Promise<boolean> {
    if (this.#stopped) return false;
    const { cancelled, sales } = this.#plan(flight, this.#options.hub.now());
    if (!(await this.#send(sales))) return false;
    return cancelled ? this.#cancel([flight]) : true;
  }

  /** Keeps how far the day has come. */
  async keep(day: TrainingDay): Promise<void> {
    await this.#options.hub.change('training.sell', { sales: [], day }, SYSTEM, null);
  }

  #plan({ id, origin, departs_at: departsAt, seat_map }: UnsoldFlightRow, now: Instant): PlannedSales {
    const { reference } = this.#options;
    const plan = reference.seatPlan(seat_map);
    const zone = reference.airportAt(origin, departsAt)?.zone;
    if (!plan || zone === undefined) return { cancelled: false, sales: [] };
    const localHour = Math.floor(((departsAt + offsetAt(zone, departsAt)) % DAY_MS) / HOUR_MS);
    return planSales({ id, departsAt: instant(departsAt), localHour, plan }, now);
  }

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
    // Where somebody else has these seats, the next sales are tried all the same.
    return sold.ok || AFTER_WRITING.has(sold.refusal.code);
  }

  async #cancel(flights: readonly UnsoldFlightRow[]): Promise<boolean> {
    if (flights.length === 0) return true;
    return (await this.#options.hub.change('training.cancelFlights', { flightIds: flights.map(({ id }) => id) }, SYSTEM, null)).ok;
  }
}
