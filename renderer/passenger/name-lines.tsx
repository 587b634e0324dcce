import type { ShownToPassenger } from '../../shared/methods/passenger.ts';
import type { PassengerWords } from './passenger-words.ts';
import { placed } from './placed.ts';

type Shown = Pick<ShownToPassenger, 'names' | 'flights'>;

/** Each passenger, as the name is spelt so far, with the seats of all flights, or what becomes of the passenger. */
export function NameLines({ view, title, words }: { view: Shown; title: string; words: PassengerWords }) {
  return (
    <section className="people">
      <h2 className="quiet">{title}</h2>
      <ol>
        {placed(view.names).map(({ place, ...name }) => (
          <li key={place}>
            <span className={name.becomes === 'leaves' ? 'spelt gone' : 'spelt'}>
              {name.surname === '' ? <span className="quiet">{place + 1}</span> : null}
              <b>{name.surname}</b>
              {name.given === '' ? '' : ` ${name.given}`}
              {name.infant ? <span className="quiet"> {words.infant}</span> : null}
            </span>
            {name.becomes ? <span className="becomes">{words.becomes[name.becomes]}</span> : null}
            {name.becomes === 'leaves' ? null : <SeatsOf flights={view.flights} place={place} words={words} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function SeatsOf({ flights, place, words }: { flights: Shown['flights']; place: number; words: PassengerWords }) {
  // An infant on a lap has none.
  const seats = flights.flatMap((leg) => (place < leg.seats.length ? [leg.seats[place] ?? null] : []));
  if (seats.length === 0) return null;
  if (seats.every((seat) => seat === null)) return <span className="quiet">{words.noSeat}</span>;
  return (
    <span className="seats">
      <span className="quiet">{words.seat}</span> <b>{seats.map((seat) => seat ?? '\u2013').join(' \u00b7 ')}</b>
    </span>
  );
}
