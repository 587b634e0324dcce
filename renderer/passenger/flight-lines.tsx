import type { ShownToPassenger } from '../../shared/methods/passenger.ts';
import type { PassengerWords } from './passenger-words.ts';

/** Each flight: number, day, from where and when to where and when. Times are those of the airport. */
export function FlightLines({ sale, words }: { sale: ShownToPassenger; words: PassengerWords }) {
  const time = (at: number, zone: string) =>
    new Intl.DateTimeFormat(words.locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const day = (at: number, zone: string) =>
    new Intl.DateTimeFormat(words.locale, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'long' }).format(at);
  return (
    <section className="flights">
      {sale.flights.map((leg) => (
        <article className="way" key={`${leg.flight} ${leg.departsAt}`}>
          <p className="way-head">
            <b>{leg.flight}</b> <span>{day(leg.departsAt, leg.originZone)}</span>{' '}
            {leg.cabin ? <span className="quiet">{words.cabin[leg.cabin]}</span> : null}
          </p>
          <h1 className="way-ends">
            <span>
              {sale.cities[leg.origin]} <span className="code">{leg.origin}</span> <b>{time(leg.departsAt, leg.originZone)}</b>
            </span>{' '}
            <span className="arrow" aria-hidden="true">
              {'\u2192'}
            </span>{' '}
            <span>
              {sale.cities[leg.destination]} <span className="code">{leg.destination}</span>{' '}
              <b>{time(leg.arrivesAt, leg.destinationZone)}</b>
            </span>
          </h1>
        </article>
      ))}
    </section>
  );
}
