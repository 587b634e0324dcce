import { assert } from '../../shared/assert.ts';
import { fareAt } from '../../shared/leg-fares.ts';
import type { BookedLeg, BookingView, OtherFare } from '../../shared/methods/booking-view.ts';
import { priceByPolicy } from '../../shared/pricing/price-by-policy.ts';
import { seatTypeOf } from '../../shared/pricing/seat-type.ts';
import type { SeatPlan } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import { policyByVersion } from '../store/tables/policies-table.ts';
import { questionAgain } from './priced-from.ts';

const typeOf = ({ map, byName }: SeatPlan, seat: string) => {
  const found = byName.get(seat);
  return found ? seatTypeOf(map, found) : 'standard';
};

/** Seats of a leg, and who sits there. */
interface Reseated {
  readonly plan: SeatPlan;
  readonly seats: readonly string[];
  readonly party: readonly Pick<BookingView['party'][number], 'type'>[];
}

/** The leg with other seats, at what they cost with the policy under which it, or a seat that was added later, was sold. A fare that is older than policies stays. */
export async function pricedAgain(
  { db }: { readonly db: ReadDatabase },
  leg: BookedLeg,
  { plan, seats, party }: Reseated,
  currency: string,
): Promise<BookedLeg> {
  const policy = leg.priced && (await policyByVersion(db, leg.priced.policy));
  const rules = policy?.rules;
  if (!leg.priced || !rules) return { ...leg, seats: [...seats] };
  const others: OtherFare[] = [];
  for (const [at, seat] of seats.entries()) {
    const { priced: later, refund } = leg.others?.find((other) => other.at === at) ?? {};
    const own = later ? (await policyByVersion(db, later.policy))?.rules : rules;
    assert(own, `a seat of flight ${leg.flightId} was priced by a policy that is not known`);
    const question = questionAgain(leg, currency, later ?? leg.priced);
    const { fare, trace } = priceByPolicy(own, { ...question, seat: typeOf(plan, seat), passenger: party[at]?.type ?? 'ADT' });
    if (later || fare !== leg.fare)
      others.push({ at, fare, trace: [...trace], ...(later ? { priced: later } : {}), ...(refund ? { refund } : {}) });
  }
  const { others: _, ...rest } = leg;
  return { ...rest, seats: [...seats], ...(others.length > 0 ? { others } : {}) };
}

/** A leg at the fares of `again` where they are lower. */
export function noDearer(leg: BookedLeg, again: BookedLeg): BookedLeg {
  const others = leg.seats.flatMap((_, at): OtherFare[] => {
    const own = leg.others?.find((other) => other.at === at);
    const [had, now] = [fareAt(leg, at), fareAt(again, at)];
    const { fare, trace } = now.fare < had.fare ? now : had;
    if (!own && fare === leg.fare) return [];
    // A seat that was added later keeps its own policies, whatever it costs.
    if (own && !own.priced && !own.refund && fare === leg.fare) return [];
    return [{ ...own, at, fare, trace }];
  });
  const { others: _, ...rest } = leg;
  return { ...rest, ...(others.length > 0 ? { others } : {}) };
}
