import { isSeat } from '../../shared/open-seat.ts';
import './itinerary.css';
import { Fragment } from 'react';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { BookedLeg, BookingView } from '../../shared/methods/booking-view.ts';
import type { Connection } from '../../shared/methods/flights.ts';
import type { LegNow } from '../../shared/methods/leg-now.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { shownState } from '../../shared/shown-state.ts';
import { endsOf, isReturn, sameWay } from '../../shared/ways.ts';
import { asSoldText } from '../format/as-sold-text.ts';
import { connectsNow, legsAsNow } from '../format/legs-as-now.ts';
import { dateLabel, dayShift, dayShiftText, elapsed, localDay, localTime, zuluTime } from '../format/times.ts';
import { ConnectionJoint } from '../parts/connection-joint.tsx';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/tag.tsx';
import { useNow } from '../stores/clock-store.ts';
import { useConnections } from '../stores/connection-times.ts';
import { connections, seatsByRow } from './booking-facts.ts';
import { useBooking } from './booking-store.ts';
import { ScheduleTag } from './schedule-tag.tsx';
import { StatusTag } from './status-mark.tsx';

const minutesBetween = (from: number, to: number): number => Math.round((to - from) / MINUTE_MS);

/** `leg`: at the times of now. */
function Leg({ leg, booking, scheduled }: { leg: BookedLeg; booking: BookingView; scheduled: LegNow | undefined }) {
  const shift = dayShiftText(dayShift(leg.departsAt, leg.originZone, leg.arrivesAt, leg.destinationZone));
  const now = useNow();
  // Nothing is flown of what will not be flown as it stands.
  const flownAt = useBooking((state) => state.flownAt);
  const state = shownState({ state: booking.state, flownAt: flownAt === undefined ? undefined : leg.departsAt }, now);
  const isFlown = state === 'FLOWN';
  const gone = booking.state !== 'CONFIRMED' && booking.state !== 'HOLD';
  return (
    <li className={scheduled?.kind === 'cancelled' ? 'rv-leg gone' : 'rv-leg'}>
      <div>
        <b className="str">{leg.flight}</b>
        <span className="s12 t3">{leg.equipment}</span>
      </div>
      <div>
        <span className="rv-clock">
          {localTime(leg.departsAt, leg.originZone)} <b className="str">{leg.origin}</b>
        </span>
        <span className="s12 t3">
          {dateLabel(localDay(leg.departsAt, leg.originZone))}, {zuluTime(leg.departsAt)} Z
        </span>
      </div>
      <div className="t3">
        <Icon name="arrow" size={18} />
      </div>
      <div>
        <span className="rv-clock">
          {localTime(leg.arrivesAt, leg.destinationZone)} <b className="str">{leg.destination}</b>
          {shift && <span className="s12 t2"> {shift}</span>}
        </span>
        <span className="s12 t3">{zuluTime(leg.arrivesAt)} Z</span>
      </div>
      <div>
        <span>
          {elapsed(minutesBetween(leg.departsAt, leg.arrivesAt))}, {CABIN_NAMES[leg.cabin]}
        </span>
        <span className="s12 t3 cut">
          {gone ? 'had ' : ''}
          {leg.seats.some(isSeat) ? (leg.seats.length === 1 ? 'seat ' : 'seats ') : ''}
          {seatsByRow(leg.seats)}
        </span>
      </div>
      {scheduled && scheduled.kind !== 'none' && !isFlown ? (
        <div className="rv-marked">
          <ScheduleTag now={scheduled} />
        </div>
      ) : (
        <div>{leg.missed ? <Tag kind="warn">HK missed</Tag> : <StatusTag state={state} />}</div>
      )}
    </li>
  );
}

/** The flights in the order they are flown, local times large, UTC below, connections between. */
export function Itinerary({ booking }: { booking: BookingView }) {
  const scheduled = useBooking((state) => state.scheduled);
  const legs = legsAsNow(booking.legs, scheduled);
  const ends = endsOf(legs);
  const allFly = !scheduled?.some(({ kind }) => kind === 'cancelled');
  const between = connections(legs);
  const times = useConnections(legs);
  return (
    <section className="rv-block" aria-labelledby="rv-itinerary">
      <div className="panel-h">
        <h2 id="rv-itinerary">Itinerary</h2>
        {ends && (
          <span className="s12 t3">
            {ends.first.origin} to {ends.last.destination}, {dateLabel(localDay(ends.first.departsAt, ends.first.originZone))}
            {isReturn(legs) ? ', and back' : allFly ? `, ${elapsed(minutesBetween(ends.first.departsAt, ends.last.arrivesAt))} in all` : ''}
          </span>
        )}
        <span className="push s12 t2">times local to each airport</span>
      </div>
      <ol className="rv-legs">
        {legs.map((leg, index) => {
          const before = legs[index - 1];
          const asSold = asSoldText(booking.legs[index] as BookedLeg, scheduled?.[index]);
          const ground = before && sameWay(before, leg) && connectsNow(scheduled, index - 1) ? between[index - 1] : undefined;
          return (
            <Fragment key={leg.flightId}>
              {before && leg.back && !before.back && (
                <li className="rv-ground">
                  <span>
                    <b className="str">Way back</b>, {dateLabel(localDay(leg.departsAt, leg.originZone))}
                  </span>
                </li>
              )}
              {ground && (
                <li className="rv-ground">
                  {times[index - 1] ? (
                    <ConnectionJoint connection={times[index - 1] as Connection} />
                  ) : (
                    <span>
                      Connection {ground.at === ground.to ? `in ${ground.at}` : `from ${ground.at} to ${ground.to}`}{' '}
                      <b className="str">{elapsed(ground.minutes)}</b>
                    </span>
                  )}
                </li>
              )}
              <Leg leg={leg} booking={booking} scheduled={scheduled?.[index]} />
              {asSold && (
                <li className="rv-sold">
                  <span>{asSold}</span>
                </li>
              )}
            </Fragment>
          );
        })}
      </ol>
    </section>
  );
}
