import type { PassengerName } from '../../../shared/methods/bookings.ts';
import type { PassengerRow } from '../../store/tables/sale-rows.ts';

/** A passenger of a sold booking as their name is checked. */
export const nameOf = (row: PassengerRow): PassengerName => ({
  ...{
    type: row.type,
    surname: row.surname,
    given: row.given,
    title: row.title as PassengerName['title'],
    birthDate: row.birth_date,
    with: row.carried_by,
  },
  host: { surname: row.host_surname, given: row.host_given },
});
