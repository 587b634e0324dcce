import type { PassengerName } from '../../../shared/methods/bookings.ts';
import { childrenAlone } from '../../rules/children-alone.ts';
import { aloneRules } from '../check-sale.ts';
import { passengerRow } from '../passenger-row.ts';
import { nameOf } from './name-of.ts';
import type { Changing, Standing } from './planned-change.ts';

/** The passengers of a booking with those who come. Who has a seat stands before all infants on laps. Children who are alone no more, or now, are marked anew. */
export async function withNames(
  { context, party, legs, passengers }: Changing,
  seated: readonly PassengerName[],
  onLaps: readonly PassengerName[],
): Promise<Standing['passengers']> {
  const added = (name: PassengerName) => passengerRow(name, false);
  const rows = [...passengers.slice(0, party.length), ...seated.map(added), ...passengers.slice(party.length), ...onLaps.map(added)];
  const { minors } = childrenAlone(rows.map(nameOf), legs, await aloneRules(context));
  return rows.map((row, place) => ({ ...row, unaccompanied: Number(minors.includes(place)) }));
}
