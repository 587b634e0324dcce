import './booking-list.css';
import type { KeyboardEvent } from 'react';
import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { FIRST, LETTERS_ACT } from '../../keys/key-place.ts';
import { CheckBox } from '../../parts/check-box.tsx';
import { walkRows } from '../../parts/walk-rows.ts';
import { useNow } from '../../stores/clock-store.ts';
import { BookingRow } from './booking-row.tsx';
import { toggleAll, toggleOne } from './desk-selection.ts';
import { useDesk } from './desk-store.ts';
import { proposeThree } from './keep-seats.ts';
import { selectedOf, selectedShare } from './selection.ts';
import { standingOf } from './standing.ts';

/** The bookings of a group: what was sold, what is proposed, and how long its seats are kept. */
export function BookingList({ shown }: { shown: ChangedBooking | undefined }) {
  const state = useDesk();
  const now = useNow();
  const { rows, leftOut } = state;
  const standing = (row: ChangedBooking) => standingOf(state, row, now);
  const able = rows.filter((row) => standing(row) === 'kept').length;
  const share = selectedShare(selectedOf(rows, standing, leftOut).length, able);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    walkRows(
      event,
      rows.findIndex(({ bookingId }) => bookingId === shown?.bookingId),
    );
    // A row is a button, which would take both keys for itself and only choose the booking again.
    if ((event.key !== ' ' && event.key !== 'Enter') || event.ctrlKey || event.repeat || !shown) return;
    event.preventDefault();
    if (event.key === ' ') toggleOne(shown);
    else if (['unasked', 'none', 'kept', 'lapsed'].includes(standing(shown))) void proposeThree(shown);
  };
  return (
    <>
      <div className="ra-head">
        <CheckBox
          aria-label="Select all whose seats are kept"
          isSelected={share === 'all'}
          isIndeterminate={share === 'some'}
          isDisabled={able === 0}
          onChange={toggleAll}
        >
          {null}
        </CheckBox>
        <span className="ra-cells">
          <span>Booking</span>
          <span>Sold</span>
          <span>Proposed</span>
          <span className="num">Seats kept</span>
        </span>
      </div>
      <fieldset className="ra-rows" aria-label="Bookings" onKeyDown={press} {...LETTERS_ACT} {...FIRST}>
        {rows.map((row) => (
          <BookingRow
            key={row.bookingId}
            row={row}
            standing={standing(row)}
            isOn={row.bookingId === shown?.bookingId}
            isSelected={standing(row) === 'kept' && !leftOut.has(row.bookingId)}
          />
        ))}
      </fieldset>
    </>
  );
}
