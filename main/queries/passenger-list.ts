import type { Input, Output } from '../../shared/contract.ts';
import { dateOfDay } from '../../shared/instants.ts';
import { seatedOn } from '../../shared/later-seat.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { CABINS } from '../../shared/seat-map.ts';
import { bookingById, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { OF_BOOKINGS } from '../store/tables/claims-table.ts';
import { flightById, flightName } from '../store/tables/flights-table.ts';
import { saleRecordOf } from '../store/tables/sale-record.ts';
import { listedName } from '../views/listed-name.ts';
import type { Query } from './query.ts';

type Listed = Output<'flights.passengerList'>['cabins'][number]['passengers'][number];

const SOLD = `SELECT DISTINCT c.owner AS id FROM claims c JOIN bookings b ON b.id = c.owner
  WHERE c.flight_id IN (?) AND c.kind ${OF_BOOKINGS} AND b.state = 'CONFIRMED'`;

/** Everybody who has a sold seat on a flight, by cabin and name. */
export const passengerList: Query<Input<'flights.passengerList'>, Output<'flights.passengerList'>> = async (context, { flightId }) => {
  const { db, locators, reference, now } = context;
  const flight = await flightById(db, flightId);
  if (!flight) return refuse('FLIGHT_UNKNOWN', { flightId });
  const lists = new Map<string, Listed[]>();
  for (const { id } of await db.query<{ id: number }>(SOLD).all(flightId)) {
    const row = await bookingById(db, id);
    if (!row) continue;
    const { passengers } = await saleRecordOf(db, id);
    const party = partyOf(row);
    for (const leg of legsOf(row).filter((one) => one.flightId === flightId)) {
      const sitting = seatedOn(party, leg.segment);
      for (const [at, seat] of leg.seats.entries()) {
        const place = party.findIndex(({ passenger }) => passenger === sitting[at]?.passenger);
        const name = passengers[place];
        if (!name) continue;
        // On the lap: an infant without a seat, or one whose seat begins on a later flight.
        const later = party.findIndex(({ seatFrom }) => seatFrom?.with === place && seatFrom.segment > leg.segment);
        const lap = passengers.find((infant) => infant.type === 'INF' && infant.carried_by === place) ?? passengers[later];
        const listed: Listed = {
          ...{
            name: listedName(name),
            surname: name.surname,
            given: name.given,
            type: name.type,
            seat,
            locator: locators.of(id),
            status: 'HK',
          },
          infant: lap ? listedName(lap) : '',
          remarks: [...(name.unaccompanied === 1 ? ['UMNR'] : []), ...(party[place]?.assistance ? ['MAAS'] : [])],
        };
        const list = lists.get(leg.cabin);
        if (list) list.push(listed);
        else lists.set(leg.cabin, [listed]);
      }
    }
  }
  return accept({
    ...{
      flightId,
      flight: flightName(flight),
      date: dateOfDay(flight.service_day),
      origin: flight.origin,
      destination: flight.destination,
    },
    ...{
      originZone: reference.airportAt(flight.origin, flight.departs_at)?.zone ?? 'UTC',
      departsAt: flight.departs_at,
      equipment: flight.equipment,
      at: now,
    },
    cabins: CABINS.filter((cabin) => lists.has(cabin)).map((cabin) => ({
      cabin,
      passengers: (lists.get(cabin) ?? []).sort((a, b) => (a.name === b.name ? (a.seat < b.seat ? -1 : 1) : a.name < b.name ? -1 : 1)),
    })),
  });
};
