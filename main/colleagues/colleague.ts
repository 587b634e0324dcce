import { DAY_MS, dateOfDay, type Instant } from '../../shared/instants.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { SEAT_WISHES } from '../../shared/seat-wishes.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { madeUpNames, madeUpPhone } from '../training/made-up-names.ts';
import type { Ask } from './simulated-console.ts';

/** What becomes of a hold, and of a desk's turn, in shares. What is left of a hold is forgotten and lapses. */
const SOLD_SHARE = 0.65;
const RELEASED_SHARE = 0.15;
const CANCEL_SHARE = 0.1;
/** Of a hundred parties so many are two; of the others nearly all are one. */
const PAIRS_SHARE = 0.35;
/** The newest sales of a desk, from which it cancels. */
const SALES_KNOWN_MAX = 20;

export interface ColleagueOptions {
  readonly ask: Ask;
  readonly random: SeededRandom;
  readonly requestId: () => string;
  readonly now: () => Instant;
  /** The flight that this desk turns to next; undefined when none is on sale. */
  readonly flight: () => { readonly flightId: number; readonly cabins: readonly BookingView['legs'][number]['cabin'][] } | undefined;
}

/** One simulated agent at a simulated desk. It does one thing a turn: holds seats, or ends its hold as people do, or cancels a sale. */
export class Colleague {
  readonly #options: ColleagueOptions;
  #hold: BookingView | undefined;
  readonly #sold: number[] = [];

  constructor(options: ColleagueOptions) {
    this.#options = options;
  }

  /** A refusal is what people get too: the turn is over. */
  async act(): Promise<void> {
    const { random } = this.#options;
    const hold = this.#hold;
    this.#hold = undefined;
    if (hold && (hold.expiresAt ?? 0) > this.#options.now()) {
      const drawn = random.next();
      if (drawn < SOLD_SHARE) await this.#sell(hold);
      else if (drawn < SOLD_SHARE + RELEASED_SHARE) await this.#release(hold);
    } else if (this.#sold.length > 0 && random.next() < CANCEL_SHARE) await this.#cancel();
    else await this.#place();
  }

  async #place(): Promise<void> {
    const { ask, random, requestId, flight } = this.#options;
    const chosen = flight();
    if (!chosen) return;
    const { flightId } = chosen;
    const cabin = chosen.cabins.at(random.next() < 0.9 ? -1 : 0);
    if (!cabin) return;
    const size = random.next() < PAIRS_SHARE ? 2 : 1 + (random.next() < 0.1 ? 2 : 0);
    const passengers = Array.from({ length: size }, () => ({ type: 'ADT' as const, infant: false, assistance: false }));
    const best = await ask('flights.bestSeats', { flightId, cabin, party: passengers, wish: random.pick(SEAT_WISHES) });
    if (!best.ok || best.value.choices.length === 0) return;
    const { seats } = random.pick(best.value.choices);
    const held = await ask('holds.place', {
      requestId: requestId(),
      legs: [{ flightId, cabin, seats: [...seats] }],
      passengers,
      exitRowConfirmed: true,
    });
    if (held.ok) this.#hold = held.value;
  }

  async #sell({ bookingId, party, total, legs }: BookingView): Promise<void> {
    const { ask, random, requestId } = this.#options;
    const departs = legs[0]?.departsAt ?? 0;
    const born = (age: number) => dateOfDay(Math.floor((departs - (age + 0.5) * 365.25 * DAY_MS) / DAY_MS));
    const types = party.map(({ type }) => (type === 'CHD' ? type : 'ADT'));
    const names = madeUpNames(random, types, { family: party.length > 2, born });
    const sold = await ask('bookings.confirm', {
      requestId: requestId(),
      bookingId,
      passengers: names.map((name) => ({ ...name, with: null })),
      contact: { phone: madeUpPhone(random), email: '', askedBy: `${names[0]?.given} ${names[0]?.surname}` },
      tenders: [{ kind: 'cash', amount: total, given: total }],
    });
    if (!sold.ok) return;
    this.#sold.push(bookingId);
    if (this.#sold.length > SALES_KNOWN_MAX) this.#sold.shift();
  }

  async #release({ bookingId }: BookingView): Promise<void> {
    const { ask, requestId } = this.#options;
    await ask('holds.release', { requestId: requestId(), bookingId });
  }

  async #cancel(): Promise<void> {
    const { ask, random, requestId } = this.#options;
    const [bookingId] = this.#sold.splice(random.below(this.#sold.length), 1);
    if (bookingId === undefined) return;
    const quote = await ask('bookings.cancelQuote', { requestId: requestId(), bookingId });
    if (quote.ok) await ask('bookings.cancel', { requestId: requestId(), bookingId, offerId: quote.value.offerId });
  }
}
