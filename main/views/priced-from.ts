import type { BookedLeg, OtherFare, PricedFrom } from '../../shared/methods/booking-view.ts';
import { policyNeeds } from '../../shared/pricing/policy-needs.ts';
import type { PriceQuestion, SeatsTaken } from '../../shared/pricing/rules/price-rule.ts';
import type { Policy } from '../pricing/policies-in-force.ts';

const written = ({ authorised, held, sold }: SeatsTaken): [number, number, number] => [authorised, held, sold];
const read = ([authorised, held, sold]: readonly [number, number, number]): SeatsTaken => ({ authorised, held, sold });

/** What is kept of a price with its booking, so that it can be worked out again: what the policy asked for. */
export function pricedFrom({ version, author, rules }: Policy, question: PriceQuestion): PricedFrom {
  const { miles, competitor, promotion, party, closed = [], opened = [] } = question;
  return {
    policy: version,
    author,
    baseFare: question.baseFare,
    daysAhead: question.daysAhead,
    cabin: written(question.ofCabin),
    ...(policyNeeds(rules).flightLoad ? { flight: written(question.ofFlight) } : {}),
    ...(miles === undefined ? {} : { miles }),
    ...(competitor ? { competitor } : {}),
    ...(promotion === undefined ? {} : { promotion }),
    ...(party === undefined ? {} : { party }),
    ...(closed.length > 0 ? { closed: [...closed] } : {}),
    ...(opened.length > 0 ? { opened: [...opened] } : {}),
  };
}

/** The question that was asked for an adult in a standard seat of a booked leg. Where the base fare comes from in words is not kept. */
export const questionAgain = (leg: Pick<BookedLeg, 'cabin' | 'date'>, currency: string, priced: PricedFrom): PriceQuestion => ({
  baseFare: priced.baseFare,
  currency,
  origin: '',
  miles: priced.miles,
  date: priced.sold?.date ?? leg.date,
  daysAhead: priced.daysAhead,
  cabin: priced.sold?.cabin ?? leg.cabin,
  ofCabin: read(priced.cabin),
  ofFlight: read(priced.flight ?? priced.cabin),
  seat: 'standard',
  competitor: priced.competitor,
  passenger: 'ADT',
  promotion: priced.promotion,
  party: priced.party ?? 1,
  closed: priced.closed ?? [],
  opened: priced.opened ?? [],
});

type Priced = Pick<BookedLeg, 'cabin' | 'date' | 'priced' | 'others' | 'laps'>;

/**
 * What the fares of a leg were worked out from, when it moves to another day or cabin at these fares. Each of them keeps the day and the cabin for
 * which it was sold. So other seats cost there what they would have cost before, not what the cabin costs that was given for nothing.
 */
export function pricedAsSold(
  { cabin, date, priced, others, laps }: Priced,
  to: Pick<BookedLeg, 'cabin' | 'date'>,
): Pick<Priced, 'priced' | 'others' | 'laps'> {
  const moved = ({ sold = { cabin, date }, ...rest }: PricedFrom): PricedFrom =>
    sold.cabin === to.cabin && sold.date === to.date ? rest : { ...rest, sold };
  const all = (some: readonly OtherFare[]) => some.map((one) => (one.priced ? { ...one, priced: moved(one.priced) } : one));
  return {
    ...(priced ? { priced: moved(priced) } : {}),
    ...(others ? { others: all(others) } : {}),
    ...(laps ? { laps: all(laps) } : {}),
  };
}
