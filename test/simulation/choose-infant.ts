import type { SeededRandom } from '../../main/seeded-random.ts';
import type { ActionOf, ChangeAsked, Draft } from './action.ts';
import type { Around } from './around.ts';
import type { ModelBooking } from './model/model.ts';
import { PROMOTED } from './model/policies.ts';
import type { Staff } from './world.ts';

/** One step in so many. */
const INFANT_ONE_IN = 22;
/** One hold of several in so many has an infant in a seat of its own. */
const SEATED_ONE_IN = 8;
/** Bookings that were placed last. */
const LAST = 16;
/** So many steps later nobody waits any more for a quote. */
const PATIENCE = 20;

/** Chooses infants: with a seat of their own from the first flight on, on the lap of who travels already, and left at home. */
export class ChooseInfant {
  readonly #around: Around;
  /** A change that was asked for, and how many quotes there were before. */
  #asked: { readonly of: number; readonly as: Staff; readonly before: number } | undefined;
  #waited = 0;

  constructor(around: Around) {
    this.#around = around;
  }

  next(): Draft | undefined {
    const { own, model } = this.#around;
    const random = own();
    const asked = this.#asked;
    if (asked && model().quotes.length > asked.before && random.below(3) > 0) {
      this.#asked = undefined;
      const { of, as } = asked;
      const tenders = [random.pick(['cash', 'cash', 'approve'] as const)];
      return { do: 'change', of, quote: 'newest', tenders, voucher: 0, off: 0, as };
    }
    if (asked && ++this.#waited > PATIENCE) this.#asked = undefined;
    return random.below(INFANT_ONE_IN) === 0 ? this.#change(random) : undefined;
  }

  /** One of a party of several, now and then, is an infant in a seat. It sits in no exit row, and never alone. */
  seated(draft: ActionOf<'place'> | Extract<Draft, { do: 'place' }>): Pick<ActionOf<'place'>, 'party'> {
    const random = this.#around.own();
    random.next();
    const { party, later } = draft;
    if (later || party.length < 2 || random.below(SEATED_ONE_IN) > 0) return { party };
    return { party: party.with(random.below(3) === 0 ? 0 : party.length - 1, 'INS') };
  }

  #change(random: SeededRandom): Draft | undefined {
    const { model, now, keyOf } = this.#around;
    const { bookings } = model();
    const last = Array.from({ length: Math.min(LAST, bookings.size) }, (_, back) => bookings.get(bookings.size - back));
    const known = last.flatMap((booking) => {
      const of = booking?.state === 'CONFIRMED' ? keyOf(booking.bookingId) : undefined;
      return booking && of !== undefined ? [{ of, booking }] : [];
    });
    if (known.length === 0) return undefined;
    const carrying = known.filter(({ booking }) => booking.party.some(({ infant }) => infant));
    // Most prices ask nothing for who is on a lap.
    const dear = known.filter(({ booking }) =>
      model()
        .flown(booking.legs)
        .some((flight) => model().policies.of(flight, now()).name === PROMOTED),
    );
    const some = [carrying, dear, dear][random.below(3)] ?? known;
    const { of, booking } = random.pick(some.length > 0 ? some : known);
    const as = random.pick(['ana', 'ben', 'mercy'] as const);
    this.#asked = { of, as, before: model().quotes.length };
    this.#waited = 0;
    return { do: 'change-quote', of, change: this.#infant(random, booking), as };
  }

  #infant(random: SeededRandom, { party }: ModelBooking): ChangeAsked {
    const carriers = party.filter(({ infant }) => infant).map(({ passenger }) => passenger);
    if (random.below(8) === 0) return { kind: 'leave', passengers: [], laps: [random.pick(party).passenger] };
    if (carriers.length > 0 && random.below(2) === 0) {
      const others = party.map(({ passenger }) => passenger).filter((number) => !carriers.includes(number));
      const goes = others.length > 1 && random.below(3) === 0 ? [random.pick(others)] : [];
      return { kind: 'leave', passengers: goes, laps: [random.pick(carriers)] };
    }
    const adults = party.flatMap(({ type, infant }, place) => (type === 'ADT' && !infant ? [place] : []));
    const first = adults.length > 0 && random.below(8) > 0 ? random.pick(adults) : random.below(party.length);
    const places = random.below(4) === 0 ? [...new Set([first, ...adults.slice(0, 1)])] : [first];
    return { kind: 'infant', places, born: random.pick(['right', 'right', 'right', 'right', 'too-old', 'unsaid', 'on-the-way'] as const) };
  }
}
