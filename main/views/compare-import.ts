import { assert } from '../../shared/assert.ts';
import { PREVIEW_FLIGHTS_MAX, PREVIEW_NAMES_MAX } from '../../shared/bounds.ts';
import { countsText } from '../../shared/configuration.ts';
import { designator } from '../../shared/flight-designator.ts';
import { dateOfDay, type Instant, instant } from '../../shared/instants.ts';
import type { SchedulePreviewFlight, ScheduleSummary } from '../../shared/methods/schedule.ts';
import type { TouchedBookings } from '../../shared/methods/touched-bookings.ts';
import type { Reference } from '../reference/reference.ts';
import { compareStaged } from '../store/compare-staged.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { ComparedImport, StagedImport } from '../store/staged-import.ts';
import {
  countStagedRoutes,
  droppedRoutes,
  type StagedRoute,
  stagedCarriers,
  stagedEquipment,
  stagedRoutes,
  stagedSpan,
} from '../store/tables/staged-summary.ts';
import { aircraftAttention } from './aircraft-attention.ts';
import { blocksAttention } from './blocks-on-other-map.ts';
import { type PreviewMoment, touchedBookings } from './touched-bookings.ts';

export interface ImportComparison extends ComparedImport {
  readonly summary: ScheduleSummary;
  /** Sentences to be read before it is applied. */
  readonly attention: readonly string[];
  readonly touched: TouchedBookings;
}

/** What applying a staged import would do, and what is in it. It only reads. Undefined when the rows of the import are not there. */
export async function compareImport(moment: PreviewMoment, staged: StagedImport): Promise<ImportComparison | undefined> {
  const { db, now, reference } = moment;
  const compared = await compareStaged(db, now, staged);
  if (!compared) return undefined;
  const attention = [...(await blocksAttention(db, staged.importId, reference)), ...(await aircraftAttention(db, now, staged))];
  const touched = await touchedBookings(moment, staged, compared.counts.bookingsTouched);
  return { ...compared, summary: await summaryOf(db, now, staged, reference), attention, touched };
}

async function summaryOf(
  db: ReadDatabase,
  now: Instant,
  { importId, scopes }: StagedImport,
  reference: Reference,
): Promise<ScheduleSummary> {
  const { first_day, last_day, departed } = await stagedSpan(db, importId, now);
  const carriers = await stagedCarriers(db, importId, PREVIEW_NAMES_MAX);
  const equipment = await stagedEquipment(db, importId, PREVIEW_NAMES_MAX);
  const gone: StagedRoute[] = [];
  for (const scope of scopes) {
    if (gone.length >= PREVIEW_FLIGHTS_MAX) break;
    gone.push(...(await droppedRoutes(db, importId, scope, now, PREVIEW_FLIGHTS_MAX - gone.length)));
  }
  const routes = await stagedRoutes(db, importId, PREVIEW_FLIGHTS_MAX);
  const seen = (route: StagedRoute, isDropped: boolean) => flightOf(route, isDropped, reference);
  return {
    period: first_day === null || last_day === null ? null : { from: dateOfDay(first_day), to: dateOfDay(last_day) },
    departed,
    carriers: carriers.map(({ carrier, flights }) => ({ carrier, name: reference.airlineName(carrier) ?? null, flights })),
    seatMaps: equipment.map(({ equipment, seat_map, flights }) => {
      const plan = reference.seatPlan(seat_map);
      assert(plan, `seat map ${seat_map} was chosen while the file was read`);
      const { map, capacity, plain, made } = plan;
      return { equipment, seatMap: map.name, capacity: countsText(capacity), plain, made, flights };
    }),
    // What is taken away is the first that a person must see.
    flights: [...gone.map((route) => seen(route, true)), ...routes.map((route) => seen(route, false))],
    flightsMore: Math.max(0, (await countStagedRoutes(db, importId)) - routes.length),
  };
}

function flightOf(route: StagedRoute, isDropped: boolean, reference: Reference): SchedulePreviewFlight {
  const { origin, destination, equipment, dates, added, changed } = route;
  const zoneOf = (code: string, moment: number): string => {
    const airport = reference.airportAt(code, moment);
    assert(airport, `airport ${code} was known while the file was read`);
    return airport.zone;
  };
  return {
    flight: designator(route.carrier, route.number, route.suffix),
    origin,
    destination,
    originZone: zoneOf(origin, route.departs_at),
    destinationZone: zoneOf(destination, route.arrives_at),
    from: dateOfDay(route.first_day),
    to: dateOfDay(route.last_day),
    departsAt: instant(route.departs_at),
    arrivesAt: instant(route.arrives_at),
    equipment,
    dates,
    added,
    changed,
    dropped: isDropped ? dates : 0,
  };
}
