import { assert } from '../../shared/assert.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { instant, isDue } from '../../shared/instants.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { SettingName, SettingValue } from '../../shared/setting-rules.ts';
import type { SeatPlan } from '../reference/reference.ts';
import { trustSeats } from '../store/checks/trust-seats.ts';
import { assignmentOf } from '../store/tables/assignments-table.ts';
import { marketedAs } from '../store/tables/codeshares-table.ts';
import { flightToPrice } from '../store/tables/flight-to-price.ts';
import type { CabinCounter, FlightRow } from '../store/tables/flights-table.ts';
import type { SeatBlockRow } from '../store/tables/seat-blocks-table.ts';
import { readSetting } from '../store/tables/settings-table.ts';
import { flightSummary } from '../views/flight-view.ts';
import { flightWeight } from '../views/flight-weight.ts';
import { readPolicies } from '../views/known-policies.ts';
import { pricedBy } from '../views/policy-view.ts';
import { standingBlocks } from '../views/seats-left.ts';
import { flightClaims, type SeatClaim } from './flight-claims.ts';
import { newestEvent } from './newest-event.ts';
import type { Query, QueryContext } from './query.ts';

type TakenSeat = Output<'flights.seatMap'>['taken'][number];

/** A flight with its cabins and every seat that is not simply free. */
export const seatMap: Query<Input<'flights.seatMap'>, Output<'flights.seatMap'>> = async (context, { flightId }) => {
  const { db, now, reference } = context;
  const flight = await flightToPrice(db, flightId);
  if (!flight) return refuse('FLIGHT_UNKNOWN', { flightId });
  const { row, counters } = flight;
  const policies = await readPolicies(db, row);
  const plan = reference.seatPlan(row.seat_map);
  assert(plan, `flight ${row.id} flies with a seat map that this Aisle does not know`);
  await trustSeats(db, flightId);
  const claims = await flightClaims(context, flightId);
  return accept({
    flight: flightSummary(row, counters, { policies, now, reference }, await marketedAs(db, row)),
    ...goneCabins(plan, counters),
    ...(await aircraftOfFlight(context, row)),
    departed: isDue(instant(row.departs_at), now),
    policy: pricedBy(policies.of(row, now)),
    map: plan.map,
    ...(plan.made ? { made: true as const } : {}),
    taken: [...claims.map((claim) => takenSeat(context, claim)), ...blockedSeats(await standingBlocks(context, flightId))],
    version: await newestEvent(db),
  });
};

function goneCabins({ capacity }: SeatPlan, counters: readonly CabinCounter[]): Pick<Output<'flights.seatMap'>, 'gone'> {
  const gone = counters.filter(({ cabin, held, sold }) => !capacity[cabin] && held + sold > 0);
  return gone.length > 0 ? { gone: gone.map(({ cabin, held, sold }) => ({ cabin, held, sold })) } : {};
}

/** The aircraft, gate and weight that a flight got, if it got any. */
async function aircraftOfFlight({ db, reference }: QueryContext, row: FlightRow): Promise<Pick<Output<'flights.seatMap'>, 'aircraft'>> {
  const assigned = await assignmentOf(db, row.id);
  if (!assigned) return {};
  const { tail, gate, own_limit, weight_limit } = assigned;
  const asked = { db, reference, setting: <Name extends SettingName>(name: Name) => readSetting(db, name) as Promise<SettingValue<Name>> };
  const weight = weight_limit === null ? null : (await flightWeight(asked, row, weight_limit)).weight;
  return { aircraft: { tail, gate, ownLimit: own_limit, weight } };
}

const blockedSeats = (blocks: readonly SeatBlockRow[]): TakenSeat[] =>
  [...Map.groupBy(blocks, ({ seat }) => seat)].map(([seat, own]) => ({
    ...{ seat, state: 'blocked', desk: null, until: null, locator: null },
    blocks: own.map(({ code, remark, until_at }) => ({ code, remark, until: until_at })),
  }));

/** Every desk may know which desk holds a seat and until when. Only the desk itself may know which booking it is. */
function takenSeat({ actor, locators }: QueryContext, { seat, booking_id, state, desk, expires_at }: SeatClaim): TakenSeat {
  const here = desk === actor.desk;
  const locator = here ? locators.of(booking_id) : null;
  if (state !== 'HOLD') return { seat, state: 'sold', desk: null, until: null, locator };
  return { seat, state: here ? 'held-here' : 'held-elsewhere', desk, until: expires_at, locator };
}
