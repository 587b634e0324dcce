import type { BookedLeg, PricedFrom } from '../../shared/methods/booking-view.ts';
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
  date: leg.date,
  daysAhead: priced.daysAhead,
  cabin: leg.cabin,
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
