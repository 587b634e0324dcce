import { assert } from '../../../shared/assert.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { WAIT_STATUS, type WaitList } from '../../../shared/methods/waitlist.ts';
import { accept } from '../../../shared/refusals.ts';
import { flightById } from '../../store/tables/flights-table.ts';
import { readSetting } from '../../store/tables/settings-table.ts';
import type { WaitRow } from '../../store/tables/wait-row.ts';
import { endedSince, everyoneOn, flightsOf, listsToCome } from '../../store/tables/waitlist-table.ts';
import type { Query, QueryContext } from '../query.ts';
import { readList, waitFlight, waitFlightById, whyWaits } from './read-list.ts';
import { waitOffer } from './wait-offer.ts';

/** Parties that are told of whose wait ended within a day. */
const ENDED_MAX = 40;

const countOf = (row: WaitRow): number => (JSON.parse(row.party) as unknown[]).length;

/** All lists of flights that have not left, and who was cleared or ended within a day. */
export const waitlistFlights: Query<Input<'waitlist.flights'>, Output<'waitlist.flights'>> = async (context) => {
  const { db, now } = context;
  const lists: WaitList[] = [];
  const passengersOf = new Map<number, number>();
  for (const { flight_id, cabin } of await listsToCome(db, now)) {
    const flight = await flightById(db, flight_id);
    assert(flight, `flight ${flight_id} has a waitlist and is not in the schedule`);
    const read = await readList(context, flight, cabin);
    const live = (await everyoneOn(db, flight_id, cabin)).filter(({ ended_at }) => ended_at === null);
    for (const row of live) passengersOf.set(row.id, countOf(row));
    const next = live.find(({ state }) => state === 'WAITING');
    lists.push({
      ...waitFlight(context, flight),
      ...{ cabin, parties: live.length, free: read.list.free },
      passengers: live.reduce((count, row) => count + countOf(row), 0),
      longestSince: Math.min(...live.map(({ joined_at }) => joined_at)),
      next: next ? { name: next.contact_name, count: countOf(next), why: whyWaits(read, next, now) } : null,
      offer: await firstToEnd(context, flight_id, live),
    });
  }
  const ended: Output<'waitlist.flights'>['ended'] = [];
  for (const row of await endedSince(db, now - DAY_MS, ENDED_MAX)) {
    if (row.state === 'DROPPED' || row.ended_at === null || row.ended_why === null) continue;
    const offer = await waitOffer(context, row);
    const { flight } = await waitFlightById(context, offer?.flightId ?? flightsOf(row)[0] ?? 0);
    const about = { entryId: row.id, at: row.ended_at, name: row.contact_name, flight, cabin: row.cabin, why: row.ended_why };
    ended.push({ ...about, status: WAIT_STATUS[row.state], seats: offer?.seats ?? [] });
  }
  const passengers = [...passengersOf.values()].reduce((sum, count) => sum + count, 0);
  return accept({ lists, parties: passengersOf.size, passengers, ended, offerMinutes: await readSetting(db, 'offerMinutes') });
};

async function firstToEnd(context: QueryContext, flightId: number, live: readonly WaitRow[]): Promise<WaitList['offer']> {
  let first: WaitList['offer'] = null;
  for (const row of live) {
    const offer = row.state === 'OFFERED' ? await waitOffer(context, row) : null;
    if (offer?.flightId !== flightId || (first && first.until <= offer.until)) continue;
    first = { name: row.contact_name, count: countOf(row), offeredAt: offer.offeredAt, until: offer.until };
  }
  return first;
}
