import { useRef, useState } from 'react';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { CABIN_NAMES, CABINS, type Cabin } from '../../../shared/seat-map.ts';
import { useSession } from '../../client/session-store.ts';
import { capital } from '../../format/capital.ts';
import { LETTERS_ACT } from '../../keys/key-place.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { announce } from '../../parts/announcer.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSeats } from '../../seats/seat-store.ts';
import { goOn } from './ask-offer.ts';
import { chooseFlights, replacedLegs } from './begin-change.ts';
import { useChange } from './change-store.ts';
import { ChoiceRow, useFirstChoice, walkChoices } from './choice-row.tsx';
import { digitDeeds } from './digit-deeds.ts';
import { signedMoney } from './money-words.ts';
import { WhichFlights } from './which-flights.tsx';

/** The cabins of the same flight, each with about the difference. A lower one is a supervisor's, with a reason. */
export function UpgradeChoice({ booking }: { booking: BookingView }) {
  const { segments, legs, reason, hold } = useChange();
  const field = useRef<HTMLInputElement>(null);
  /** The lower cabin whose digit was pressed before there was a reason for it. */
  const [wanted, setWanted] = useState<Cabin | null>(null);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const [leg] = replacedLegs(booking, segments);
  const answer = useSeats(({ flights }) => (leg ? flights[leg.flightId]?.answer : undefined));
  const people = booking.party.length;
  const rows = (leg ? (answer?.flight.cabins ?? []) : []).map((load) => {
    const same = load.cabin === leg?.cabin;
    const lower = leg !== undefined && CABINS.indexOf(load.cabin) > CABINS.indexOf(leg.cabin);
    const free = load.authorised - load.sold - load.held;
    const refused = same
      ? ''
      : lower && !supervisor
        ? 'a lower cabin is a downgrade; a supervisor does it with a reason'
        : lower && reason.trim() === ''
          ? 'a lower cabin needs a reason; type it below'
          : free < people
            ? `${free} free, ${people} are needed`
            : '';
    return {
      ...{ load, same, free, refused },
      asksReason: lower && supervisor && refused !== '' && reason.trim() === '',
      difference: load.price * people - (leg ? legTotal(leg) : 0),
      take: () => leg && void chooseFlights(booking, [{ flightId: leg.flightId, cabin: load.cabin }]),
    };
  });
  const press = ({ load, same, refused, asksReason, take }: (typeof rows)[number]) => {
    if (asksReason) {
      setWanted(load.cabin);
      field.current?.focus();
    } else if (same || refused) announce(refused || 'They are in this cabin.');
    else take();
  };
  useDeeds('booking', digitDeeds(rows.map((row) => () => press(row))));
  useFirstChoice(rows.length > 0);
  if (!leg) return <p className="ch-part s12 t2">All flights of this booking have departed.</p>;
  return (
    <section aria-labelledby="ch-cabins" className="ch-part">
      <WhichFlights booking={booking} all={false} />
      <div className="panel-h">
        <h2 id="ch-cabins">Cabin on {leg.flight}</h2>
        <span className="s12 t3">
          {people === 1 ? 'one passenger' : `all ${people}`}, {booking.currency} with taxes
        </span>
      </div>
      <ul className="ch-rows" aria-label="Cabins" {...LETTERS_ACT} onKeyDown={walkChoices}>
        {rows.map(({ load, same, free, refused, difference, take }, at) => (
          <ChoiceRow
            key={load.cabin}
            kbd={same ? undefined : String(at + 1)}
            what={same ? `${capital(CABIN_NAMES[load.cabin])}, where they are` : capital(CABIN_NAMES[load.cabin])}
            detail={refused || `${free} free of ${load.authorised}`}
            figure={refused ? 'refused' : same ? '' : signedMoney(difference, booking.currency)}
            more={same || refused ? '' : 'about, in all'}
            chosen={legs[0]?.cabin === load.cabin}
            refused={same || refused !== '' || hold !== null}
            onChoose={take}
            onEnter={() => void goOn(booking)}
          />
        ))}
      </ul>
      {answer && rows.length < 2 ? <p className="s12 t2">{leg.flight} has one cabin. Another flight may have more: F.</p> : null}
      {supervisor ? (
        <TextField
          label="Reason for a lower cabin or price"
          inputRef={field}
          onKeyDown={(event) => {
            const row = rows.find(({ load }) => load.cabin === wanted);
            if (event.key !== 'Enter' || !row || legs.length > 0) return;
            event.preventDefault();
            press(row);
          }}
          value={reason}
          onChange={(text) => useChange.setState({ reason: text })}
          placeholder="kept with the booking"
        />
      ) : null}
      <p className="s12 t3">To move up some of the party alone, split them off first: T.</p>
    </section>
  );
}
