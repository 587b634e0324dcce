import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../../shared/money.ts';
import { dateLabel } from '../../format/times.ts';
import { LETTERS_ACT } from '../../keys/key-place.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { passengerRows } from '../booking-facts.ts';
import { goOn } from './ask-offer.ts';
import { stillFlown, toggleLap, togglePassenger, toggleSegment } from './begin-change.ts';
import { useChange } from './change-store.ts';
import { walkChoices } from './choice-row.tsx';
import { digitDeeds } from './digit-deeds.ts';
import { TickRow } from './tick-row.tsx';

/** Who does not travel, or which flight is not flown. Infants leave with the lap that they sit on, or alone. */
export function PartChoice({ booking }: { booking: BookingView }) {
  const { passengers, laps, segments } = useChange();
  const rows = passengerRows(booking);
  const legs = booking.legs.length > 1 ? stillFlown(booking) : [];
  const people = booking.party.length > 1 ? booking.party : [];
  const infants = booking.passengers.flatMap(({ with: place }, row) => {
    const carrier = place === null ? undefined : booking.party[place];
    return carrier && rows[row] ? [{ carrier: carrier.passenger, row: rows[row] }] : [];
  });
  const ticks = [
    ...people.map(
      ({ passenger }) =>
        () =>
          togglePassenger(passenger),
    ),
    ...infants.map(
      ({ carrier }) =>
        () =>
          toggleLap(carrier),
    ),
    ...legs.map(
      ({ segment }) =>
        () =>
          toggleSegment(segment),
    ),
  ];
  useDeeds('booking', digitDeeds(ticks));
  const digit = (at: number) => (at < 9 ? String(at + 1) : undefined);
  return (
    <section aria-labelledby="ch-part" className="ch-part">
      <div className="panel-h">
        <h2 id="ch-part">Cancel a part</h2>
        <span className="s12 t3">passengers, or flights</span>
      </div>
      <ul className="ch-rows" aria-label="Passengers and flights" {...LETTERS_ACT} onKeyDown={walkChoices}>
        {people.map(({ passenger, infant }, at) => (
          <TickRow
            key={`p${passenger}`}
            kbd={digit(at)}
            ticked={passengers.includes(passenger)}
            what={rows[at]?.name || `passenger ${passenger}`}
            detail={`${moneyText(minor(rows[at]?.paid ?? 0), booking.currency)} paid${infant ? ', with an infant on the lap' : ''}`}
            then={passengers.includes(passenger) ? 'leaves' : 'travels'}
            onTick={() => togglePassenger(passenger)}
            onEnter={() => void goOn(booking)}
          />
        ))}
        {infants.map(({ carrier, row }, at) => {
          const leaves = laps.includes(carrier) || passengers.includes(carrier);
          return (
            <TickRow
              key={`i${carrier}`}
              kbd={digit(people.length + at)}
              ticked={leaves}
              what={row.name}
              detail={`${moneyText(minor(row.paid), booking.currency)} paid, on the lap of ${row.carriedBy}`}
              then={leaves ? 'leaves' : 'travels'}
              onTick={() => toggleLap(carrier)}
              onEnter={() => void goOn(booking)}
            />
          );
        })}
        {legs.map(({ segment, flight, origin, destination, date }, at) => (
          <TickRow
            key={`f${segment}`}
            kbd={digit(people.length + infants.length + at)}
            ticked={segments.includes(segment)}
            what={flight}
            detail={`${origin} to ${destination}, ${dateLabel(date)}`}
            then={segments.includes(segment) ? 'not flown' : 'stays'}
            onTick={() => toggleSegment(segment)}
            onEnter={() => void goOn(booking)}
          />
        ))}
      </ul>
      <p className="s12 t3">All of it: X on the booking.</p>
    </section>
  );
}
