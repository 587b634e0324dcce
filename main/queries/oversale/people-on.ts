import { seatedOn } from '../../../shared/later-seat.ts';
import { fareAt, lapFareAt } from '../../../shared/leg-fares.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { fareToStop } from '../../rules/fare-to-stop.ts';
import { goesOn } from '../../rules/unseated-order.ts';
import { bookingById, legsOf, partyOf } from '../../store/tables/bookings-table.ts';
import { saleRecordOf } from '../../store/tables/sale-record.ts';
import type { PassengerRow } from '../../store/tables/sale-rows.ts';
import { listedName } from '../../views/listed-name.ts';
import type { QueryContext } from '../query.ts';
import { type Displaced, whenDisplaced } from './when-displaced.ts';

/** A passenger who was sold a place on a flight. */
export interface PersonOn {
  readonly bookingId: number;
  readonly passenger: number;
  readonly name: string;
  readonly type: PassengerRow['type'];
  /** As the leg says: a seat, or what stands in its place. */
  readonly seat: string;
  /** Minor units, with an infant on the lap. */
  readonly fare: number;
  /** The same on to the destination or first stopover. */
  readonly fareToStop: number;
  /** Passengers with a seat on the booking, on any of its flights, and whether all of them are adults. */
  readonly party: number;
  readonly allAdults: boolean;
  /** All of the party who have a seat on this flight are adults: an infant on a lap until a later flight makes no family here. */
  readonly adults: boolean;
  readonly connects: boolean;
  readonly sale: { readonly at: number; readonly user: string; readonly desk: string };
  /** Another aircraft had not the seat. */
  readonly displaced: Displaced | undefined;
}

const SOLD = `SELECT DISTINCT c.owner AS id FROM claims c JOIN bookings b ON b.id = c.owner
  WHERE c.flight_id IN (?) AND b.state = 'CONFIRMED'`;

const isAdult = ({ type }: { readonly type: string }): boolean => type === 'ADT';

/** Everybody who was sold a place in a cabin, with a seat or without. */
export async function peopleOn({ db }: Pick<QueryContext, 'db'>, flightId: number, cabin: Cabin): Promise<PersonOn[]> {
  const people: PersonOn[] = [];
  for (const { id } of await db.query<{ id: number }>(SOLD).all(flightId)) {
    const row = await bookingById(db, id);
    if (!row) continue;
    const legs = legsOf(row);
    const party = partyOf(row);
    const { passengers } = await saleRecordOf(db, id);
    const displaced = legs.some(({ seats }) => seats.includes('over')) ? await whenDisplaced(db, id, flightId) : undefined;
    const sale = { at: row.sold_at ?? row.created_at, user: row.sold_by ?? row.user, desk: row.sold_desk ?? row.desk };
    for (const leg of legs.filter((one) => one.flightId === flightId && one.cabin === cabin)) {
      const here = seatedOn(party, leg.segment);
      for (const [at, sitting] of here.entries()) {
        const place = party.findIndex(({ passenger }) => passenger === sitting.passenger);
        const named = passengers[place];
        if (!named) continue;
        people.push({
          ...{ bookingId: id, passenger: sitting.passenger, name: listedName(named), type: named.type, seat: leg.seats[at] ?? '' },
          ...{ fare: fareAt(leg, at).fare + lapFareAt(leg, at), fareToStop: fareToStop(party, legs, leg, sitting.passenger) },
          ...{ party: party.length, allAdults: party.every(isAdult), adults: here.every(isAdult), connects: goesOn(legs, leg) },
          ...{ sale, displaced },
        });
      }
    }
  }
  return people;
}
