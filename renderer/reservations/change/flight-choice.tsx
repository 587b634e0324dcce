import { MINUTE_MS } from '../../../shared/instants.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import type { Itinerary } from '../../../shared/methods/flights.ts';
import { minor, moneyText, sum } from '../../../shared/money.ts';
import { CABIN_NAMES } from '../../../shared/seat-map.ts';
import { dateLabel, dayShift, dayShiftText, elapsed, localTime } from '../../format/times.ts';
import { LETTERS_ACT } from '../../keys/key-place.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { Button } from '../../parts/button.tsx';
import { serverNow } from '../../stores/clock-store.ts';
import { useConnections } from '../../stores/connection-times.ts';
import { goOn } from './ask-offer.ts';
import { cabinFor, chooseFlights, otherDay, replacedLegs } from './begin-change.ts';
import { useChange } from './change-store.ts';
import { ChoiceRow, useFirstChoice, walkChoices } from './choice-row.tsx';
import { digitDeeds } from './digit-deeds.ts';
import { signedMoney } from './money-words.ts';
import { RouteFields } from './route-fields.tsx';
import { WhichFlights } from './which-flights.tsx';

/** Why an itinerary cannot be taken instead of `old`, in words; empty when it can. The hub checks more when the offer is asked for. */
function refusedWords(itinerary: Itinerary, booking: BookingView, old: readonly BookedLeg[], joints: Joints): string {
  const [first] = itinerary.flights;
  const last = itinerary.flights.at(-1);
  if (!first || !last) return 'it has no flight';
  if (itinerary.flights.some(({ cancelled }) => cancelled)) return 'cancelled';
  if (first.departsAt <= serverNow()) return 'it has departed';
  if (itinerary.currency !== booking.currency)
    return `it is sold in ${itinerary.currency ?? 'several currencies'}, the booking in ${booking.currency}`;
  if (cabinFor(itinerary, (old[0] ?? booking.legs[0])?.cabin ?? 'Y', booking.party.length) === null)
    return `no ${booking.party.length === 1 ? 'seat' : `${booking.party.length} seats`} free for the party`;
  if (old.length === 0) {
    const same = booking.legs.find(({ departsAt, arrivesAt }) => first.departsAt < arrivesAt && departsAt < last.arrivesAt);
    return same ? `it flies while ${same.flight} does` : '';
  }
  const from = Math.min(...old.map(({ departsAt }) => departsAt));
  const kept = booking.legs.filter((leg) => !old.includes(leg));
  const next = kept.find(({ departsAt }) => departsAt > from);
  if (next && last.arrivesAt >= next.departsAt) return `${next.flight} leaves before it arrives; move both flights`;
  const before = kept.findLast(({ departsAt }) => departsAt < from);
  if (before && first.departsAt <= before.arrivesAt) return `it leaves before ${before.flight} arrives; move both flights`;
  const [onto, onward] = [joints[booking.legs.indexOf(old[0] as BookedLeg) - 1], joints[booking.legs.indexOf(old.at(-1) as BookedLeg)]];
  return tooShort(onto, before?.arrivesAt, first.departsAt) || tooShort(onward, last.arrivesAt, next?.departsAt);
}

type Joints = ReturnType<typeof useConnections>;

/** Why the passengers could not change planes in this time, in words; empty when they can, or where nothing is known of it. */
function tooShort(joint: Joints[number], arrivesAt: number | undefined, departsAt: number | undefined): string {
  if (!joint || arrivesAt === undefined || departsAt === undefined) return '';
  const minutes = Math.floor((departsAt - arrivesAt) / MINUTE_MS);
  const least = joint.minimumMinutes;
  return minutes < least ? `only ${elapsed(minutes)} to change at ${joint.airport}, at least ${elapsed(least)}; move both flights` : '';
}

function timesOf({ flights }: Itinerary): string {
  const [first] = flights;
  const last = flights.at(-1);
  if (!first || !last) return '';
  const shift = dayShiftText(dayShift(first.departsAt, first.originZone, last.arrivesAt, last.destinationZone));
  return `${localTime(first.departsAt, first.originZone)} to ${localTime(last.arrivesAt, last.destinationZone)}${shift ? ` ${shift}` : ''}`;
}

/** Other flights of the same route, by day, each with about what it would cost. */
export function FlightChoice({ booking }: { booking: BookingView }) {
  const { segments, found, legs, date, busy, hold } = useChange();
  const old = replacedLegs(booking, segments);
  const sold = (old[0] ?? booking.legs[0])?.cabin ?? 'Y';
  const before = sum(old.map(legTotal));
  const joints = useConnections(booking.legs);
  const rows = (found ?? []).map((itinerary) => {
    const cabin = cabinFor(itinerary, sold, booking.party.length);
    const loads = itinerary.flights.map(({ cabins }) => cabins.find((load) => load.cabin === cabin));
    const price = loads.reduce((all, load) => all + (load?.price ?? 0), 0) * booking.party.length;
    const free = Math.min(...loads.map((load) => (load ? load.authorised - load.sold - load.held : 0)));
    const take = () =>
      cabin &&
      void chooseFlights(
        booking,
        itinerary.flights.map(({ flightId }) => ({ flightId, cabin })),
      );
    return { itinerary, cabin, free, take, difference: price - before, refused: refusedWords(itinerary, booking, old, joints) };
  });
  const open = rows.filter(({ refused }) => refused === '');
  useDeeds('booking', {
    ...digitDeeds(open.map(({ take }) => take)),
    '[': () => otherDay(booking, -1),
    ']': () => otherDay(booking, 1),
  });
  useFirstChoice(found !== null);
  const picked = legs.map(({ flightId }) => flightId).join('-');
  const first = old[0];
  return (
    <section aria-labelledby="ch-flights" className="ch-part">
      <WhichFlights booking={booking} all />
      <div className="panel-h">
        <h2 id="ch-flights">{first ? 'Another flight' : 'One more flight'}</h2>
        {first ? (
          <span className="s12 t3">
            {first.origin} to {old.at(-1)?.destination}
          </span>
        ) : null}
      </div>
      {first ? null : <RouteFields booking={booking} />}
      <div className="ch-day" {...LETTERS_ACT}>
        <Button kbd="[" aria-label="The day before" isDisabled={hold !== null} onPress={() => otherDay(booking, -1)}>
          Day before
        </Button>
        <b className="str">{date ? dateLabel(date) : ''}</b>
        <Button kbd="]" aria-label="The day after" isDisabled={hold !== null} onPress={() => otherDay(booking, 1)}>
          Day after
        </Button>
      </div>
      <ul className="ch-rows" aria-label="Flights found" aria-busy={busy === 'searching'} {...LETTERS_ACT} onKeyDown={walkChoices}>
        {rows.map(({ itinerary, cabin, free, difference, refused, take }) => (
          <ChoiceRow
            key={itinerary.key}
            kbd={digitOf(open.findIndex((each) => each.itinerary === itinerary))}
            what={
              <>
                {timesOf(itinerary)} <span className="t2 ch-times">{itinerary.flights.map(({ flight }) => flight).join(', ')}</span>
              </>
            }
            detail={
              refused || `${elapsed(itinerary.elapsedMinutes)}${cabin && cabin !== sold ? `, ${CABIN_NAMES[cabin]}` : ''}, ${free} free`
            }
            figure={refused ? 'refused' : signedMoney(difference, booking.currency)}
            more={refused ? '' : 'about, in all'}
            chosen={picked === itinerary.key}
            refused={refused !== '' || (hold !== null && picked !== itinerary.key)}
            onChoose={take}
            onEnter={() => void goOn(booking)}
          />
        ))}
      </ul>
      {found === null ? <p className="s12 t2">Searching</p> : null}
      {found?.length === 0 && busy !== 'searching' ? <p className="s12 t2">No other flight on this day. ] shows the next one.</p> : null}
      <p className="s12 t3">
        {first
          ? `As sold: ${moneyText(minor(before), booking.currency)} ${booking.currency}. `
          : 'The flights of the booking stay as sold. '}
        The offer tells the exact {first ? 'difference' : 'price'}.
      </p>
    </section>
  );
}

const digitOf = (at: number): string | undefined => (at >= 0 && at < 9 ? String(at + 1) : undefined);
