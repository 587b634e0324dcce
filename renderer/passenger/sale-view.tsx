import type { ShownSale } from '../../shared/methods/passenger.ts';
import { crowdOf } from './crowd.ts';
import { FlightLines } from './flight-lines.tsx';
import { NameLines } from './name-lines.tsx';
import { PASSENGER_WORDS } from './passenger-words.ts';
import { PriceLines } from './price-lines.tsx';
import { SmallPlan } from './small-plan.tsx';

/** One sale: where it goes, who sits where and how they are spelt, what it costs, and what goes back in cash. */
export function SaleView({ sale }: { sale: ShownSale }) {
  const words = PASSENGER_WORDS[sale.language];
  const named = sale.names.some(({ surname }) => surname !== '');
  return (
    <main className="sale" data-crowd={crowdOf(sale.names.length, sale.flights.length)}>
      <FlightLines flights={sale.flights} cities={sale.cities} words={words} />
      <NameLines view={sale} title={named && sale.stage === 'held' ? words.spell : words.passengers} words={words} />
      {sale.plan ? <SmallPlan plan={sale.plan} seats={sale.flights[sale.plan.flight]?.seats ?? []} label={words.plan} /> : null}
      <PriceLines sale={sale} words={words} />
    </main>
  );
}
