import { legTotal } from '../../shared/leg-fares.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { ChangeOffer } from '../../shared/methods/changes.ts';
import type { PassengerChange } from '../../shared/methods/passenger.ts';
import type { Way } from '../../shared/methods/reaccommodation.ts';
import { sum } from '../../shared/money.ts';
import { dueOf } from '../pay/tenders.ts';
import type { CancelOffer } from '../reservations/booking-store.ts';
import { picksSeats } from '../reservations/change/change-kinds.ts';
import type { ChangeState } from '../reservations/change/change-store.ts';
import { changeDue } from '../sale/change-due.ts';
import { type LegShown, legsAfter, legsBefore, legsNow, shownLegs } from './flights-changed.ts';
import { namesChanged } from './names-changed.ts';
import { type KnownFlights, shownPlan } from './shown-flight.ts';

export type Language = PassengerChange['language'];
type Lines = PassengerChange['lines'];

const NO_CHANGE = { kind: null, names: [], joins: [], passengers: [], laps: [], done: null } as const;

/** What is so of every view of a booking that nobody changes yet. */
export const bookingShown = (booking: BookingView, language: Language) =>
  ({
    what: 'change',
    kind: 'change',
    stage: 'choosing',
    language,
    locator: booking.locator,
    made: null,
    flights: shownLegs(legsNow(booking)),
    before: [],
    plan: null,
    names: namesChanged(booking, NO_CHANGE),
    currency: booking.currency,
    lines: [],
    total: null,
    given: [],
    due: null,
    change: null,
    back: [],
    ways: [],
  }) satisfies PassengerChange;

export const sharesOf = (to: ChangeOffer['to']): PassengerChange['back'] => to.map(({ kind, amount }) => ({ kind, amount }));

/** Lines that say nothing are left out. */
const linesOf = (lines: Lines): Lines => lines.filter(({ amount }) => amount !== 0);

/** The whole of the price, what was paid, and what stays with the carrier: what an agent reads line by line. */
function offerLines({ total, legs }: ChangeOffer, paid: number): Lines {
  const price = sum(legs.map(legTotal));
  const kept = total - price + paid;
  return linesOf(
    price === paid
      ? [{ what: 'kept', amount: kept }]
      : [
          { what: 'price', amount: price },
          { what: 'paid', amount: -paid },
          { what: 'kept', amount: kept },
        ],
  );
}

/** An amount that goes back. */
export const goingBack = (amount: number): number => (amount === 0 ? 0 : -amount);

export const wayShown = ({ legs, cost, back }: Way, chosen: boolean): PassengerChange['ways'][number] => ({
  flights: shownLegs(legs),
  // Nothing is paid for a way that the carrier gives.
  total: cost ? cost.total : goingBack(back),
  chosen,
});

/** The flights of a booking with a way in the place of what it replaces. */
export function legsWithWay(booking: BookingView, { replaces, legs }: Pick<Way, 'replaces' | 'legs'>): LegShown[] {
  const isOnWay = (flightId: number) => legs.some((leg) => leg.flightId === flightId);
  const staying = legsNow(booking).filter((leg, at) => !replaces.includes(booking.legs[at]?.segment ?? 0) && !isOnWay(leg.flightId));
  return [...legs, ...staying].toSorted((one, other) => one.departsAt - other.departsAt);
}

/** What passengers see of a change of their booking that is worked out at this desk. */
export function changeShown(booking: BookingView, state: ChangeState, known: KnownFlights, language: Language): PassengerChange {
  const { kind, done, tenders, ways, way } = state;
  const taken = tenders.map((tender) => ({ given: null, ...tender }));
  // An offer of before somebody else changed the booking cannot be taken.
  const offer = done || state.offer?.bookingVersion === booking.version ? state.offer : null;
  const chosen = { ...state, offer };
  const now = legsNow(booking);
  // Until one of the ways is taken, all of them come instead of what is flown no more.
  const isChoosing = kind === 'ways' && !offer && !done && (ways?.ways.length ?? 0) > 0;
  const after = isChoosing ? [] : legsAfter(booking, chosen, known);
  const cash = done ? done.change : changeDue({ tenders: taken });
  const active = state.legs[state.active];
  const isPicking = picksSeats(kind) && active && !done;
  return {
    ...bookingShown(booking, language),
    kind: kind === 'split' ? 'split' : isChoosing ? 'ways' : 'change',
    stage: done ? 'done' : offer ? 'offered' : 'choosing',
    made: done?.made?.locator ?? null,
    flights: shownLegs(after),
    before: shownLegs(legsBefore(now, after)),
    plan: isPicking
      ? shownPlan(
          after.findIndex(({ flightId }) => flightId === active.flightId),
          active.flightId,
          active.cabin,
          known,
        )
      : null,
    names: namesChanged(booking, chosen),
    lines: offer && !done ? offerLines(offer, booking.total) : [],
    total: offer?.total ?? null,
    given: taken.map(({ kind: tender, amount, given }) => ({ kind: tender, amount: given ?? amount })),
    due: !offer || offer.total <= 0 ? null : done ? 0 : dueOf(offer.total, tenders),
    change: cash > 0 ? cash : null,
    back: sharesOf(done?.back ?? offer?.to ?? []),
    ways: isChoosing ? (ways?.ways ?? []).map((one) => wayShown(one, one.hold === way)) : [],
  };
}

/** What passengers see while their booking is cancelled, and of the money that goes back. */
export function cancelShown(booking: BookingView, { paid, total, to }: CancelOffer, done: boolean, language: Language): PassengerChange {
  const shown = bookingShown(booking, language);
  return {
    ...shown,
    kind: 'cancel',
    stage: done ? 'done' : 'offered',
    flights: [],
    before: shown.flights,
    lines: linesOf([
      { what: 'paid', amount: -paid },
      { what: 'kept', amount: paid - total },
    ]),
    total: goingBack(total),
    back: sharesOf(to),
  };
}
