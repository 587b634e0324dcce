import type { ShownChange } from '../../shared/methods/passenger.ts';
import { ChangeMoney } from './change-money.tsx';
import { crowdOf } from './crowd.ts';
import { FlightLines, ShortFlights } from './flight-lines.tsx';
import { NameLines } from './name-lines.tsx';
import { PASSENGER_WORDS } from './passenger-words.ts';
import { SmallPlan } from './small-plan.tsx';
import { WayLines } from './way-lines.tsx';

/** What becomes of a booking: its flights as they would be and as they were, who travels, what it costs or gives back. */
export function ChangeView({ view }: { view: ShownChange }) {
  const { kind, stage, flights, before, plan, ways, locator, made, names, cities } = view;
  const words = PASSENGER_WORDS[view.language];
  // A flight as it was, and the ways beside one another, take less room.
  const lines = flights.length + (before.length + Math.max(0, ...ways.map((way) => way.flights.length))) / 2;
  const title = kind === 'cancel' ? words.flights : kind === 'ways' || flights.length > 0 ? words.instead : words.notFlown;
  // Where the flight stays, what was instead is its seats.
  const isFlown = ({ flight, departsAt }: ShownChange['flights'][number]) =>
    flights.some((leg) => leg.flight === flight && leg.departsAt === departsAt);
  return (
    <main className="sale becoming" data-crowd={crowdOf(names.length, lines)}>
      <header className="about" data-good={stage === 'done' && kind !== 'cancel'}>
        <h2>{stage === 'done' ? words.done[kind] : words.about[kind]}</h2>
        <p className="quiet">
          {words.locator} <b className="code">{locator}</b>
          {made ? (
            <>
              {' '}
              {words.and} <b className="code">{made}</b>
            </>
          ) : null}
        </p>
      </header>
      <div className="legs">
        {flights.length > 0 ? <FlightLines flights={flights} cities={cities} words={words} /> : null}
        {before.length > 0 ? (
          <section className="before">
            <h2 className="quiet">{title}</h2>
            <ShortFlights flights={before} words={words} withSeats={isFlown} />
          </section>
        ) : null}
      </div>
      {ways.length > 0 ? <WayLines view={view} words={words} /> : null}
      <NameLines view={view} title={words.passengers} words={words} />
      {plan ? <SmallPlan plan={plan} seats={flights[plan.flight]?.seats ?? []} label={words.plan} /> : null}
      <ChangeMoney view={view} words={words} />
    </main>
  );
}
