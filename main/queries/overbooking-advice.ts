import { assert } from '../../shared/assert.ts';
import type { Input, Output } from '../../shared/contract.ts';
import type { OverbookingAssumed, OverbookingExpected } from '../../shared/methods/overbooking.ts';
import { minor, percentOf, roundHalfUp } from '../../shared/money.ts';
import { authorisedMost } from '../../shared/pricing/authorised-seats.ts';
import { OVERBOOKING_DEFAULTS } from '../../shared/pricing/overbooking-defaults.ts';
import { accept } from '../../shared/refusals.ts';
import { adviseAuthorised } from '../pricing/revenue/advise-authorised.ts';
import { type Oversale, type OversaleCase, oversaleAt } from '../pricing/revenue/oversale.ts';
import { newestAuthorisation } from '../store/tables/authorisations-table.ts';
import { cabinCounters } from '../store/tables/flights-table.ts';
import { blockedIn } from '../store/tables/seat-blocks-table.ts';
import { cabinLoads, pricingNow } from '../views/flight-view.ts';
import { flightCabin } from './flight-cabin.ts';
import type { Query } from './query.ts';

/** How many seats of a cabin to authorise, by two aims, and what is expected with each and with the number of today. */
export const overbookingAdvice: Query<Input<'pricing.overbookingAdvice'>, Output<'pricing.overbookingAdvice'>> = async (context, input) => {
  const { db } = context;
  const { flightId, cabin } = input;
  const found = await flightCabin(context, flightId, cabin);
  if (!found.ok) return found;
  const { row, plan, capacity } = found.value;
  const counters = await cabinCounters(db, flightId);
  const load = cabinLoads(row, plan, counters, await pricingNow(context)).find((one) => one.cabin === cabin);
  assert(load, `flight ${flightId} has a cabin ${cabin} without a load`);
  const assumed = withDefaults(input, load.price);
  const most = authorisedMost(capacity);
  const one: OversaleCase = {
    ...{ seats: capacity, showRate: assumed.showPerMille / 1_000, fare: minor(assumed.fare), refundShare: assumed.refundPercent / 100 },
    ...{ volunteers: assumed.volunteers, volunteerCost: minor(assumed.volunteerCost), deniedCost: minor(assumed.deniedCost) },
  };
  const decided = await newestAuthorisation(db, flightId, cabin);
  return accept({
    ...{ flightId, cabin, currency: row.currency, capacity, most, assumed },
    ...{ authorised: load.authorised, percent: decided?.percent ?? null, held: load.held, sold: load.sold },
    blocked: (await blockedIn(db, flightId, cabin)).seats,
    now: told(oversaleAt(one, load.authorised)),
    byRevenue: told(adviseAuthorised(one, { by: 'revenue' }, most)),
    byRisk: told(adviseAuthorised(one, { by: 'risk', risk: assumed.riskPerMille / 1_000 }, most)),
    decided: decided ? { authorised: decided.seats_after, author: decided.author, reason: decided.reason, at: decided.decided_at } : null,
  });
};

/** A volunteer never costs more than denied boarding: where only one of the two is given, the other's default gives way. */
function withDefaults(given: Input<'pricing.overbookingAdvice'>, price: number): OverbookingAssumed {
  const fare = given.fare ?? price;
  const volunteer = percentOf(minor(fare), OVERBOOKING_DEFAULTS.volunteerPercent);
  const denied = percentOf(minor(fare), OVERBOOKING_DEFAULTS.deniedPercent);
  const volunteerCost = given.volunteerCost ?? Math.min(volunteer, given.deniedCost ?? volunteer);
  return {
    showPerMille: given.showPerMille ?? OVERBOOKING_DEFAULTS.showPerMille,
    fare,
    refundPercent: given.refundPercent ?? OVERBOOKING_DEFAULTS.refundPercent,
    volunteers: given.volunteers ?? OVERBOOKING_DEFAULTS.volunteers,
    volunteerCost,
    deniedCost: given.deniedCost ?? Math.max(denied, volunteerCost),
    riskPerMille: given.riskPerMille ?? OVERBOOKING_DEFAULTS.riskPerMille,
  };
}

/** Money in whole minor units. */
const told = (one: Oversale): OverbookingExpected => ({ ...one, cost: roundHalfUp(one.cost), net: roundHalfUp(one.net) });
