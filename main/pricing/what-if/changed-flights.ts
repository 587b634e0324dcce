import {
  type ChangedCabin,
  type PresentLoads,
  UNCHANGED,
  type Unchanged,
  type UnchangedCabin,
} from '../../../shared/methods/pricing-what-if.ts';
import type { ComparedCabinPrice } from './compare-cabin.ts';
import { LargestRows } from './largest-rows.ts';

/** Rows of each list: what one looks at. The counts are of all flights. */
export const CHANGED_ROWS_MAX = 200;
const UNCHANGED_ROWS_MAX = 100;

/** What a row tells of its flight and cabin. */
export type CabinFacts = Omit<ChangedCabin, 'before' | 'after'>;

interface Money {
  cabins: number;
  before: number;
  after: number;
}

/**
 * What a draft does to flights as they are loaded now, counted flight by flight.
 * 1. A flight is up or down when all its cabins that change do so, and mixed when they go both ways.
 * 2. The largest change is the one of most percent, so that flights of all currencies are in one list. The largest in money is worked out
 *    for the seats that are left, and amounts of two currencies are not compared: the list is of the currency that came first.
 * 3. A flight that stays as it is for several reasons counts under the first of UNCHANGED.
 */
export class ChangedFlights {
  readonly #largest = new LargestRows<ChangedCabin>(CHANGED_ROWS_MAX);
  readonly #byMoney = new LargestRows<ChangedCabin>(CHANGED_ROWS_MAX);
  readonly #unchanged: UnchangedCabin[] = [];
  readonly #money = new Map<string, Money>();
  readonly #counts = { flights: 0, up: 0, down: 0, mixed: 0, cabins: 0, cabinsChanged: 0 };
  readonly #why: Record<Unchanged, number> = { narrower: 0, floor: 0, ceiling: 0, same: 0 };

  /** All cabins of one flight. */
  add(
    cabins: readonly {
      readonly facts: () => CabinFacts;
      readonly currency: string;
      readonly left: number;
      readonly price: ComparedCabinPrice;
    }[],
  ): void {
    const counts = this.#counts;
    let [up, down] = [false, false];
    let why = UNCHANGED.length - 1;
    for (const { facts, currency, left, price } of cabins) {
      const { before, after } = price;
      counts.cabins++;
      if (price.why !== undefined) {
        const reason = price.why;
        why = Math.min(why, UNCHANGED.indexOf(reason));
        if (this.#unchanged.length < UNCHANGED_ROWS_MAX) this.#unchanged.push({ ...facts(), price: before, why: reason });
        continue;
      }
      counts.cabinsChanged++;
      if (after > before) up = true;
      else down = true;
      this.#count(currency, before, after);
      const row = (): ChangedCabin => ({ ...facts(), before, after });
      const [first] = this.#money.keys();
      this.#largest.add(Math.abs(after - before) / Math.max(1, before), row);
      if (currency === first) this.#byMoney.add(Math.abs(after - before) * left, row);
    }
    counts.flights++;
    if (up && down) counts.mixed++;
    else if (up) counts.up++;
    else if (down) counts.down++;
    else this.#why[UNCHANGED[why] as Unchanged]++;
  }

  #count(currency: string, before: number, after: number): void {
    const money = this.#money.get(currency) ?? { cabins: 0, before: 0, after: 0 };
    money.cabins++;
    money.before += before;
    money.after += after;
    this.#money.set(currency, money);
  }

  get figures(): PresentLoads {
    return {
      ...this.#counts,
      why: { ...this.#why },
      // A mean of a million prices is a figure to read, and no price.
      means: Array.from(this.#money, ([currency, { cabins, before, after }]) => ({
        ...{ currency, cabins },
        before: Math.round(before / cabins),
        after: Math.round(after / cabins),
      })),
      largest: this.#largest.rows,
      byMoney: this.#byMoney.rows,
      unchanged: [...this.#unchanged],
    };
  }
}
