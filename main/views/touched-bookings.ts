import { TOUCHED_READ_MAX, TOUCHED_SHOWN_MAX } from '../../shared/bounds.ts';
import { type Instant, instant } from '../../shared/instants.ts';
import { LEG_CHANGES, type LegChangeKind, worstChange } from '../../shared/leg-change.ts';
import type { TouchedBooking, TouchedBookings } from '../../shared/methods/touched-bookings.ts';
import type { Reference } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { Locators } from '../store/locators.ts';
import type { StagedImport } from '../store/staged-import.ts';
import { bookingById, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { bookingsOn } from '../store/tables/claims-table.ts';
import { type FlightAfter, flightsAfterImport } from '../store/tables/flights-after-import.ts';
import { type FlightRow, flightById } from '../store/tables/flights-table.ts';
import { readSetting } from '../store/tables/settings-table.ts';
import { legsMeant } from './changed-legs.ts';
import { zonesNow } from './zones-now.ts';

export interface PreviewMoment {
  readonly db: ReadDatabase;
  readonly now: Instant;
  readonly reference: Reference;
  readonly locators: Locators;
}

const severity = ({ kind }: TouchedBooking): number => LEG_CHANGES.indexOf(kind);

/**
 * The bookings on flights that an import would drop or change, and what it would mean for each: the worst of its legs. The worst come first, then those
 * that leave first. So many are read at most, those of dropped flights before others; the rest is counted.
 */
export async function touchedBookings(moment: PreviewMoment, staged: StagedImport, touched: number): Promise<TouchedBookings> {
  const { db, now } = moment;
  const flights = new Map<number, FlightAfter>();
  for (const flight of touched === 0 ? [] : await flightsAfterImport(db, staged, now)) flights.set(flight.id, flight);
  const ids = new Set<number>();
  for (const flightId of flights.keys()) {
    if (ids.size >= TOUCHED_READ_MAX) break;
    for (const id of await bookingsOn(db, flightId)) ids.add(id);
  }
  const limit = await readSetting(db, 'movedMinutes');
  const all: TouchedBooking[] = [];
  for (const id of [...ids].slice(0, TOUCHED_READ_MAX)) {
    const one = await touchedBooking(moment, id, flights, limit);
    if (one) all.push(one);
  }
  const sorted = all.toSorted((one, other) => severity(other) - severity(one) || one.departsAt - other.departsAt);
  const counts: { kind: LegChangeKind; bookings: number }[] = [...Map.groupBy(sorted, ({ kind }) => kind)].map(([kind, of]) => ({
    kind,
    bookings: of.length,
  }));
  const bookings = sorted.slice(0, TOUCHED_SHOWN_MAX);
  return { bookings, more: Math.max(0, touched - bookings.length), counts, unread: Math.max(0, touched - all.length) };
}

async function touchedBooking(
  { db, reference, locators }: PreviewMoment,
  id: number,
  changes: ReadonlyMap<number, FlightAfter>,
  limit: number,
): Promise<TouchedBooking | undefined> {
  const row = await bookingById(db, id);
  if (!row) return undefined;
  const legs = legsOf(row);
  const flights: FlightRow[] = [];
  for (const { flightId } of legs) {
    const flight = await flightById(db, flightId);
    if (!flight) return undefined;
    flights.push({ ...flight, ...changes.get(flightId) });
  }
  const meant = (await legsMeant({ db, reference }, row, flights, limit)).map((change, at) => ({ ...change, at }));
  const worst = worstChange(meant);
  const leg = legs[worst?.at ?? 0];
  const flight = flights[worst?.at ?? 0];
  if (!worst || !leg || !flight) return undefined;
  const { originZone: leavesZone, rezoned } = zonesNow(reference, leg, flight);
  return {
    ...{ bookingId: id, locator: locators.of(id), held: row.state === 'HOLD', passengers: partyOf(row).length },
    ...{ flight: leg.flight, origin: leg.origin, originZone: leg.originZone, departsAt: instant(leg.departsAt) },
    ...{ leavesAt: instant(flight.departs_at), destination: flight.destination, kind: worst.kind, movedMinutes: worst.movedMinutes },
    ...{ leavesZone, ...(rezoned ? { rezoned } : {}) },
  };
}
