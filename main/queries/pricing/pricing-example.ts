import { assert } from '../../../shared/assert.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';
import { accept } from '../../../shared/refusals.ts';
import { CABINS } from '../../../shared/seat-map.ts';
import { cabinCounters } from '../../store/tables/flights-table.ts';
import { nextFrom, nextOnRoute } from '../../store/tables/scope-flights.ts';
import { fareOrigin } from '../../views/fare-origin.ts';
import { flightSummary, pricingNow } from '../../views/flight-view.ts';
import { findScope } from '../../views/policy-scope.ts';
import { cabinTaken, flightTaken, priceQuestion } from '../../views/price-question.ts';
import type { Query } from '../query.ts';

/** A draft may come to ask for anything, so an example knows all that rules can ask for. */
const EVERY_NEED: readonly PolicyRule[] = [
  ...Object.values(POLICY_TEMPLATES).flat(),
  { rule: 'competitor', within: 1, noOlderThanHours: 1 },
];

export const pricingExample: Query<Input<'pricing.example'>, Output<'pricing.example'>> = async (context, { scope, home }) => {
  const { db, now, reference } = context;
  const found = await findScope(db, reference, scope);
  if (!found.ok) return found;
  const from = now + DAY_MS;
  const row =
    found.flight ??
    (scope.kind === 'route' ? await nextOnRoute(db, scope.origin, scope.destination, from) : await nextFrom(db, home, from));
  if (!row) return accept({ example: null });
  const plan = reference.seatPlan(row.seat_map);
  assert(plan, `flight ${row.id} flies with seats that this Aisle does not know`);
  const [counters, pricing] = [await cabinCounters(db, row.id), await pricingNow(context)];
  const ofFlight = flightTaken(counters, plan);
  const questions = CABINS.flatMap((cabin) => {
    const capacity = plan.capacity[cabin];
    if (capacity === undefined) return [];
    const taken = { ofCabin: cabinTaken(counters, cabin, capacity), ofFlight };
    const {
      miles,
      competitor,
      promotion: _,
      closed = [],
      opened = [],
      ...asked
    } = priceQuestion(pricing, row, cabin, taken, EVERY_NEED, fareOrigin(reference, row));
    return [{ ...asked, miles: miles ?? null, competitor: competitor ?? null, closed: [...closed], opened: [...opened] }];
  });
  return accept({ example: { flight: flightSummary(row, counters, pricing), questions } });
};
