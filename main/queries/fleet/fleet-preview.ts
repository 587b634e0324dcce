import { FLEET_LOSERS_SHOWN } from '../../../shared/bounds.ts';
import { countsOf } from '../../../shared/configuration.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { draftFaults } from '../../../shared/draft-faults.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import { CABINS } from '../../../shared/seat-map.ts';
import { drawnMap } from '../../fleet/drawn-map.ts';
import type { OwnMapTurn } from '../../fleet/own-maps.ts';
import type { SeatPlan } from '../../reference/reference.ts';
import { seatPlanOf } from '../../reference/seat-plan-of.ts';
import { seatMapById } from '../../store/tables/seat-maps-table.ts';
import { planTakeOver, type TakeOverPlan } from '../../views/plan-take-over.ts';
import type { Query, QueryContext } from '../query.ts';
import { losersOf } from './losers-of.ts';

type Previewed = Output<'fleet.preview'>;

/** What a map would do from a day on: exactly what its take-over does then, as long as nothing changes. */
export const fleetPreview: Query<Input<'fleet.preview'>, Previewed> = async (context, { map, ...asked }) => {
  const found = await mapAsked(context, map);
  if (!found.ok) return found;
  const { about, plan } = found.value;
  const planned = await planTakeOver({ ...context, setApart: new Set() }, about, plan, asked);
  if (!planned.ok) return planned;
  const { change, keep, seen } = planned.value;
  const moves = change.flatMap(({ parties }) => parties.flatMap((party) => party.moves));
  const days = change.map(({ flight }) => flight.service_day);
  const seated = moves.filter(({ to }) => to).length;
  const losers = await losersOf(context, change, plan, FLEET_LOSERS_SHOWN);
  return accept({
    seen,
    flights: {
      ...{ change: change.length, withSales: change.filter(({ flight }) => flight.booked === 1).length, keep: keep.length },
      first: days.length === 0 ? null : dateOfDay(days.reduce((least, day) => Math.min(least, day))),
      last: days.length === 0 ? null : dateOfDay(days.reduce((most, day) => Math.max(most, day))),
    },
    ...insteadOf(change, about.configuration, plan),
    losers,
    losersMore: moves.length - losers.length,
    passengers: { lose: moves.length, seated, unseated: moves.length - seated },
    bookings: new Set(change.flatMap(({ parties }) => parties.map(({ row }) => row.id))).size,
    blocksEnd: change.reduce((sum, { blocksEnd }) => sum + blocksEnd.length, 0),
  });
};

type Asked = Pick<OwnMapTurn, 'id' | 'carrier' | 'equipment' | 'configuration'>;

async function mapAsked(
  { db, reference }: QueryContext,
  map: Input<'fleet.preview'>['map'],
): Promise<Reply<{ readonly about: Asked; readonly plan: SeatPlan }>> {
  if ('id' in map) {
    const [about, plan] = [await seatMapById(db, map.id), reference.seatPlan(map.id)];
    if (!plan) return refuse('FLEET_UNKNOWN', { id: map.id });
    return about ? accept({ about, plan }) : refuse('FLEET_NOT_OWN', { name: plan.map.name });
  }
  const { draft } = map;
  const faults = draftFaults(draft, draft.configuration);
  if (faults.length > 0)
    return refuse('FLEET_DRAFT', { problem: faults[0]?.problem, faults: faults.map((fault) => ({ line: null, ...fault })) });
  const { equipment, configuration } = draft;
  return accept({
    about: { id: '', carrier: draft.carrier ?? '', equipment, configuration },
    plan: seatPlanOf(drawnMap(draft, ''), false),
  });
}

/** The maps that the flights have now, the one of most flights first, and the seats of each cabin. */
function insteadOf(change: TakeOverPlan['change'], configuration: string, after: SeatPlan): Pick<Previewed, 'instead' | 'cabins'> {
  const groups = [...Map.groupBy(change, ({ flight }) => flight.seat_map).values()].toSorted((a, b) => b.length - a.length);
  const instead = groups.flatMap((flights) => {
    const [first] = flights;
    return first ? [{ id: first.flight.seat_map, name: first.flight.before.map.name, flights: flights.length }] : [];
  });
  const before = groups[0]?.[0]?.flight.before.capacity ?? {};
  const file = countsOf(configuration) ?? {};
  const cabins = CABINS.map((cabin) => ({ cabin, file: file[cabin] ?? 0, before: before[cabin] ?? 0, after: after.capacity[cabin] ?? 0 }));
  return { instead, cabins: cabins.filter((one) => one.file + one.before + one.after > 0) };
}
