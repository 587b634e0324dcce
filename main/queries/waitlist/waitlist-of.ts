import type { Input, Output } from '../../../shared/contract.ts';
import type { BookingMoved } from '../../../shared/events/booking-moved.ts';
import { WAIT_PRIORITIES, WAIT_STATUS, type WaitEntry, type WaitStep } from '../../../shared/methods/waitlist.ts';
import { accept } from '../../../shared/refusals.ts';
import { eventsOfBooking } from '../../store/tables/journal-table.ts';
import type { WaitRow } from '../../store/tables/wait-row.ts';
import { movesOn, type WaitMove } from '../../store/tables/waitlist-moves-table.ts';
import { everyoneOn, flightsOf } from '../../store/tables/waitlist-table.ts';
import { cabinTaken } from '../../views/price-question.ts';
import { flightCabin } from '../flight-cabin.ts';
import type { Query, QueryContext } from '../query.ts';
import { fareOfList, readList, waitFlight, waitFlightById, whyWaits } from './read-list.ts';
import { waitOffer } from './wait-offer.ts';
import { waitOutlook } from './wait-outlook.ts';

/** Steps of the history that are told. */
const STEPS_MAX = 60;

/** The list of a cabin in its order, with the first reason why each party is not served, and what happened on it. */
export const waitlistOf: Query<Input<'waitlist.of'>, Output<'waitlist.of'>> = async (context, { flightId, cabin }) => {
  const found = await flightCabin(context, flightId, cabin);
  if (!found.ok) return found;
  const { row: flight, capacity } = found.value;
  const read = await readList(context, flight, cabin);
  const outlook = await waitOutlook(context, read.list);
  const entries: WaitEntry[] = [];
  const history: WaitStep[] = [];
  const moves = await movesOn(context.db, flightId, cabin);
  for (const row of await everyoneOn(context.db, flightId, cabin)) {
    const offer = await waitOffer(context, row);
    history.push(...stepsOf(row, await offeredText(context, offer, flightId), moves.get(row.id) ?? []), ...(await callsOf(context, row)));
    if (row.state !== 'WAITING' && row.state !== 'OFFERED') continue;
    const flights: WaitEntry['flights'] = [];
    for (const id of flightsOf(row)) flights.push(id === flightId ? waitFlight(context, flight) : await waitFlightById(context, id));
    entries.push({
      ...{ entryId: row.id, state: row.state, status: WAIT_STATUS[row.state], name: row.contact_name, phone: row.phone, flights, cabin },
      ...{
        party: JSON.parse(row.party),
        bookingClass: row.booking_class,
        fareLimit: row.fare_limit,
        currency: row.currency,
        reason: row.reason,
      },
      priority: WAIT_PRIORITIES[row.priority] ?? 'normal',
      ...{ desk: row.desk, user: row.user, joinedAt: row.joined_at, why: whyWaits(read, row, context.now) },
      offer,
      ...(offer ? { chance: null, waitMs: null } : outlook(entries.length)),
    });
  }
  const { held, sold } = cabinTaken(read.counters, cabin, capacity);
  return accept({
    ...waitFlight(context, flight),
    ...{ cabin, seats: capacity, held, sold, free: read.list.free, fare: fareOfList(read, 1), currency: flight.currency },
    offersEnd: read.offersEnd,
    entries,
    history: history.sort((a, b) => b.at - a.at || b.entryId - a.entryId).slice(0, STEPS_MAX),
  });
};

/** `4D 4F`, and on another flight than the one whose list is read `1D on B6 9013`. */
async function offeredText(context: QueryContext, offer: WaitEntry['offer'], here: number): Promise<string> {
  if (!offer) return '';
  const elsewhere = offer.flightId === here ? '' : ` on ${(await waitFlightById(context, offer.flightId)).flight}`;
  return `${offer.seats.join(' ')}${elsewhere}`;
}

/** When and how a party was told of its offer once more. */
async function callsOf({ db }: QueryContext, row: WaitRow): Promise<WaitStep[]> {
  if (row.hold_id === null) return [];
  const told = (await eventsOfBooking(db, row.hold_id)).filter(({ type }) => type === 'offer.messagedAgain' || type === 'offer.called');
  return told.map(({ at, type, user, desk, data }) => {
    const text = type === 'offer.called' ? `called: ${(JSON.parse(data) as BookingMoved).note}` : 'told again';
    return { ...{ entryId: row.id, at, kind: 'told', name: row.contact_name, text, why: null }, user, desk };
  });
}

/** What happened to a party, the last first. */
function stepsOf(row: WaitRow, offered: string, moves: readonly WaitMove[]): WaitStep[] {
  const about = { entryId: row.id, name: row.contact_name, why: null, user: row.user, desk: row.desk };
  const steps: WaitStep[] = [];
  if (row.ended_at !== null)
    steps.push({ ...about, at: row.ended_at, kind: 'ended', text: offered, why: row.ended_why, user: row.ended_by ?? '', desk: '' });
  if (row.answered_at !== null) steps.push({ ...about, at: row.answered_at, kind: 'answered', text: offered });
  if (row.offered_at !== null) steps.push({ ...about, at: row.offered_at, kind: 'offered', text: offered });
  for (const { at, user, priority, reason } of moves.toReversed())
    steps.push({ ...about, at, kind: 'moved', text: `${WAIT_PRIORITIES[priority] ?? 'normal'}: ${reason}`, user, desk: '' });
  const [first] = moves;
  const [joined, reason] = first ? [first.priority_before, first.reason_before] : [row.priority, row.reason];
  const why = reason ? `${WAIT_PRIORITIES[joined ?? 0] ?? 'normal'}: ${reason}` : '';
  return [...steps, { ...about, at: row.joined_at, kind: 'joined', text: why }];
}
