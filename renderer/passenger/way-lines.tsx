import type { ShownChange } from '../../shared/methods/passenger.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { ShortFlights } from './flight-lines.tsx';
import type { PassengerWords } from './passenger-words.ts';
import { placed } from './placed.ts';

/** The ways on that may be taken, each with what it costs. The one that is taken is marked. */
export function WayLines({ view: { ways, currency }, words }: { view: Pick<ShownChange, 'ways' | 'currency'>; words: PassengerWords }) {
  const cost = (total: number) => {
    if (total === 0) return words.nothing;
    return `${total > 0 ? words.due : words.goesBack} ${moneyText(minor(Math.abs(total)), currency)} ${currency}`;
  };
  return (
    <section className="ways">
      <h2 className="quiet">{words.ways}</h2>
      <ol>
        {placed(ways).map((way) => (
          <li key={way.place} aria-current={way.chosen}>
            <span className="mark" aria-hidden="true">
              {way.chosen ? '\u2713' : way.place + 1}
            </span>
            <ShortFlights flights={way.flights} words={words} withSeats={() => true} />
            {way.total === null ? null : <b className="cost">{cost(way.total)}</b>}
          </li>
        ))}
      </ol>
    </section>
  );
}
