import { useState } from 'react';
import { legChangeWords } from '../../shared/leg-change-words.ts';
import type { TouchedBooking, TouchedBookings } from '../../shared/methods/touched-bookings.ts';
import { countText } from '../format/count-text.ts';
import { dayAndTime } from '../format/day-and-time.ts';
import { walkRows } from '../parts/walk-rows.ts';
import { go } from '../stores/navigation-store.ts';

const toneOf = ({ kind }: TouchedBooking): string => (kind === 'none' ? 't3' : kind === 'moved' ? 'warn' : 'bad');

/** What a schedule means for each booking on a flight that it changes or drops: the worst first. Arrows walk, Enter opens. */
export function TouchedList({ touched }: { touched: TouchedBookings }) {
  const { bookings, more, unread } = touched;
  const [at, setAt] = useState(0);
  const current = Math.min(at, bookings.length - 1);
  return (
    <table className="grid-table ad-flights" aria-label="Bookings touched">
      <thead>
        <tr>
          <th scope="col">Locator</th>
          <th scope="col" className="num">
            Pax
          </th>
          <th scope="col">Flight</th>
          <th scope="col">From</th>
          <th scope="col">As sold, local</th>
          <th scope="col">From now on</th>
          <th scope="col">What it means</th>
        </tr>
      </thead>
      <tbody onKeyDown={(event) => walkRows(event, current)}>
        {bookings.map((one, index) => (
          <tr key={one.bookingId}>
            <td>
              <button
                type="button"
                className="row-open ad-open code"
                tabIndex={index === current ? 0 : -1}
                onFocus={() => setAt(index)}
                onClick={() => go({ name: 'reservations', bookingId: one.bookingId })}
              >
                {one.locator}
              </button>
              {one.held ? ' on hold' : ''}
            </td>
            <td className="num ad-right">{one.passengers}</td>
            <td className="str">{one.flight}</td>
            <td>{one.origin}</td>
            <td>{dayAndTime(one.departsAt, one.originZone)}</td>
            <td>{one.kind === 'cancelled' ? '' : dayAndTime(one.leavesAt, one.leavesZone)}</td>
            <td className={toneOf(one)}>{legChangeWords(one)}</td>
          </tr>
        ))}
      </tbody>
      {more > 0 && (
        <caption className="t3">
          {countText(more)} more bookings are touched and not listed
          {unread > 0 ? `; ${countText(unread)} of them were not looked at` : ', none of them worse'}.
        </caption>
      )}
    </table>
  );
}
