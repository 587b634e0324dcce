import { useState } from 'react';
import { type Instant, MINUTE_MS } from '../../shared/instants.ts';
import { worstChange } from '../../shared/leg-change.ts';
import { shownState } from '../../shared/shown-state.ts';
import { dateLabel, localDay, localTime } from '../format/times.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { Tag } from '../parts/tag.tsx';
import { walkRows } from '../parts/walk-rows.ts';
import { useNow } from '../stores/clock-store.ts';
import { go } from '../stores/navigation-store.ts';
import type { FoundBooking } from './apply-to-booking.ts';
import { seatsByRow } from './booking-facts.ts';
import { RefundMark } from './refund-mark.tsx';
import { ScheduleTag } from './schedule-tag.tsx';
import { StatusMark } from './status-mark.tsx';

const open = (booking: FoundBooking): void => go({ name: 'reservations', bookingId: booking.bookingId });

function Row({ booking, now, current, onFocus }: { booking: FoundBooking; now: Instant; current: boolean; onFocus: () => void }) {
  const state = shownState(booking, now);
  const worst = worstChange(booking.scheduled ?? []);
  const [first] = booking.scheduled ?? [];
  const departsAt = first && first.kind !== 'cancelled' ? first.departsAt : booking.departsAt;
  return (
    // The button in the row does the same for the keyboard; the row only makes a larger target for the pointer.
    <tr onClick={() => open(booking)}>
      <td>
        <button type="button" className="row-open code" tabIndex={current ? 0 : -1} onFocus={onFocus}>
          {booking.locator}
        </button>
      </td>
      <td>
        <span className="rv-marks">
          <StatusMark state={state} />
          {worst && worst.kind !== 'none' && state !== 'FLOWN' ? <ScheduleTag now={worst} /> : null}
          <RefundMark refund={booking.refund} due={booking.refundDue} />
        </span>
      </td>
      <td className="rv-foundname med">
        {/* Before the name, because a long name is cut at its end. */}
        {booking.minors ? (
          <>
            <Tag kind="warn" title={booking.minors === 1 ? 'Unaccompanied minor' : `${booking.minors} unaccompanied minors`}>
              {booking.minors === 1 ? 'UMNR' : `${booking.minors} UMNR`}
            </Tag>{' '}
          </>
        ) : null}
        {booking.name || <span className="t3">no name yet</span>}
      </td>
      <td className="num">{booking.passengers}</td>
      <td className="str">{booking.flight}</td>
      <td>
        {booking.origin} to {booking.destination}
      </td>
      <td>{dateLabel(localDay(departsAt, booking.originZone))}</td>
      <td className="num">{localTime(departsAt, booking.originZone)}</td>
      <td className="rv-foundseats t2">{seatsByRow(booking.seats)}</td>
    </tr>
  );
}

/** The bookings found, newest first; at most a hundred come, so every row is drawn. Arrows walk, Enter opens. */
export function FoundList({
  title = 'Found',
  order = 'newest first',
  found,
  more,
  counted,
}: {
  title?: string;
  order?: string;
  found: readonly FoundBooking[];
  more: number;
  counted: boolean;
}) {
  const [at, setAt] = useState(0);
  const current = Math.min(at, found.length - 1);
  const now = useNow(MINUTE_MS);
  return (
    <>
      <div className="panel-h rv-foundhead">
        <h2 id="rv-found">{title}</h2>
        <span className="s12 t3">
          {found.length} {found.length === 1 ? 'booking' : 'bookings'}, {order}
          {more > 0 ? `; ${counted ? '' : 'at least '}${more} more, so narrow it down` : ''}
        </span>
        <KeyHints>
          <KeyHint keys={['↑', '↓']}>walk</KeyHint>
          <KeyHint keys={['Enter']}>open</KeyHint>
        </KeyHints>
      </div>
      <div className="rv-found" {...LETTERS_ACT}>
        <table className="grid-table opens-rows" aria-labelledby="rv-found">
          <thead>
            <tr>
              <th scope="col">Locator</th>
              <th scope="col">Status</th>
              <th scope="col">Name</th>
              <th scope="col" className="num">
                Pax
              </th>
              <th scope="col">Flight</th>
              <th scope="col">Route</th>
              <th scope="col">Date</th>
              <th scope="col" className="num">
                Departs
              </th>
              <th scope="col">Seats</th>
            </tr>
          </thead>
          <tbody onKeyDown={(event) => walkRows(event, current)}>
            {found.map((booking, index) => (
              <Row key={booking.bookingId} booking={booking} now={now} current={index === current} onFocus={() => setAt(index)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
