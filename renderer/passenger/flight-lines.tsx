import type { ShownToPassenger } from '../../shared/methods/passenger.ts';
import { dayText, shortDayText, timeText } from './local-times.ts';
import type { PassengerWords } from './passenger-words.ts';

type Flight = ShownToPassenger['flights'][number];

interface FlightsProps {
  flights: readonly Flight[];
  words: PassengerWords;
}

/** Each flight: number, day, from where and when to where and when. Times are those of the airport. */
export function FlightLines({ flights, cities, words }: FlightsProps & { cities: ShownToPassenger['cities'] }) {
  return (
    <section className="flights">
      {flights.map((leg) => (
        <article className="way" key={`${leg.flight} ${leg.departsAt}`}>
          <p className="way-head">
            <b>{leg.flight}</b> <span>{dayText(leg.departsAt, leg.originZone, words)}</span>{' '}
            {leg.cabin ? <span className="quiet">{words.cabin[leg.cabin]}</span> : null}
          </p>
          <h1 className="way-ends">
            <span>
              {cities[leg.origin]} <span className="code">{leg.origin}</span> <b>{timeText(leg.departsAt, leg.originZone, words)}</b>
            </span>{' '}
            <span className="arrow" aria-hidden="true">
              {'\u2192'}
            </span>{' '}
            <span>
              {cities[leg.destination]} <span className="code">{leg.destination}</span>{' '}
              <b>{timeText(leg.arrivesAt, leg.destinationZone, words)}</b>
            </span>
          </h1>
        </article>
      ))}
    </section>
  );
}

/** The same in one line each: flights as they were sold, and those of a way that may be taken. */
export function ShortFlights({ flights, words, withSeats }: FlightsProps & { withSeats: (leg: Flight) => boolean }) {
  return (
    <ol className="short">
      {flights.map((leg) => (
        <li key={`${leg.flight} ${leg.departsAt}`}>
          <b>{leg.flight}</b> {shortDayText(leg.departsAt, leg.originZone, words)}{' '}
          <span className="end">
            {leg.origin} <b>{timeText(leg.departsAt, leg.originZone, words)}</b>
          </span>{' '}
          <span className="end">
            {'\u2192'} {leg.destination} <b>{timeText(leg.arrivesAt, leg.destinationZone, words)}</b>
          </span>{' '}
          <span className="quiet">
            {leg.cabin ? words.cabin[leg.cabin] : ''} {withSeats(leg) ? leg.seats.filter((seat) => seat !== null).join(' ') : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}
