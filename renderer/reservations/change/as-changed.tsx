import './as-changed.css';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import { CABIN_NAMES } from '../../../shared/seat-map.ts';
import { sameWay } from '../../../shared/ways.ts';
import { dateLabel, dayShift, dayShiftText, elapsed, localTime } from '../../format/times.ts';
import { useSeats } from '../../seats/seat-store.ts';
import { connections, seatsByRow } from '../booking-facts.ts';
import { useChange } from './change-store.ts';
import { seatsPicked } from './pick-seats.ts';

type Flown = Pick<BookedLeg, 'departsAt' | 'originZone' | 'arrivesAt' | 'destination' | 'destinationZone'>;

/** A flight as it would be, as far as it is known before the hub has answered. */
interface Shown {
  readonly flightId: number;
  readonly flight: string;
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly cabin: string;
  readonly seats: string;
}

/** `JFK 07:00 +1` */
function arrivalText({ departsAt, originZone, arrivesAt, destination, destinationZone }: Flown): string {
  const shift = dayShiftText(dayShift(departsAt, originZone, arrivesAt, destinationZone));
  return [destination, localTime(arrivesAt, destinationZone), shift].filter(Boolean).join(' ');
}

/** `bySeat`: each seat in the order of the passengers, because only that tells who swaps. */
const shownLeg = (leg: BookedLeg, bySeat = false): Shown => ({
  ...{ flightId: leg.flightId, flight: leg.flight, date: dateLabel(leg.date), cabin: CABIN_NAMES[leg.cabin] },
  seats: bySeat ? leg.seats.join(' ') : seatsByRow(leg.seats),
  from: `${leg.origin} ${localTime(leg.departsAt, leg.originZone)}`,
  to: arrivalText(leg),
});

function LegList({ title, legs, ground }: { title: string; legs: readonly Shown[]; ground: readonly string[] }) {
  return (
    <section className="ch-side" aria-label={title}>
      <h3 className="s12 t3">{title}</h3>
      <ol className="ch-legs">
        {legs.map(({ flightId, flight, from, to, date, cabin, seats }, at) => (
          <li key={flightId}>
            {at > 0 && ground[at - 1] ? <p className="ch-ground s12 t2">{ground[at - 1]}</p> : null}
            <p>
              <b className="str">{flight}</b> <span className="s12 t2">{date}</span>
              <span className="push s12 t2">
                {cabin} <b className="med">{seats}</b>
              </span>
            </p>
            <p className="med">
              {from} to {to}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const groundOf = (legs: readonly BookedLeg[]): string[] =>
  connections(legs).map(({ minutes, at, to }, place) => {
    const [before, next] = [legs[place], legs[place + 1]];
    if (before && next && !sameWay(before, next)) return 'Way back';
    return `${at === to ? at : `${at} to ${to}`} ${elapsed(minutes)}`;
  });

/** The flights on which the same seats are those of other passengers. */
function swappedOn(before: readonly BookedLeg[], after: readonly BookedLeg[]): ReadonlySet<number> {
  const swapped = after.filter(({ flightId, seats }) => {
    const sold = before.find((leg) => leg.flightId === flightId)?.seats;
    return sold !== undefined && sold.join() !== seats.join() && seatsByRow(sold) === seatsByRow(seats);
  });
  return new Set(swapped.map(({ flightId }) => flightId));
}

/** The booking as it was sold, and as it would be after the change. */
export function AsChanged({ booking }: { booking: BookingView }) {
  const { kind, offer, hold, legs, segments } = useChange();
  const flights = useSeats((state) => state.flights);
  const picked = legs.map(({ flightId, cabin, seats }): Shown => {
    const held = hold?.legs.find((leg) => leg.flightId === flightId);
    if (held) return shownLeg(held);
    const flight = flights[flightId]?.answer.flight;
    return {
      ...{ flightId, flight: flight?.flight ?? '', date: flight ? dateLabel(flight.date) : '', cabin: CABIN_NAMES[cabin] },
      from: flight ? `${flight.origin} ${localTime(flight.departsAt, flight.originZone)}` : '',
      to: flight ? arrivalText(flight) : '',
      seats: seatsPicked({ flightId, cabin, seats }).join(' '),
    };
  });
  const added = (leg: BookedLeg): Shown => {
    const more =
      hold?.legs.find(({ flightId }) => flightId === leg.flightId)?.seats ?? legs.find(({ flightId }) => flightId === leg.flightId)?.seats;
    return shownLeg({ ...leg, seats: [...leg.seats, ...(more ?? []).filter((seat) => seat !== null)] });
  };
  const staying = booking.legs.filter(({ segment }) => !segments.includes(segment));
  const kept = staying.map((leg) => shownLeg(leg));
  // Where only the flights that stay are shown, it is known how they follow one another.
  const known = kind === 'add' ? booking.legs : kind === 'part' || kind === 'names' || kind === 'infant' ? staying : [];
  const swapped = swappedOn(booking.legs, offer?.legs ?? []);
  const shown = (leg: BookedLeg): Shown => shownLeg(leg, swapped.has(leg.flightId));
  const after = offer
    ? offer.legs.map(shown)
    : kind === 'add'
      ? booking.legs.map(added)
      : known.length > 0
        ? kept
        : picked.length > 0
          ? [...picked, ...kept]
          : [];
  return (
    <div className="ch-sides">
      <LegList title="As sold" legs={booking.legs.map(shown)} ground={groundOf(booking.legs)} />
      <LegList
        title={offer ? 'As changed' : hold ? 'As changed, held' : 'As changed, not asked yet'}
        legs={after}
        ground={groundOf(offer ? offer.legs : known)}
      />
    </div>
  );
}
