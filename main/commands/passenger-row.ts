import { assert } from '../../shared/assert.ts';
import { hostName } from '../../shared/host-name.ts';
import type { PassengerName } from '../../shared/methods/bookings.ts';
import type { PassengerRow } from '../store/tables/sale-rows.ts';

/** A passenger as a sold booking keeps them. The name must have been checked. */
export function passengerRow(name: PassengerName, unaccompanied: boolean): PassengerRow {
  const host = hostName(name);
  assert(host.ok, 'a name has a host form before it is stored');
  const { type, surname, given, title, birthDate: birth_date, with: carried_by } = name;
  return {
    ...{ type, host_surname: host.surname, host_given: host.given, surname, given, title, birth_date, carried_by },
    unaccompanied: Number(unaccompanied),
  };
}
