import type { SeededRandom } from '../../main/seeded-random.ts';
import type { ActionOf, ChangeAsked, Draft, TenderKind } from './action.ts';
import type { Model, ModelBooking, ModelFlight } from './model/model.ts';
import { sittingOn } from './model/sale-checks.ts';
import { weighed } from './weighed.ts';
import { SEATS, type Staff } from './world.ts';

/** What the chooser of all steps knows. Bookings are named by the steps that made them; 0 is none. */
interface Around {
  readonly model: () => Model;
  /** A sold booking of which somebody has heard, mostly. */
  readonly sold: () => number;
  readonly bookingOf: (key: number) => ModelBooking | undefined;
  readonly openFlights: () => readonly ModelFlight[];
  readonly onTheWay: (as?: Staff) => Pick<ActionOf<'change'>, 'as' | 'lost' | 'late' | 'twice'>;
  /** Who placed a hold. */
  readonly holder: (key: number) => Staff;
}

type Seats = Extract<ChangeAsked, { kind: 'seats' }>['seats'];

const KINDS: readonly TenderKind[] = [
  ...(['cash', 'cash', 'typed', 'voucher', 'approve', 'approve', 'approve'] as const),
  ...(['decline', 'time-out', 'decline-once', 'unread', 'broken', 'short'] as const),
];

interface Next {
  /** Whether what it needs has been answered. */
  readonly ready: () => boolean;
  readonly draft: () => Draft;
}

const SEVERAL_TRIES = 5;

/** So many steps later nobody waits any more for what something needs. */
const PATIENCE = 25;

/** Chooses changes of sold bookings: a quote is mostly taken soon after, and a hold for a change is mostly quoted soon after. */
export class ChooseChange {
  readonly #random: SeededRandom;
  readonly #around: Around;
  /** What most likely comes next. */
  #next: Next | undefined;
  #waited = 0;

  constructor(random: SeededRandom, around: Around) {
    this.#random = random;
    this.#around = around;
  }

  /** The next step of what began, if it is time for it. */
  next(): Draft | undefined {
    const next = this.#next;
    if (!next || (next.ready() && this.#chance(3))) return undefined;
    if (!next.ready()) {
      if (++this.#waited > PATIENCE) this.#next = undefined;
      return undefined;
    }
    this.#next = undefined;
    return next.draft();
  }

  #then(next: Next): void {
    this.#next = next;
    this.#waited = 0;
  }

  #chance(oneIn: number): boolean {
    return this.#random.below(oneIn) === 0;
  }

  /** Seats are held for the passengers of a sold booking, in another cabin or on another flight. `key`: of this step. */
  place(key: number, keep: (as: Staff) => void): Draft | undefined {
    const of = this.#around.sold();
    const booking = this.#around.bookingOf(of);
    if (!booking) return undefined;
    const random = this.#random;
    const own = random.pick(booking.legs);
    const flights = this.#around.openFlights();
    if (flights.length === 0) return undefined;
    const same = this.#chance(3);
    const flight = same ? own.flightId : random.pick(flights).id;
    const cabin = (same || this.#chance(6)) && own.cabin === 'Y' ? 'J' : 'Y';
    const map = SEATS[this.#around.model().flights.get(flight)?.map ?? ''] ?? {};
    const free = Object.keys(map).filter(
      (seat) => map[seat]?.cabin === cabin && map[seat].sellable && !this.#around.model().claims.has(`${flight} ${seat}`),
    );
    const start = random.below(Math.max(1, free.length));
    const count = booking.party.length;
    if (free.length < count) return undefined;
    const seats = Array.from({ length: count }, (_, place) => free[(start + place) % free.length] ?? '');
    const party = booking.party.map(({ type, infant, assistance }) =>
      type === 'CHD' || type === 'INS' ? type : infant ? 'with-infant' : assistance ? 'assisted' : 'ADT',
    );
    const way = this.#around.onTheWay();
    keep(way.as);
    const instead = same || booking.legs.length === 1 || this.#chance(2) ? [own.segment] : booking.legs.map(({ segment }) => segment);
    const replaces = !same && this.#chance(5) ? [] : instead;
    const reason = this.#chance(2) ? { reason: true as const } : {};
    this.#then({
      ready: () => this.#around.bookingOf(key)?.state === 'HOLD',
      draft: () => this.#quote(of, { kind: 'flights', hold: key, replaces, ...reason }, this.#around.holder(key)),
    });
    return { do: 'place', legs: [{ flight, cabin, seats }], party, spoken: true, ...way };
  }

  /** A sold booking of several passengers, or of several flights, if one is found soon. */
  #several(what: 'party' | 'legs'): number {
    let of = 0;
    for (let tries = 0; tries < SEVERAL_TRIES; tries++) {
      of = this.#around.sold();
      if ((this.#around.bookingOf(of)?.[what].length ?? 0) > 1) break;
    }
    return of;
  }

  quote(): Draft {
    const of = this.#chance(2) ? this.#several(this.#chance(2) ? 'party' : 'legs') : this.#around.sold();
    const booking = this.#around.bookingOf(of);
    return this.#quote(booking ? of : 0, booking ? this.#change(booking) : { kind: 'leave', passengers: [1] });
  }

  /** A quote, which is mostly taken next, now and then by somebody else. */
  #quote(of: number, change: ChangeAsked, as?: Staff): Draft {
    const way = this.#around.onTheWay(this.#chance(8) ? undefined : as);
    const bookingId = this.#around.bookingOf(of)?.bookingId;
    const before = this.#around.model().quotes.length;
    const quoted = () => this.#around.model().quotes.some((quote, at) => at >= before && quote.bookingId === bookingId);
    this.#then({ ready: quoted, draft: () => this.take(of, way.as) });
    return { do: 'change-quote', of, change, ...way };
  }

  take(of = this.#around.sold(), as?: Staff): Draft {
    const random = this.#random;
    const free = this.#chance(2);
    return {
      do: 'change',
      of,
      quote: this.#chance(6) ? random.pick(['older', 'cancellation', 'none']) : 'newest',
      tenders: Array.from({ length: this.#chance(4) ? 2 : 1 }, () => random.pick(free ? ['cash', 'approve'] : KINDS)),
      voucher: random.below(this.#chance(4) ? 4 : 27),
      ...(this.#chance(20) ? { compared: true as const } : {}),
      off: this.#chance(25) ? 1 : 0,
      ...this.#around.onTheWay(this.#chance(10) ? undefined : as),
    };
  }

  split(): Draft {
    const of = this.#several('party');
    const party = this.#around.bookingOf(of)?.party ?? [];
    return {
      do: 'split',
      of: party.length === 0 ? 0 : of,
      passengers: this.#some(party.map(({ passenger }) => passenger)),
      seen: this.#chance(10) ? 1 : 0,
      contact: !this.#chance(15),
      ...this.#around.onTheWay(),
    };
  }

  /** One of them or two, now and then one that is not there. */
  #some(numbers: readonly number[]): number[] {
    const random = this.#random;
    if (numbers.length === 0 || this.#chance(20)) return [9];
    const first = random.pick(numbers);
    return this.#chance(4) ? [...new Set([first, random.pick(numbers)])] : [first];
  }

  #change(booking: ModelBooking): ChangeAsked {
    const { legs, party } = booking;
    const segments = legs.map(({ segment }) => segment);
    return weighed<() => ChangeAsked>(this.#random, [
      [5, () => this.#seats(booking)],
      [party.length > 1 ? 4 : 0.3, () => ({ kind: 'leave', passengers: this.#some(party.map(({ passenger }) => passenger)) })],
      [legs.length > 1 ? 4 : 0.3, () => ({ kind: 'drop', segments: this.#some(segments) })],
      [
        2,
        () => ({
          kind: 'names',
          place: this.#random.below(party.length + 1),
          another: this.#chance(2),
          ...(this.#chance(2) ? { reason: true as const } : {}),
        }),
      ],
    ])();
  }

  #seats({ party, legs }: ModelBooking): ChangeAsked {
    const random = this.#random;
    const leg = random.pick(legs);
    const { segment, flightId, cabin } = leg;
    const sitting = sittingOn(party, segment).map(({ passenger }, at) => ({ passenger, seat: leg.seats[at] ?? '' }));
    const asked = { kind: 'seats', segment: this.#chance(20) ? 9 : segment, exitRowConfirmed: !this.#chance(5) } as const;
    const [one, other] = [random.pick(sitting), random.pick(sitting)];
    if (one.passenger !== other.passenger && this.#chance(2)) {
      const swap: Seats = [
        { passenger: one.passenger, seat: other.seat },
        { passenger: other.passenger, seat: one.seat },
      ];
      return { ...asked, seats: swap };
    }
    const map = SEATS[this.#around.model().flights.get(flightId)?.map ?? ''] ?? {};
    const all = Object.keys(map).filter((seat) => map[seat]?.cabin === cabin);
    const free = all.filter((seat) => !this.#around.model().claims.has(`${flightId} ${seat}`));
    const from = free.length > 0 && !this.#chance(5) ? free : this.#chance(10) || all.length === 0 ? ['99A', '1A', '10A'] : all;
    const moving = this.#chance(3) ? sitting : [one];
    const start = random.below(from.length);
    return { ...asked, seats: moving.map(({ passenger }, place) => ({ passenger, seat: from[(start + place) % from.length] ?? '99A' })) };
  }
}
