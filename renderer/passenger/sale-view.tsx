import type { ShownToPassenger } from '../../shared/methods/passenger.ts';
import { FlightLines } from './flight-lines.tsx';
import { NameLines } from './name-lines.tsx';
import { PASSENGER_WORDS } from './passenger-words.ts';
import { PriceLines } from './price-lines.tsx';
import { SmallPlan } from './small-plan.tsx';

/** One sale: where it goes, who sits where and how they are spelt, what it costs, and what goes back in cash. */
export function SaleView({ sale }: { sale: ShownToPassenger }) {
  const words = PASSENGER_WORDS[sale.language];
  const crowd =
    sale.names.length > 4 || sale.flights.length > 2 ? 'many' : sale.names.length > 2 || sale.flights.length > 1 ? 'some' : 'few';
  return (
    <main className="sale" data-crowd={crowd}>
      <FlightLines sale={sale} words={words} />
      <NameLines sale={sale} words={words} />
      {sale.plan ? <SmallPlan plan={sale.plan} seats={sale.flights[sale.plan.flight]?.seats ?? []} label={words.plan} /> : null}
      <PriceLines sale={sale} words={words} />
    </main>
  );
}
