import type { ShownToPassenger } from '../../shared/methods/passenger.ts';
import type { PassengerWords } from './passenger-words.ts';
import { placed } from './placed.ts';

/** Each passenger, as the name is spelt so far, with the seats of all flights. */
export function NameLines({ sale, words }: { sale: ShownToPassenger; words: PassengerWords }) {
  const named = sale.names.some(({ surname }) => surname !== '');
  return (
    <section className="people">
      <h2 className="quiet">{named && sale.stage === 'held' ? words.spell : words.passengers}</h2>
      <ol>
        {placed(sale.names).map(({ place, ...name }) => (
          <li key={place}>
            <span className="spelt">
              {name.surname === '' ? <span className="quiet">{place + 1}</span> : null}
              <b>{name.surname}</b>
              {name.given === '' ? '' : ` ${name.given}`}
              {name.infant ? <span className="quiet"> {words.infant}</span> : null}
            </span>
            <SeatsOf sale={sale} place={place} words={words} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function SeatsOf({ sale, place, words }: { sale: ShownToPassenger; place: number; words: PassengerWords }) {
  // An infant on a lap has none.
  const seats = sale.flights.flatMap((leg) => (place < leg.seats.length ? [leg.seats[place] ?? null] : []));
  if (seats.length === 0) return null;
  if (seats.every((seat) => seat === null)) return <span className="quiet">{words.noSeat}</span>;
  return (
    <span className="seats">
      <span className="quiet">{words.seat}</span> <b>{seats.map((seat) => seat ?? '\u2013').join(' \u00b7 ')}</b>
    </span>
  );
}
