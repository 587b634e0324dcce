import { seatedOn } from '../../shared/later-seat.ts';
import { goesOn, seatedFirst } from '../rules/unseated-order.ts';
import { legsOf, partyOf } from '../store/tables/bookings-table.ts';
import type { Aboard } from './aboard.ts';

/** In which order parties of a flight are seated. */
export const seatingOrder = (one: Aboard, other: Aboard): number => seatedFirst(orderOf(one), orderOf(other));

/** Who of a cabin chooses a seat later and has none left, where `free` seats are: the last of the order first, each party as a whole. */
export function openLosers(ofCabin: readonly Aboard[], free: number): Aboard[] {
  const open = ofCabin.filter(({ leg }) => leg.seats.includes('open')).toSorted((a, b) => seatingOrder(b, a));
  const waits = ({ leg }: Aboard): number => leg.seats.filter((seat) => seat === 'open').length;
  let tooMany = open.reduce((sum, one) => sum + waits(one), 0) - free;
  const lose: Aboard[] = [];
  for (const one of open) {
    if (tooMany <= 0) break;
    tooMany -= waits(one);
    lose.push(one);
  }
  return lose;
}

const orderOf = ({ row, leg }: Aboard) => ({
  bookingId: row.id,
  connects: goesOn(legsOf(row), leg),
  adults: seatedOn(partyOf(row), leg.segment).every(({ type }) => type === 'ADT'),
});
